"""optax: the count of a restored state, under a schedule that is made anew."""

from random import Random

import jax

jax.config.update("jax_enable_x64", True)

import jax.numpy as jnp
import numpy
import optax

import optax_family
import optax_specs
import trainer_runs
from recording import drawn

__all__ = ["TOLERANCE", "any_spec", "cases", "departs", "run"]

TOLERANCE = 1e-9
SEED = 20261129


def departs(reason):
    return False


def run(spec):
    return trainer_runs.run(spec, _train)


def _train(leg):
    [node] = leg.nodes
    schedule = optax_family.made(node)
    transformation = optax.scale_by_schedule(schedule)
    parameter = jnp.asarray(1.0)
    state = transformation.init(parameter)
    if leg.checkpoint:
        leaves = list(numpy.load(f"{leg.checkpoint}.npz").values())
        state = jax.tree.unflatten(jax.tree.structure(state), [jnp.asarray(leaf) for leaf in leaves])
    for _ in range(leg.start, leg.stop):
        # With a count of 32 bits optax would compute with as many.
        leg.take([float(schedule(int(state.count)))])
        _, state = transformation.update(jnp.asarray(1.0), state, parameter)
    if leg.saved:
        numpy.savez(leg.saved, *jax.tree.leaves(state))


def _node(random, kind, count):
    return optax_specs.node(optax_specs.Draw(random, horizon=count), kind)


def any_spec(random):
    kinds = [kind for kind in optax_specs.KINDS if kind != optax_family.PLATEAU]
    kind = random.choice(kinds)
    count = random.randint(4, 20)
    spec = {"steps": count, "scheduler": _node(random, kind, count)}
    patch = {}
    if random.random() < 0.6:
        patch["steps"] = count + random.randint(1, 8)
    if random.random() < 0.8:
        patch["scheduler"] = _node(random, random.choice([kind, *kinds]), patch.get("steps", count))
    return trainer_runs.with_interruption(random, spec, patch)


def cases():
    """The cases of the fixture, in order."""
    random = Random(SEED)
    yield from drawn("resumed", 60, lambda: any_spec(random), run)
