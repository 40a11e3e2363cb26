"""PyTorch: which of its schedule files are recorded, and what it makes of them."""

from random import Random

import torch_edges
import torch_specs
from oracle import run
from torch_specs import any_spec
from recording import chosen, drawn

__all__ = ["any_spec", "cases", "departs", "run"]

SEED = 20250611
SINGLES = 16
WIDE_KINDS = {"CyclicLR": 30, "OneCycleLR": 30, "ReduceLROnPlateau": 24, "LambdaLR": 30, "SWALR": 20}
COMPOSITIONS = 190
EXPRESSIONS = 40
BROKEN = 40


def departs(reason):
    """Whether lrplot does what was meant where torch raises this."""
    return str(reason).startswith("NotImplementedError")


def cases():
    """The cases of the fixture, in order."""
    yield from chosen(torch_edges.ACCEPTED, run, refused=False)
    yield from chosen(torch_edges.REFUSED, run, refused=True)
    random = Random(SEED)
    draws = [(kind, WIDE_KINDS.get(kind, SINGLES), lambda kind=kind: torch_specs.single(random, kind))
             for kind in torch_specs.KINDS]
    draws += [("expression", EXPRESSIONS, lambda: torch_specs.expression(random)),
              ("composition", COMPOSITIONS, lambda: torch_specs.composition(random)),
              ("broken", BROKEN, lambda: torch_specs.broken(random))]
    for label, count, draw in draws:
        yield from drawn(label, count, draw, run, departs)
