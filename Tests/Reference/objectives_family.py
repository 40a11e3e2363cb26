"""Objectives: torch's real optimizers on small functions, under torch's schedulers, and the losses that they reach.

Gradients are plain formulas, float64 is torch's default type, and square roots are correctly rounded: the x86 wheels of
torch take them from a vector library that errs in the last bit of one in eighty.
"""

import math
import warnings
from random import Random

import numpy
import torch

from oracle import Refused, Result, _driven_momentum, _finite, _momentum_of, is_watcher, scheduler
from recording import chosen, drawn

SEED = 20261128
RUNS_OF_EACH = 14
DEFAULT_OPTIMIZER = {"type": "SGD", "lr": 0.1, "momentum": 0.9}
OPTIMIZERS = ["SGD", "Adagrad", "RMSprop", "Adadelta", "Adam", "AdamW", "Adamax", "NAdam", "RAdam", "ASGD", "Rprop",
              "SparseAdam", "Adafactor", "LBFGS"]


def departs(reason):
    """Nothing departs."""
    return False


# --- Functions ---------------------------------------------------------------------------------------------------


def quadratic(node):
    """Σ aᵢ·xᵢ²."""
    def spread(x):
        a = node.get("a", 4.0)
        return a if isinstance(a, list) else [a] * len(x)

    return (lambda x: summed(a * (v * v) for a, v in zip(spread(x), x)),
            lambda x: [(2 * a) * v for a, v in zip(spread(x), x)], [2.0])


def rosenbrock(node):
    """(a − X)² + b·(Y − X²)²."""
    a, b = node.get("a", 1.0), node.get("b", 100.0)

    def loss(p):
        u, v = a - p[0], p[1] - p[0] * p[0]
        return u * u + b * (v * v)

    def gradient(p):
        u, v = a - p[0], p[1] - p[0] * p[0]
        return [-2 * u - ((4 * b) * p[0]) * v, (2 * b) * v]

    return loss, gradient, [-1.2, 1.0]


def beale(node):
    """A plateau between steep walls."""
    def terms(x, y):
        return (1.5 - x) + x * y, (2.25 - x) + x * (y * y), (2.625 - x) + x * (y * y * y)

    def loss(z):
        p, q, r = terms(*z)
        return (p * p + q * q) + r * r

    def gradient(z):
        (x, y), (p, q, r) = z, terms(*z)
        y2, y3 = y * y, y * y * y
        return [2 * ((p * (y - 1) + q * (y2 - 1)) + r * (y3 - 1)), (2 * x) * ((p + (2 * q) * y) + (3 * r) * y2)]

    return loss, gradient, [1.0, 1.0]


def rastrigin(node):
    """A·n + Σ (xᵢ² − A·cos 2πxᵢ)."""
    a, w = node.get("A", 10.0), 2 * math.pi

    def cosine(value):
        return math.cos(value) if math.isfinite(value) else math.nan

    def sine(value):
        return math.sin(value) if math.isfinite(value) else math.nan

    def loss(x):
        total = a * len(x)
        for v in x:
            total += v * v - a * cosine(w * v)
        return total

    return loss, lambda x: [2 * v + (w * a) * sine(w * v) for v in x], [3.2]


POINTS = [(-2, -1, 1), (-1.5, 0.5, -1), (-1, -2, -1), (0.5, -0.5, -1), (-0.5, 1, 1), (1, 0.5, 1), (1.5, 2, 1),
          (2, -1, -1)]


def exponential(value):
    """The exponential, infinite beyond its range as a tensor's is."""
    try:
        return math.exp(value)
    except OverflowError:
        return math.inf


def logistic(node):
    """Logistic regression on eight points."""
    l2 = node.get("l2", 0.0)

    def margin(p, x):
        return -p[2] * ((x[0] + x[1] * p[0]) + x[2] * p[1])

    def loss(x):
        ms = [margin(p, x) for p in POINTS]
        terms = (m + math.log1p(exponential(-m)) if m > 0 else math.log1p(exponential(m)) for m in ms)
        return summed(terms) / 8 + (0.5 * l2) * summed(v * v for v in x)

    def gradient(x):
        weights = []
        for p in POINTS:
            m = margin(p, x)
            part = 1 / (1 + exponential(-m)) if m >= 0 else exponential(m) / (1 + exponential(m))
            weights.append(-(p[2] * part))
        sums = [summed(weights), summed(c * p[0] for c, p in zip(weights, POINTS)),
                summed(c * p[1] for c, p in zip(weights, POINTS))]
        return [s / 8 + l2 * v for s, v in zip(sums, x)]

    return loss, gradient, [0.0, 0.0, 0.0]


def summed(values):
    """A sum from 0, left to right; Python's own corrects its rounding since 3.12."""
    total = 0.0
    for value in values:
        total += value
    return total


FUNCTIONS = {"quadratic": quadratic, "rosenbrock": rosenbrock, "beale": beale, "rastrigin": rastrigin,
             "logistic": logistic}


# --- Running -----------------------------------------------------------------------------------------------------


def _root(tensor):
    return torch.as_tensor(numpy.sqrt(tensor.detach().numpy()))


class ExactRoots:
    """Correctly rounded square roots in torch, for as long as it is entered."""

    def __enter__(self):
        self.kept = torch.Tensor.sqrt, torch.Tensor.sqrt_, torch.get_default_dtype()
        torch.Tensor.sqrt = _root
        torch.Tensor.sqrt_ = lambda tensor: tensor.copy_(_root(tensor))
        torch.set_default_dtype(torch.float64)

    def __exit__(self, *_):
        torch.Tensor.sqrt, torch.Tensor.sqrt_ = self.kept[:2]
        torch.set_default_dtype(self.kept[2])


def run(spec):
    """The rows of `spec`, or `Refused`."""
    with warnings.catch_warnings(), ExactRoots(), numpy.errstate(all="ignore"):
        warnings.simplefilter("ignore")
        try:
            return _rows(spec)
        except Refused:
            raise
        except Exception as error:
            raise Refused(f"{type(error).__name__}: {error}") from error


def _rows(spec):
    node = spec["objective"]
    loss, gradient, start = FUNCTIONS[node["type"]](node)
    point = node.get("start", start)
    point = [float(value) for value in (point if isinstance(point, list) else [point])]
    optimizer, parameters, owned, names = _optimizer(spec.get("optimizer", DEFAULT_OPTIMIZER), point)
    nodes = spec.get("scheduler", [])
    nodes = nodes if isinstance(nodes, list) else [nodes]
    schedulers = [(scheduler(each, optimizer), each) for each in nodes]
    momentum = _driven_momentum(nodes, optimizer)
    steps = spec.get("steps_per_epoch", 1)
    is_closed = spec.get("metric") == "loss"

    def position():
        x = [0.0] * len(point)
        for parameter, own in zip(parameters, owned):
            for index, value in zip(own, parameter.detach().tolist()):
                x[index] = value
        return x

    def closure():
        x = position()
        slope = gradient(x)
        for parameter, own in zip(parameters, owned):
            grad = torch.tensor([slope[index] for index in own])
            if isinstance(optimizer, torch.optim.SparseAdam):
                grad = grad.to_sparse()
            parameter.grad = grad
        clip = node.get("clip", {})
        if "norm" in clip:
            torch.nn.utils.clip_grad_norm_(parameters, clip["norm"], float(clip.get("norm_type", 2)))
        if "value" in clip:
            torch.nn.utils.clip_grad_value_(parameters, clip["value"])
        return torch.tensor(loss(x))

    rows, metrics = [], []
    count = spec["epochs"] * steps
    is_alive = True
    for index in range(count):
        row = [group["lr"] for group in optimizer.param_groups]
        if momentum:
            row += [_momentum_of(group, momentum) for group in optimizer.param_groups]
        row = [_finite(value) for value in row]
        before = _value(loss, position()) if is_alive else math.nan
        is_alive = is_alive and math.isfinite(before)
        rows.append(row + [before + 0.0 if is_alive else None])
        if is_alive:
            if isinstance(optimizer, torch.optim.LBFGS):
                optimizer.step(closure)
            else:
                closure()
                optimizer.step()
        ends_epoch = (index + 1) % steps == 0
        if ends_epoch:
            after = _value(loss, position()) if is_alive else math.nan
            is_alive = is_alive and math.isfinite(after)
            metrics.append(after + 0.0 if is_alive else None)
        if index + 1 == count:
            break
        for stepped, each in schedulers:
            if each.get("interval", "epoch") == "epoch" and not ends_epoch:
                continue
            if is_watcher(each):
                stepped.step(math.nan if metrics[-1] is None else metrics[-1])
            else:
                stepped.step()
    headings = [f"{quantity}" if len(names) == 1 else f"{quantity}.{name}"
                for quantity in ["lr"] + ([momentum] if momentum else []) for name in names]
    if is_closed:
        rows = [row + [metrics[index // steps]] for index, row in enumerate(rows)]
    return Result(headings + ["loss"] + (["metric"] if is_closed else []), rows, steps)


def _value(loss, x):
    try:
        return loss(x)
    except (OverflowError, ValueError):
        return math.nan


def _optimizer(node, point):
    """The optimizer, its parameters, and the coordinates that each of them has."""
    arguments = {key: tuple(value) if isinstance(value, list) and key != "param_groups" else value
                 for key, value in node.items()}
    kind = getattr(torch.optim, arguments.pop("type", "SGD"))
    groups = arguments.pop("param_groups", None)
    if groups is None:
        parameter = torch.nn.Parameter(torch.tensor(point))
        return kind([parameter], **arguments), [parameter], [list(range(len(point)))], ["0"]
    parameters, owned, prepared, names = [], [], [], []
    for index, group in enumerate(groups):
        own = group.get("coordinates", [index])
        parameter = torch.nn.Parameter(torch.tensor([point[place] for place in own]))
        rest = {key: tuple(value) if isinstance(value, list) else value
                for key, value in group.items() if key not in ("coordinates", "name")}
        prepared.append({"params": [parameter], **rest})
        parameters.append(parameter)
        owned.append(own)
        names.append(group.get("name", str(index)))
    if sorted(place for own in owned for place in own) != list(range(len(point))):
        raise Refused("coordinates are not shared out")
    return kind(prepared, **arguments), parameters, owned, names


# --- Drawing -----------------------------------------------------------------------------------------------------

RATES = {"SGD": (1e-3, 0.3), "Adagrad": (0.01, 1), "RMSprop": (1e-3, 0.1), "Adadelta": (0.1, 20), "Adam": (1e-3, 0.5),
         "AdamW": (1e-3, 0.5), "Adamax": (1e-3, 0.5), "NAdam": (1e-3, 0.3), "RAdam": (1e-3, 0.5), "ASGD": (1e-3, 0.1),
         "Rprop": (1e-3, 0.5), "SparseAdam": (1e-3, 0.5), "Adafactor": (1e-3, 1), "LBFGS": (0.05, 1)}


def _rounded(value):
    return float(f"{value:.4g}")


def _options(kind, random):
    """Hyper-parameters, each with its own chance."""
    def some(**values):
        return {key: draw() for key, draw in values.items() if random.random() < 0.4}

    decay = {"weight_decay": lambda: _rounded(random.uniform(0, 0.1))}
    flag = lambda: random.random() < 0.5
    betas = {"betas": lambda: [random.choice([0.9, 0.5, 0.3, 0.95, 0.8]), random.choice([0.999, 0.9, 0.99, 0.6])],
             "eps": lambda: random.choice([1e-8, 1e-3, 1e-6])}
    maximize = {"maximize": lambda: random.random() < 0.2}
    if kind == "SGD":
        options = some(momentum=lambda: random.choice([0.9, 0.65, 0.5]), dampening=lambda: random.choice([0, 0.1, 0.5]),
                       **decay, **maximize)
        if options.get("momentum") and not options.get("dampening") and flag():
            options["nesterov"] = True
        return options
    if kind == "Adagrad":
        return some(lr_decay=lambda: _rounded(random.uniform(0, 0.1)), eps=lambda: 1e-6,
                    initial_accumulator_value=lambda: _rounded(random.uniform(0, 2)), **decay, **maximize)
    if kind == "RMSprop":
        return some(alpha=lambda: random.choice([0.9, 0.99, 0.5]), momentum=lambda: random.choice([0.9, 0.5]),
                    centered=flag, eps=lambda: 1e-4, **decay, **maximize)
    if kind == "Adadelta":
        return some(rho=lambda: random.choice([0.9, 0.5]), eps=lambda: 1e-4, **decay, **maximize)
    if kind in ("Adam", "AdamW"):
        more = {"decoupled_weight_decay": flag} if kind == "Adam" else {}
        return some(amsgrad=flag, **betas, **decay, **maximize, **more)
    if kind == "Adamax":
        return some(**betas, **decay, **maximize)
    if kind in ("NAdam", "RAdam"):
        more = {"momentum_decay": lambda: 0.01} if kind == "NAdam" else {}
        return some(decoupled_weight_decay=flag, **betas, **decay, **maximize, **more)
    if kind == "ASGD":
        return some(lambd=lambda: _rounded(random.uniform(0, 0.1)), alpha=lambda: random.choice([0.75, 0.5]),
                    t0=lambda: random.choice([1e6, 3]), **decay, **maximize)
    if kind == "Rprop":
        return some(etas=lambda: [0.4, 1.5], step_sizes=lambda: [1e-3, 0.5], **maximize)
    if kind == "SparseAdam":
        return some(**betas, **maximize)
    if kind == "Adafactor":
        return some(beta2_decay=lambda: -0.5, eps=lambda: random.choice([[None, 1e-2], [1e-8, 1e-3]]),
                    d=lambda: random.choice([1.0, 2.0]), **decay, **maximize)
    return some(max_iter=lambda: random.choice([1, 2, 4]), history_size=lambda: random.choice([1, 3]),
                max_eval=lambda: random.choice([2, 5, 30]), tolerance_grad=lambda: 1e-4,
                line_search_fn=lambda: "strong_wolfe")


def _objective(kind, random):
    if kind == "LBFGS":
        # In one dimension: torch's dot products have an order of their own.
        return random.choice([
            {"type": "quadratic", "a": _rounded(random.uniform(0.1, 5)), "start": [_rounded(random.uniform(-3, 3))]},
            {"type": "rastrigin", "start": [_rounded(random.uniform(-4, 4))]}])
    name = random.choice(["quadratic", "quadratic", "bowl", "rosenbrock", "beale", "rastrigin", "logistic"])
    if name == "bowl":
        count = random.choice([2, 3, 5, 6])
        node = {"type": "quadratic", "a": [_rounded(random.uniform(0.05, 4)) for _ in range(count)],
                "start": [_rounded(random.uniform(-3, 3)) for _ in range(count)]}
    elif name == "quadratic":
        node = {"type": name, "a": 4.0, "start": [2.0]}
    elif name == "rastrigin":
        node = {"type": name, "A": random.choice([10.0, 3.0]), "start": [_rounded(random.uniform(-4, 4))] * 2}
    elif name == "logistic":
        node = {"type": name, "l2": random.choice([0.0, 0.01, 0.1])}
    else:
        node = {"type": name}
    if kind != "SparseAdam" and random.random() < 0.35:
        node["clip"] = random.choice([
            {"norm": _rounded(random.uniform(0.1, 5))}, {"value": _rounded(random.uniform(0.05, 2))},
            {"norm": 1.0, "norm_type": 1.0}, {"norm": 1.0, "norm_type": "inf"}])
    return node


def _scheduler(random, lr, kind, epochs):
    choice = random.randrange(8)
    if choice == 0:
        return None
    if choice == 1:
        return {"type": "CosineAnnealingLR", "T_max": epochs}
    if choice == 2:
        return {"type": "StepLR", "step_size": random.randint(3, 9), "gamma": random.choice([0.1, 0.5])}
    if choice == 3:
        return {"type": "ExponentialLR", "gamma": random.choice([0.9, 0.8])}
    if choice == 4:
        return {"type": "LinearLR", "start_factor": 0.1, "total_iters": 5}
    if choice == 5:
        has_momentum = kind in ("Adam", "AdamW", "Adamax", "NAdam", "RAdam", "SparseAdam", "RMSprop")
        return {"type": "OneCycleLR", "max_lr": lr, "total_steps": epochs, "cycle_momentum": has_momentum}
    return {"type": "ReduceLROnPlateau", "factor": random.choice([0.1, 0.5]), "patience": random.randint(0, 3),
            "cooldown": random.choice([0, 2]), "threshold_mode": random.choice(["rel", "abs"])}


def one(random, kind):
    """A random run of an optimizer."""
    low, high = RATES[kind]
    lr = _rounded(math.exp(random.uniform(math.log(low), math.log(high))))
    spec = {"epochs": random.choice([20, 30, 45]), "optimizer": {"type": kind, "lr": lr, **_options(kind, random)}}
    objective = _objective(kind, random)
    if random.random() < 0.15:
        spec["epochs"] = 8
        spec["steps_per_epoch"] = random.choice([2, 3])
    count = len(objective.get("start", [0, 0]))
    if kind != "LBFGS" and objective["type"] == "quadratic" and count > 1 and random.random() < 0.5:
        places = list(range(count))
        random.shuffle(places)
        cut = random.randint(1, count - 1)
        spec["optimizer"]["param_groups"] = [
            {"name": "body", "coordinates": places[:cut]},
            {"name": "head", "lr": _rounded(lr / 2), "coordinates": places[cut:]}]
    if node := _scheduler(random, lr, kind, spec["epochs"] * spec.get("steps_per_epoch", 1)):
        if spec.get("steps_per_epoch") and node["type"] == "OneCycleLR":
            node["interval"] = "step"
        spec["scheduler"] = node
        if node["type"] == "ReduceLROnPlateau":
            spec["metric"] = "loss"
    return {**spec, "objective": objective}


def any_spec(random):
    """A random file."""
    return one(random, random.choice(OPTIMIZERS))


NOTES = {
    **{f"4x² at {lr}": {"epochs": 20, "optimizer": {"type": "SGD", "lr": lr}, "objective": {"type": "quadratic"}}
       for lr in (1.0, 0.5, 0.2, 0.1, 0.125, 0.01, 0.03)},
    **{f"4x² with momentum {mu}": {"epochs": 100, "optimizer": {"type": "SGD", "lr": 0.01, "momentum": mu},
                                  "objective": {"type": "quadratic", "start": 2}} for mu in (0.9, 0.65)},
    "beyond all numbers": {"epochs": 300, "optimizer": {"type": "SGD", "lr": 1.0}, "objective": {"type": "quadratic"}},
    "a walk away": {"epochs": 40, "optimizer": {"type": "SGD", "lr": 1.0}, "objective": {"type": "rosenbrock"}},
}

REFUSED = {
    "Nesterov without momentum": {"epochs": 3, "optimizer": {"type": "SGD", "nesterov": True},
                                  "objective": {"type": "quadratic"}},
    "betas of ints": {"epochs": 3, "optimizer": {"type": "Adam", "betas": [0, 0.9]}, "objective": {"type": "quadratic"}},
    "a beta of 1": {"epochs": 3, "optimizer": {"type": "NAdam", "betas": [0.9, 1.0]},
                    "objective": {"type": "quadratic"}},
    "SparseAdam at rate 0": {"epochs": 3, "optimizer": {"type": "SparseAdam", "lr": 0.0},
                             "objective": {"type": "quadratic"}},
    "a search that torch has not": {"epochs": 3, "optimizer": {"type": "LBFGS", "line_search_fn": "armijo"},
                                    "objective": {"type": "quadratic"}},
    "Muon on a vector": {"epochs": 3, "optimizer": {"type": "Muon"}, "objective": {"type": "quadratic"}},
    "Adafactor's negative epsilon": {"epochs": 3, "optimizer": {"type": "Adafactor", "eps": [-1.0, 1e-3]},
                                     "objective": {"type": "quadratic"}},
    "an overlapping group": {"epochs": 3, "optimizer": {"type": "SGD", "lr": 0.1, "param_groups": [
        {"coordinates": [0, 1]}, {"coordinates": [1]}]}, "objective": {"type": "quadratic", "a": [1.0, 2.0]}},
    "a rate below 0": {"epochs": 3, "optimizer": {"type": "SGD", "lr": -0.1},
                              "objective": {"type": "quadratic"}},
}


def cases():
    """The cases of the fixture, in order."""
    yield from chosen(NOTES, run, refused=False)
    yield from chosen(REFUSED, run, refused=True)
    random = Random(SEED)
    for kind in OPTIMIZERS:
        yield from drawn(kind, RUNS_OF_EACH, lambda kind=kind: one(random, kind), run)
