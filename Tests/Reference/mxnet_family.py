"""MXNet's schedulers, asked for the rate of each update, the first being 0.

The package itself cannot be imported beside a current numpy; its file of schedulers needs nothing of it.
"""

import importlib.util
import logging
from pathlib import Path
from random import Random

import loop
from drawing import around
from recording import drawn
from torch_optimizers import drawn_optimizer

__all__ = ["any_spec", "cases", "departs", "run"]

logging.disable(logging.INFO)

SEED = 20250616


def _load():
    path = Path(importlib.util.find_spec("mxnet").origin).parent / "lr_scheduler.py"
    spec = importlib.util.spec_from_file_location("mxnet_lr_scheduler", path)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


LIBRARY = _load()


def departs(reason):
    return False


def run(spec):
    return loop.run(spec, _attach)


def _attach(node, optimizer, spec):
    given = loop.parameters(node)
    of_groups = []
    for group in optimizer.param_groups:
        scheduler = getattr(LIBRARY, loop.kind(node))(**{"base_lr": group["lr"], **given})
        group["lr"] = scheduler(0)
        of_groups.append((group, scheduler))
    update = [0]

    def after_step():
        update[0] += 1
        for group, scheduler in of_groups:
            group["lr"] = scheduler(update[0])

    return loop.Stepped(after_step=after_step)


def _optimizer(random):
    optimizer = drawn_optimizer(random)
    for group in (optimizer or {}).get("param_groups", []):
        group.pop("initial_lr", None)
    return optimizer


def _warmup(c):
    return c.some(
        0.5, base_lr=c.rate, warmup_steps=lambda: c.choice(0, 1, c.length(), c.length() // 2, -1 if c.chance(0.1) else 3),
        warmup_begin_lr=lambda: c.choice(0, 1e-5, 0.001, 3.0 if c.chance(0.1) else 0.0), warmup_mode=lambda: c.choice("linear", "constant"))


def _factor(c):
    return c.choice(0.5, 0.1, 0.9, 1, 1.0, -0.5 if c.chance(0.3) else 0.7, 1.1 if c.chance(0.2) else 0.3)


def _end(c):
    return {"max_update": c.choice(0, 7.5) if c.chance(0.04) else c.length(2), **c.some(0.5, final_lr=lambda: c.choice(0, 1e-4, 0.01))}


def _steps(c):
    steps = sorted({c.length() for _ in range(c.integer(1, 5))})
    return c.choice([5, 3], [], [0, 4], [4, 4]) if c.chance(0.06) else steps


KINDS = {
    "FactorScheduler": lambda c: {"step": c.choice(0, 2.5) if c.chance(0.06) else c.length(), **c.some(
        0.7, factor=lambda: _factor(c), stop_factor_lr=lambda: c.choice(1e-8, 1e-3, 0.05))},
    "MultiFactorScheduler": lambda c: {"step": _steps(c), **c.some(0.8, factor=lambda: _factor(c))},
    "PolyScheduler": lambda c: _end(c) | c.some(0.6, pwr=lambda: c.choice(1, 2, 0.9, 3.0, 0, -1 if c.chance(0.2) else 0.5)),
    "CosineScheduler": _end,
}


def single(random, kind):
    return around(random, lambda c: {"type": f"mxnet.{kind}", **KINDS[kind](c), **_warmup(c)}, optimizer=_optimizer)


def any_spec(random):
    return single(random, random.choice(list(KINDS)))


def cases():
    random = Random(SEED)
    for kind in KINDS:
        yield from drawn(kind, 30, lambda: single(random, kind), run)
