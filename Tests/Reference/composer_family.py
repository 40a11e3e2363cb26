"""Composer's schedulers, compiled by its own function and stepped when its trainer does: before it counts the batch.

The package itself imports far more than a schedule needs, so the files of times and of schedulers are loaded alone.
"""

import importlib.util
import sys
import types
from pathlib import Path
from random import Random

import loop
from drawing import around
from recording import drawn
from torch_optimizers import drawn_optimizer

__all__ = ["any_spec", "cases", "departs", "run"]

SEED = 20250618
FOLDER = Path(importlib.util.find_spec("composer").origin).parent


def _module(name, **members):
    sys.modules[name] = types.ModuleType(name)
    vars(sys.modules[name]).update(members)


def _file(name, path):
    spec = importlib.util.spec_from_file_location(name, FOLDER / path)
    module = importlib.util.module_from_spec(spec)
    sys.modules[name] = module
    spec.loader.exec_module(module)
    return module


def _load():
    for name in ("composer", "composer.core", "composer.optim"):
        _module(name)
    string_enum = _file("composer.utils.string_enum", "utils/string_enum.py")
    _module("composer.utils", StringEnum=string_enum.StringEnum)
    _module("composer.core.serializable", Serializable=object)
    time = _file("composer.core.time", "core/time.py")
    _module("composer.core", State=object, Time=time.Time, TimeUnit=time.TimeUnit)
    return time, _file("composer.optim.scheduler", "optim/scheduler.py")


TIME, LIBRARY = _load()


def departs(reason):
    return False


def run(spec):
    return loop.run(spec, _attach)


def _attach(node, optimizer, spec):
    steps, given = spec.get("steps_per_epoch", 1), loop.parameters(node)
    ratio = given.pop("scale_schedule_ratio", 1.0)
    if ratio <= 0:
        raise ValueError("the trainer asks for more than 0")
    # A warm-up that outlasts the run hides the rest; lrplot reads every time first.
    for name in ("t_warmup", "step_size", "t_max", "t_0", "decay_period", "milestones"):
        for time in [given[name]] if isinstance(given.get(name), str) else given.get(name, []):
            LIBRARY._convert_time(time, types.SimpleNamespace(max_duration=TIME.Time(spec["epochs"], "ep"), dataloader_len=steps))
    state = types.SimpleNamespace(
        timestamp=TIME.Timestamp(), max_duration=TIME.Time(spec["epochs"], "ep"), dataloader_len=TIME.Time(steps, "ba"), optimizers=[optimizer])
    if node["type"].endswith("CosineAnnealingWarmRestartsScheduler") and LIBRARY._convert_time(given["t_0"], state, ratio).value < 0:
        raise ValueError("it would never return")
    scheduler = LIBRARY.compile_composer_scheduler(getattr(LIBRARY, loop.kind(node))(**given), state, ratio)

    def after_step():
        scheduler.step()
        state.timestamp = state.timestamp.to_next_batch()
        if state.timestamp.batch_in_epoch == TIME.Time(steps, "ba"):
            state.timestamp = state.timestamp.to_next_epoch()

    return loop.Stepped(after_step=after_step)


def _optimizer(random):
    optimizer = drawn_optimizer(random)
    for group in (optimizer or {}).get("param_groups", []):
        group.pop("initial_lr", None)
    return optimizer


# What is drawn

def _time(c, whole=False):
    """A time; mostly one in the run, and at least as long as it if `whole`."""
    if c.chance(0.06):
        return c.choice("0ba", "-3ba", "2.5ep", "10", "ep", "5x", "1h", "30s", "1e1ba", "1_0ba", " 4 ba", "10BA", "2Ep", "-0.5dur", "0dur", "infdur", "nanba", "0x1ba", "1__0ba", "+7ba", "5.ba", ".5dur")
    if whole and c.chance(0.85):
        return c.choice("1dur", "1dur", f"{c.epochs}ep", f"{c.epochs + c.integer(0, 9)}ep", f"{c.horizon + c.integer(0, 9)}ba", "1.5dur", "1.0dur")
    return c.choice(f"{c.length()}ba", f"{c.epochs_length()}ep", f"{c.uniform(0.01, 1)}dur", f"{c.choice(0.1, 0.25, 0.5, 1)}dur")


def _maximum(c, whole=False):
    return c.some(0.6, t_max=lambda: _time(c, whole))


def _final(c):
    return c.some(0.5, alpha_f=lambda: c.choice(0.0, 0, 0.1, 0.01, 1.0, 2.0, -0.1 if c.chance(0.2) else c.uniform(0, 1)))


def _warmup(c):
    return {"t_warmup": c.choice("0ba", "0dur") if c.chance(0.1) else _time(c), **c.some(0.3, scale_warmup=lambda: c.chance(0.7))}


def _gamma(c):
    return c.some(0.7, gamma=lambda: float(c.gamma()))


def _milestones(c):
    return {"milestones": [_time(c) for _ in range(c.integer(0, 4))], **_gamma(c)}


def _power(c):
    return c.choice(1, 2, 0.5, 3.0, 0, c.uniform(0, 4), -1 if c.chance(0.2) else 0.9)


KINDS = {
    "StepScheduler": lambda c: {"step_size": _time(c), **_gamma(c)},
    "MultiStepScheduler": _milestones,
    "ConstantScheduler": lambda c: _maximum(c) | c.some(0.7, alpha=lambda: c.choice(0.1, 0.5, 2, c.uniform(0, 1))),
    "LinearScheduler": lambda c: _maximum(c) | _final(c) | c.some(0.5, alpha_i=lambda: c.choice(0, 0.5, 2.0, c.uniform(0, 1))),
    "ExponentialScheduler": lambda c: {"gamma": float(c.gamma()), **c.some(0.6, decay_period=lambda: _time(c))},
    "CosineAnnealingScheduler": lambda c: _maximum(c) | _final(c),
    "CosineAnnealingWarmRestartsScheduler": lambda c: {"t_0": _time(c)} | _final(c) | c.some(
        0.7, t_mult=lambda: c.choice(1, 2, 1.5, 1.0, 3, 1.05, 0.7 if c.chance(0.5) else 1.3, 0.95 if c.chance(0.4) else 1.2, 0 if c.chance(0.1) else 2.0)),
    "PolynomialScheduler": lambda c: {"power": _power(c)} | _maximum(c) | _final(c),
    "MultiStepWithWarmupScheduler": lambda c: _warmup(c) | _milestones(c),
    "ConstantWithWarmupScheduler": lambda c: _warmup(c) | _maximum(c, whole=True) | c.some(0.5, alpha=lambda: c.choice(0.1, 0.5, 2, c.uniform(0, 1))),
    "LinearWithWarmupScheduler": lambda c: _warmup(c) | _maximum(c, whole=True) | _final(c) | c.some(0.5, alpha_i=lambda: c.choice(0, 0.5, 2.0, c.uniform(0, 1))),
    "CosineAnnealingWithWarmupScheduler": lambda c: _warmup(c) | _maximum(c, whole=True) | _final(c),
    "PolynomialWithWarmupScheduler": lambda c: _warmup(c) | _maximum(c, whole=True) | _final(c) | c.some(0.5, power=lambda: _power(c)),
}


def single(random, kind):
    def node(c):
        return {"type": f"composer.{kind}", **KINDS[kind](c), **c.some(0.25, scale_schedule_ratio=lambda: c.choice(0.5, 0.25, 2, 1.5, 1.0, c.uniform(0.1, 2), 0 if c.chance(0.2) else 0.75))}
    return around(random, node, optimizer=_optimizer)


def any_spec(random):
    return single(random, random.choice(list(KINDS)))


def cases():
    random = Random(SEED)
    for kind in KINDS:
        yield from drawn(kind, 20, lambda: single(random, kind), run)
