"""Objectives: torch's real optimizers on small functions, under torch's schedulers, and the losses that they reach.

Gradients are plain formulas, float64 is torch's default type, and square roots are correctly rounded: the x86 wheels of
torch take them from a vector library that errs in the last bit of one in eighty.
"""

import math
import warnings
from dataclasses import dataclass
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
    tracks, names = _tracks(spec, point)
    optimizers = [track.optimizer for track in tracks]
    parameters = [parameter for track in tracks for parameter in track.parameters]
    owned = [own for track in tracks for own in track.owned]
    quantities = _quantities(spec)
    turns = [turn for track in tracks for turn in track.turns] + [turn for *_, own in quantities for turn in own]
    momentum = _driven_momentum([turn.node for track in tracks for turn in track.turns], optimizers[0])
    steps = spec.get("steps_per_epoch", 1)
    is_closed = spec.get("metric") == "loss"
    watcher = next((turn for turn in turns if is_watcher(turn.node)), None)
    per_turn = steps
    if watcher:
        per_turn = watcher.every * (1 if watcher.unit == "step" else steps)

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
            if isinstance(optimizers[0], torch.optim.SparseAdam):
                grad = grad.to_sparse()
            parameter.grad = grad
        clip = node.get("clip", {})
        if "norm" in clip:
            torch.nn.utils.clip_grad_norm_(parameters, clip["norm"], float(clip.get("norm_type", 2)))
        if "value" in clip:
            torch.nn.utils.clip_grad_value_(parameters, clip["value"])
        return torch.tensor(loss(x))

    groups = [None] * len(names)
    for track in tracks:
        for place, group in zip(track.places, track.optimizer.param_groups):
            groups[place] = group
    rows, after = [], []
    count = spec["steps"] if "steps" in spec else spec["epochs"] * steps
    is_alive = True
    for index in range(count):
        row = [group["lr"] for group in groups]
        if momentum:
            row += [_momentum_of(group, momentum) for group in groups]
        row += [stub.param_groups[0]["lr"] for _, stub, _ in quantities]
        row = [_finite(value) for value in row]
        before = _value(loss, position()) if is_alive else math.nan
        is_alive = is_alive and math.isfinite(before)
        rows.append(row + [before + 0.0 if is_alive else None])
        if is_alive:
            for name, stub, _ in quantities:
                _set(groups, name, stub.param_groups[0]["lr"])
            if isinstance(optimizers[0], torch.optim.LBFGS):
                optimizers[0].step(closure)
            else:
                closure()
                for optimizer in optimizers:
                    optimizer.step()
        behind = _value(loss, position()) if is_alive else math.nan
        after.append(behind + 0.0 if math.isfinite(behind) else None)
        if (index + 1) % per_turn == 0 or (index + 1) % steps == 0:
            is_alive = is_alive and after[-1] is not None
        if index + 1 == count:
            break
        for turn in turns:
            turn.end((index + 1) % steps == 0, [math.nan if after[-1] is None else after[-1]])
    headings = [f"{quantity}" if len(names) == 1 else f"{quantity}.{name}"
                for quantity in ["lr"] + ([momentum] if momentum else []) for name in names]
    headings += [name for name, *_ in quantities]
    if is_closed:
        ends = [after[index] if index < count else None for index in range(per_turn - 1, count + per_turn, per_turn)]
        rows = [row + [ends[index // per_turn]] for index, row in enumerate(rows)]
    return Result(headings + ["loss"] + (["metric"] if is_closed else []), rows, steps)


def _set(groups, name, value):
    """Gives a hyper-parameter a value wherever there is one of its name."""
    for group in groups:
        if name in ("beta1", "beta2") and "betas" in group:
            betas = list(group["betas"])
            betas[int(name[-1]) - 1] = value
            group["betas"] = tuple(betas)
        elif name in group:
            group[name] = value


@dataclass
class Turn:
    """A scheduler and when it is stepped."""

    stepped: object
    node: dict
    every: int
    unit: str
    done: int = 0

    def end(self, ends_epoch, metric):
        if self.unit == "epoch" and not ends_epoch:
            return
        self.done += 1
        if self.done % self.every == 0:
            self.stepped.step(*metric if is_watcher(self.node) else ())


@dataclass
class Track:
    """An optimizer and what belongs to it: its groups' places in the file, their coordinates, its schedulers."""

    optimizer: object
    parameters: list
    owned: list
    places: list
    turns: list


def _turns(nodes, optimizer):
    made = []
    for node in nodes if isinstance(nodes, list) else [nodes]:
        interval = node.get("interval", "epoch")
        every, unit = (1, interval) if isinstance(interval, str) else (next(iter(interval.values())), next(iter(interval))[:-1])
        made.append(Turn(scheduler(node, optimizer), node, every, unit))
    return made


def _quantities(spec):
    """The name of each quantity, its stub, and what drives it."""
    made = []
    for name, quantity in spec.get("quantities", {}).items():
        stub = torch.optim.SGD([torch.nn.Parameter(torch.zeros(1))], lr=quantity["initial"], momentum=0.9)
        made.append((name, stub, _turns(quantity["scheduler"], stub)))
    return made


def _value(loss, x):
    try:
        return loss(x)
    except (OverflowError, ValueError):
        return math.nan


def _tracks(spec, point):
    """The optimizers, those of groups of their own behind the file's, and the names of all groups."""
    node = spec.get("optimizer", DEFAULT_OPTIMIZER)
    arguments = {key: tuple(value) if isinstance(value, list) and key != "param_groups" else value
                 for key, value in node.items()}
    kind = arguments.pop("type", "SGD")
    groups = arguments.pop("param_groups", None) or [{"coordinates": list(range(len(point)))}]
    parts, names = [(kind, arguments, [])], []
    for index, group in enumerate(groups):
        own = group.get("coordinates", [index])
        rest = {key: tuple(value) if isinstance(value, list) else value
                for key, value in group.items() if key not in ("coordinates", "name", "layers", "type")}
        if "type" in group:
            parts.append((group["type"], {}, []))
        holder = parts[-1] if "type" in group else parts[0]
        layers = group.get("layers")
        count = layers["count"] if layers else 1
        each = len(own) // count
        for layer in range(count):
            prepared = dict(rest)
            if layers:
                rate = group.get("lr", arguments.get("lr"))
                prepared["lr"] = rate * layers["lr_decay"] ** (count - 1 - layer)
            share = own[layer * each:(layer + 1) * each if layer + 1 < count else len(own)]
            holder[2].append((len(names), prepared, share))
            names.append(f"{group['name']}.{layer}" if layers else group.get("name", str(index)))
    shares = [place for *_, held in parts for *_, share in held for place in share]
    if sorted(shares) != list(range(len(point))):
        raise Refused("coordinates are not shared out")
    tracks = []
    for kind, shared, held in parts:
        if not held:
            continue
        parameters = [torch.nn.Parameter(torch.tensor([point[place] for place in share])) for *_, share in held]
        prepared = [{"params": [parameter], **own} for parameter, (_, own, _) in zip(parameters, held)]
        optimizer = getattr(torch.optim, kind)(prepared, **shared)
        turns = _turns(spec["scheduler"], optimizer) if "scheduler" in spec else []
        tracks.append(Track(optimizer, parameters, [share for *_, share in held], [place for place, *_ in held], turns))
    return tracks, names


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


DRIVEN = {"SGD": ["weight_decay", "momentum"], "Adagrad": ["weight_decay", "lr_decay"],
          "RMSprop": ["weight_decay", "alpha"], "Adadelta": ["weight_decay", "rho"],
          "Adam": ["weight_decay", "beta1", "beta2", "eps"], "AdamW": ["weight_decay", "beta1", "beta2"],
          "Adamax": ["weight_decay", "beta1"], "NAdam": ["weight_decay", "momentum_decay"],
          "RAdam": ["weight_decay", "beta2"], "ASGD": ["weight_decay", "lambd"], "SparseAdam": ["beta1", "beta2"],
          "Adafactor": ["weight_decay"], "Rprop": [], "LBFGS": []}
RANGES = {"weight_decay": (0.0, 0.3), "momentum": (0.3, 0.95), "beta1": (0.3, 0.95), "beta2": (0.6, 0.999),
          "eps": (1e-8, 1e-3), "alpha": (0.5, 0.99), "rho": (0.5, 0.95), "lr_decay": (0.0, 0.1),
          "momentum_decay": (1e-3, 0.01), "lambd": (0.0, 0.1), "teacher": (0.9, 1.0)}


def _quantity(random, name, count):
    low, high = RANGES[name]
    first, last = random.uniform(low, high), random.uniform(low, high)
    interval = random.choice(["epoch", "step", {"steps": random.randint(1, 5)}, {"epochs": random.randint(1, 3)}])
    node = random.choice([
        {"type": "CosineAnnealingLR", "T_max": count, "eta_min": last},
        {"type": "LinearLR", "start_factor": 0.5, "total_iters": random.randint(1, count)},
        {"type": "ExponentialLR", "gamma": random.choice([0.9, 0.99])}])
    return {"initial": first, "scheduler": {**node, "interval": interval}}


def rich(random):
    """A run with quantities, turns, layers, and optimizers of groups' own."""
    kind = random.choice(OPTIMIZERS)
    spec = one(random, kind)
    count = spec["epochs"] * spec.get("steps_per_epoch", 1)
    names = [name for name in DRIVEN[kind] + ["teacher"] if random.random() < 0.5]
    # What cycles the momentum drives it already.
    cycles = spec.get("scheduler", {}).get("cycle_momentum", False)
    names = [name for name in names if not (cycles and name in ("momentum", "beta1"))]
    if names:
        spec["quantities"] = {name: _quantity(random, name, count) for name in names}
    node = spec.get("scheduler")
    if node and node["type"] != "OneCycleLR" and random.random() < 0.5:
        node["interval"] = random.choice(["step", {"steps": random.randint(1, 6)}, {"epochs": random.randint(1, 3)}])
    objective = spec["objective"]
    places = list(range(len(objective.get("start", []))))
    if kind not in ("LBFGS", "SparseAdam") and objective["type"] == "quadratic" and len(places) > 1 and random.random() < 0.7:
        random.shuffle(places)
        cut = random.randint(1, len(places) - 1)
        body = {"name": "body", "coordinates": places[:cut]}
        if random.random() < 0.5:
            body["layers"] = {"count": random.randint(1, cut), "lr_decay": random.choice([0.75, 0.5, 1.0])}
        head = {"name": "head", "coordinates": places[cut:], "lr": spec["optimizer"]["lr"] / 2}
        if random.random() < 0.6:
            own = random.choice([other for other in OPTIMIZERS if other not in ("LBFGS", "SparseAdam", "Rprop")])
            low, high = RATES[own]
            head = {**head, "type": own, "lr": _rounded(math.exp(random.uniform(math.log(low), math.log(high)))),
                    **{key: value for key, value in _options(own, random).items() if key not in ("maximize", "nesterov")}}
        spec["optimizer"]["param_groups"] = [body, head]
        if "scheduler" in spec and spec["scheduler"]["type"] == "OneCycleLR":
            spec["scheduler"]["cycle_momentum"] = False
    return spec


def any_spec(random):
    """A random file."""
    return rich(random) if random.random() < 0.6 else one(random, random.choice(OPTIMIZERS))


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
    random = Random(SEED)
    yield from drawn("quantities, turns, layers and own optimizers", 60, lambda: rich(random), run)
