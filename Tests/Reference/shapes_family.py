"""The named shapes: no library has them all, so this is the papers' formulas, written down a second time.

What the schedules say of themselves (`lrplot help wsd`) is computed here from the words, without a look at how lrplot
does it: pieces of a curve by their bounds, and doubles from Python's `math`.
"""

from math import cos, floor, pi, sqrt, tanh
from random import Random

import loop
from drawing import around
from oracle import Refused
from recording import drawn

__all__ = ["TOLERANCE", "any_spec", "cases", "departs", "run"]

TOLERANCE = 1e-12
SEED = 20250613


def departs(reason):
    return False


def run(spec):
    return loop.run(spec, _attach)


def _attach(node, optimizer, spec):
    kind, parameters = loop.kind(node), loop.parameters(node)
    if kind == "newbob":
        return _newbob(optimizer, **parameters)
    steps = spec.get("steps_per_epoch", 1)
    each_step = node.get("interval", "step") == "step"
    count = spec["epochs"] * (steps if each_step else 1)
    rate = SHAPES[kind](count, steps if each_step else 1, **parameters)
    bases = [group.setdefault("initial_lr", group["lr"]) for group in optimizer.param_groups]
    index = 0

    def write():
        for group, base in zip(optimizer.param_groups, bases):
            group["lr"] = rate(index, base)

    def advance():
        nonlocal index
        index += 1
        write()

    write()
    return loop.Stepped(after_step=advance) if each_step else loop.Stepped(after_epoch=lambda metric: advance())


# The parts that shapes are made of

def _half_cosine(p):
    return (1 + cos(pi * p)) / 2


def _refuse_unless(condition, why):
    if not condition:
        raise Refused(why)


def _laid(fall, end):
    """A fall from 1 to 0, laid between 1 and `end`."""
    return end + (1 - end) * fall


DECAYS = {
    "linear": lambda q, m: _laid(1 - q, m),
    "cosine": lambda q, m: _laid(_half_cosine(q), m),
    "mirror-cosine": lambda q, m: _laid(2 * (1 - q) - _half_cosine(q), m),
    "1-sqrt": lambda q, m: _laid(1 - sqrt(q), m),
    "square": lambda q, m: _laid(1 - q**2, m),
    "exponential": lambda q, m: m**q,
    "inverse": lambda q, m: 1 / (q / m + 1 - q),
}


def _warmed(warmup, start, after):
    """`after(t)` behind a linear warm-up; all are factors of the base rate."""
    return lambda t, base: base * (start + (1 - start) * t / warmup if t < warmup else after(t))


def _descent(fall):
    """A shape that is nothing but a way to fall."""
    def shape(run, _, total_steps=None, warmup_steps=0, start_ratio=0.0, min_ratio=0.0, hold_steps=0, **rest):
        total = total_steps or run
        top = warmup_steps + hold_steps
        _refuse_unless(top < total, "no room to fall")
        curve = fall(**rest)
        return _warmed(
            warmup_steps, start_ratio, lambda t: _laid(curve(min(1, max(0, t - top) / (total - top))), min_ratio))
    return shape


def _cosine_warmup(run, per_epoch, min_ratio=0.1, **rest):
    return _descent(lambda: _half_cosine)(run, per_epoch, min_ratio=min_ratio, **rest)


def _flat_cosine(run, _, total_steps=None, warmup_steps=0, start_ratio=0.0, flat_fraction=0.75, min_ratio=0.0):
    total = total_steps or run
    flat = max(warmup_steps, floor(flat_fraction * total + 0.5))
    _refuse_unless(flat < total, "no room to fall")
    return _warmed(
        warmup_steps, start_ratio,
        lambda t: 1 if t < flat else _laid(_half_cosine(min(1, (t - flat) / (total - flat))), min_ratio))


def _tanh(lower=-6, upper=3):
    return lambda p: (1 - tanh(lower + (upper - lower) * p)) / 2


def _hyperbola(run, upper_bound, total_steps, warmup_steps):
    total = total_steps or run
    n = total - warmup_steps
    _refuse_unless(n > 0, "no room to fall")
    _refuse_unless(upper_bound >= n, "the bound is too low")

    def height(x):
        return sqrt((n - x) / upper_bound * (2 - (n + x) / upper_bound))
    return lambda t: height(min(n, t - warmup_steps)) - height(0)


def _hyperbolic(run, _, upper_bound, total_steps=None, warmup_steps=0, start_ratio=0.0, min_ratio=0.0):
    drop = _hyperbola(run, upper_bound, total_steps, warmup_steps)
    return _warmed(warmup_steps, start_ratio, lambda t: 1 + (1 - min_ratio) * drop(t))


def _exp_hyperbolic(run, _, upper_bound, min_ratio, total_steps=None, warmup_steps=0, start_ratio=0.0):
    drop = _hyperbola(run, upper_bound, total_steps, warmup_steps)
    return _warmed(warmup_steps, start_ratio, lambda t: (1 / min_ratio) ** drop(t))


def _wsd(run, _, total_steps=None, warmup_steps=0, start_ratio=0.0, decay_steps=None, decay="1-sqrt", min_ratio=0.0):
    total = total_steps or run
    tail = floor(total / 10 + 0.5) if decay_steps is None else decay_steps
    _refuse_unless(min_ratio > 0 or decay not in ("exponential", "inverse"), "never gets to zero")
    _refuse_unless(warmup_steps + tail <= total, "no room to decay")

    def after(t):
        if t >= total:
            return min_ratio
        return 1 if t <= total - tail else DECAYS[decay]((t - total + tail) / tail, min_ratio)
    return _warmed(warmup_steps, start_ratio, after)


def _trapezoid(run, per_epoch, **rest):
    return _wsd(run, per_epoch, decay="linear", **rest)


def _wsd_s(run, _, cycles, total_steps=None, warmup_steps=0, start_ratio=0.0, decay_fraction=0.1, decay="inverse", min_ratio=0.1):
    total = total_steps or run
    _refuse_unless(warmup_steps < total, "no room")
    _refuse_unless(min_ratio > 0 or decay not in ("exponential", "inverse"), "never gets to zero")
    if isinstance(cycles, list):
        _refuse_unless(cycles and all(a < b for a, b in zip(cycles, cycles[1:])), "ends must rise")
        ends = [end for end in cycles if end < total] + [total]
    else:
        ends = [floor(total * (number / cycles) + 0.5) for number in range(1, cycles + 1)]

    def after(t):
        if t >= total:
            return min_ratio
        place = sum(end <= t for end in ends)
        start, end = (ends[place - 1] if place else 0), ends[place]
        tail = floor(decay_fraction * (end - start) + 0.5)
        return 1 if t <= end - tail else DECAYS[decay]((t - end + tail) / tail, min_ratio)
    return _warmed(warmup_steps, start_ratio, after)


def _infinite(run, _, cooldown_steps, total_steps=None, warmup_steps=0, start_ratio=0.0, cooldown="cosine",
              constant_ratio=0.5, decay_steps=0, min_ratio=0.1):
    total = total_steps or run
    if decay_steps:
        _refuse_unless(warmup_steps + cooldown_steps + decay_steps <= total, "no room to anneal")

    def drop(p):
        return 1 / sqrt(1 + 10 * p) - 1
    fall = {"cosine": _half_cosine, "linear": lambda p: 1 - p, "inverse-sqrt": lambda p: 1 - drop(p) / drop(1)}[cooldown]

    def after(t):
        if decay_steps and t >= total:
            return min_ratio
        if decay_steps and t > total - decay_steps:
            return constant_ratio * (min_ratio / constant_ratio) ** ((t - total + decay_steps) / decay_steps)
        cooled = t - warmup_steps
        return _laid(fall(cooled / cooldown_steps), constant_ratio) if cooled < cooldown_steps else constant_ratio
    return _warmed(warmup_steps, start_ratio, after)


def _multistep(run, _, total_steps=None, warmup_steps=0, start_ratio=0.0, fractions=(0.8, 0.9), ratios=(0.316, 0.1)):
    total = total_steps or run
    _refuse_unless(warmup_steps <= total, "the warm-up is too long")
    _refuse_unless(len(fractions) == len(ratios), "as many ratios as fractions")
    _refuse_unless(all(a < b for a, b in zip(fractions, fractions[1:])), "fractions must rise")

    def after(t):
        passed = [ratio for part, ratio in zip(fractions, ratios) if floor(part * total + 0.5) <= t]
        return passed[-1] if passed else 1
    return _warmed(warmup_steps, start_ratio, after)


def _v3(run, _, total_steps=None, warmup_steps=0, start_ratio=0.0, parts=(10, 4.3, 0.333, 0.167), ratios=(0.1, 7.3 / 220)):
    total = total_steps or run
    _refuse_unless(len(parts) == 4 and sum(parts) > 0 and len(ratios) == 2, "four parts, two ratios")
    ends = [floor(total * (sum(parts[:number]) / sum(parts)) + 0.5) for number in (1, 2, 3)]
    _refuse_unless(warmup_steps <= min(total, ends[0]), "the warm-up is too long")

    def after(t):
        if t < ends[0]:
            return 1
        if t < ends[1]:
            return _laid(_half_cosine((t - ends[0]) / (ends[1] - ends[0])), ratios[0])
        return ratios[0] if t < ends[2] else ratios[1]
    return _warmed(warmup_steps, start_ratio, after)


def _noam(run, _, d_model=None, warmup_steps=4000, scale=1):
    def rate(t, base):
        peak = base * sqrt(warmup_steps) if d_model is None else d_model**-0.5
        return scale * peak * min((t + 1) ** -0.5, (t + 1) * warmup_steps**-1.5)
    return rate


def _noam_hold(run, _, warmup_steps, start_ratio=0.0, hold_steps=0, decay_rate=0.5, min_ratio=0.0):
    return _warmed(
        warmup_steps, start_ratio,
        lambda t: 1 if t < warmup_steps + hold_steps else max(min_ratio, (warmup_steps / (t - hold_steps)) ** decay_rate))


def _inverse_sqrt(run, _, total_steps=None, warmup_steps=0, start_ratio=0.0, hold_steps=0, timescale=None, decay_steps=0, min_ratio=0.0):
    total, top = total_steps or run, warmup_steps + hold_steps
    tau = timescale or warmup_steps or 10_000
    if decay_steps:
        _refuse_unless(top + decay_steps <= total, "no room to cool down")

    def free(t):
        return 1 if t <= top else max(min_ratio, sqrt(tau / (t - top + tau)))

    def after(t):
        if decay_steps and t >= total:
            return min_ratio
        if decay_steps and t > total - decay_steps:
            return min_ratio + (free(total - decay_steps) - min_ratio) * (total - t) / decay_steps
        return free(t)
    return _warmed(warmup_steps, start_ratio, after)


def _power(run, _, sequences_per_step, total_steps=None, warmup_steps=0, start_ratio=0.0, sequence_length=4096,
           amplitude=4.6, exponent=-0.51, decay_steps=0, decay="exponential", min_ratio=0.1):
    total = total_steps or run
    _refuse_unless(min_ratio > 0 or decay not in ("exponential", "inverse"), "never gets to zero")
    if decay_steps:
        _refuse_unless(warmup_steps + decay_steps <= total, "no room to decay")

    def law(t, base):
        tokens = t * sequences_per_step * sequence_length
        return min(base, sequences_per_step * amplitude * tokens**exponent) if tokens or exponent == 0 else base

    def rate(t, base):
        if t < warmup_steps:
            return law(warmup_steps, base) * (start_ratio + (1 - start_ratio) * t / warmup_steps)
        if decay_steps and t > total - decay_steps:
            q = min(1, (t - total + decay_steps) / decay_steps)
            return law(total - decay_steps, base) * (DECAYS[decay](q, min_ratio) if q < 1 else min_ratio)
        return law(t, base)
    return rate


def _eden(run, per_epoch, lr_batches, lr_epochs, warmup_steps=500, start_ratio=0.5):
    def rate(t, base):
        epoch = t // per_epoch
        factor = ((t**2 + lr_batches**2) / lr_batches**2) ** -0.25 * ((epoch**2 + lr_epochs**2) / lr_epochs**2) ** -0.25
        return base * factor * (start_ratio + (1 - start_ratio) * t / warmup_steps if t < warmup_steps else 1)
    return rate


def _slanted(run, _, total_steps=None, cut_frac=0.1, ratio=32):
    total = total_steps or run
    cut = floor(total * cut_frac)

    def rate(t, base):
        part = t / cut if t < cut else max(0, 1 - (t - cut) / (total - cut))
        return base * (1 + part * (ratio - 1)) / ratio
    return rate


def _sawtooth(run, _, cycle_steps, gamma=1, min_ratio=0.0):
    return lambda t, base: base * gamma ** (t // cycle_steps) * _laid(1 - t % cycle_steps / cycle_steps, min_ratio)


def _chebyshev(run, _, total_steps=None, condition=10):
    total = total_steps or run
    _refuse_unless(total & (total - 1) == 0, "not a power of two")
    order = [0]
    while len(order) < total:
        order = [place for old in order for place in (old, 2 * len(order) - 1 - old)]
    centre, radius = (1 + 1 / condition) / 2, (1 - 1 / condition) / 2
    return lambda t, base: base / condition / (centre - radius * cos(pi * (order[t % total] + 0.5) / total))


def _range_test(run, _, total_steps=None, start_lr=1e-7, end_lr=10, growth="exponential"):
    total = total_steps or run

    def rate(t, base):
        p = min(1, t / total)
        return start_lr * (end_lr / start_lr) ** p if growth == "exponential" else start_lr + (end_lr - start_lr) * p
    return rate


def _newbob(optimizer, annealing_factor=0.5, improvement_threshold=0.0025, patient=0):
    """SpeechBrain's NewBobScheduler."""
    seen, left = [], patient

    def after_epoch(metric):
        nonlocal left
        seen.append(metric)
        if len(seen) < 2:
            return
        previous, current = seen[-2:]
        if (0 if previous == 0 else (previous - current) / previous) >= improvement_threshold:
            return
        if left > 0:
            left -= 1
            return
        left = patient
        for group in optimizer.param_groups:
            group["lr"] *= annealing_factor
    return loop.Stepped(after_epoch=after_epoch, watches=True)


SHAPES = {
    "cosine-warmup": _cosine_warmup,
    "flat-cosine": _flat_cosine,
    "linear-to-zero": _descent(lambda: lambda p: 1 - p),
    "poly": _descent(lambda power=0.9: lambda p: (1 - p) ** power),
    "one-minus-sqrt": _descent(lambda: lambda p: 1 - sqrt(p)),
    "rex": _descent(lambda: lambda p: (1 - p) / (1 - p / 2)),
    "tanh": _descent(_tanh),
    "k-decay": _descent(lambda k: lambda p: _half_cosine(p**k)),
    "hyperbolic": _hyperbolic,
    "exp-hyperbolic": _exp_hyperbolic,
    "wsd": _wsd,
    "trapezoid": _trapezoid,
    "wsd-s": _wsd_s,
    "infinite": _infinite,
    "deepseek-multistep": _multistep,
    "deepseek-v3": _v3,
    "noam": _noam,
    "noam-hold": _noam_hold,
    "inverse-sqrt": _inverse_sqrt,
    "power": _power,
    "eden": _eden,
    "slanted-triangular": _slanted,
    "sawtooth": _sawtooth,
    "chebyshev": _chebyshev,
    "range-test": _range_test,
}


# What is drawn

def _course(c, least=0.0, hold=False):
    """A total, mostly near the run's, a warm-up, mostly short, and the two ratios."""
    total = c.integer(2, c.horizon + 9)
    drawn = c.some(0.6, total_steps=lambda: total, warmup_steps=lambda: c.choice(0, 1, c.integer(0, max(1, total // 3)), total if c.chance(0.1) else 2),
                   start_ratio=lambda: c.choice(0, 0.1, 1, c.uniform(0, 1)), min_ratio=lambda: max(least, c.choice(0, 0.1, 1.0, c.uniform(0, 1))))
    return drawn | (c.some(0.4, hold_steps=lambda: c.choice(0, 1, c.integer(0, max(1, total // 3)))) if hold else {})


def _tail(c):
    return c.choice(0, 1, c.integer(0, max(1, c.horizon // 2)), c.horizon if c.chance(0.1) else 3)


def _any_decay(c):
    return c.choice(*DECAYS)


def _ends(c):
    ends = sorted({c.integer(1, c.horizon + 5) for _ in range(c.integer(1, 4))})
    return c.choice(c.integer(1, 6), [] if c.chance(0.1) else ends, ends)


DRAWN = {
    "cosine-warmup": lambda c: _course(c, hold=True),
    "flat-cosine": lambda c: _course(c) | c.some(0.5, flat_fraction=lambda: c.choice(0, 0.5, 0.72, c.uniform(0, 0.99))),
    "linear-to-zero": _course,
    "poly": lambda c: _course(c) | c.some(0.6, power=lambda: c.choice(0.9, 1, 2, c.uniform(0.1, 4))),
    "one-minus-sqrt": _course,
    "rex": _course,
    "tanh": lambda c: _course(c) | c.some(0.5, lower=lambda: c.choice(-7, -6.0, c.uniform(-9, 1)), upper=lambda: c.choice(3, c.uniform(-1, 5))),
    "k-decay": lambda c: _course(c) | {"k": c.choice(1, 1.5, 3, c.uniform(0.1, 5))},
    "hyperbolic": lambda c: _course(c) | {"upper_bound": c.choice(c.horizon + 20, 1000, c.integer(1, c.horizon + 9))},
    "exp-hyperbolic": lambda c: {"min_ratio": 1e-3} | _course(c, least=1e-3) | {"upper_bound": c.choice(c.horizon + 20, 1000, c.integer(1, c.horizon + 9))},
    "wsd": lambda c: _course(c) | c.some(0.7, decay_steps=lambda: _tail(c), decay=lambda: _any_decay(c)),
    "trapezoid": lambda c: _course(c) | c.some(0.7, decay_steps=lambda: _tail(c)),
    "wsd-s": lambda c: _course(c) | {"cycles": _ends(c)} | c.some(0.5, decay_fraction=lambda: c.choice(0, 0.5, 1, c.uniform(0, 1)), decay=lambda: _any_decay(c)),
    "infinite": lambda c: _course(c, least=1e-3) | {"cooldown_steps": _tail(c)} | c.some(
        0.5, cooldown=lambda: c.choice("cosine", "linear", "inverse-sqrt"), constant_ratio=lambda: c.uniform(0.01, 1), decay_steps=lambda: _tail(c)),
    "deepseek-multistep": lambda c: _without_end(_course(c)) | (
        {"fractions": sorted(c.uniform(0, 1) for _ in range(3)), "ratios": [0.5, c.uniform(0, 1), 0.1]} if c.chance(0.5) else {}),
    "deepseek-v3": lambda c: _without_end(_course(c)) | c.some(
        0.4, parts=lambda: [c.choice(0, 5, c.uniform(0, 9)), c.uniform(0, 9), 1, c.choice(0, 2)], ratios=lambda: [c.uniform(0, 1), 0.01]),
    "noam": lambda c: c.some(0.6, d_model=lambda: c.integer(1, 4096), warmup_steps=lambda: c.integer(1, 40), scale=lambda: c.uniform(0, 3)),
    "noam-hold": lambda c: {"warmup_steps": c.integer(1, 20)} | c.some(
        0.6, start_ratio=lambda: c.uniform(0, 1), hold_steps=lambda: c.integer(0, 12), decay_rate=lambda: c.choice(1, 0.5, c.uniform(0.1, 3)), min_ratio=lambda: c.uniform(0, 0.5)),
    "inverse-sqrt": lambda c: _course(c, hold=True) | c.some(0.5, timescale=lambda: c.choice(1, 10, c.uniform(1, 90)), decay_steps=lambda: _tail(c)),
    "power": lambda c: _course(c, least=c.choice(0.0, 1e-3)) | {"sequences_per_step": c.integer(1, 4096)} | c.some(
        0.5, sequence_length=lambda: c.integer(1, 8192), amplitude=lambda: c.uniform(0.1, 9), exponent=lambda: c.choice(0, -1, c.uniform(-2, 0)),
        decay_steps=lambda: _tail(c), decay=lambda: _any_decay(c)),
    "eden": lambda c: {"lr_batches": c.choice(5, c.uniform(1, 90)), "lr_epochs": c.choice(3.5, c.uniform(0.5, 30))} | c.some(
        0.6, warmup_steps=lambda: c.integer(0, 20), start_ratio=lambda: c.uniform(0, 1)),
    "slanted-triangular": lambda c: c.some(
        0.6, total_steps=lambda: c.integer(1, c.horizon + 9), cut_frac=lambda: c.choice(0, 0.1, c.uniform(0, 0.99)), ratio=lambda: c.choice(1, 32, c.uniform(1, 99))),
    "sawtooth": lambda c: {"cycle_steps": c.integer(1, 30)} | c.some(0.5, gamma=lambda: c.uniform(0, 1), min_ratio=lambda: c.uniform(0, 1)),
    "chebyshev": lambda c: c.some(0.9, total_steps=lambda: c.choice(1, 2, 8, 32, 64, 12)) | c.some(0.5, condition=lambda: c.choice(1, 10, c.uniform(1, 500))),
    "range-test": lambda c: c.some(
        0.5, total_steps=lambda: c.integer(1, c.horizon + 9), start_lr=lambda: c.uniform(1e-6, 0.1), end_lr=lambda: c.uniform(1e-3, 9), growth=lambda: c.choice("exponential", "linear")),
    "newbob": lambda c: c.some(0.5, annealing_factor=lambda: c.uniform(0, 1), improvement_threshold=lambda: c.choice(0, 0.01, 0.1), patient=lambda: c.integer(0, 3)),
}


def _without_end(drawn):
    return {key: value for key, value in drawn.items() if key != "min_ratio"}


def _file(random, kind):
    def node(c):
        interval = {"interval": "epoch"} if kind != "newbob" and c.chance(0.1) else {}
        return {"type": kind, **DRAWN[kind](c), **interval}
    return around(random, node, measured=kind == "newbob")


def any_spec(random):
    return _file(random, random.choice(list(DRAWN)))


def cases():
    random = Random(SEED)
    for kind in DRAWN:
        yield from drawn(kind, 8, lambda kind=kind: _file(random, kind), run, departs)
