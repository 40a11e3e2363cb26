"""Random schedule files over everything torch offers, drawn from a seed.

Most are what people write; a fixed share is odd but accepted (a fractional step size, unsorted milestones, a negative
gamma), because that is where a reimplementation parts from torch unseen. Nothing here knows what a schedule means:
whether torch accepts a file, and with which rows, is for the oracle to say.
"""

from dataclasses import dataclass
from random import Random

from torch_expressions import function, metric_expression, tree
from torch_optimizers import drawn_optimizer, momentum_is_known


@dataclass
class Context:
    """What a node needs to know about the run that it is drawn for."""

    random: Random
    groups: int
    horizon: int
    """How often the scheduler is stepped, near enough; lengths are drawn to fit it."""
    momentum: bool
    """Whether the optimizer has a momentum (or betas) to drive."""
    resumable: bool
    """Whether every group brings an `initial_lr`, so that `last_epoch` may be given."""

    def chance(self, probability):
        return self.random.random() < probability

    def choice(self, *options):
        return self.random.choice(options)

    def uniform(self, low, high):
        """A number with either few digits, as people write, or all of them, as rounding bugs want."""
        value = self.random.uniform(low, high)
        return round(value, 3) if self.chance(0.5) else value

    def length(self, shortest=1):
        """A number of steps, mostly well inside the run."""
        longest = max(shortest + 1, self.horizon if self.chance(0.5) else self.horizon // 3)
        return self.random.randint(shortest, longest)

    def rate(self):
        return self.choice(0.1, 0.01, 0.05, 0.001, 3e-4, 1.0, 0.5, 1e-5, self.uniform(0.001, 1.0), self.uniform(0.001, 1.0))

    def gamma(self):
        usual = self.choice(0.1, 0.5, 0.9, 0.95, 0.97, 1 / 3, self.uniform(0.05, 1.0))
        return self.choice(-0.5, 1.05, 0.0, 1, -1.0) if self.chance(0.08) else usual

    def per_group(self, draw):
        """One value for all, or a list with one for each group."""
        return [draw() for _ in range(self.groups)] if self.chance(0.3) else draw()

    def some(self, probability=0.5, **draws):
        """Each parameter with its own chance of being given, so that the defaults are tested too."""
        return {name: draw() for name, draw in draws.items() if self.chance(probability)}


def lambda_lr(c):
    return {"lr_lambda": c.per_group(lambda: function(c))}


def multiplicative_lr(c):
    return {"lr_lambda": c.per_group(lambda: function(c, near_one=True))}


def step_lr(c):
    size = c.choice(2.5, 1.5, 3.5, -3) if c.chance(0.1) else c.length()
    return {"step_size": size, **c.some(0.7, gamma=c.gamma)}


def multistep_lr(c):
    milestones = [c.length() for _ in range(c.random.randint(0, 5))]
    if c.chance(0.7):
        milestones.sort()
    if c.chance(0.15):
        milestones += [c.choice(0, -1, 2.5, 4.0, *(milestones or [3]))]
    return {"milestones": milestones, **c.some(0.7, gamma=c.gamma)}


def constant_lr(c):
    return c.some(0.7, factor=lambda: c.choice(0.1, 0.5, 1 / 3, 1.0, 1, c.uniform(0.01, 1.0)), total_iters=lambda: _iterations(c))


def linear_lr(c):
    return c.some(
        0.7,
        start_factor=lambda: c.choice(0.1, 1e-8, 1.0, 1, c.uniform(0.01, 1.0)),
        end_factor=lambda: c.choice(0.0, 0, 0.5, 1.0, c.uniform(0.0, 1.0)),
        total_iters=lambda: _iterations(c))


def _iterations(c):
    return c.choice(0, 2.5, 7.0, 1) if c.chance(0.12) else c.length()


def exponential_lr(c):
    return {"gamma": c.gamma()}


def polynomial_lr(c):
    return c.some(0.7, total_iters=lambda: _iterations(c), power=lambda: c.choice(1.0, 2, 0.5, 0.9, 3.0, 0, c.uniform(0.1, 4.0)))


def cosine_annealing_lr(c):
    length = c.choice(7.5, 10.0, 1.5, 1, -6) if c.chance(0.12) else c.length()
    return {"T_max": length, **c.some(0.5, eta_min=lambda: _floor(c))}


def _floor(c):
    """A lowest rate; now and then above the base, which anneals upward."""
    return c.choice(0.0, 0, 1e-6, 1e-4, c.uniform(0.0, 0.05), c.uniform(0.5, 3.0), -0.01)


def warm_restarts(c):
    first = c.random.randint(1, max(2, c.horizon // 2))
    return {"T_0": first, **c.some(0.5, T_mult=lambda: c.choice(1, 2, 2, 3), eta_min=lambda: _floor(c))}


def cyclic_lr(c):
    node = {
        "base_lr": c.per_group(lambda: c.rate() * 0.1), "max_lr": c.per_group(c.rate),
        "step_size_up": c.choice(2.5, 1, 1.75) if c.chance(0.1) else c.random.randint(1, max(2, c.horizon // 3)),
        **c.some(0.5, step_size_down=lambda: c.choice(0, 1.5, c.length(), c.length()))}
    if c.chance(0.3):
        node["scale_fn"] = function(c, near_one=c.chance(0.5))
        node |= c.some(0.6, scale_mode=lambda: c.choice("cycle", "iterations"))
    else:
        node |= c.some(
            0.8,
            mode=lambda: c.choice("triangular", "triangular2", "exp_range"),
            gamma=lambda: c.choice(0.9, 0.99, 0.99994, c.uniform(0.8, 1.0)))
    return node | _momentum(c)


def one_cycle_lr(c, reaching=True):
    total = c.horizon + c.random.randint(-1, 4) if reaching else c.length(3)
    total = max(2, total)
    node = {"max_lr": c.per_group(c.rate)}
    if c.chance(0.25):
        parts = c.random.randint(1, 4)
        node |= {"epochs": -(-total // parts), "steps_per_epoch": parts}
    else:
        node["total_steps"] = total
    return node | _momentum(c) | c.some(
        0.5,
        pct_start=lambda: c.choice(0.3, 0.25, 0.5, 0.1, 0.0, 0.4, 0.9, c.uniform(0.05, 0.95)),
        anneal_strategy=lambda: c.choice("cos", "linear"),
        div_factor=lambda: c.choice(25, 10.0, 1, 4.0, c.uniform(0.5, 100.0)),
        final_div_factor=lambda: c.choice(1e4, 100, 1, 1e2, c.uniform(0.5, 1e5)),
        three_phase=lambda: c.chance(0.6))


def _momentum(c):
    driven = c.momentum and c.chance(0.75)
    node = {} if driven and c.chance(0.8) else {"cycle_momentum": driven}
    return node | c.some(
        0.4,
        base_momentum=lambda: c.per_group(lambda: c.choice(0.8, 0.85, 0, c.uniform(0.1, 0.9))),
        max_momentum=lambda: c.per_group(lambda: c.choice(0.95, 0.9, c.uniform(0.5, 0.99))))


def plateau(c):
    return c.some(
        0.5,
        mode=lambda: c.choice("min", "max"),
        factor=lambda: c.choice(0.1, 0.5, 0.2, 0.0, c.uniform(0.1, 0.99)),
        patience=lambda: c.choice(0, 1, 2, 3, 5, 2.5),
        threshold=lambda: c.choice(1e-4, 0.0, 0, 0.01, 0.1, c.uniform(0.0, 0.3)),
        threshold_mode=lambda: c.choice("rel", "abs"),
        cooldown=lambda: c.choice(0, 1, 2, 5),
        min_lr=lambda: c.per_group(lambda: c.choice(0, 1e-4, 1e-6, 0.01, 1e-3)),
        eps=lambda: c.choice(1e-8, 0.0, 0, 1e-3, 0.01))


def swalr(c):
    return {"swa_lr": c.per_group(lambda: c.choice(0.05, 0.01, 0, c.rate())),
            **c.some(0.7, anneal_epochs=lambda: c.choice(0, 1, c.length(), c.length()), anneal_strategy=lambda: c.choice("cos", "linear"))}


LEAVES = {
    "LambdaLR": lambda_lr, "MultiplicativeLR": multiplicative_lr, "StepLR": step_lr, "MultiStepLR": multistep_lr,
    "ConstantLR": constant_lr, "LinearLR": linear_lr, "ExponentialLR": exponential_lr, "PolynomialLR": polynomial_lr,
    "CosineAnnealingLR": cosine_annealing_lr, "CosineAnnealingWarmRestarts": warm_restarts, "CyclicLR": cyclic_lr,
    "OneCycleLR": one_cycle_lr, "SWALR": swalr,
}
KINDS = {**LEAVES, "ReduceLROnPlateau": plateau}


def leaf(c, kind=None):
    kind = kind or c.choice(*LEAVES)
    node = {"type": kind, **KINDS[kind](c)}
    if kind != "ReduceLROnPlateau" and c.chance(0.7 if c.resumable else 0.02):
        node["last_epoch"] = c.choice(-1, 0, 1, 2, c.length()) if c.resumable else -1
    return node


def combinator(c, kind=None, depth=0):
    if (kind or c.choice("SequentialLR", "ChainedScheduler")) == "ChainedScheduler":
        return {"type": "ChainedScheduler", "schedulers": [child(c, depth) for _ in range(c.random.randint(1, 3))]}
    count = c.choice(1, 2, 2, 2, 3, 3, 4)
    schedulers = [child(c, depth) if index == 0 or c.chance(0.15) else leaf(c) for index in range(count)]
    node = {"type": "SequentialLR", "schedulers": schedulers, "milestones": milestones(c, len(schedulers) - 1)}
    if c.chance(0.04):
        node["last_epoch"] = c.choice(-1, 0, 2)
    return node


def child(c, depth):
    return combinator(c, depth=depth + 1) if depth < 2 and c.chance(0.3) else leaf(c)


def milestones(c, count):
    drawn = sorted(c.random.randint(1, max(count + 1, c.horizon)) for _ in range(count))
    if count and c.chance(0.4):
        odd = c.choice("zero", "duplicate", "unsorted", "negative", "beyond", "fractional")
        where = c.random.randrange(count)
        match odd:
            case "zero": drawn[where] = 0
            case "duplicate": drawn = [drawn[where]] * count
            case "unsorted": c.random.shuffle(drawn)
            case "negative": drawn[where] = -c.random.randint(1, 3)
            case "beyond": drawn[-1] = c.horizon + c.random.randint(0, 50)
            case "fractional": drawn[where] = drawn[where] - 0.5
    return drawn


def metric(c, epochs):
    """A loss as runs have them: constant, falling with noise, on a plateau, or a formula."""
    match c.choice("constant", "values", "values", "expression"):
        case "constant":
            return c.choice(0.5, 1, 0, -0.3, c.uniform(0.1, 3.0))
        case "expression":
            return {"expression": metric_expression(c)}
    level, decay, noise = c.uniform(0.5, 3.0), c.choice(0.8, 0.95, 1.0), c.choice(0.0, 0.01, 0.2)
    sign = c.choice(1, 1, 1, -1)
    values = []
    for _ in range(epochs - (c.chance(0.2) and epochs > 1)):
        level *= decay
        values.append(sign * round(level + c.random.uniform(-noise, noise), c.choice(2, 3, 12)))
    return {"values": values}


def run(random, scheduler, interval=True):
    """A whole file around the node (or array of nodes) that `scheduler` draws."""
    steps = random.choice([1, 1, 1, 2, 3, 5, 7])
    epochs = random.randint(200, 400) if steps == 1 and random.random() < 0.06 else max(3, random.randint(18, 55) // steps)
    optimizer = drawn_optimizer(random)
    groups = optimizer.get("param_groups", [{}]) if optimizer else [{}]
    by_step = interval and random.random() < 0.4
    c = Context(
        random, groups=len(groups), horizon=epochs * steps if by_step else epochs,
        momentum=momentum_is_known(optimizer), resumable=all("initial_lr" in group for group in groups))
    spec = {"epochs": epochs}
    if steps > 1 or c.chance(0.1):
        spec["steps_per_epoch"] = steps
    if optimizer:
        spec["optimizer"] = optimizer
    nodes = scheduler(c)
    for node in nodes if isinstance(nodes, list) else [nodes]:
        if not _watches(node) and (by_step or c.chance(0.1)):
            node["interval"] = "step" if by_step else "epoch"
    spec["scheduler"] = nodes
    if _watches(nodes) or c.chance(0.05):
        spec["metric"] = metric(c, epochs)
    return spec


def _watches(nodes):
    nodes = nodes if isinstance(nodes, list) else [nodes]
    return any("ReduceLROnPlateau" in (node["type"], (node.get("after_scheduler") or {}).get("type")) for node in nodes)


def single(random, kind):
    """A run of one scheduler."""
    return run(random, lambda c: leaf(c, kind), interval=kind != "ReduceLROnPlateau")


def expression(random):
    """A run whose rates, and often its metric, come out of the expression language's corners."""
    def node(c):
        return {"type": c.choice("LambdaLR", "LambdaLR", "MultiplicativeLR"), "lr_lambda": c.per_group(lambda: tree(random, 4))}
    spec = run(random, node)
    if random.random() < 0.3:
        spec["metric"] = {"expression": tree(random, 3)}
    return spec


def composition(random):
    """A run of a tree of combinators, or of several schedulers stepped in turn."""
    def nodes(c):
        if c.chance(0.75):
            return combinator(c)
        several = [combinator(c) if c.chance(0.15) else leaf(c) for _ in range(c.random.randint(1, 3))]
        if c.chance(0.35):
            several.insert(c.random.randint(0, len(several)), leaf(c, "ReduceLROnPlateau"))
        return several
    return run(random, nodes)


BREAKS = {
    "LambdaLR": {"lr_lambda": ["1", "1", "1", "1"]},
    "MultiplicativeLR": {"lr_lambda": []},
    "StepLR": {},
    "MultiStepLR": {"milestones": 3},
    "ConstantLR": {"factor": 1.5},
    "LinearLR": {"start_factor": 0.0, "end_factor": 1.5},
    "ExponentialLR": {},
    "PolynomialLR": {},
    "CosineAnnealingLR": {},
    "CosineAnnealingWarmRestarts": {"T_0": 5.0, "T_mult": 1.5},
    "CyclicLR": {"max_lr": [0.1, 0.1, 0.1, 0.1], "base_lr": [], "step_size_up": 0},
    "OneCycleLR": {"total_steps": 12.0, "pct_start": 1, "anneal_strategy": "cosine", "div_factor": 0, "final_div_factor": 0.0},
    "ReduceLROnPlateau": {"factor": 1.0, "mode": "least", "threshold_mode": "relative", "min_lr": [0.1, 0.1, 0.1, 0.1]},
    "SWALR": {"anneal_epochs": 4.0, "anneal_strategy": "exp", "swa_lr": []},
    "SequentialLR": {"schedulers": []},
    "ChainedScheduler": {"schedulers": []},
}
"""Values that torch refuses on construction, whatever the rest of the file says."""


def broken(random):
    """A good file with one wrong value somewhere in its tree."""
    spec = composition(random) if random.random() < 0.5 else single(random, random.choice(list(KINDS)))
    node = random.choice(list(_nodes(spec["scheduler"])))
    breaks = BREAKS[node["type"]]
    if breaks and random.random() < 0.85:
        name = random.choice(list(breaks))
        node[name] = breaks[name]
    elif node["type"] not in ("ReduceLROnPlateau", "ChainedScheduler", "SequentialLR") and "optimizer" in spec:
        node["last_epoch"] = 3
        for group in spec["optimizer"].get("param_groups", []):
            group.pop("initial_lr", None)
    return spec


def _nodes(tree):
    for node in tree if isinstance(tree, list) else [tree]:
        yield node
        yield from _nodes(node.get("schedulers", []))
        yield from _nodes([node["after_scheduler"]] if node.get("after_scheduler") else [])


def any_spec(random):
    """One file of any sort, in the proportions that comparing wants."""
    draw = random.random()
    if draw < 0.45:
        return single(random, random.choice(list(KINDS)))
    if draw < 0.5:
        return expression(random)
    return composition(random) if draw < 0.88 else broken(random)
