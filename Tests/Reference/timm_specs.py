"""Random schedule files over everything that timm's schedulers offer, drawn from a seed.

Limits of noise stay where timm finds a number below them soon: it draws until it has one.
"""

import family_specs
import torch_specs
from torch_optimizers import drawn_optimizer


def cycles(c):
    return {"t_initial": _length(c)} | c.some(
        0.4,
        lr_min=lambda: c.choice(0.0, 0, 1e-5, 1e-3, c.uniform(0, 0.05), c.uniform(0.5, 2)),
        cycle_mul=lambda: c.choice(1.0, 1, 2, 2.0, 1.5, 3, 0.5, 0.9, c.uniform(1, 3), c.uniform(0.2, 1)),
        cycle_decay=lambda: c.choice(1.0, 0.5, 0.1, 1, 0, 2, -0.5, c.uniform(0.1, 1)),
        cycle_limit=lambda: c.choice(1, 2, 3, 5, 100, 0, 2.5, 1.0))


def _length(c):
    return c.choice(2.5, 1.5, 1, 10.0, 7.75) if c.chance(0.12) else c.length(2)


def _power(c):
    return c.choice(1.0, 1, 2, 0.5, 1.5, 3, 0, -1, c.uniform(0.3, 3), c.random.randint(4, 16))


def cosine(c):
    return cycles(c) | c.some(0.4, k_decay=lambda: _power(c))


def tanh(c):
    return cycles(c) | c.some(
        0.4, lb=lambda: c.choice(-7.0, -6, -4.0, 0, c.uniform(-9, 0)), ub=lambda: c.choice(3.0, 3, 4, 0.5, c.uniform(0.1, 6)))


def poly(c):
    return cycles(c) | c.some(0.4, k_decay=lambda: _power(c), power=lambda: c.choice(0.5, 1, 2, 0.9, 3.0, 0, -0.5, c.uniform(0.2, 4)))


def _drop(c):
    return c.choice(0.1, 0.5, 0.97, 1, 0, 0.0, -0.5, 1.5, c.uniform(0.1, 1))


def step(c):
    distance = c.choice(2.5, 1.5, 3.0, -4, 1) if c.chance(0.2) else c.length()
    return {"decay_t": distance} | c.some(0.9, decay_rate=lambda: _drop(c))


def multistep(c):
    milestones = [c.length() for _ in range(c.random.randint(0, 4))]
    if c.chance(0.8):
        milestones.sort()
    if c.chance(0.2):
        milestones += [c.choice(0, -3, 7.5, 12.0, 1)]
    return {"decay_t": milestones} | c.some(0.9, decay_rate=lambda: _drop(c))


def wsd(c):
    total = _length(c)
    decay = min(total, c.choice(1.5, 1, 2.5) if c.chance(0.1) else c.length())
    stable = c.choice("constant", "rsqrt", "power", "constant")
    node = {"t_initial": total, "decay_t": decay} | c.some(
        0.4,
        lr_min=lambda: c.choice(0.0, 1e-4, 0.01, c.uniform(0, 1)),
        stable_power=lambda: c.choice(0.5, 1, 0.51, c.uniform(0.1, 2)),
        decay_fn=lambda: c.choice(
            "linear", "1-sqrt", "cosine", "power", "exp", "lambda f: (1 - f) ** 2", "lambda x: 1 - x * x * sin(x)"),
        decay_power=lambda: c.choice(0.5, 2, 1, c.uniform(0.1, 3)),
        decay_ratio=lambda: c.choice(0.1, 0.5, 0.01, c.uniform(0.01, 0.99)))
    if stable != "constant":
        node |= {"stable_fn": stable, "stable_timescale": c.choice(c.length(), 10, 2.5, None, c.length())}
    return node


def plateau(c):
    return c.some(
        0.5,
        decay_rate=lambda: c.choice(0.1, 0.5, 0.2, 0, c.uniform(0.1, 0.99), -0.5),
        patience_t=lambda: c.choice(0, 1, 2, 3, 2.5),
        threshold=lambda: c.choice(1e-4, 0, 0.1, c.uniform(0, 0.3)),
        cooldown_t=lambda: c.choice(0, 1, 2, 1.5),
        lr_min=lambda: c.per_group(lambda: c.choice(0, 1e-3, 0.01, 1e-5)),
        mode=lambda: c.choice("min", "max"))


KINDS = {
    "CosineLRScheduler": cosine, "TanhLRScheduler": tanh, "PolyLRScheduler": poly, "StepLRScheduler": step,
    "MultiStepLRScheduler": multistep, "WSDLRScheduler": wsd, "PlateauLRScheduler": plateau,
}


def shared(c, kind):
    """What all of timm's schedulers take."""
    node = {}
    if c.chance(0.55):
        negative = () if kind == "TanhLRScheduler" else (-4,)
        node["warmup_t"] = c.choice(0, 2.5, 1.5, 1, *negative) if c.chance(0.2) else c.random.randint(1, max(2, c.horizon // 3))
        node |= c.some(0.7, warmup_lr_init=lambda: c.choice(0.0, 1e-4, 1e-6, 0.001, 0, c.uniform(0, 0.1), 0.7))
    if kind not in ("WSDLRScheduler", "PlateauLRScheduler"):
        node |= c.some(0.45, warmup_prefix=lambda: c.chance(0.5))
    if c.chance(0.35):
        start = c.random.randint(0, max(1, c.horizon - 4))
        node["noise_range_t"] = c.choice(
            start, [start, start + c.length(3)], [start, c.horizon + 3], float(start) + 0.5, [start, c.horizon, 3])
        node |= c.some(
            0.5,
            noise_pct=lambda: c.choice(0.67, 0.1, 1.0, 5, 0.02, c.uniform(0.1, 2)),
            noise_std=lambda: c.choice(1.0, 0.5, 2, 0.0, 0.1, -1, c.uniform(0.1, 1.5)),
            noise_seed=lambda: c.choice(42, 0, 1, None, -7, 2**32 + 5, 123456789, c.random.randint(0, 10**6)))
        if kind == "PlateauLRScheduler":
            node |= c.some(0.6, noise_type=lambda: c.choice("normal", "uniform", "uniform", "gauss"))
    if kind != "PlateauLRScheduler":
        node |= c.some(0.35, t_in_epochs=lambda: c.chance(0.4))
    return node | c.some(0.15, initialize=lambda: not c.resumable)


def node(c, kind):
    return {"type": f"timm.{kind}", **KINDS[kind](c), **shared(c, kind)}


def optimizer(random):
    """An optimizer, some of whose groups have an `lr_scale`."""
    drawn = drawn_optimizer(random)
    for group in (drawn or {}).get("param_groups", []):
        if random.random() < 0.4:
            group["lr_scale"] = random.choice([0.5, 0.1, 0.65 ** 3, 1, 0, 2.0, -1, random.uniform(0, 1)])
    return drawn


def _watches(node):
    return node["type"] in ("ReduceLROnPlateau", "timm.PlateauLRScheduler")


def _run(random, draw):
    return family_specs.run(random, draw, lambda kind: random.choice(["epoch", "epoch", "step"]), _watches, optimizer)


def single(random, kind):
    """A run of one scheduler."""
    return _run(random, lambda c: node(c, kind))


def composition(random):
    """A run of several schedulers in turn, for timm's cannot stand in torch's combinators."""
    def draw(c):
        several = [node(c, c.choice(*KINDS)) if c.chance(0.6) else torch_specs.leaf(c) for _ in range(c.random.randint(1, 3))]
        return several + [node(c, c.choice(*KINDS))]
    return _run(random, draw)


SHARED_BREAKS = {
    "warmup_t": ("five", None, [3], -2), "warmup_lr_init": ("low", None, -0.1), "noise_seed": (1.5, "a", 7.0),
    "noise_range_t": ([], [3], "always", [2, "x"]), "initialize": (False,), "noise_std": ("a", None),
}
CYCLE_BREAKS = {
    "t_initial": (0, -5, 0.0, None, "ten", [10]), "lr_min": (-0.1, None, "low", -1e-9), "cycle_mul": (0, -1, 0.3, None, "two"),
    "cycle_decay": (None, "half", 1e200), "cycle_limit": (-1, None, "one"),
}
BREAKS = {
    "CosineLRScheduler": CYCLE_BREAKS | {"k_decay": (-1, -0.5, None, "k", 500, -400)},
    "TanhLRScheduler": CYCLE_BREAKS | {"lb": (5, 3, None, "l"), "ub": (-7, -9.5, None)},
    "PolyLRScheduler": CYCLE_BREAKS | {"power": (-1, None, "p"), "k_decay": (-1, None, 400)},
    "StepLRScheduler": {"decay_t": (0, 0.0, None, "ten", [3]), "decay_rate": (None, "a", 1e300)},
    "MultiStepLRScheduler": {"decay_t": (3, None, "ten", ["a"], [None]), "decay_rate": (None, 1e200, "a")},
    "WSDLRScheduler": {
        "t_initial": (0, -3, None, "a"), "decay_t": (0, 10**6, -1, None), "lr_min": (-0.1, None), "stable_fn": ("flat", "rsqrt", None),
        "stable_timescale": (0, -3, "a"), "stable_power": (0, -1), "decay_fn": ("1-sqr", "lambda f: 1 / (f - 1)", "lambda", "power "),
        "decay_power": (0, -0.5, None), "decay_ratio": (0, 1, 1.5, -0.1)},
    "PlateauLRScheduler": {"decay_rate": (1, 1.5, None, "a"), "mode": ("least",), "lr_min": ([0.1] * 5, []), "patience_t": (None, "a")},
}
"""Values worth trying; whether timm refuses them, and when, is for it to say."""


def broken(random):
    """A good file with one or two wrong values in one of its nodes."""
    spec = composition(random) if random.random() < 0.2 else single(random, random.choice(list(KINDS)))
    chosen = random.choice([node for node in family_specs.nodes(spec["scheduler"]) if node["type"].startswith("timm.")])
    breaks = BREAKS[chosen["type"].removeprefix("timm.")]
    if random.random() < 0.35:
        breaks = breaks | SHARED_BREAKS
    for name in random.sample(list(breaks), random.choice([1, 1, 2])):
        if name in ("t_initial", "decay_t") and random.random() < 0.2:
            chosen.pop(name, None)
        else:
            chosen[name] = random.choice(breaks[name])
    return spec


OTHERS = ("type", "interval", "warmup_prefix", "t_in_epochs", "initialize", "noise_type", "stable_fn", "decay_fn", "mode")
NULLABLE = ("noise_range_t", "noise_seed", "stable_timescale")


def numbers(node):
    """The values of a node that must be numbers, those in lists one by one."""
    if not node["type"].startswith("timm."):
        return {}
    given = {name: value for name, value in node.items() if name not in OTHERS and not (value is None and name in NULLABLE)}
    listed = ["noise_range_t", "decay_t" if "Multi" in node["type"] else "lr_min"]
    for name in listed:
        if name == "decay_t" and name in given and not isinstance(given[name], list):
            given[name] = None
        elif isinstance(given.get(name), list):
            given |= {f"{name}[{index}]": value for index, value in enumerate(given.pop(name))}
    return given


def any_spec(random):
    """One file of any sort, in the proportions that comparing wants."""
    draw = random.random()
    if draw < 0.6:
        return single(random, random.choice(list(KINDS)))
    return composition(random) if draw < 0.75 else broken(random)
