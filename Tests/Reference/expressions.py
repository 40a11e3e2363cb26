"""Records what CPython makes of random expressions, for ExpressionReferenceTests.

    python3 Tests/Reference/expressions.py > Tests/SchedulesTests/Expression/expressions.txt

The first line holds the epochs; every other an expression and its value at each of them, separated by tabs: repr(value),
or "!" where Python raises, the value is complex or it is not finite. The expressions are Python's own grammar walked at
random, so precedence is tested by text without parentheses. All numbers are doubles in lrplot: before it is evaluated,
integers and truth values are made floats, and so are the integers that floor, ceil and round give back.
"""

import ast
import math
import random
import sys

EPOCHS = [0.0, 1.0, 7.0, 30.0, 99.5]
EXPRESSIONS = 3800

rng = random.Random(20240229)


class Doubles(ast.NodeTransformer):
    """Makes every number a float, but for the digits of round; and a complex power an error."""

    def visit_Constant(self, node):
        return ast.copy_location(ast.Constant(float(node.value)), node)

    def wrapped(self, node, name):
        self.generic_visit(node)
        return ast.Call(ast.Name(name, ast.Load()), [node], [])

    def visit_Compare(self, node):
        return self.wrapped(node, "float")

    def visit_UnaryOp(self, node):
        if isinstance(node.op, ast.Not):
            return self.wrapped(node, "float")
        self.generic_visit(node)
        return node

    def visit_BinOp(self, node):
        return self.wrapped(node, "real")

    def visit_Call(self, node):
        name = node.func.id if isinstance(node.func, ast.Name) else node.func.attr
        digits = ast.literal_eval(node.args[1]) if name == "round" and len(node.args) == 2 else None
        self.generic_visit(node)
        if digits is not None:
            node.args[1] = ast.Constant(digits)
        return ast.Call(ast.Name("real", ast.Load()), [node], [])


def real(value):
    if isinstance(value, complex):
        raise ValueError("complex")
    return float(value)


NAMES = {name: getattr(math, name) for name in
         "floor ceil sqrt exp log log2 log10 sin cos tan tanh pi e".split()}
NAMES |= {"math": math, "min": min, "max": max, "abs": abs, "pow": pow, "round": round, "float": float, "real": real}


def results(text):
    variables = ["epoch", "step", "x"]
    body = text
    if text.startswith("lambda "):
        name, body = text[len("lambda "):].split(":", 1)
        variables = [name.strip()]
    tree = ast.parse(body.strip(), mode="eval")
    code = compile(ast.fix_missing_locations(Doubles().visit(tree)), "<expression>", "eval")
    found = []
    for epoch in EPOCHS:
        try:
            value = eval(code, {"__builtins__": {}}, NAMES | {name: epoch for name in variables})
            found.append(repr(value) if math.isfinite(value) else "!")
        except (ArithmeticError, ValueError):
            found.append("!")
    return found


# Python's grammar, from the loosest rule to the tightest.

def space():
    return rng.choice(["", " ", " ", " ", "  "])


def conditional(depth):
    if rng.random() < 0.12:
        return f"{disjunction(depth)} if {disjunction(depth)} else {conditional(depth)}"
    return disjunction(depth)


def chain(rule, word, chance):
    def walk(depth):
        text = rule(depth)
        while rng.random() < chance:
            text += f" {word} {rule(depth)}"
        return text
    return walk


def inversion(depth):
    return "not " + inversion(depth) if rng.random() < 0.07 else comparison(depth)


def operators(rule, signs, chance):
    def walk(depth):
        text = rule(depth)
        while rng.random() < chance:
            text += space() + rng.choice(signs) + space() + rule(depth)
        return text
    return walk


def factor(depth):
    if rng.random() < 0.12:
        return rng.choice("-+-") + space() + factor(depth)
    text = primary(depth)
    if rng.random() < 0.17:
        text += space() + "**" + space() + (number() if rng.random() < 0.5 else factor(depth))
    return text


product = operators(factor, ["*", "*", "/", "//", "%"], 0.32)
sums = operators(product, ["+", "-"], 0.32)
comparison = operators(sums, ["<", "<=", ">", ">=", "==", "!="], 0.11)
conjunction = chain(inversion, "and", 0.07)
disjunction = chain(conjunction, "or", 0.07)


def number():
    kind = rng.randrange(9)
    if kind < 3:
        return str(rng.choice([0, 1, 2, 3, 5, 10, 30, 90, 100]))
    if kind < 6:
        return rng.choice(["0.1", "0.5", "0.95", ".9", "1.", "1.5", "2.675", "0.01", "1e-3", "5e-324", "1_000", "1E2",
                           "0.1e+1", "1_0.2_5", "00", "1e308", "6.02e23"])
    return repr(round(rng.uniform(0, 10 ** rng.randint(-3, 4)), rng.randint(0, 6)))


UNARY = "abs floor ceil round sqrt exp log log2 log10 sin cos tan tanh".split()


def call(depth):
    if rng.random() < 0.35:
        name = rng.choice(["min", "max", "pow", "log", "round"])
        if name == "round":
            arguments = [conditional(depth), str(rng.randint(-3, 12))]
        else:
            arguments = [conditional(depth) for _ in range(rng.randint(2, 4) if name in ("min", "max") else 2)]
    else:
        name = rng.choice(UNARY)
        arguments = [conditional(depth)]
    prefix = "math." if hasattr(math, name) and rng.random() < 0.2 else ""
    return f"{prefix}{name}({(',' + space()).join(arguments)}{rng.choice(['', '', '', ','])})"


variable = "epoch"


def primary(depth):
    choice = rng.random()
    if depth <= 0 or choice < 0.25:
        return number()
    if choice < 0.6:
        return variable
    if choice < 0.66:
        return rng.choice(["pi", "math.pi", "True", "False", "math.e"])
    if choice < 0.8:
        return "(" + space() + conditional(depth - 1) + space() + ")"
    return call(depth - 1)


def walk():
    global variable
    choice = rng.random()
    header = ""
    variable = rng.choice(["epoch", "epoch", "step", "x"])
    if choice < 0.1:
        variable = rng.choice(["epoch", "e", "it", "_", "current_step", "pi"])
        header = f"lambda {variable}: "
        if variable == "pi":
            return header + conditional(0).replace("pi", "1") + " + pi"
    return header + conditional(3)


# Numbers that are hard on the operators that the processor does not have.

def decimal():
    return repr(round(rng.uniform(-1000, 1000), rng.randint(0, 5)) * rng.choice([1, 1, 0.001, 1e9]))


def hard():
    choice = rng.randrange(6)
    if choice == 0:
        return f"{decimal()} {rng.choice(['//', '%'])} {decimal()}"
    if choice == 1:
        return f"(x * {decimal()}) {rng.choice(['//', '%'])} {rng.choice(['0.1', '-0.1', '0.3', '-7', '1e-5'])}"
    if choice == 2:
        places = rng.randint(0, 15)
        tie = f"{rng.randint(-999, 999)}.{rng.randrange(10 ** places):0{places}d}5" if places else f"{rng.randint(-99, 99)}.5"
        return f"round({tie}, {places})"
    if choice == 3:
        return f"round({rng.randint(-99999, 99999)}.{rng.choice([0, 5])} * (x + 1), {-rng.randint(1, 6)})"
    if choice == 4:
        return f"round({rng.randint(-4095, 4095)} / {2 ** rng.randint(1, 12)} * 10 ** -(x % 3), {rng.randint(0, 22)})"
    return f"({decimal()}) ** {rng.choice(['x', '-x', '3', '-2', '0.5', '1e3', decimal()])}"


def main():
    print("\t".join(map(repr, EPOCHS)))
    seen = set()
    while len(seen) < EXPRESSIONS:
        text = hard() if len(seen) % 4 == 0 else walk()
        if text in seen or len(text) > 110:
            continue
        try:
            found = results(text)
        except (SyntaxError, TypeError, OverflowError) as error:
            sys.exit(f"{text}: {error}")
        # Errors are tested, but mostly values.
        if found.count("!") == len(EPOCHS) and rng.random() < 0.7:
            continue
        seen.add(text)
        print(text, *found, sep="\t")


main()
