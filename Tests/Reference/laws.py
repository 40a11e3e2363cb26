"""Records what loss laws and the noisy quadratic model give, by numpy and by their definitions, term by term.

    venv/bin/python Tests/Reference/laws.py

writes Tests/ObjectivesTests/Fixtures/laws.jsonl, the same bytes each time. One case a line: the objective and the
optimizer of a schedule file, the rate of each update, and the loss of each row.
"""

import json
import math
from pathlib import Path
from random import Random

import numpy

FIXTURE = Path(__file__).parent.parent / "ObjectivesTests" / "Fixtures" / "laws.jsonl"


def annealing(rates, node):
    """Tissue et al. 2024: the two areas, summed as they are defined."""
    rates = numpy.array(rates)
    decay = node.get("decay", 0.999)
    if node.get("warmup") == "peak":
        rates = numpy.where(numpy.arange(len(rates)) < rates.argmax(), rates.max(), rates)
    falls = numpy.concatenate([[0.0], rates[:-1] - rates[1:]])
    # m_t = Σ λ^(t−k)·fall_k
    momenta = numpy.array([sum(falls[k] * decay ** (t - k) for k in range(t + 1)) for t in range(len(rates))])
    return node["L0"] + node["A"] * numpy.cumsum(rates) ** -node["alpha"] - node["C"] * numpy.cumsum(momenta)


def multi_power(rates, node):
    """Luo et al. 2025: every change of the rate on its own."""
    sums = numpy.cumsum(rates)
    losses = []
    for t in range(len(rates)):
        gain = 0.0
        for k in range(1, t + 1):
            if rates[k] > 0 and rates[k] != rates[k - 1]:
                area = rates[k] ** -node["gamma"] * (sums[t] - sums[k - 1])
                gain += (rates[k - 1] - rates[k]) * (1 - (1 + node["C"] * area) ** -node["beta"])
        losses.append(node["L0"] + node["A"] * sums[t] ** -node["alpha"] - node["B"] * gain)
    return losses


def last_iterate_bound(rates, node):
    """Schaipp et al. 2025, as the theorem has it."""
    norms = node["G"] if isinstance(node["G"], list) else [node["G"]] * len(rates)
    bounds = []
    for end in range(1, len(rates) + 1):
        eta, squares = rates[:end], [(e * g) ** 2 for e, g in zip(rates, norms)][:end]
        total = math.fsum(eta)
        bound = node["D"] ** 2 / (2 * total) + math.fsum(squares) / (2 * total)
        for k in range(end - 1):
            behind = math.fsum(eta[k + 1:])
            bound += 0.5 * eta[k] / behind * math.fsum(squares[k:]) / math.fsum(eta[k:])
        bounds.append(bound)
    return bounds


def noisy_quadratic(rates, node, optimizer):
    """Zhang et al. 2019: the covariance of (θ, b, w) by its linear map, one matrix for each dimension."""
    mu, dampening = optimizer.get("momentum", 0.0), optimizer.get("dampening", 0.0)
    rho, power = node.get("ema", 0.0), node.get("precondition", 0.0)
    total = numpy.zeros(len(rates))
    for h, c in zip(node["h"], node["c"]):
        a = h ** (1 - power) + optimizer.get("weight_decay", 0.0)
        noise = c * h ** (-2 * power)
        moments = numpy.outer([1.0, 0.0, 1.0], [1.0, 0.0, 1.0])
        for t, eta in enumerate(rates):
            place = 2 if "ema" in node else 0
            total[t] += 0.5 * h * moments[place, place]
            k = 1.0 if t == 0 else 1 - dampening
            velocity = numpy.array([k * a, mu, 0.0])
            step = numpy.array([a, 0.0, 0.0]) + mu * velocity if optimizer.get("nesterov") else velocity
            shake = k + 0.0
            pushed = 1 + mu * k if optimizer.get("nesterov") else k
            theta = numpy.array([1.0, 0.0, 0.0]) - eta * step
            average = rho * numpy.array([0.0, 0.0, 1.0]) + (1 - rho) * theta
            matrix = numpy.array([theta, velocity, average])
            noises = numpy.array([-eta * pushed, shake, -(1 - rho) * eta * pushed])
            moments = matrix @ moments @ matrix.T + noise * numpy.outer(noises, noises)
    return total


def rates(shape, count, peak, warmup, end, random):
    """A schedule of a shape, with a warm-up."""
    def rate(row):
        if row < warmup:
            return peak * (row + 1) / warmup
        z = (row - warmup) / (count - warmup)
        return {"constant": peak, "cosine": end + 0.5 * (peak - end) * (1 + math.cos(math.pi * z)),
                "linear": peak + (end - peak) * z, "wsd": peak if z < 0.8 else peak + (end - peak) * (z - 0.8) / 0.2,
                "steps": peak * (1 if z < 0.5 else 0.1 if z < 0.75 else 0.01),
                "rewarmed": peak * (0.2 + 0.8 * abs(math.cos(7 * z)))}[shape]

    return [float(f"{rate(row):.6g}") for row in range(count)]


def cases():
    """The cases, in order."""
    random = Random(20261128)
    for shape in ("constant", "cosine", "linear", "wsd", "steps", "rewarmed"):
        for _ in range(2):
            count, warmup = random.randint(30, 60), random.choice([0, 2, 6])
            small = rates(shape, count, 3e-4, warmup, 3e-5, random)
            drawn = lambda low, high: float(f"{random.uniform(low, high):.6g}")
            node = {"type": "annealing", "L0": drawn(2, 3), "A": drawn(0.3, 0.7), "alpha": drawn(0.3, 0.7),
                    "C": drawn(0.2, 0.6), "decay": random.choice([0.99, 0.999])}
            if warmup and random.random() < 0.5:
                node["warmup"] = "peak"
            yield node, {"type": "SGD", "lr": 1.0}, small, annealing(small, node)
            node = {"type": "multi-power", "L0": drawn(2, 3), "A": drawn(0.3, 0.7), "alpha": drawn(0.3, 0.7),
                    "B": drawn(300, 600), "C": drawn(1.5, 2.5), "beta": drawn(0.4, 0.8), "gamma": drawn(0.4, 0.8)}
            yield node, {"type": "SGD", "lr": 1.0}, small, multi_power(small, node)
            large = rates(shape, count, 1.0, warmup, 0.05, random)
            norms = [drawn(0.5, 2) for _ in large] if random.random() < 0.5 else 1.0
            node = {"type": "last-iterate-bound", "D": drawn(0.5, 2), "G": norms}
            yield node, {"type": "SGD", "lr": 1.0}, large, last_iterate_bound(large, node)
            h = [drawn(0.1, 1) for _ in range(random.randint(1, 5))]
            node = {"type": "noisy-quadratic", "h": h, "c": [drawn(0, 0.3) for _ in h]}
            if random.random() < 0.4:
                node["ema"] = random.choice([0.9, 0.5])
            if random.random() < 0.3:
                node["precondition"] = 0.5
            optimizer = {"type": "SGD", "lr": 1.0}
            if random.random() < 0.7:
                optimizer["momentum"] = random.choice([0.9, 0.5])
                if random.random() < 0.4:
                    optimizer["nesterov"] = True
                elif random.random() < 0.5:
                    optimizer["dampening"] = 0.3
            if random.random() < 0.4:
                optimizer["weight_decay"] = 0.05
            some = [0.3 * rate for rate in large]
            yield node, optimizer, some, noisy_quadratic(some, node, optimizer)


if __name__ == "__main__":
    lines = [json.dumps({"objective": node, "optimizer": optimizer, "lr": list(lr), "loss": [float(x) for x in loss]},
                        separators=(",", ":"), allow_nan=False) for node, optimizer, lr, loss in cases()]
    FIXTURE.parent.mkdir(parents=True, exist_ok=True)
    FIXTURE.write_text("\n".join(lines) + "\n", encoding="utf-8")
    print(f"{len(lines)} cases, {FIXTURE.stat().st_size} bytes")
