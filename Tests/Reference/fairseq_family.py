"""fairseq's schedulers, asked before every update and told of every epoch, as its trainer does.

The package itself cannot be imported on a current Python, so its scheduler files are loaded alone; what they import from
the rest of it is a few names.
"""

import importlib.util
import logging
import sys
import types
from pathlib import Path
from random import Random

import torch

import loop
from drawing import around
from recording import drawn
from torch_optimizers import drawn_optimizer

__all__ = ["any_spec", "cases", "departs", "run"]

logging.disable(logging.WARNING)  # what `manual` has to say about every update

SEED = 20250615
REGISTERED = {}


class _Optimizer:
    """fairseq's wrapper, with one rate for all groups; here each group keeps a rate of its own."""

    def __init__(self, optimizer, group):
        self.optimizer, self.group = optimizer, group
        self.lr_scheduler = None

    def set_lr(self, lr):
        self.group["lr"] = lr

    def get_lr(self):
        return self.group["lr"]


def _module(name, **members):
    sys.modules[name] = types.ModuleType(name)
    vars(sys.modules[name]).update(members)


def _register(name, dataclass=None):
    def registered(kind):
        REGISTERED[name] = (kind, dataclass)
        return kind
    return registered


def _load():
    folder = Path(importlib.util.find_spec("fairseq").origin).parent / "optim" / "lr_scheduler"
    for name in ("fairseq", "fairseq.optim"):
        _module(name, FairseqOptimizer=_Optimizer)
    _module("fairseq.dataclass", FairseqDataclass=object)
    _module("fairseq.dataclass.utils", gen_parser_from_dataclass=None)
    _module("omegaconf", II=lambda name: name)
    base = _file("fairseq.optim.lr_scheduler.fairseq_lr_scheduler", folder / "fairseq_lr_scheduler.py")
    _module("fairseq.optim.lr_scheduler", register_lr_scheduler=_register, FairseqLRScheduler=base.FairseqLRScheduler,
            LegacyFairseqLRScheduler=base.LegacyFairseqLRScheduler)
    for path in sorted(folder.glob("*.py")):
        if path.stem not in ("__init__", "fairseq_lr_scheduler"):
            _file(f"fairseq.optim.lr_scheduler.{path.stem}", path)


def _file(name, path):
    spec = importlib.util.spec_from_file_location(name, path)
    module = importlib.util.module_from_spec(spec)
    sys.modules[name] = module
    spec.loader.exec_module(module)
    return module


_load()


def departs(reason):
    return False


def run(spec):
    return loop.run(spec, _attach)


class _One:
    """A fairseq scheduler over one group."""

    def __init__(self, node, optimizer, group, spec):
        kind, dataclass = REGISTERED[loop.kind(node)]
        given = loop.parameters(node)
        settings = {name: getattr(dataclass, name) for name in dataclass.__annotations__} if dataclass else {}
        total = spec["epochs"] * spec.get("steps_per_epoch", 1)
        settings |= {name: total for name in ("max_update", "total_num_update") if name in settings}
        settings |= {"maximize_best_checkpoint_metric": False, "lr": given.pop("lrs", [group["lr"]])}
        for name in ("epoch2lr", "update2lr"):
            settings[name] = repr(given.pop(name, {}))
        settings |= given
        wrapped = torch.optim.SGD([group["params"][0]], lr=group["lr"]) if "plateau" in node["type"] else optimizer
        self.group = wrapped.param_groups[0] if "plateau" in node["type"] else group
        self.own = group
        self.scheduler = kind(types.SimpleNamespace(**settings), _Optimizer(wrapped, self.group))
        self.update, self.epoch = 0, 1
        self.begin_epoch()

    def begin_epoch(self):
        self.scheduler.step_begin_epoch(self.epoch)
        self.scheduler.step_update(self.update)
        self.own["lr"] = self.group["lr"]

    def after_step(self):
        self.update += 1
        self.scheduler.step_update(self.update)
        self.own["lr"] = self.group["lr"]

    def after_epoch(self, metric):
        self.scheduler.step(self.epoch, metric)
        self.scheduler.step_update(self.update)
        self.epoch += 1
        self.begin_epoch()


def _attach(node, optimizer, spec):
    all_of_them = [_One(node, optimizer, group, spec) for group in optimizer.param_groups]

    def after_step():
        for one in all_of_them:
            one.after_step()

    def after_epoch(metric):
        for one in all_of_them:
            one.after_epoch(metric)

    return loop.Stepped(after_step=after_step, after_epoch=after_epoch, watches="plateau" in node["type"])


def _optimizer(random):
    optimizer = drawn_optimizer(random)
    for group in (optimizer or {}).get("param_groups", []):
        group.pop("initial_lr", None)
    return optimizer


# What is drawn

def _warmup(c):
    return c.some(0.6, warmup_updates=lambda: c.choice(0, 1, -2 if c.chance(0.1) else 3, c.length(), c.length() // 2), warmup_init_lr=lambda: c.choice(-1, 0, 1e-4, c.rate() / 10))


def _min(c):
    return c.some(0.5, min_lr=lambda: c.choice(0.0, 1e-5, 1e-4, 0.02, -0.1 if c.chance(0.1) else 1e-3))


def _fixed(c):
    return c.some(
        0.6, lrs=lambda: [c.rate() for _ in range(c.integer(1, 4))], force_anneal=lambda: c.integer(-1, c.epochs), lr_shrink=lambda: c.choice(0.1, 0.5, 0.9),
        warmup_updates=lambda: c.choice(0, 1, c.length(), c.length()))


def _cosine(c):
    return _warmup(c) | _min(c) | c.some(
        0.6, t_mult=lambda: c.choice(1, 2, 1.5, 3.0, 0.5 if c.chance(0.3) else 2.0), lr_period_updates=lambda: c.choice(-1, c.length(), c.length(), 7.5),
        lr_shrink=lambda: c.choice(0.1, 0.5, 1.0, 0.9), max_update=lambda: c.choice(c.length(), c.horizon, 0 if c.chance(0.2) else c.horizon + 5))


def _inverse_sqrt(c):
    return _warmup(c) | c.some(0.7, warmup_updates=lambda: c.length())


def _tri_stage(c):
    stages = c.choice([0.1, 0.4, 0.5], [0.25, 0.25, 0.5], [0.2, 0.3, 0.5], [0.1, 0.2, 0.3], [0.5, 0.5, 0.0])
    given = {"phase_ratio": stages} if c.chance(0.4) else c.some(
        0.85, warmup_steps=lambda: c.choice(0, c.length()), hold_steps=lambda: c.choice(0, c.length()), decay_steps=lambda: c.length())
    return given | c.some(0.5, init_lr_scale=lambda: c.choice(0.01, 0.1, 0), final_lr_scale=lambda: c.choice(0.05, 0.1, 0 if c.chance(0.1) else 0.5), max_update=lambda: c.length(2))


def _polynomial(c):
    return c.some(
        0.5, warmup_updates=lambda: c.choice(0, 1, c.length(), c.length() // 2), end_learning_rate=lambda: c.choice(0.0, 1e-5, 0.01), power=lambda: c.choice(1.0, 2, 0.5, 0, -1 if c.chance(0.1) else 3.0),
        total_num_update=lambda: c.length(), force_anneal=lambda: c.integer(-1, c.epochs), lrs=lambda: [c.rate() for _ in range(c.integer(1, 4))])


def _triangular(c):
    return {"max_lr": c.choice(2.5, 3.0, 5, c.rate())} | c.some(
        0.7, lr_period_updates=lambda: c.choice(c.length(), c.length(), c.length(), 5.5, 1), lr_shrink=lambda: c.choice(0.1, 0.5, 1.0, 0.9), shrink_min=lambda: c.chance(0.6))


def _step(c):
    return _warmup(c) | _min(c) | c.some(0.7, lr_deacy_period=lambda: 0 if c.chance(0.03) else c.length(), lr_decay=lambda: c.choice(0.5, 0.1, 0.9, 1, 1.5 if c.chance(0.1) else 0.3))


def _manual(c):
    steps = lambda longest: {str(step): c.rate() for step in sorted({c.integer(0, longest) for _ in range(c.integer(1, 5))})}
    return c.some(0.7, epoch2lr=lambda: steps(c.epochs), update2lr=lambda: steps(c.horizon))


def _plateau(c):
    return _warmup(c) | c.some(
        0.6, lr_shrink=lambda: c.choice(0.1, 0.5, 0.9, 1.0 if c.chance(0.1) else 0.3), lr_threshold=lambda: c.choice(1e-4, 0.01, 0.1), lr_patience=lambda: c.integer(0, 4),
        maximize_best_checkpoint_metric=lambda: c.chance(0.7))


KINDS = {
    "fixed": _fixed, "cosine": _cosine, "inverse_sqrt": _inverse_sqrt, "tri_stage": _tri_stage, "polynomial_decay": _polynomial,
    "triangular": _triangular, "step": _step, "manual": _manual, "reduce_lr_on_plateau": _plateau,
}


def single(random, kind):
    return around(random, lambda c: {"type": f"fairseq.{kind}", **KINDS[kind](c)}, measured=kind == "reduce_lr_on_plateau", optimizer=_optimizer)


def any_spec(random):
    return single(random, random.choice(list(KINDS)))


def cases():
    random = Random(SEED)
    for kind in KINDS:
        yield from drawn(kind, 25, lambda: single(random, kind), run)
