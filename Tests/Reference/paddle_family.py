"""PaddlePaddle's schedulers, stepped after every batch, a scheduler for each group."""

from random import Random

from paddle.optimizer import lr as library

import loop
from drawing import around
from expression import compiled
from recording import drawn
from torch_expressions import function
from torch_optimizers import drawn_optimizer

__all__ = ["any_spec", "cases", "departs", "run"]

SEED = 20250617
OWN_RATES = ("PiecewiseDecay", "OneCycleLR", "CyclicLR", "LinearWarmup", "NoamDecay")
"""Kinds that do not take the group's rate for their own."""


def departs(reason):
    return False


def run(spec):
    return loop.run(spec, _attach)


def _scheduler(node, group):
    given = loop.parameters(node)
    kind = loop.kind(node)
    for name in ("lr_lambda", "scale_fn"):
        if name in given:
            given[name] = compiled(given[name])
    if kind == "LinearWarmup" and isinstance(given.get("learning_rate"), dict):
        given["learning_rate"] = _scheduler(given["learning_rate"], group)
    if kind not in OWN_RATES:
        given.setdefault("learning_rate", group["lr"])
    return getattr(library, kind)(**given)


def _attach(node, optimizer, spec):
    of_groups = [(group, _scheduler(node, group)) for group in optimizer.param_groups]
    watches = loop.kind(node) == "ReduceOnPlateau"

    def write():
        for group, scheduler in of_groups:
            group["lr"] = scheduler()

    def after_step():
        for _, scheduler in of_groups:
            scheduler.step()
        write()

    def after_epoch(metric):
        if watches:
            for _, scheduler in of_groups:
                scheduler.step(metric)
            write()

    write()
    return loop.Stepped(after_step=(lambda: None) if watches else after_step, after_epoch=after_epoch, watches=watches)


def _optimizer(random):
    optimizer = drawn_optimizer(random)
    for group in (optimizer or {}).get("param_groups", []):
        group.pop("initial_lr", None)
    return optimizer


# What is drawn

def _noam(c):
    return {"d_model": c.choice(512, 64, 0 if c.chance(0.1) else 768), "warmup_steps": c.choice(0, -3) if c.chance(0.04) else c.length()}


def _piecewise(c):
    boundaries = sorted(c.length() for _ in range(c.integer(1, 4))) if c.chance(0.95) else []
    values = [c.rate() for _ in range(len(boundaries) + (1 if c.chance(0.93) else c.choice(0, 2)))]
    return {"boundaries": boundaries, "values": values}


def _polynomial(c):
    return {"decay_steps": c.choice(0, 7.5) if c.chance(0.04) else c.length()} | c.some(
        0.6, end_lr=lambda: c.choice(0, 1e-5, 0.01), power=lambda: c.choice(1, 2, 0.9, 0.5, 0 if c.chance(0.2) else 3.0), cycle=lambda: c.chance(0.8))


def _gamma(c):
    return c.choice(0.1, 0.5, 0.9, 0.95, c.uniform(0.05, 1.0), c.choice(1.0, 0, -0.5, 1.5) if c.chance(0.25) else 0.7)


def _milestones(c):
    return {"milestones": c.choice([4, 4], [5, 3], []) if c.chance(0.08) else sorted({c.length() for _ in range(c.integer(1, 5))}), **c.some(0.6, gamma=lambda: _gamma(c))}


def _cosine(c):
    return {"T_max": c.choice(0, 7.5) if c.chance(0.04) else c.length(), **c.some(0.5, eta_min=lambda: c.choice(0, 1e-4, 0.01, c.uniform(0, 0.2)))}


def _restarts(c):
    return {"T_0": c.choice(0, 2.0) if c.chance(0.04) else c.integer(1, max(2, c.horizon // 3)), **c.some(0.5, T_mult=lambda: c.choice(1, 2, 3, 0 if c.chance(0.1) else 2), eta_min=lambda: c.choice(0, 0.001, 0.1))}


def _onecycle(c):
    return {"max_learning_rate": c.rate(), "total_steps": max(2, c.horizon + c.integer(-2, 5)), **c.some(
        0.5, divide_factor=lambda: c.choice(25, 10.0, 1, 4, 0 if c.chance(0.1) else 100.0), end_learning_rate=lambda: c.choice(0, 1e-5, 0.001),
        phase_pct=lambda: c.choice(0.3, 0.25, 0.1, 0.45, 0.9, 0.0, c.uniform(0.05, 0.95), 1 if c.chance(0.1) else 0.2), anneal_strategy=lambda: c.choice("cos", "linear"), three_phase=lambda: c.chance(0.8))}


def _cyclic(c):
    node = {"base_learning_rate": c.rate() / 10, "max_learning_rate": c.rate(), "step_size_up": 0 if c.chance(0.03) else c.integer(1, max(2, c.horizon // 3))}
    node |= c.some(0.5, step_size_down=lambda: c.integer(1, max(2, c.horizon // 3)))
    if c.chance(0.3):
        return node | {"scale_fn": function(c, near_one=True)} | c.some(0.6, scale_mode=lambda: c.choice("cycle", "iterations"))
    return node | c.some(0.8, mode=lambda: c.choice("triangular", "triangular2", "exp_range", "up" if c.chance(0.1) else "exp_range"), exp_gamma=lambda: c.choice(0.9, 0.99, 1 if c.chance(0.1) else 0.95))


def _linear(c):
    return {"total_steps": c.choice(0, 2.5) if c.chance(0.05) else c.length()} | c.some(
        0.7, start_factor=lambda: c.choice(0.1, 1e-3, 1, c.uniform(0.01, 1), 0 if c.chance(0.1) else 0.3), end_factor=lambda: c.choice(0.0, 1.0, 0.5, 1.2 if c.chance(0.1) else 0.9))


def _warmup(c):
    inner = c.choice(*[kind for kind in KINDS if kind != "ReduceOnPlateau"])
    rate = c.rate() if c.chance(0.15) else _node(c, inner)
    start = c.choice(0, 1e-5, 0.01, -0.1 if c.chance(0.1) else 0.0)
    return {"learning_rate": rate, "warmup_steps": 0 if c.chance(0.03) else c.length() // 2 + 1, "start_lr": start, "end_lr": c.choice(0.1, 0.5, 1.0, 0.0 if c.chance(0.1) else 0.2)}


def _plateau(c):
    return c.some(
        0.6, mode=lambda: c.choice("min", "max", "MIN", "least" if c.chance(0.1) else "max"), factor=lambda: c.choice(0.1, 0.5, 1.0 if c.chance(0.1) else 0.3),
        patience=lambda: c.integer(0, 4), threshold=lambda: c.choice(1e-4, 0.01, 0.1), threshold_mode=lambda: c.choice("rel", "abs"), cooldown=lambda: c.integer(0, 4),
        min_lr=lambda: c.choice(0, 1e-3), epsilon=lambda: c.choice(1e-8, 1e-3))


KINDS = {
    "NoamDecay": _noam, "PiecewiseDecay": _piecewise, "NaturalExpDecay": lambda c: {"gamma": c.choice(0.05, 0.5, 0 if c.chance(0.1) else 0.1)},
    "InverseTimeDecay": lambda c: {"gamma": c.choice(0.1, 1, 0.5, -0.25 if c.chance(0.1) else 2.0)}, "PolynomialDecay": _polynomial, "LinearWarmup": _warmup,
    "ExponentialDecay": lambda c: {"gamma": _gamma(c)}, "MultiStepDecay": _milestones,
    "StepDecay": lambda c: {"step_size": c.choice(0, 2.0) if c.chance(0.04) else c.length(), **c.some(0.6, gamma=lambda: _gamma(c))},
    "LambdaDecay": lambda c: {"lr_lambda": function(c)}, "MultiplicativeDecay": lambda c: {"lr_lambda": function(c, near_one=True)},
    "ReduceOnPlateau": _plateau, "CosineAnnealingDecay": _cosine, "CosineAnnealingWarmRestarts": _restarts, "OneCycleLR": _onecycle,
    "CyclicLR": _cyclic, "LinearLR": _linear,
}


def _node(c, kind):
    node = {"type": f"paddle.{kind}", **KINDS[kind](c)}
    if kind not in ("PiecewiseDecay", "OneCycleLR", "CyclicLR", "LinearWarmup") and c.chance(0.3):
        node["learning_rate"] = c.choice(c.rate(), c.rate(), -0.1 if c.chance(0.1) else 1)
    if kind != "ReduceOnPlateau" and c.chance(0.08):
        node["last_epoch"] = c.choice(-1, 0, 3, 9)
    return node


def single(random, kind):
    return around(random, lambda c: _node(c, kind), measured=kind == "ReduceOnPlateau", optimizer=_optimizer)


def any_spec(random):
    return single(random, random.choice([*KINDS, "LinearWarmup", "LinearWarmup"]))


def cases():
    random = Random(SEED)
    for kind in KINDS:
        yield from drawn(kind, 16, lambda: single(random, kind), run)
