"""Keras' models, saved, loaded, and fitted on: with the optimizer that was loaded, or compiled anew."""

import os
from random import Random

os.environ["KERAS_BACKEND"] = "torch"

import keras
import numpy

keras.config.set_floatx("float64")

import keras_family
import keras_specs
import trainer_runs
from expression import compiled
from optax_specs import Draw
from recording import chosen, drawn

__all__ = ["TOLERANCE", "any_spec", "cases", "departs", "run"]

TOLERANCE = 1e-9
SEED = 20261129


def departs(reason):
    return False


def run(spec):
    return trainer_runs.run(spec, _train)


class Watching(keras.callbacks.Callback):
    """Notes the rate before each update."""

    def __init__(self, leg):
        super().__init__()
        self.leg = leg

    def on_train_batch_begin(self, batch, logs=None):
        self.leg.take([float(self.model.optimizer.learning_rate)])


class Measuring(keras.callbacks.Callback):
    """Puts the file's metric in the place of the loss, for the callbacks behind it."""

    def __init__(self, name, value):
        super().__init__()
        self.name_of, self.value = name, value

    def on_epoch_end(self, epoch, logs=None):
        logs[self.name_of] = self.value


def _train(leg):
    [node] = leg.nodes
    name = node["type"].removeprefix("keras.")
    arguments = {key: value for key, value in node.items() if key != "type"}
    callbacks, schedule = [], float(leg.lr)
    if name in (keras_family.PLATEAU, keras_family.FUNCTION):
        if name == keras_family.FUNCTION:
            arguments["schedule"] = compiled(arguments["schedule"], other="lr")
        else:
            callbacks.append(Measuring(arguments.get("monitor", "val_loss"), leg.spec["metric"]))
        callbacks.append(getattr(keras.callbacks, name)(**arguments))
    else:
        schedule = getattr(keras.optimizers.schedules, name)(**arguments)
    if leg.checkpoint:
        model = keras.saving.load_model(leg.checkpoint / "model.keras")
    else:
        model = keras.Sequential([keras.Input((1,)), keras.layers.Dense(1)])
    if leg.checkpoint is None or leg.way == "keras-compile":
        model.compile(optimizer=keras.optimizers.SGD(schedule), loss="mse")
    data = numpy.ones((leg.steps, 1))
    model.fit(data, 0 * data, batch_size=1, shuffle=False, verbose=0, callbacks=[*callbacks, Watching(leg)],
              initial_epoch=leg.start // leg.steps, epochs=leg.stop // leg.steps)
    if leg.saved:
        leg.saved.mkdir()
        model.save(leg.saved / "model.keras")


# What is drawn

KINDS = [kind for kind in keras_specs.KINDS]


def _node(random, kind, epochs, steps):
    d = Draw(random, horizon=epochs * steps)
    while True:
        node = {"type": f"keras.{kind}", **keras_specs.KINDS[kind](d)}
        if node.get("alpha", 0) is not None:
            return node


def any_spec(random):
    steps = random.choice([1, 2, 3])
    kind = random.choice(KINDS)
    spec = {"epochs": random.randint(3, 8), "optimizer": {"type": "SGD", "lr": random.choice(trainer_runs.LR)}}
    if steps > 1:
        spec["steps_per_epoch"] = steps
    spec["scheduler"] = _node(random, kind, spec["epochs"], steps)
    patch = {}
    if random.random() < 0.6:
        patch["epochs"] = spec["epochs"] + random.randint(1, 6)
    if random.random() < 0.3:
        patch["optimizer"] = {"lr": random.choice(trainer_runs.LR)}
    if random.random() < 0.7:
        callback = (keras_family.PLATEAU, keras_family.FUNCTION)
        like = [other for other in KINDS if (other in callback) == (kind in callback) and other != keras_family.PLATEAU]
        other = kind if random.random() < 0.6 or kind == keras_family.PLATEAU else random.choice(like)
        patch["scheduler"] = _node(random, other, patch.get("epochs", spec["epochs"]), steps)
    if kind == keras_family.PLATEAU:
        spec["metric"] = 0.5
    return trainer_runs.with_interruption(
        random, spec, patch, random.choice([None, "keras", "keras-compile", "keras-compile"]), whole_epochs=True)


def _file(scheduler, at, epochs, way=None, **patch):
    resume = {"at": f"{at}ep", **({"restore": way} if way else {}), "with": {"epochs": epochs, **({"scheduler": patch} if patch else {})}}
    return {"epochs": 4, "steps_per_epoch": 2, "optimizer": {"type": "SGD", "lr": 1}, "scheduler": scheduler, "resume": resume}


COSINE = {"type": "keras.CosineDecay", "initial_learning_rate": 1.0, "decay_steps": 8}
HALVES = {"type": "keras.LearningRateScheduler", "schedule": "lr * 0.5"}
VECTORS = {
    "K1": _file(COSINE, 2, 4),
    "K3": _file(COSINE, 2, 8, "keras-compile", decay_steps=16),
    "K6": _file(HALVES, 2, 4),
    "K6b": _file(HALVES, 2, 4, "keras-compile"),
    "K8": {**_file({"type": "keras.ReduceLROnPlateau", "factor": 0.5, "patience": 2}, 4, 9), "metric": 0.5, "steps_per_epoch": 1},
}


def cases():
    """The cases of the fixture, in order."""
    yield from chosen(VECTORS, run, refused=False)
    random = Random(SEED)
    yield from drawn("resumed", 60, lambda: any_spec(random), run)
