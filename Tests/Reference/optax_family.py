"""optax in double precision: which of its schedule files are recorded, and what it makes of them."""

from random import Random

import jax

jax.config.update("jax_enable_x64", True)

import jax.numpy as jnp
import optax
import optax.contrib

import oracle
import optax_specs
from optax_specs import PLATEAU, any_spec
from recording import chosen, drawn

__all__ = ["TOLERANCE", "any_spec", "cases", "departs", "run"]

TOLERANCE = 1e-9
SEED = 20250613
SINGLES = 22
BROKEN = 60


class Counted:
    """A schedule written into an optimizer at every count."""

    def __init__(self, optimizer, schedule):
        self.optimizer, self.schedule, self.count = optimizer, schedule, -1
        self.step()

    def step(self):
        self.count += 1
        value = float(self.schedule(self.count))
        for group in self.optimizer.param_groups:
            group["lr"] = value


class Scaled:
    """What `reduce_on_plateau` makes of an update of one, as a factor on every base rate."""

    def __init__(self, optimizer, transformation):
        self.optimizer, self.transformation = optimizer, transformation
        self.bases = [group["lr"] for group in optimizer.param_groups]
        self.state = transformation.init(jnp.asarray(1.0))

    def step(self, metrics):
        update, self.state = self.transformation.update(jnp.asarray(1.0), self.state, value=jnp.asarray(metrics))
        for group, base in zip(self.optimizer.param_groups, self.bases):
            group["lr"] = base * float(update)


def run(spec):
    """The rows of a file; a schedule is stepped at each step unless it says otherwise."""
    node = spec["scheduler"]
    if not watches(node):
        node = {"interval": "step", **node}
    return oracle.run({**spec, "scheduler": node}, build, watches)


def build(node, optimizer):
    return (Scaled if watches(node) else Counted)(optimizer, made(node))


def watches(node):
    return node["type"] == f"optax.{PLATEAU}"


def made(node):
    """The schedule, its children made first; steps in JSON are strings."""
    arguments = {key: value for key, value in node.items() if key not in ("type", "interval")}
    if arguments.get("boundaries_and_scales") is not None:
        arguments["boundaries_and_scales"] = {int(step): scale for step, scale in arguments["boundaries_and_scales"].items()}
    if "schedules" in arguments:
        arguments["schedules"] = [made(child) for child in arguments["schedules"]]
    name = node["type"].removeprefix("optax.")
    if name == PLATEAU:
        return optax.contrib.reduce_on_plateau(**arguments)
    return getattr(optax, name)(**arguments)


def departs(reason):
    return False


def spec(kind, epochs=14, **parameters):
    return {"epochs": epochs, "scheduler": {"type": f"optax.{kind}", **parameters}}


RISE = {"type": "optax.linear_schedule", "init_value": 0.0, "end_value": 1.0, "transition_steps": 4}
FALL = {"type": "optax.cosine_decay_schedule", "init_value": 1.0, "decay_steps": 8}

ACCEPTED = {
    "linear of no length": spec("linear_schedule", init_value=0.5, end_value=0.1, transition_steps=0),
    "linear of less than no length": spec("linear_schedule", init_value=0.5, end_value=0.1, transition_steps=-3),
    "linear from before the beginning": spec("linear_schedule", init_value=0.5, end_value=0.1, transition_steps=5, transition_begin=-3),
    "exponential of factor zero": spec("exponential_decay", init_value=0.5, transition_steps=5, decay_rate=0),
    "exponential alternating": spec("exponential_decay", init_value=0.5, transition_steps=2, decay_rate=-0.5, staircase=True),
    "exponential bounded at once": spec("exponential_decay", init_value=0.5, transition_steps=2, decay_rate=0.5, end_value=0.7, transition_begin=3),
    "one cycle whose points are one": spec("linear_onecycle_schedule", transition_steps=1, peak_value=1.0),
    "one cycle whose points are two": spec("linear_onecycle_schedule", transition_steps=3, peak_value=1.0),
    "one cycle whose peak is its start": spec("cosine_onecycle_schedule", transition_steps=3, peak_value=1.0),
    "one cycle out of order": spec("linear_onecycle_schedule", transition_steps=10, peak_value=1.0, pct_start=0.9, pct_final=0.2),
    "interpolation from before the beginning": spec("piecewise_interpolate_schedule", interpolate_type="linear", init_value=1.0, boundaries_and_scales={"-3": 0.5, "5": 2.0}),
    "interpolation through nothing": spec("piecewise_interpolate_schedule", interpolate_type="cosine", init_value=1.0),
    "steps out of order in the file": spec("piecewise_constant_schedule", init_value=1.0, boundaries_and_scales={"9": 0.1, "4": 0.5}),
    "warm-up of no steps": spec("warmup_constant_schedule", init_value=0.1, peak_value=1.0, warmup_steps=0),
    "warm-up to nothing": spec("warmup_cosine_decay_schedule", init_value=0.1, peak_value=0.0, warmup_steps=3, decay_steps=9, end_value=0.5),
    "join in order": spec("join_schedules", schedules=[RISE, FALL], boundaries=[4]),
    "join with too few boundaries": spec("join_schedules", schedules=[RISE, FALL], boundaries=[]),
    "join with too many boundaries": spec("join_schedules", schedules=[RISE, FALL], boundaries=[4, 6]),
    "join out of order": spec("join_schedules", schedules=[RISE, FALL, RISE], boundaries=[8, 4]),
    "join from before the beginning": spec("join_schedules", schedules=[RISE, FALL], boundaries=[-3]),
    "join between two steps": spec("join_schedules", schedules=[RISE, FALL], boundaries=[3.5]),
    "plateau that takes improvement amiss": {**spec(PLATEAU, patience=0, factor=0.5), "metric": {"values": [10 - 0.5 * step for step in range(14)]}},
    "plateau that cannot improve": {**spec(PLATEAU, patience=2, factor=0.5, rtol=1.0), "metric": {"values": [10 - 0.5 * step for step in range(14)]}},
    "plateau of means": {**spec(PLATEAU, patience=1, factor=0.5, accumulation_size=3, cooldown=1), "metric": 0.5},
}
REFUSED = {
    "cosine of no length": spec("cosine_decay_schedule", init_value=0.5, decay_steps=0),
    "warm-up as long as the whole": spec("warmup_cosine_decay_schedule", init_value=0.1, peak_value=1.0, warmup_steps=9, decay_steps=9),
    "one cycle of no length": spec("linear_onecycle_schedule", transition_steps=0, peak_value=1.0),
    "one cycle divided by zero": spec("cosine_onecycle_schedule", transition_steps=9, peak_value=1.0, div_factor=0),
    "polynomial to infinity": spec("polynomial_schedule", init_value=1.0, end_value=0.5, power=-1, transition_steps=10),
    "exponential of a negative root": spec("exponential_decay", init_value=1.0, transition_steps=2, decay_rate=-0.5),
    "a negative scale": spec("piecewise_constant_schedule", init_value=1.0, boundaries_and_scales={"4": -0.5}),
    "join of nothing": spec("join_schedules", schedules=[], boundaries=[]),
    "no cycles": spec("sgdr_schedule", cosine_kwargs=[]),
    "plateau without a tolerance": {**spec(PLATEAU, rtol=0, atol=0), "metric": 0.5},
    "plateau without a metric": spec(PLATEAU),
}


def cases():
    """The cases of the fixture, in order."""
    yield from chosen(ACCEPTED, run, refused=False)
    yield from chosen(REFUSED, run, refused=True)
    random = Random(SEED)
    for kind in optax_specs.KINDS:
        yield from drawn(kind, SINGLES, lambda kind=kind: optax_specs.single(random, kind), run)
    yield from drawn("broken", BROKEN, lambda: optax_specs.broken(random), run)
