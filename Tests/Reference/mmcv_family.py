"""MMCV 1's policies of the rate: its hooks, called as its runner calls them.

mmcv 1.7.2 stands in no requirements file, since its build wants an old setuptools and mmengine another mmcv:

    pip install 'setuptools<70' && MMCV_WITH_OPS=0 pip install --no-deps --no-build-isolation mmcv==1.7.2
"""

from random import Random
from types import SimpleNamespace

from mmcv.runner.hooks import HOOKS
from mmcv.runner.hooks import lr_updater  # noqa: F401  (fills the registry)

import loop
from drawing import around
from recording import chosen, drawn

__all__ = ["any_spec", "cases", "departs", "run"]

SEED = 20261129


def departs(reason):
    return False


def run(spec):
    return loop.run(spec, _attach)


def _attach(node, optimizer, spec):
    steps = spec.get("steps_per_epoch", 1)
    policy = loop.kind(node)
    # What `register_lr_hook` of the runner does with a policy.
    hook_type = (policy.title() if policy == policy.lower() else policy) + "LrUpdaterHook"
    parameters = {key: tuple(value) if key == "target_ratio" and isinstance(value, list) else value
                  for key, value in loop.parameters(node).items()}
    hook = HOOKS.get(hook_type)(**parameters)
    runner = SimpleNamespace(
        optimizer=optimizer, iter=0, epoch=0, max_epochs=spec["epochs"], max_iters=spec["epochs"] * steps,
        data_loader=range(steps))
    hook.before_run(runner)

    def before():
        if runner.iter % steps == 0:
            runner.epoch = runner.iter // steps
            hook.before_train_epoch(runner)
        hook.before_train_iter(runner)

    def after_step():
        runner.iter += 1
        before()

    before()
    return loop.Stepped(after_step=after_step)


# What is drawn

def _warmup(c):
    if c.chance(0.5):
        return {}
    return {
        "warmup": c.choice("constant", "linear", "exp"), "warmup_iters": c.integer(1, 9),
        **c.some(0.7, warmup_ratio=lambda: c.choice(0.001, 0.1, 1 / 3, 1.0)),
        **c.some(0.2, warmup_by_epoch=lambda: c.chance(0.5)),
    }


def _by_epoch(c):
    return c.some(0.5, by_epoch=lambda: c.chance(0.5))


def _floor(c):
    return c.choice({"min_lr": c.choice(0, 1e-5, 0.001)}, {"min_lr_ratio": c.choice(0.0, 0.01, 0.1)})


def _cyclic(c):
    return {
        **c.some(0.7, target_ratio=lambda: c.choice([10, 1e-4], [5.0, 0.01], [6], 4.0, 0.5, [0.5, 2])),
        **c.some(0.7, cyclic_times=lambda: c.integer(1, 5)),
        **c.some(0.7, step_ratio_up=lambda: c.choice(0.4, 0.1, 0.0, 0.5, c.uniform(0, 0.95))),
        **c.some(0.5, anneal_strategy=lambda: c.choice("cos", "linear")),
        **c.some(0.5, gamma=lambda: c.choice(0.5, 0.9, 1, c.uniform(0.1, 1))),
        **c.some(0.2, by_epoch=lambda: c.chance(0.3)),
    }


def _one_cycle(c):
    return {
        "max_lr": [c.choice(0.1, 0.05, 1e-3) for _ in range(c.groups)] if c.chance(0.3) else c.choice(0.1, 0.3, 1e-3),
        **c.some(0.3, total_steps=lambda: c.horizon + c.choice(0, 0, 5, -1)),
        **c.some(0.6, pct_start=lambda: c.choice(0.3, 0.4, 0.25, c.uniform(0.1, 0.9))),
        **c.some(0.5, anneal_strategy=lambda: c.choice("cos", "linear")),
        **c.some(0.5, div_factor=lambda: c.choice(10, 25, 3.0)),
        **c.some(0.5, final_div_factor=lambda: c.choice(1e4, 100, 0.5)),
        **({"three_phase": True, "pct_start": c.choice(0.3, 0.4)} if c.chance(0.3) else {}),
    }


KINDS = {
    "fixed": lambda c: _by_epoch(c),
    "step": lambda c: {
        "step": c.integer(1, 9) if c.chance(0.4) else sorted(c.integer(1, 20) for _ in range(c.integer(1, 3))),
        **c.some(0.6, gamma=lambda: c.choice(0.1, 0.5, 0.9)), **c.some(0.3, min_lr=lambda: c.choice(1e-4, 0.01)),
        **_by_epoch(c)},
    "exp": lambda c: {"gamma": c.choice(0.9, 0.5, 0.99), **_by_epoch(c)},
    "poly": lambda c: {**c.some(0.7, power=lambda: c.choice(0.9, 1.0, 2)), **c.some(0.5, min_lr=lambda: 1e-4), **_by_epoch(c)},
    "inv": lambda c: {"gamma": c.choice(0.1, 1.0), **c.some(0.5, power=lambda: c.choice(0.75, 2.0)), **_by_epoch(c)},
    "CosineAnnealing": lambda c: {**_floor(c), **_by_epoch(c)},
    "FlatCosineAnnealing": lambda c: {**c.some(0.5, start_percent=lambda: c.choice(0.5, 0.72)), **_floor(c), **_by_epoch(c)},
    "LinearAnnealing": lambda c: {**_floor(c), **_by_epoch(c)},
    "cyclic": _cyclic,
    "OneCycle": _one_cycle,
}


def single(random, kind):
    return around(random, lambda c: {"type": f"mmcv.{kind}", **KINDS[kind](c), **_warmup(c)})


def any_spec(random):
    return single(random, random.choice(list(KINDS)))


REFUSED = {
    "cyclic by epoch": {"epochs": 10, "scheduler": {"type": "mmcv.cyclic", "by_epoch": True}},
    "cyclic with a whole number": {"epochs": 10, "scheduler": {"type": "mmcv.cyclic", "target_ratio": 10}},
    "more cycles than iterations": {"epochs": 10, "scheduler": {"type": "mmcv.cyclic", "cyclic_times": 11}},
    "one cycle that is too short": {"epochs": 10, "scheduler": {"type": "mmcv.OneCycle", "max_lr": 0.1, "total_steps": 9}},
    "one cycle with a whole part": {"epochs": 10, "scheduler": {"type": "mmcv.OneCycle", "max_lr": 0.1, "pct_start": 1}},
}


def cases():
    random = Random(SEED)
    for kind in KINDS:
        yield from drawn(kind, 24 if kind in ("cyclic", "OneCycle") else 10, lambda: single(random, kind), run)
    yield from chosen(REFUSED, run, refused=True)
