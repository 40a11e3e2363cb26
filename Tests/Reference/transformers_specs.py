"""Random schedule files over everything that transformers' `get_scheduler` offers, drawn from a seed.

Most are what people write, a fixed share is odd but accepted: a warm-up longer than the run, fractions, totals of zero.
"""

import family_specs
import torch_specs

PLATEAU_KINDS = ("reduce_lr_on_plateau", "greedy")


def linear(c):
    return {}


def cosine(c):
    return c.some(0.4, num_cycles=lambda: _cycles(c))


def _cycles(c):
    return c.choice(0.5, 1, 1.5, 2, 0, -0.5, 3.0, c.uniform(0.1, 4.0))


def restarts(c):
    return c.some(0.7, num_cycles=lambda: c.choice(1, 2, 3, 4, 2.5, 0, -2, c.uniform(0.1, 5.0)))


def polynomial(c):
    return c.some(
        0.5,
        lr_end=lambda: c.choice(1e-7, 0, 0.0, 1e-4, 1e-5, -0.01, c.uniform(0.0, 0.05)),
        power=lambda: c.choice(1.0, 2, 0.5, 3.0, 0, 0.9, -1, -0.5, c.uniform(0.1, 4.0)))


def inverse_sqrt(c):
    return c.some(0.5, timescale=lambda: c.choice(None, c.length(), 10_000, 2.5, c.length(), -3, c.uniform(0.5, 30)))


def min_lr(c):
    lowest = {"min_lr": c.choice(1e-5, 1e-4, 0.01, 0, c.uniform(0, 0.05), c.uniform(0.5, 2.0), -0.01)}
    part = {"min_lr_rate": c.choice(0.1, 0.01, 0, 1, 0.0, c.uniform(0, 1), 1.5, -0.5)}
    chosen = lowest if c.chance(0.5) else part
    if c.chance(0.1):
        chosen["min_lr" if "min_lr_rate" in chosen else "min_lr_rate"] = None
    return chosen | cosine(c)


def min_lr_warmup(c):
    return min_lr(c) | c.some(0.5, warmup_lr_rate=lambda: c.choice(0.1, 0, 1, 0.01, None, 2, -0.5, c.uniform(0, 1)))


def wsd(c):
    return {"num_decay_steps": c.choice(c.length(), c.length(), 0, 2.5, -3)} | c.some(
        0.5,
        num_stable_steps=lambda: c.choice(c.length(), c.length(), 0, None, 3.5, -2),
        warmup_type=lambda: c.choice("linear", "cosine", "1-sqrt"),
        decay_type=lambda: c.choice("linear", "cosine", "1-sqrt"),
        min_lr_ratio=lambda: c.choice(0.1, 0, 0.01, 1, c.uniform(0, 1), 1.5, -0.2),
        num_cycles=lambda: _cycles(c))


def greedy(c):
    return c.some(
        0.5,
        mode=lambda: c.choice("min", "max"),
        factor=lambda: c.choice(0.95, 0.5, 0.9, c.uniform(0.1, 0.99), 0, -0.5),
        patience=lambda: c.choice(0, 1, 2, 3, 1.5, -1),
        threshold=lambda: c.choice(1e-6, 0.0, 0.01, 0.1, c.uniform(0.0, 0.3)),
        threshold_mode=lambda: c.choice("rel", "abs"),
        cooldown=lambda: c.choice(0, 1, 2, 2.5),
        warmup=lambda: c.choice(0, 1, 3, 0.5),
        min_lr=lambda: c.per_group(lambda: c.choice(0, 1e-4, 1e-3, 0.01, 1)),
        max_lr=lambda: c.per_group(lambda: c.choice(1, 0.5, 0.2, 10.0, 1e-3)),
        eps=lambda: c.choice(1e-8, 0.0, 1e-3, 0.01),
        verbose=lambda: False,
        smooth=lambda: c.chance(0.8),
        window_size=lambda: c.choice(50, 1, 2, 3, 5, 2.5),
        reset_start=lambda: c.choice(500, 1, 2, 3, 0, 2.5))


KINDS = {
    "linear": linear, "cosine": cosine, "cosine_with_restarts": restarts, "polynomial": polynomial, "constant": linear,
    "constant_with_warmup": linear, "inverse_sqrt": inverse_sqrt, "cosine_with_min_lr": min_lr,
    "cosine_warmup_with_min_lr": min_lr_warmup, "warmup_stable_decay": wsd, "reduce_lr_on_plateau": torch_specs.plateau,
    "greedy": greedy,
}
LAMBDAS = [kind for kind in KINDS if kind not in PLATEAU_KINDS]


def node(c, kind, must_have_total=False):
    lengths = {"num_warmup_steps": c.choice(0, 1.5, 2.5, -3, "10%", "12.5%", c.horizon + 3) if c.chance(0.2) else c.length(0) // 2}
    if must_have_total or c.chance(0.75):
        lengths["num_training_steps"] = c.choice(0, 1, -2, 17.5, lengths["num_warmup_steps"], c.length()) if c.chance(0.15) else c.horizon - c.random.randint(-3, 6)
        if isinstance(lengths["num_training_steps"], str):
            lengths["num_training_steps"] = c.horizon
    elif c.chance(0.2):
        lengths["num_training_steps"] = None
    if kind in ("constant", *PLATEAU_KINDS) and c.chance(0.5):
        lengths = {}
    made = {"type": f"transformers.{kind}", **lengths, **KINDS[kind](c)}
    if kind not in ("constant", "constant_with_warmup", *PLATEAU_KINDS) and c.chance(0.6 if c.resumable else 0.02):
        made["last_epoch"] = c.choice(-1, 0, 1, 2, c.length()) if c.resumable else -1
    return made


def leaf(c):
    return node(c, c.choice(*LAMBDAS), must_have_total=True)


def _watches(node):
    return node["type"] == "ReduceLROnPlateau" or node["type"].removeprefix("transformers.") in PLATEAU_KINDS


def _run(random, draw):
    return family_specs.run(random, draw, lambda kind: "step", _watches)


def single(random, kind):
    """A run of one scheduler."""
    return _run(random, lambda c: node(c, kind))


def composition(random):
    """A run of a tree of torch's combinators with transformers' schedules in it, or of several in turn."""
    def draw(c):
        tree = family_specs.composed(c, leaf)
        if isinstance(tree, list) and c.chance(0.4):
            tree.insert(c.random.randint(0, len(tree)), node(c, c.choice(*PLATEAU_KINDS)))
        return tree
    return _run(random, draw)


ANYWHERE = {"num_warmup_steps": (None, "five", [3], "120%", "-1%", {}), "num_training_steps": ("ten", [30], {})}
BREAKS = {
    "linear": {}, "cosine": {"num_cycles": ("one", None, [0.5])}, "cosine_with_restarts": {"num_cycles": (None, "two")},
    "polynomial": {"lr_end": (5, 3.0, None, "low"), "power": (-2, None, "square")}, "constant": {},
    "constant_with_warmup": {}, "inverse_sqrt": {"timescale": (0, -5, "long")},
    "cosine_with_min_lr": {"min_lr": (None, 0.01, "low"), "min_lr_rate": (None, 0.1, "low"), "num_cycles": (None,)},
    "cosine_warmup_with_min_lr": {"min_lr": (None, 0.01, "low"), "min_lr_rate": (None, 0.1), "warmup_lr_rate": ("a", [1])},
    "warmup_stable_decay": {
        "num_decay_steps": (None, "five", [1]), "num_stable_steps": ("all", [3]), "warmup_type": ("sqrt", None, "exp"),
        "decay_type": ("sqrt", None, "Linear"), "min_lr_ratio": (None, "a"), "num_cycles": ("one",)},
    "reduce_lr_on_plateau": {"factor": (1, 1.5, None), "mode": ("least",), "min_lr": ([0.1] * 5, [])},
    "greedy": {
        "factor": (1.0, 1, 2.5, "a", 0), "mode": ("least", None), "threshold_mode": ("relative",), "min_lr": ([0.1] * 5, []),
        "max_lr": ([1] * 7,), "window_size": (0, -2)},
}
"""Values worth trying; whether get_scheduler refuses them, and when, is for it to say."""


def numbers(node):
    """The values of a node that must be numbers."""
    kind = node["type"].removeprefix("transformers.")
    if kind == node["type"] or kind == "constant" or kind in PLATEAU_KINDS:
        return {}
    words = ("type", "interval", "warmup_type", "decay_type")
    nullable = ("num_training_steps", "num_stable_steps", "timescale", "min_lr", "min_lr_rate", "warmup_lr_rate")
    given = {name: value for name, value in node.items() if name not in words and not (value is None and name in nullable)}
    return given


def broken(random):
    """A good file with one or two wrong values in one of its nodes."""
    spec = composition(random) if random.random() < 0.3 else single(random, random.choice(list(KINDS)))
    ours = [node for node in family_specs.nodes(spec["scheduler"]) if node["type"].startswith("transformers.")]
    if not ours:
        return spec
    chosen = random.choice(ours)
    kind = chosen["type"].removeprefix("transformers.")
    anywhere = {} if kind in ("constant", *PLATEAU_KINDS) else ANYWHERE
    breaks = BREAKS[kind] | (anywhere if random.random() < 0.4 or not BREAKS[kind] else {})
    for name in random.sample(list(breaks), min(len(breaks), random.choice([1, 1, 2]))):
        if name in ("num_warmup_steps", "num_decay_steps") and random.random() < 0.3:
            chosen.pop(name, None)
        else:
            chosen[name] = random.choice(breaks[name])
    if "window_size" in breaks and random.random() < 0.5:
        chosen["smooth"] = True
    return spec


def any_spec(random):
    """One file of any sort, in the proportions that comparing wants."""
    draw = random.random()
    if draw < 0.5:
        return single(random, random.choice(list(KINDS)))
    return composition(random) if draw < 0.75 else broken(random)
