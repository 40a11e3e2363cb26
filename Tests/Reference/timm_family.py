"""timm: which schedule files are recorded, and what its schedulers make of them when they are called as train.py does."""

from random import Random

import timm.scheduler

import family_specs
import oracle
import timm_edges
import timm_specs
from expression import compiled
from recording import chosen, drawn
from timm_specs import any_spec

__all__ = ["any_spec", "cases", "departs", "run"]

SEED = 20260403
SINGLES = 30
COMPOSITIONS = 30
BROKEN = 60


class Stepped:
    """A scheduler that counts for itself: at the end of a step, timm is asked for the next."""

    def __init__(self, kind, arguments, optimizer):
        self.count = 0
        self.optimizer = optimizer
        self.watches = kind == "PlateauLRScheduler"
        self.scheduler = getattr(timm.scheduler, kind)(optimizer, **arguments)

    def step(self, metrics=None):
        self.count += 1
        if self.watches:
            self.scheduler.step(self.count, metrics)
        elif self.scheduler.t_in_epochs:
            self.scheduler.step(self.count)
        else:
            self.scheduler.step_update(self.count)
        # A rate that no update could use is refused even where the scheduler behind this one would overwrite it.
        if any(isinstance(group["lr"], complex) for group in self.optimizer.param_groups):
            raise oracle.Refused("the rate is complex")


def make(kind, arguments, optimizer):
    """The scheduler, with a function in place of a lambda's text."""
    decay = arguments.get("decay_fn")
    if isinstance(decay, str) and decay.startswith("lambda"):
        arguments = arguments | {"decay_fn": compiled(decay)}
    return Stepped(kind, arguments, optimizer)


oracle.FAMILIES["timm"] = oracle.Family(
    make, interval=lambda kind, arguments: "epoch" if arguments.get("t_in_epochs", True) else "step",
    watchers=("PlateauLRScheduler",))
run = family_specs.strictly(oracle.run, timm_specs.numbers)


def departs(reason):
    """Nothing departs."""
    return False


def cases():
    """The cases of the fixture, in order."""
    yield from chosen(timm_edges.ACCEPTED, run, refused=False)
    yield from chosen(timm_edges.REFUSED, run, refused=True)
    random = Random(SEED)
    draws = [(kind, SINGLES, lambda kind=kind: timm_specs.single(random, kind)) for kind in timm_specs.KINDS]
    draws += [("composition", COMPOSITIONS, lambda: timm_specs.composition(random)),
              ("broken", BROKEN, lambda: timm_specs.broken(random))]
    for label, count, draw in draws:
        yield from drawn(label, count, draw, run)
