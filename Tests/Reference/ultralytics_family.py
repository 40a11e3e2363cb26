"""What the training scripts of YOLO do, around torch's own LambdaLR and numpy's own interp.

The factor of an epoch and the length of the warm-up are asked of ultralytics' trainer. YOLOv5 is no package: its script is
said anew here, which sets the scheduler back by one before the first epoch and steps it at the end of each.
"""

from random import Random
from types import SimpleNamespace

import numpy as np
from torch.optim.lr_scheduler import LambdaLR
from ultralytics.engine.trainer import BaseTrainer
from ultralytics.utils.torch_utils import one_cycle

import loop
from drawing import around
from oracle import _optimizer, DEFAULT_OPTIMIZER
from recording import drawn

__all__ = ["any_spec", "cases", "departs", "run"]

SEED = 20250622
DEFAULTS = {"lrf": 0.01, "cos_lr": False, "warmup_epochs": 3.0, "warmup_momentum": 0.8, "warmup_bias_lr": 0.1}


def departs(reason):
    return False


def run(spec):
    return loop.run(spec, _attach)


class _Current:
    """The trainer of ultralytics, of which only the parts that set rates are made."""

    def __init__(self, args, optimizer, epochs, batches):
        self.trainer = SimpleNamespace(args=SimpleNamespace(**args), optimizer=optimizer, epochs=epochs)
        BaseTrainer._setup_scheduler(self.trainer)
        self.lf, self.scheduler = self.trainer.lf, self.trainer.scheduler
        self.nw = BaseTrainer._get_warmup_iterations(self.trainer, batches)
        self.scheduler.last_epoch = -1

    def begin_epoch(self):
        self.scheduler.step()

    def end_epoch(self):
        pass


class _Five:
    """The script of YOLOv5."""

    def __init__(self, args, optimizer, epochs, batches):
        lrf = args["lrf"]
        self.lf = one_cycle(1, lrf, epochs) if args["cos_lr"] else lambda x: (1 - x / epochs) * (1.0 - lrf) + lrf
        self.scheduler = LambdaLR(optimizer, lr_lambda=self.lf)
        self.nw = max(round(args["warmup_epochs"] * batches), 100)
        self.scheduler.last_epoch = -1

    def begin_epoch(self):
        pass

    def end_epoch(self):
        self.scheduler.step()


def _attach(node, optimizer, spec):
    args = {**DEFAULTS, **loop.parameters(node)}
    epochs, batches = spec["epochs"], spec.get("steps_per_epoch", 1)
    script = (_Five if loop.kind(node) == "YOLOv5" else _Current)(args, optimizer, epochs, batches)
    names = [name for name in _optimizer(spec.get("optimizer", DEFAULT_OPTIMIZER))[1]]
    momenta = [group.get("momentum") for group in optimizer.param_groups]
    batch = [0]

    def write():
        ni, xi = batch[0], [0, script.nw]
        if ni % batches == 0:
            script.begin_epoch()
        if script.nw and ni <= script.nw:
            for group, name, momentum in zip(optimizer.param_groups, names, momenta):
                first = args["warmup_bias_lr"] if name == "bias" else 0.0
                group["lr"] = float(np.interp(ni, xi, [first, group["initial_lr"] * script.lf(ni // batches)]))
                if "momentum" in group:
                    group["momentum"] = float(np.interp(ni, xi, [args["warmup_momentum"], momentum]))

    def after_step():
        batch[0] += 1
        if batch[0] % batches == 0:
            script.end_epoch()
        write()

    write()
    drives = ("momentum",) if script.nw and any(momentum is not None for momentum in momenta) else ()
    return loop.Stepped(after_step=after_step, drives=drives)


# What is drawn

def _node(c, kind):
    return {"type": f"ultralytics.{kind}", **c.some(
        0.5, lrf=lambda: c.choice(0.01, 0.1, 1, 0), cos_lr=lambda: c.chance(0.6),
        warmup_epochs=lambda: c.choice(3, 3.0, 0, 1, 0.5, 2.5, -1, 100, c.uniform(0, 6)), warmup_momentum=lambda: c.choice(0.8, 0.5, 0.0),
        warmup_bias_lr=lambda: c.choice(0.1, 0.0, 0.01))}


def single(random, kind):
    steps = (1, 2, 3, 5, 7, 10, 30)
    spec = around(random, lambda c: _node(c, kind), steps=steps)
    if kind == "YOLOv5" and random.random() < 0.7:
        # A hundred batches are warm-up at least.
        spec["epochs"] = max(spec["epochs"], -(-random.randint(110, 180) // spec.get("steps_per_epoch", 1)))
    for index, group in enumerate(spec.get("optimizer", {}).get("param_groups", [])):
        if index == 0 and random.random() < 0.5 and all(other.get("name") != "bias" for other in spec["optimizer"]["param_groups"]):
            group["name"] = "bias"
    return spec


def any_spec(random):
    return single(random, random.choice(["YOLO", "YOLOv5"]))


def cases():
    random = Random(SEED)
    yield from drawn("YOLO", 50, lambda: single(random, "YOLO"), run)
    yield from drawn("YOLOv5", 25, lambda: single(random, "YOLOv5"), run)
