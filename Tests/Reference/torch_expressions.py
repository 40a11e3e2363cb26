"""Random functions of the epoch, in the expression language of schedule files.

Two sources: formulas as people paste them, and random trees, which reach the corners of Python's arithmetic (floored
division and modulo of negatives, `**` against unary minus, operands out of `and`, chained comparisons).
"""

PASTED = (
    "{g} ** (epoch // {n})", "{g} ** epoch", "lambda epoch: {g} ** epoch", "lambda e: {g} ** (e / {n})",
    "min(1, (epoch + 1) / {n})", "1 / (1 + {g} * epoch)", "1.0 if epoch < {n} else {g}",
    "epoch / {n} if epoch < {n} else {g} ** (epoch - {n})", "0.5 * (1 + math.cos(math.pi * epoch / {n}))",
    "0.5 * (1 + np.cos(np.pi * min(epoch, {n}) / {n}))", "exp(-{g} * step / {n})", "max(0.0, 1 - x / {n})",
    "(1 + epoch) ** -0.5", "1 / sqrt(epoch + 1)", "lambda step: min((step + 1) ** -0.5, (step + 1) * {n} ** -1.5)",
    "(epoch >= {n}) * {g} + (epoch < {n})", "{g} if {n} <= epoch < 2 * {n} else 1", "1 - epoch % {n} / {n}",
    "2 ** -floor(epoch / {n})", "max(1e-3, {g} ** (epoch // {n}))", "1 + log(epoch + 1) / {n}",
    "1 - tanh(epoch / {n})", "abs(sin(pi * epoch / {n}))", "round(epoch / {n}) * {g} + 0.1",
    "0.1 if epoch > {n} or epoch < 2 else {g}", "not epoch % {n} and {g} or 1", "1 / (1 + math.exp(-(epoch - {n})))",
    "pow({g}, epoch) + 1e-4", "log2(epoch + 2) / log10(epoch + 11)", "e ** (-x / {n})",
)
NEAR_ONE = (
    "{g}", "0.95", "0.9 if epoch % {n} == 0 else 1", "{g} if epoch < {n} else 1.01", "1 - 1 / (epoch + 2)",
    "lambda epoch: 0.98 ** (epoch > {n})", "1 + 0.1 * cos(epoch)", "epoch and 0.97", "min(1, {g} + epoch / {n})",
)
METRICS = (
    "1 / (epoch + 1)", "exp(-epoch / {n})", "0.5 + 0.1 * sin(epoch)", "max({g}, 1 - epoch / {n})", "2 - {g}",
    "0.3 if epoch < {n} else 0.3 + 1e-5 * epoch", "round(10 / (epoch + 1)) / 10", "-log(epoch + 1)", "1.0 - (epoch // {n}) * 0.1",
)


def function(c, near_one=False):
    """A multiplier: any curve at all, or one that stays near 1 and so can be multiplied up."""
    if not near_one and c.chance(0.3):
        return tree(c.random, 3)
    return _filled(c, NEAR_ONE if near_one else PASTED)


def metric_expression(c):
    return _filled(c, METRICS)


def _filled(c, templates):
    return c.choice(*templates).format(g=c.choice(0.9, 0.95, 0.5, 0.1, c.uniform(0.3, 0.999)), n=c.random.randint(1, max(2, c.horizon // 2)))


def tree(random, depth):
    """A random expression; it may divide by zero or leave a function's domain, which is then a refusal."""
    if depth == 0 or random.random() < 0.15:
        return random.choice(["epoch", "epoch", "step", "x", "2", "3", "0.5", "1", "10", "1e-2", "pi", "True", f"{random.uniform(0, 3):.3f}"])
    a, b, c = (tree(random, depth - 1) for _ in range(3))
    return random.choice([
        f"{a} + {b}", f"{a} - {b}", f"{a} * {b}", f"({a}) / (abs({b}) + 1)", f"({a} - {b}) // (abs({c}) + 2)", f"({a} - {b}) % (abs({c}) + 1)",
        f"(-{a}) % 7", f"({a}) % -3.5", f"-2 ** ({a} % 3)", f"2 ** -({a} % 5)", f"0.9 ** ({a} % 11) ** 0.5", f"-({a})",
        f"({a} if {b} > {c} else {b})", f"({a} < {b} <= {c})", f"({a} and {b})", f"({a} or {b})", f"(not {a}) + {b}", f"({a} != {b}) * {c}",
        f"min({a}, {b})", f"max({a}, {b}, {c})", f"floor({a} / 3)", f"ceil(({a}) * 0.37)", f"round(({a}) / 2)", f"sqrt(abs({a}))",
        f"log(abs({a}) + 1)", f"math.log2(abs({a}) + 1)", f"np.log10(abs({a}) + 1)", f"sin({a})", f"math.cos({a})", f"tanh({a})", f"tan({a})",
        f"exp(-abs({a}) / 9)", f"abs({a})", f"pow(abs({a}) + 0.1, 0.3)", f"({a}) / ({b})",
    ])
