"""GradualWarmupScheduler, as PyPI has it, around everything that torch has.

What the class does is what happens, its odd calls included; torch's own schedulers are built by `oracle`.
"""

from random import Random

import warmup_scheduler

import oracle
import torch_specs
from oracle import WATCHER
from recording import chosen, drawn

__all__ = ["any_spec", "cases", "departs", "run"]

SEED = 20250612
KIND = "GradualWarmupScheduler"
INNER = 14
COMPOSITIONS = 60
BROKEN = 30


def run(spec):
    """The rows of a file, as `oracle.run` gives them."""
    return oracle.run(spec, build, watches)


def build(node, optimizer):
    """One node and what is inside it; the inner scheduler is made first, as Python makes arguments."""
    if node["type"] != KIND:
        return oracle.scheduler(node, optimizer, build)
    arguments = {key: value for key, value in node.items() if key not in ("type", "interval") and not key.startswith("$")}
    if arguments.get("after_scheduler") is not None:
        arguments["after_scheduler"] = build(arguments["after_scheduler"], optimizer)
    return warmup_scheduler.GradualWarmupScheduler(optimizer, **arguments)


def watches(node):
    return node["type"] == WATCHER or (node.get("after_scheduler") or {}).get("type") == WATCHER


def departs(reason):
    """Whether lrplot does what was meant where torch raises this: a combinator has no rate to ask for."""
    return str(reason).startswith("NotImplementedError")


def gradual(c, inner=None, depth=0):
    """A warm-up around `inner`, or around anything."""
    node = {
        "type": KIND,
        "multiplier": c.choice(1, 1.0, 1.0, 2, 8.0, 4, 1.5, c.uniform(1.0, 10.0)),
        "total_epoch": c.choice(2.5, -1, -2.5, 1.5, 1, 1.0) if c.chance(0.12) else c.length(),
    }
    return node | {"after_scheduler": after(c, depth)} if inner is None else node | inner


def after(c, depth):
    if depth < 2 and c.chance(0.12):
        return gradual(c, depth=depth + 1)
    if c.chance(0.1):
        return torch_specs.combinator(c)
    return torch_specs.leaf(c, c.choice(*torch_specs.KINDS))


def around(random, kind):
    """A warm-up around one of torch's kinds, or around nothing."""
    def node(c):
        return gradual(c, {"after_scheduler": torch_specs.leaf(c, kind)} if kind else c.choice({}, {"after_scheduler": None}))
    return torch_specs.run(random, node, interval=kind != WATCHER)


def composition(random):
    """Warm-ups among other schedulers, inside combinators and in turn."""
    def nodes(c):
        if c.chance(0.4):
            return gradual(c)
        own = gradual(c, {"after_scheduler": torch_specs.leaf(c)})
        others = [torch_specs.leaf(c) for _ in range(c.random.randint(0, 2))]
        children = others[:1] + [own] + others[1:] if c.chance(0.5) else [own] + others
        match c.choice("sequence", "chain", "array"):
            case "sequence":
                return {"type": "SequentialLR", "schedulers": children, "milestones": torch_specs.milestones(c, len(children) - 1)}
            case "chain":
                return {"type": "ChainedScheduler", "schedulers": children}
        return children
    return torch_specs.run(random, nodes)


BREAKS = {"multiplier": [0.5, 0, -1, "2", None], "total_epoch": [0, 0.0, "5", None], "after_scheduler": ["StepLR", 3]}


def broken(random):
    """A warm-up with one wrong value, its own or the inner scheduler's."""
    spec = around(random, random.choice(list(torch_specs.KINDS)))
    node = spec["scheduler"]
    if random.random() < 0.3:
        name, value = random.choice(list(torch_specs.BREAKS[node["after_scheduler"]["type"]].items()) or [("no_such_parameter", 1)])
        node["after_scheduler"][name] = value
    elif random.random() < 0.2:
        del node[random.choice(["multiplier", "total_epoch"])]
    else:
        name = random.choice(list(BREAKS))
        node[name] = random.choice(BREAKS[name])
    return spec


def any_spec(random):
    draw = random.random()
    if draw < 0.6:
        return around(random, random.choice([None, *torch_specs.KINDS]))
    return composition(random) if draw < 0.9 else broken(random)


def spec(scheduler, epochs=14, **rest):
    return {"epochs": epochs, **rest, "scheduler": scheduler}


def warm_up(after_scheduler=None, multiplier=1.0, total_epoch=4):
    return {"type": KIND, "multiplier": multiplier, "total_epoch": total_epoch, "after_scheduler": after_scheduler}


COSINE = {"type": "CosineAnnealingLR", "T_max": 6}
PLATEAU = {"type": WATCHER, "patience": 0, "factor": 0.5}

ACCEPTED = {
    "into steps": spec(warm_up({"type": "StepLR", "step_size": 3, "gamma": 0.5})),
    "into a cosine, which overshoots": spec(warm_up(COSINE, multiplier=8)),
    "into a cosine of one epoch": spec(warm_up({"type": "CosineAnnealingLR", "T_max": 1})),
    "into a resumed cosine": spec(warm_up({**COSINE, "last_epoch": 2}), optimizer={"lr": 0.1, "param_groups": [{"initial_lr": 0.3}]}),
    "into one cycle, whose base it takes": spec(warm_up({"type": "OneCycleLR", "max_lr": 1.0, "total_steps": 10})),
    "into nothing": spec(warm_up(multiplier=4)),
    "over before it began": spec(warm_up(COSINE, total_epoch=-1, multiplier=2)),
    "before a plateau": spec(warm_up(PLATEAU), metric=0.5),
    "before a plateau, raised": spec(warm_up(PLATEAU, multiplier=3.0), metric={"values": [1, 0.9, 0.8, 0.7, 0.6, 0.6, 0.6, 0.5, 0.5, 0.5, 0.5, 0.5, 0.5]}),
    "before a plateau, at once": spec(warm_up(PLATEAU, multiplier=3.0, total_epoch=1), metric=0.5),
    "before a warm-up before a plateau, not reached": spec(warm_up(warm_up(PLATEAU, total_epoch=20)), metric=0.5),
    "before a warm-up": spec(warm_up(warm_up(COSINE, multiplier=2.0), multiplier=2.0), epochs=24),
    "in a sequence": spec({"type": "SequentialLR", "schedulers": [COSINE, warm_up(COSINE)], "milestones": [5]}),
    "of several groups": spec(warm_up(COSINE, multiplier=2), optimizer={"type": "Adam", "param_groups": [{"lr": 0.1}, {}, {"lr": 3}]}),
}
REFUSED = {
    "below one": spec(warm_up(COSINE, multiplier=0.9)),
    "of no epochs": spec(warm_up(COSINE, total_epoch=0)),
    "of no epochs, raised": spec(warm_up(COSINE, multiplier=2, total_epoch=0)),
    "of no epochs before a plateau": spec(warm_up(PLATEAU, total_epoch=0), metric=0.5),
    "before a plateau without a metric": spec(warm_up(PLATEAU)),
    "before a warm-up before a plateau": spec(warm_up(warm_up(PLATEAU)), metric=0.5),
    "without a multiplier": spec({"type": KIND, "total_epoch": 4}),
    "without a length": spec({"type": KIND, "multiplier": 1}),
}


def cases():
    """The cases of the fixture, in order."""
    yield from chosen(ACCEPTED, run, refused=False)
    yield from chosen(REFUSED, run, refused=True)
    random = Random(SEED)
    for kind in [None, *torch_specs.KINDS]:
        yield from drawn(f"around {kind}", INNER, lambda kind=kind: around(random, kind), run, departs)
    yield from drawn("composition", COMPOSITIONS, lambda: composition(random), run, departs)
    yield from drawn("broken", BROKEN, lambda: broken(random), run, departs)
