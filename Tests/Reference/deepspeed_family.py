"""DeepSpeed's schedules, stepped after every update as its engine does."""

import logging
from random import Random

logging.disable(logging.WARNING)  # noqa: E402  (what DeepSpeed has to say about each case)

from deepspeed.runtime import lr_schedules

import loop
from drawing import around
from recording import drawn
from torch_optimizers import drawn_optimizer

__all__ = ["any_spec", "cases", "departs", "run"]

SEED = 20250613


def departs(reason):
    return False


def run(spec):
    return loop.run(spec, _attach)


def _attach(node, optimizer, spec):
    scheduler = getattr(lr_schedules, loop.kind(node))(optimizer, **loop.parameters(node))
    driven = ("momentum",) if getattr(scheduler, "cycle_momentum", False) else ()
    return loop.Stepped(after_step=scheduler.step, drives=driven)


def _optimizer(random):
    """Without `initial_lr`, which DeepSpeed does not know."""
    optimizer = drawn_optimizer(random)
    for group in (optimizer or {}).get("param_groups", []):
        group.pop("initial_lr", None)
    return optimizer


def _rise(c):
    return c.some(
        0.8, warmup_num_steps=lambda: c.choice(0, -2, 5.0) if c.chance(0.04) else c.choice(1, 2, c.length(), c.length(), c.length()),
        warmup_type=lambda: c.choice("log", "linear", "linear", "cosine" if c.chance(0.2) else "log"))


def _peak(c):
    return c.some(0.6, warmup_max_lr=lambda: None if c.chance(0.1) else c.per_group(c.rate), warmup_min_lr=lambda: c.per_group(lambda: c.rate() / 10))


def _warmup(c):
    return _rise(c) | _peak(c)


def _decay(c):
    return {"total_num_steps": c.length(2)} | _rise(c) | _peak(c)


def _cosine(c):
    return {"total_num_steps": c.length(2)} | _rise(c) | c.some(
        0.5, warmup_min_ratio=lambda: c.choice(0.0, 0.1, c.uniform(0, 1)), cos_min_ratio=lambda: c.choice(0.1, 0.0, c.uniform(0, 0.5)))


def _range(c):
    return c.some(
        0.7, lr_range_test_min_lr=lambda: c.per_group(c.rate), lr_range_test_step_size=lambda: c.choice(0, 2.5) if c.chance(0.05) else c.length(),
        lr_range_test_step_rate=lambda: c.choice(1.0, 2, 0.5, -0.1, c.uniform(0, 3)), lr_range_test_staircase=lambda: c.chance(0.7))


def _onecycle(c):
    size = lambda: c.choice(0, -1, 2.5, c.length(), c.length(), c.length()) if c.chance(0.1) else c.length()
    stairs = lambda: c.choice(0, 2, 3, 4, 2.5 if c.chance(0.1) else 5)
    return {"cycle_min_lr": c.per_group(lambda: c.rate() / 10), "cycle_max_lr": c.per_group(c.rate), "cycle_first_step_size": size()} | c.some(
        0.5, cycle_second_step_size=size, cycle_first_stair_count=stairs, cycle_second_stair_count=stairs,
        decay_step_size=lambda: c.choice(0, 2.0, -3, c.length()), decay_lr_rate=lambda: c.choice(0.0, 0.5, 0.1, c.uniform(0, 1)),
        cycle_momentum=lambda: c.chance(0.5), cycle_min_mom=lambda: c.per_group(lambda: c.choice(0.85, 0.7)),
        cycle_max_mom=lambda: c.per_group(lambda: c.choice(0.95, 0.99)), decay_mom_rate=lambda: c.choice(0.0, 0.01, 0.1))


KINDS = {"WarmupLR": _warmup, "WarmupDecayLR": _decay, "WarmupCosineLR": _cosine, "LRRangeTest": _range, "OneCycle": _onecycle}


def single(random, kind):
    def node(c):
        drawn = {"type": f"deepspeed.{kind}", **KINDS[kind](c)}
        if c.chance(0.1):
            drawn["last_batch_iteration"] = c.choice(-1, 0, 4, 11)
        return drawn
    return around(random, node, optimizer=_optimizer)


def any_spec(random):
    return single(random, random.choice(list(KINDS)))


def cases():
    random = Random(SEED)
    for kind in KINDS:
        yield from drawn(kind, 40, lambda: single(random, kind), run)
