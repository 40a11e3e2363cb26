"""Caffe's policies, said anew from its C++ source, in double precision and with the C library's own functions.

The current step of multistep is kept and moved on once an iteration, as the solver keeps it.
"""

from random import Random

import loop
from darknet_family import LIBM
from drawing import around
from oracle import Refused
from recording import drawn

__all__ = ["any_spec", "cases", "departs", "run"]

SEED = 20250621


def departs(reason):
    return False


def run(spec):
    return loop.run(spec, _attach)


class _Solver:
    def __init__(self, policy, fields, total):
        self.policy, self.fields, self.total = policy, fields, total
        self.iteration = self.current_step = 0
        if fields.get("gamma", 0) < 0 or fields.get("stepsize", 1) < 1 or total < 1:
            raise Refused("a check fails")

    def move(self):
        """What happens to the state when the rate of an iteration is asked for."""
        values = self.fields.get("stepvalue", [])
        if self.current_step < len(values) and self.iteration >= values[self.current_step]:
            self.current_step += 1

    def rate(self, base):
        t, f = self.iteration, self.fields
        match self.policy:
            case "fixed":
                return base
            case "step":
                return base * LIBM.pow(f["gamma"], t // f["stepsize"])
            case "exp":
                return base * LIBM.pow(f["gamma"], t)
            case "inv":
                return base * LIBM.pow(1 + f["gamma"] * t, -f["power"])
            case "multistep":
                return base * LIBM.pow(f["gamma"], self.current_step)
            case "poly":
                return base * LIBM.pow(1 - t / self.total, f["power"])
            case "sigmoid":
                return base * (1 / (1 + LIBM.exp(-f["gamma"] * (t - f["stepsize"]))))


def _attach(node, optimizer, spec):
    fields = loop.parameters(node)
    total = fields.pop("max_iter", spec["epochs"] * spec.get("steps_per_epoch", 1))
    solver = _Solver(loop.kind(node), fields, total)
    bases = [group.setdefault("initial_lr", group["lr"]) for group in optimizer.param_groups]

    def write():
        solver.move()
        for group, base in zip(optimizer.param_groups, bases):
            group["lr"] = solver.rate(base)

    def after_step():
        solver.iteration += 1
        write()

    write()
    return loop.Stepped(after_step=after_step)


# What is drawn

def _gamma(c):
    return -0.1 if c.chance(0.04) else c.choice(0.1, 0.5, 0.9, 0.0, 1, 1.02, c.uniform(0, 1))


def _size(c):
    return 0 if c.chance(0.04) else c.length()


def _values(c):
    values = [c.length() for _ in range(c.integer(0, 5))]
    return (sorted(values) if c.chance(0.7) else values) + c.choice([], [], [], [0], [4, 4])


KINDS = {
    "fixed": lambda c: {},
    "step": lambda c: {"gamma": _gamma(c), "stepsize": _size(c)},
    "exp": lambda c: {"gamma": _gamma(c)},
    "inv": lambda c: {"gamma": c.choice(1e-4, 0.1, _gamma(c)), "power": c.choice(0.75, 1, 0.5, -1)},
    "multistep": lambda c: {"gamma": _gamma(c), "stepvalue": _values(c)},
    "poly": lambda c: {"power": c.choice(0.9, 1, 2, 0.5, 0, -1 if c.chance(0.2) else 3)},
    "sigmoid": lambda c: {"gamma": _gamma(c), "stepsize": _size(c)},
}


def single(random, kind):
    return around(
        random, lambda c: {"type": f"caffe.{kind}", **KINDS[kind](c), **c.some(0.5, max_iter=lambda: c.choice(c.horizon, c.horizon + 5, 9))})


def any_spec(random):
    return single(random, random.choice(list(KINDS)))


def cases():
    random = Random(SEED)
    for kind in KINDS:
        yield from drawn(kind, 15, lambda: single(random, kind), run)
