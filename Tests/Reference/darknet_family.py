"""Darknet's policies, said anew from its C source, in double precision and with the C library's own functions.

Darknet is no Python package, and computes in floats; the row is the batch that the rate is asked for.
"""

import ctypes
import ctypes.util
from random import Random

import loop
from drawing import around
from oracle import Refused
from recording import drawn

__all__ = ["any_spec", "cases", "departs", "run"]

SEED = 20250620
LIBM = ctypes.CDLL(ctypes.util.find_library("m"))
for _name, _count in (("pow", 2), ("exp", 1), ("cos", 1)):
    getattr(LIBM, _name).restype = ctypes.c_double
    getattr(LIBM, _name).argtypes = [ctypes.c_double] * _count


def departs(reason):
    return False


def run(spec):
    return loop.run(spec, _attach)


def _policy(kind, net, total):
    """The rate of a batch by base rate."""
    match kind:
        case "constant":
            return lambda i, base: base
        case "step":
            size, scale = net.get("step", 1), net.get("scale", 1)
            if size < 1:
                raise Refused("C would divide by zero")
            return lambda i, base: base * LIBM.pow(scale, i // size)
        case "steps":
            if len(net["steps"]) != len(net["scales"]):
                raise Refused("C would read beyond the scales")
            return lambda i, base: _stepped(i, base, net["steps"], net["scales"])
        case "exp":
            return lambda i, base: base * LIBM.pow(net.get("gamma", 1), i)
        case "poly":
            return lambda i, base: base * LIBM.pow(1 - i / total, net.get("power", 4))
        case "sigmoid":
            gamma, middle = net.get("gamma", 1), net.get("step", 1)
            return lambda i, base: base * _inverse(1 + LIBM.exp(gamma * (i - middle)))
        case "sgdr":
            cycle, factor = net.get("sgdr_cycle", total), net.get("sgdr_mult", 2)
            if cycle < 1 or factor < 1:
                raise Refused("C would loop for ever")
            return lambda i, base: _restarted(i, base, net.get("learning_rate_min", 1e-5), cycle, factor)


def _inverse(value):
    return 1 / value if value else float("inf")


def _stepped(i, base, steps, scales):
    rate = base
    for step, scale in zip(steps, scales):
        if step > i:
            return rate
        rate *= scale
    return rate


def _restarted(i, base, lowest, cycle, factor):
    start = 0
    while start + cycle < i:
        start += cycle
        cycle *= factor
    return lowest + 0.5 * (base - lowest) * (1.0 + LIBM.cos((i - start) * 3.14159265 / cycle))


def _attach(node, optimizer, spec):
    net = loop.parameters(node)
    total = net.get("max_batches", spec["epochs"] * spec.get("steps_per_epoch", 1))
    if total < 1:
        raise Refused("there are no batches")
    policy, burn_in = _policy(loop.kind(node), net, total), net.get("burn_in", 0)
    bases = [group.setdefault("initial_lr", group["lr"]) for group in optimizer.param_groups]
    batch = [0]

    def write():
        for group, base in zip(optimizer.param_groups, bases):
            if batch[0] < burn_in:
                group["lr"] = base * LIBM.pow(batch[0] / burn_in, net.get("power", 4))
            else:
                group["lr"] = policy(batch[0], base)

    def after_step():
        batch[0] += 1
        write()

    write()
    return loop.Stepped(after_step=after_step)


# What is drawn

def _steps(c):
    steps = [c.length() for _ in range(c.integer(0, 4))]
    if c.chance(0.8):
        steps.sort()
    return {"steps": steps, "scales": [c.choice(0.1, 0.1, 0.5, 10, c.gamma()) for _ in range(len(steps) + c.chance(0.06))]}


KINDS = {
    "constant": lambda c: {},
    "step": lambda c: c.some(0.8, step=lambda: 0 if c.chance(0.06) else c.length(), scale=c.gamma),
    "steps": _steps,
    "exp": lambda c: c.some(0.9, gamma=lambda: c.choice(0.9, 0.99, c.gamma())),
    "poly": lambda c: {},
    "sigmoid": lambda c: c.some(0.8, gamma=lambda: c.choice(0.1, 1, -0.5, c.uniform(0, 2)), step=c.length),
    "sgdr": lambda c: c.some(
        0.7, sgdr_cycle=lambda: 0 if c.chance(0.05) else c.length(), sgdr_mult=lambda: 0 if c.chance(0.05) else c.choice(1, 2, 3),
        learning_rate_min=lambda: c.choice(0, 1e-4, 0.01)),
}


def _node(c, kind):
    common = c.some(0.4, burn_in=c.length, power=lambda: c.choice(1, 2, 4, 0.9, 0), max_batches=lambda: c.choice(c.horizon, c.horizon, c.horizon + 9, 7, 0 if c.chance(0.1) else 50))
    return {"type": f"darknet.{kind}", **KINDS[kind](c), **common}


def single(random, kind):
    return around(random, lambda c: _node(c, kind))


def any_spec(random):
    return single(random, random.choice(list(KINDS)))


def cases():
    random = Random(SEED)
    for kind in KINDS:
        yield from drawn(kind, 16, lambda: single(random, kind), run)
