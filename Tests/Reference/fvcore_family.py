"""fvcore's param schedulers over a training, and detectron2's ways of using them.

detectron2 is not on PyPI; its few lines around fvcore's classes are said anew here: a warm-up is a composite of two, and
the multiplier is asked for the part of the training that is over. So are its two deprecated classes on torch's clock.
"""

import math
from bisect import bisect_right
from random import Random

from fvcore.common import param_scheduler as library
from torch.optim.lr_scheduler import LRScheduler

import loop
from drawing import around
from recording import drawn

__all__ = ["any_spec", "cases", "departs", "run"]

SEED = 20250618
SOLVER = {"MAX_ITER": 40000, "WARMUP_FACTOR": 1e-3, "WARMUP_ITERS": 1000, "WARMUP_METHOD": "linear", "RESCALE_INTERVAL": False,
          "STEPS": [30000], "GAMMA": 0.1, "NUM_DECAYS": 3, "BASE_LR_END": 0.0}


def departs(reason):
    return False


def run(spec):
    return loop.run(spec, _attach)


def _schedule(node):
    given = loop.parameters(node)
    if loop.kind(node) == "WarmupParamScheduler":
        return _warmed(_schedule(given.pop("scheduler")), **given)
    if "schedulers" in given:
        given["schedulers"] = [_schedule(child) for child in given["schedulers"]]
    return getattr(library, loop.kind(node))(**given)


def _warmed(schedule, warmup_factor, warmup_length, warmup_method="linear", rescale_interval=False):
    start, end = warmup_factor * schedule(0.0), schedule(0.0 if rescale_interval else warmup_length)
    warmup = library.LinearParamScheduler(start, end) if warmup_method == "linear" else library.ConstantParamScheduler(start)
    return library.CompositeParamScheduler(
        [warmup, schedule], [warmup_length, 1 - warmup_length], ["rescaled", "rescaled" if rescale_interval else "fixed"])


def _solver(node, optimizer):
    given = {**SOLVER, **loop.parameters(node)}
    total = given["MAX_ITER"]
    match loop.kind(node):
        case "WarmupMultiStepLR":
            steps = [step for step in given["STEPS"] if step <= total]
            values = [given["GAMMA"] ** k for k in range(len(steps) + 1)]
            schedule = library.MultiStepParamScheduler(values=values, milestones=steps, num_updates=total)
        case "WarmupCosineLR":
            end = given["BASE_LR_END"] / optimizer.defaults["lr"]
            assert 0.0 <= end <= 1.0
            schedule = library.CosineParamScheduler(1, end)
        case _:
            schedule = library.StepWithFixedGammaParamScheduler(1.0, given["NUM_DECAYS"], given["GAMMA"], total)
    length = min(given["WARMUP_ITERS"] / total, 1.0)
    return _warmed(schedule, given["WARMUP_FACTOR"], length, given["WARMUP_METHOD"], given["RESCALE_INTERVAL"]), total


class _Clocked(LRScheduler):
    """A rate by base rate and update, on torch's clock as detectron2's classes are."""

    def __init__(self, optimizer, rate, last_epoch=-1):
        self.rate = rate
        super().__init__(optimizer, last_epoch)

    def get_lr(self):
        return [self.rate(base, self.last_epoch) for base in self.base_lrs]


def _deprecated(node):
    """The rate of the classes from before param schedulers: base rate times warm-up times shape."""
    given = loop.parameters(node)
    factor, iters = given.get("warmup_factor", 0.001), given.get("warmup_iters", 1000)
    is_constant = given.get("warmup_method") == "constant"

    def warmup(t):
        if t >= iters:
            return 1.0
        return factor if is_constant else factor * (1 - t / iters) + t / iters

    if loop.kind(node) == "DeprecatedWarmupCosineLR":
        total = given["max_iters"]
        return lambda base, t: base * warmup(t) * 0.5 * (1.0 + math.cos(math.pi * t / total))
    milestones, gamma = given["milestones"], given.get("gamma", 0.1)
    if milestones != sorted(milestones):
        raise ValueError("milestones are not in order")
    return lambda base, t: base * warmup(t) * gamma ** bisect_right(milestones, t)


def _attach(node, optimizer, spec):
    given = loop.parameters(node)
    last_epoch = -1
    if loop.kind(node).startswith("Deprecated"):
        rate, last_epoch = _deprecated(node), given.get("last_epoch", -1)
    elif loop.kind(node) == "LRMultiplier":
        schedule, last_epoch = _schedule(given["multiplier"]), given.get("last_iter", -1)
        rate = lambda base, t: base * schedule(t / given["max_iter"])
    elif node["type"].startswith("detectron2") and loop.kind(node) != "WarmupParamScheduler":
        schedule, total = _solver(node, optimizer)
        rate = lambda base, t: base * schedule(t / total)
    else:
        total = given.pop("max_iter", spec["epochs"] * spec.get("steps_per_epoch", 1))
        schedule = _schedule({"type": node["type"], **given})
        rate = lambda base, t: schedule(t / total)
    return loop.Stepped(after_step=_Clocked(optimizer, rate, last_epoch).step)


# What is drawn

def _multistep(c):
    values = [c.rate() for _ in range(c.integer(1, 4))]
    draw = c.random.random()
    total = c.choice(c.horizon, 100, 37)
    if draw < 0.25:
        return {"values": values, "num_updates": total}
    count = len(values) - 1 if draw < 0.7 else len(values)
    milestones = sorted({c.integer(1, total) for _ in range(count if c.chance(0.97) else count + 1)})
    return {"values": values, "milestones": milestones, **({"num_updates": total} if draw < 0.7 else {})}


def _composite(c, depth):
    count = c.integer(1, 3)
    cuts = sorted(round(c.random.random(), 3) for _ in range(count - 1))
    lengths = [after - before for before, after in zip([0.0, *cuts], [*cuts, 1.0])]
    if c.chance(0.05):
        lengths[-1] += 0.1
    return {"schedulers": [_leaf(c, depth + 1) for _ in range(count)], "lengths": lengths,
            "interval_scaling": [c.choice("rescaled", "fixed") for _ in range(count if c.chance(0.97) else count - 1)]}


def _warm(c, depth):
    return {"scheduler": _leaf(c, depth + 1), "warmup_factor": c.choice(0.001, 0.1, 1 / 3), "warmup_length": c.choice(0.1, 0.25, 0.0, 1.0, c.uniform(0, 1))} | c.some(
        0.5, warmup_method=lambda: c.choice("linear", "constant"), rescale_interval=lambda: c.chance(0.6))


def _leaf(c, depth=0, kind=None):
    kind = kind or c.choice(*KINDS)
    if depth > 2 and kind in ("CompositeParamScheduler", "WarmupParamScheduler"):
        kind = "CosineParamScheduler"
    family = "detectron2" if kind == "WarmupParamScheduler" else "fvcore"
    return {"type": f"{family}.{kind}", **KINDS[kind](c, depth)}


KINDS = {
    "ConstantParamScheduler": lambda c, depth: {"value": c.rate()},
    "CosineParamScheduler": lambda c, depth: {"start_value": c.rate(), "end_value": c.rate() / 10},
    "ExponentialParamScheduler": lambda c, depth: {"start_value": c.rate(), "decay": c.choice(0.1, 0.01, 2.0)},
    "LinearParamScheduler": lambda c, depth: {"start_value": c.rate(), "end_value": c.rate() / 10},
    "PolynomialDecayParamScheduler": lambda c, depth: {"base_value": c.rate(), "power": c.choice(1, 0.9, 2, 0.5)},
    "StepParamScheduler": lambda c, depth: {"num_updates": c.choice(0, 2.5) if c.chance(0.1) else c.horizon, "values": [c.rate() for _ in range(c.integer(0 if c.chance(0.1) else 1, 5))]},
    "StepWithFixedGammaParamScheduler": lambda c, depth: {
        "base_value": 0 if c.chance(0.05) else c.rate(), "num_decays": c.integer(0 if c.chance(0.1) else 1, 5), "gamma": c.choice(0.1, 0.5, 0.9), "num_updates": c.horizon},
    "MultiStepParamScheduler": lambda c, depth: _multistep(c),
    "CompositeParamScheduler": _composite,
    "WarmupParamScheduler": _warm,
}


def _configured(c):
    kind = c.choice("WarmupMultiStepLR", "WarmupCosineLR", "WarmupStepWithFixedGammaLR")
    total = c.choice(c.horizon, c.horizon + c.integer(0, 9))
    node = {"type": f"detectron2.{kind}", "MAX_ITER": total} | c.some(
        0.7, WARMUP_ITERS=lambda: c.choice(0, c.length(), c.length() // 2), WARMUP_FACTOR=lambda: c.choice(0.001, 0.1, 0.0), WARMUP_METHOD=lambda: c.choice("linear", "constant"),
        RESCALE_INTERVAL=lambda: c.chance(0.5))
    match kind:
        case "WarmupMultiStepLR":
            return node | {"STEPS": sorted({c.length() + c.choice(0, 0, 0, 40) for _ in range(c.integer(0, 4))})} | c.some(0.5, GAMMA=lambda: c.choice(0.1, 0.5))
        case "WarmupCosineLR":
            return node | c.some(0.5, BASE_LR_END=lambda: c.choice(0.0, 1e-5, 1e-4, 0.5))
    return node | c.some(0.6, NUM_DECAYS=lambda: c.integer(0 if c.chance(0.1) else 1, 5), GAMMA=lambda: c.choice(0.1, 0.5))


def _deprecated_node(c):
    warmup = c.some(
        0.6, warmup_factor=lambda: c.choice(0.001, 1 / 3, 0.0, 1), warmup_iters=lambda: c.choice(0, -1, 2.5, c.length(), c.length()),
        warmup_method=lambda: c.choice("linear", "constant"), last_epoch=lambda: c.choice(-1, 0, 4))
    if c.chance(0.5):
        return {"type": "detectron2.DeprecatedWarmupCosineLR", "max_iters": c.choice(c.horizon, c.length(), 0 if c.chance(0.1) else 7), **warmup}
    milestones = [c.length() for _ in range(c.integer(0, 4))]
    return {"type": "detectron2.DeprecatedWarmupMultiStepLR", "milestones": milestones if c.chance(0.1) else sorted(milestones),
            **c.some(0.5, gamma=c.gamma), **warmup}


def _node(c):
    draw = c.random.random()
    if draw < 0.25:
        return _configured(c)
    if draw < 0.35:
        return _deprecated_node(c)
    total = c.choice(c.horizon, c.horizon, c.horizon + c.integer(0, 9), max(1, c.horizon - 3))
    if draw < 0.55:
        return {"type": "detectron2.LRMultiplier", "multiplier": _leaf(c), "max_iter": total, **c.some(0.2, last_iter=lambda: c.choice(-1, 0, 3))}
    return _leaf(c) | ({"max_iter": total} if c.chance(0.6) else {})


def any_spec(random):
    return around(random, _node)


def cases():
    random = Random(SEED)
    yield from drawn("fvcore", 180, lambda: any_spec(random), run)
