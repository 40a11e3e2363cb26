"""transformers: which schedule files are recorded, and what its `get_scheduler` makes of them."""

import copy
from random import Random
from types import SimpleNamespace

import family_specs
import oracle
import transformers_edges
import transformers_specs
from recording import chosen, drawn
from transformers import TrainingArguments, get_scheduler
from transformers_specs import any_spec

__all__ = ["any_spec", "cases", "departs", "run"]

SEED = 20260118
SINGLES = 14
COMPOSITIONS = 60
BROKEN = 60
LENGTHS = ("num_warmup_steps", "num_training_steps")


def run(spec):
    """The rows of a file, as `oracle.run` gives them."""
    return strict_run(_with_lengths(spec))


def _with_lengths(spec):
    """The file with the totals that it leaves to the run, and with the steps that percentages mean."""
    spec = copy.deepcopy(spec)
    tree = spec["scheduler"]
    for node in tree if isinstance(tree, list) else [tree]:
        if node["type"].startswith("transformers.") and node.get("num_training_steps") is None:
            steps = spec.get("steps_per_epoch", 1) if node.get("interval", "step") == "step" else 1
            node["num_training_steps"] = spec["epochs"] * steps
    for node in family_specs.nodes(tree):
        warm_up, total = (node.get(name) for name in LENGTHS)
        if isinstance(warm_up, str) and warm_up.endswith("%") and 0 <= float(warm_up[:-1]) < 100:
            if isinstance(total, (int, float)):
                node["num_warmup_steps"] = _trainers_warm_up(float(f"{warm_up[:-1]}e-2"), total)
    return spec


def _trainers_warm_up(part, total):
    """What the Trainer makes of `warmup_steps`, without the rest of its arguments."""
    return TrainingArguments.get_warmup_steps(SimpleNamespace(warmup_steps=part), total)


def make(kind, arguments, optimizer):
    """The scheduler."""
    own = {name: value for name, value in arguments.items() if name not in LENGTHS}
    return get_scheduler(kind, optimizer, *(arguments.get(name) for name in LENGTHS), own)


oracle.FAMILIES["transformers"] = oracle.Family(
    make, interval=lambda kind, arguments: "step", watchers=transformers_specs.PLATEAU_KINDS)
strict_run = family_specs.strictly(oracle.run, transformers_specs.numbers)


def departs(reason):
    """Nothing here departs but what departs in torch's combinators."""
    return str(reason).startswith("NotImplementedError")


def cases():
    """The cases of the fixture, in order."""
    yield from chosen(transformers_edges.ACCEPTED, run, refused=False)
    yield from chosen(transformers_edges.REFUSED, run, refused=True)
    random = Random(SEED)
    draws = [(kind, SINGLES, lambda kind=kind: transformers_specs.single(random, kind))
             for kind in transformers_specs.KINDS]
    draws += [("composition", COMPOSITIONS, lambda: transformers_specs.composition(random)),
              ("broken", BROKEN, lambda: transformers_specs.broken(random))]
    for label, count, draw in draws:
        yield from drawn(label, count, draw, run, departs)
