"""Keras on torch in double precision: which of its schedule files are recorded, and what it makes of them.

Schedules are called with the step. Callbacks are called as `fit` calls them, on a stand-in for a model whose optimizer is
Keras' own.
"""

import os
from random import Random

os.environ["KERAS_BACKEND"] = "torch"

import keras

keras.config.set_floatx("float64")

import keras_specs
import oracle
from expression import compiled
from keras_specs import FUNCTION, PLATEAU, any_spec
from recording import chosen, drawn

__all__ = ["TOLERANCE", "any_spec", "cases", "departs", "run"]

TOLERANCE = 1e-9
SEED = 20250614
SINGLES = 30
BROKEN = 60


class Counted:
    """A schedule written into an optimizer at every step."""

    def __init__(self, optimizer, schedule):
        self.optimizer, self.schedule, self.count = optimizer, schedule, -1
        self.step()

    def step(self):
        self.count += 1
        write(self.optimizer, self.schedule(self.count))


class Called:
    """A callback on a model that is nothing but its optimizer."""

    def __init__(self, optimizer, callback):
        self.optimizer, self.callback, self.epoch = optimizer, callback, 0
        self.model = type("Model", (), {"optimizer": keras.optimizers.SGD(optimizer.param_groups[0]["lr"])})()
        callback.set_model(self.model)
        callback.on_train_begin()
        self.begin()

    def begin(self):
        self.callback.on_epoch_begin(self.epoch)
        write(self.optimizer, self.model.optimizer.learning_rate)

    def step(self, metrics=None):
        name = getattr(self.callback, "monitor", "loss")
        self.callback.on_epoch_end(self.epoch, {name: metrics})
        self.epoch += 1
        self.begin()


def write(optimizer, rate):
    for group in optimizer.param_groups:
        group["lr"] = float(rate)


def run(spec):
    """The rows of a file; a schedule is stepped at each step unless it says otherwise, a callback each epoch."""
    node = spec["scheduler"]
    interval = "epoch" if node["type"] in (f"keras.{PLATEAU}", f"keras.{FUNCTION}") else "step"
    result = oracle.run({**spec, "scheduler": {"interval": interval, **node}}, build, watches)
    # Python finds a wrong type when it computes with it, which a warm-up as long as the run never does with alpha.
    if not isinstance(node.get("alpha", 0), (int, float)):
        raise oracle.Refused(f"alpha is {node['alpha']!r}, and never looked at")
    return result


def watches(node):
    return node["type"] == f"keras.{PLATEAU}"


def build(node, optimizer):
    arguments = {key: value for key, value in node.items() if key not in ("type", "interval")}
    name = node["type"].removeprefix("keras.")
    if name == FUNCTION and "schedule" in arguments:
        arguments["schedule"] = compiled(arguments["schedule"], other="lr")
    if name in (PLATEAU, FUNCTION):
        return Called(optimizer, getattr(keras.callbacks, name)(**arguments))
    return Counted(optimizer, getattr(keras.optimizers.schedules, name)(**arguments))


def departs(reason):
    return False


def spec(kind, epochs=14, **parameters):
    return {"epochs": epochs, "scheduler": {"type": f"keras.{kind}", **parameters}}


STEPS = [5 - 0.1 * epoch for epoch in range(14)]

ACCEPTED = {
    "piecewise out of order": spec("PiecewiseConstantDecay", boundaries=[6, 2, 9], values=[0.1, 0.2, 0.3, 0.4]),
    "piecewise at fractions": spec("PiecewiseConstantDecay", boundaries=[-0.5, 4.7], values=[0.1, 0.2, 0.3]),
    "polynomial in cycles": spec("PolynomialDecay", initial_learning_rate=1.0, decay_steps=4, end_learning_rate=0.1, cycle=True),
    "cosine without a target ignores its warm-up": spec("CosineDecay", initial_learning_rate=1.0, decay_steps=6, warmup_steps=5),
    "cosine warmed up": spec("CosineDecay", initial_learning_rate=0.0, decay_steps=6, alpha=0.1, warmup_target=1.0, warmup_steps=3),
    "cosine warmed down": spec("CosineDecay", initial_learning_rate=2.0, decay_steps=6, warmup_target=1.0, warmup_steps=3),
    "restarts of one length": spec("CosineDecayRestarts", initial_learning_rate=1.0, first_decay_steps=4, t_mul=1.0, m_mul=0.5, alpha=0.1),
    "restarts by a half more": spec("CosineDecayRestarts", 60, initial_learning_rate=1.0, first_decay_steps=2, t_mul=1.5),
    "restarts by three": spec("CosineDecayRestarts", 60, initial_learning_rate=1.0, first_decay_steps=1, t_mul=3.0),
    "plateau at its floor in single precision": {**spec(PLATEAU, patience=1, factor=0.5, min_lr=0.1), "optimizer": {"lr": 0.1 + 1e-10}, "metric": 0.5},
    "plateau cooling down": {**spec(PLATEAU, patience=1, factor=0.5, cooldown=3), "metric": 0.5},
    "plateau on a large metric": {**spec(PLATEAU, patience=2, factor=0.5, mode="max", monitor="val_auc"), "metric": {"values": STEPS}},
    "plateau on slow progress": {**spec(PLATEAU, patience=2, factor=0.5, min_delta=0.15), "metric": {"values": STEPS}},
}
REFUSED = {
    "exponential of no length": spec("ExponentialDecay", initial_learning_rate=1.0, decay_steps=0, decay_rate=0.5),
    "inverse at its pole": spec("InverseTimeDecay", initial_learning_rate=1.0, decay_steps=1, decay_rate=-0.5),
    "polynomial to infinity": spec("PolynomialDecay", initial_learning_rate=1.0, decay_steps=4, power=-1.0),
    "piecewise of one value": spec("PiecewiseConstantDecay", boundaries=[], values=[0.1]),
    "piecewise with too few values": spec("PiecewiseConstantDecay", boundaries=[3, 5], values=[0.1, 0.2]),
    "restarts that shrink to nothing": spec("CosineDecayRestarts", initial_learning_rate=1.0, first_decay_steps=4, t_mul=0.5),
    "plateau that grows": {**spec(PLATEAU, factor=1.5), "metric": 0.5},
    "plateau on an unknown metric": {**spec(PLATEAU, monitor="val_quality"), "metric": 0.5},
    "plateau without a metric": spec(PLATEAU),
    "function that fails": spec(FUNCTION, schedule="1 / (epoch - 3)"),
}


def cases():
    """The cases of the fixture, in order."""
    yield from chosen(ACCEPTED, run, refused=False)
    yield from chosen(REFUSED, run, refused=True)
    random = Random(SEED)
    for kind in keras_specs.KINDS:
        yield from drawn(kind, SINGLES, lambda kind=kind: keras_specs.single(random, kind), run)
    yield from drawn("broken", BROKEN, lambda: keras_specs.broken(random), run)
