"""fastai's schedules: its own policies and callbacks, driven by a training loop without a model.

The package itself imports far more than a schedule needs, so the file of schedules is loaded alone, and of the optimizer,
the callback that counts, and a helper only their classes and functions.
"""

import __future__
import ast
import functools
import importlib.util
import math
import sys
import types
from pathlib import Path
from random import Random

import numpy
import torch
from fastcore.all import L, delegates, docs, is_listy, mk_class, patch, store_attr

import loop
from drawing import around
from recording import drawn
from torch_optimizers import drawn_optimizer

__all__ = ["any_spec", "cases", "departs", "run"]

SEED = 20250617
FOLDER = Path(importlib.util.find_spec("fastai").origin).parent


class Callback:
    """fastai's callbacks find everything in the learner that they do not have."""

    def __getattr__(self, name):
        if name.startswith("_") or name == "learn":
            raise AttributeError(name)
        return getattr(self.learn, name)


class Learner:
    """A learner that trains nothing; what it does per batch, the callbacks see."""

    def __init__(self, optimizer, epochs, batches, cancel):
        self.opt, self.lr, self.moms = optimizer, None, (0.95, 0.85, 0.95)
        self.n_iter, self.epochs, self.cancel = batches, epochs, cancel
        self.model = types.SimpleNamespace(train=lambda: None)
        self.rows = []

    def fit(self, n_epoch, lr=None, wd=None, cbs=None, reset_opt=False, start_epoch=0):
        self.n_epoch, self.train_iter = n_epoch, 0
        counting = LIBRARY.TrainEvalCallback()
        callbacks = [counting, *L(cbs)]
        for callback in callbacks:
            callback.learn = self
        for self.epoch in range(n_epoch):
            counting.before_train()
            for _ in range(self.n_iter):
                for callback in callbacks[1:]:
                    callback.before_batch()
                self.rows.append([dict(hyper) for hyper in self.opt.hypers])
                counting.after_batch()
                if self.cancel(self):
                    return


def tensor(x):
    """fastai's own: doubles become floats."""
    result = torch.as_tensor(numpy.array(x))
    return result.float() if result.dtype is torch.float64 else result


def _piece(file, name, names):
    """A class or function out of a file, which needs only these names."""
    tree = ast.parse((FOLDER / file).read_text(encoding="utf-8"))
    found = next(node for node in tree.body if getattr(node, "name", None) == name)
    exec(compile(ast.Module([found], []), file, "exec", __future__.annotations.compiler_flag), names)
    return names[name]


def _load():
    names = {
        "functools": functools, "math": math, "np": numpy, "torch": torch, "tensor": tensor, "L": L, "store_attr": store_attr,
        "docs": docs, "is_listy": is_listy, "patch": patch, "delegates": delegates, "mk_class": mk_class, "Callback": Callback, "Learner": Learner,
        "Recorder": type("Recorder", (), {})}
    basics = types.ModuleType("fastai.basics")
    vars(basics).update(names)
    basics.__all__ = list(names)
    tracker = types.ModuleType("fastai.callback.tracker")
    tracker.SaveModelCallback = None
    for name in ("fastai", "fastai.callback"):
        sys.modules[name] = types.ModuleType(name)
        sys.modules[name].__path__ = []
    sys.modules |= {"fastai.basics": basics, "fastai.callback.tracker": tracker}
    Learner.fit_one_cycle = None  # what `fine_tune` delegates to is patched in later
    spec = importlib.util.spec_from_file_location("fastai.callback.schedule", FOLDER / "callback" / "schedule.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    module.TrainEvalCallback = _piece("callback/core.py", "TrainEvalCallback", dict(names))
    module.Optimizer = _piece("optimizer.py", "_BaseOptimizer", dict(names))
    return module


LIBRARY = _load()


def departs(reason):
    return False


def run(spec):
    return loop.run(spec, _attach)


def _attach(node, optimizer, spec):
    steps, kind, given = spec.get("steps_per_epoch", 1), loop.kind(node), loop.parameters(node)
    hypers = LIBRARY.Optimizer()
    hypers.param_lists = [None] * len(optimizer.param_groups)
    hypers.hypers = [{"lr": group["lr"]} for group in optimizer.param_groups]
    learner = Learner(hypers, spec["epochs"], steps, lambda learner: False)
    # Nothing but the lists is asked of them, and a list is no array to numpy.
    learner.lr = [group["lr"] for group in optimizer.param_groups]
    if kind.startswith("fit_"):
        if kind == "fit_sgdr":
            getattr(learner, kind)(**given)
        else:
            getattr(learner, kind)(given.pop("n_epoch", None) or spec["epochs"], **given)
    elif kind == "LRFinder":
        finder = LIBRARY.LRFinder(**given)
        learner.cancel = lambda learner: learner.train_iter >= finder.num_it
        learner.fit(finder.num_it // steps + 1, cbs=finder)
    else:
        learner.fit(spec["epochs"], cbs=LIBRARY.ParamScheduler({"lr": _sched(node)}))
    return _played(learner.rows, optimizer)


def _sched(node):
    kind, given = loop.kind(node), loop.parameters(node)
    if kind == "combine_scheds":
        given["scheds"] = [_sched(child) for child in given["scheds"]]
    return getattr(LIBRARY, kind)(**given)


def _played(rows, optimizer):
    """The recorded hypers put into the optimizer batch by batch; what was last is kept."""
    drives = "mom" in rows[0][0] and ("momentum" in optimizer.defaults or "betas" in optimizer.defaults)
    remaining = iter(rows)

    def after_step():
        for group, hyper in zip(optimizer.param_groups, next(remaining, [])):
            group["lr"] = hyper["lr"]
            if drives and "betas" in optimizer.defaults:
                group["betas"] = (hyper["mom"], group["betas"][1])
            elif drives:
                group["momentum"] = hyper["mom"]

    after_step()
    return loop.Stepped(after_step=after_step, drives=("momentum",) if drives else ())


def _optimizer(random):
    optimizer = drawn_optimizer(random)
    for group in (optimizer or {}).get("param_groups", []):
        group.pop("initial_lr", None)
    return optimizer


# What is drawn

def _ends(c):
    return {"start": c.choice(c.rate(), c.rate(), 0 if c.chance(0.2) else 1, -0.1 if c.chance(0.1) else 0.01), "end": c.choice(c.rate(), 0, 1e-6, 1, c.rate())}


def _part(c):
    return c.choice(0.25, 0.3, 0.1, 0.5, 0.75, c.uniform(0, 1), c.uniform(0, 1), c.choice(0, 1, 0.0, 1.0, 1.5, -0.1) if c.chance(0.3) else 0.9)


def _parts(c):
    count = c.integer(1, 5)
    if c.chance(0.3):
        return c.choice([1], [1.0], [0.5, 0.5], [0.2] * 5, [0.1] * 10, [0, 1], [0.25, 0, 0.75], [0.5, 0.6, -0.1], [0.3, 0.3], [1 / 3] * 3, [])
    parts = [c.uniform(0.05, 1 / count) for _ in range(count - 1)]
    rest = 1 - sum(parts)
    return [*parts, round(rest, 12) if c.chance(0.2) else rest]


def _combined(c, depth=0):
    parts = _parts(c)
    return {"pcts": parts, "scheds": [_child(c, depth + 1) for _ in range(len(parts) + (1 if c.chance(0.1) else 0))]}


def _child(c, depth):
    kind = c.choice("SchedLin", "SchedCos", "SchedNo", "SchedExp", "SchedPoly", "combined_cos", "combine_scheds" if depth < 3 else "SchedCos")
    return {"type": f"fastai.{kind}", **(_combined(c, depth) if kind == "combine_scheds" else KINDS[kind](c))}


def _peaks(c):
    return c.some(0.5, lr_max=lambda: c.per_group(c.rate))


def _epochs(c):
    return c.some(0.3, n_epoch=lambda: c.choice(None, c.epochs, c.integer(1, c.epochs + 5)))


KINDS = {
    "SchedLin": _ends, "SchedCos": _ends, "SchedNo": _ends, "SchedExp": _ends,
    "SchedPoly": lambda c: {**_ends(c), "power": c.choice(1, 2, 0.5, 3.0, 0, c.uniform(0, 4), -1 if c.chance(0.2) else 0.9)},
    "combined_cos": lambda c: {"pct": _part(c), "start": c.rate(), "middle": c.rate(), "end": c.choice(c.rate(), 0)},
    "combine_scheds": _combined,
    "fit_one_cycle": lambda c: _epochs(c) | _peaks(c) | c.some(
        0.5, div=lambda: c.choice(25, 10, 5.0, 1), div_final=lambda: c.choice(1e5, 1e4, 100, 1), pct_start=lambda: _part(c),
        moms=lambda: c.choice([0.95, 0.85, 0.95], [0.9, 0.8, 0.9], [0.8, 0.7, 0.8], [0.95, 0.85] if c.chance(0.1) else [0.9, 0.7, 0.95])),
    "fit_flat_cos": lambda c: _epochs(c) | c.some(0.6, div_final=lambda: c.choice(1e5, 1e4, 10), pct_start=lambda: _part(c)),
    "fit_sgdr": lambda c: {"n_cycles": c.integer(1, 5), "cycle_len": c.integer(1, 6)} | _peaks(c) | c.some(
        0.6, cycle_mult=lambda: c.choice(2, 2, 3, 4, 1 if c.chance(0.3) else 2, 0 if c.chance(0.2) else 3)),
    "LRFinder": lambda c: c.some(0.6, start_lr=lambda: c.choice(1e-7, 1e-5, 1e-8), end_lr=lambda: c.choice(10, 1, 0.1), num_it=lambda: c.choice(100, c.length(), 3)),
}


def single(random, kind):
    return around(random, lambda c: {"type": f"fastai.{kind}", **KINDS[kind](c)}, optimizer=_optimizer)


def any_spec(random):
    return single(random, random.choice(list(KINDS)))


def cases():
    random = Random(SEED)
    for kind in KINDS:
        yield from drawn(kind, 20, lambda: single(random, kind), run)
