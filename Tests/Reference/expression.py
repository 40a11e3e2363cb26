"""A schedule file's function strings, as the Python they were pasted from.

Python itself evaluates them, so that precedence, chained comparisons and `and`/`or` are right by construction. Two
things differ from plain `eval`, because the contract says that all numbers are doubles: integer literals become
floats, and `floor`, `ceil` and `round` give floats. A power that leaves the real line is an error, not a complex.
"""

import ast
import math


class ExpressionError(ValueError):
    """The string is outside the language that schedule files allow."""


def _float_of(function):
    return lambda x: float(function(x))


def _power(base, exponent):
    value = base ** exponent
    if isinstance(value, complex):
        raise ValueError("math domain error")
    return value


FUNCTIONS = {
    "min": min, "max": max, "abs": abs, "pow": _power,
    "floor": _float_of(math.floor), "ceil": _float_of(math.ceil), "round": _float_of(round),
    "sqrt": math.sqrt, "exp": math.exp, "log": math.log, "log2": math.log2, "log10": math.log10,
    "sin": math.sin, "cos": math.cos, "tan": math.tan, "tanh": math.tanh,
}
CONSTANTS = {"pi": math.pi, "e": math.e}
VARIABLES = ("epoch", "step", "x")
PREFIXES = ("math", "np")

_SYNTAX = (
    ast.Expression, ast.Constant, ast.Name, ast.Load, ast.BinOp, ast.UnaryOp, ast.BoolOp, ast.Compare, ast.IfExp, ast.Call,
    ast.Add, ast.Sub, ast.Mult, ast.Div, ast.FloorDiv, ast.Mod, ast.UAdd, ast.USub, ast.Not, ast.And, ast.Or,
    ast.Lt, ast.LtE, ast.Gt, ast.GtE, ast.Eq, ast.NotEq,
)


class _Doubles(ast.NodeTransformer):
    """Turns Python's arithmetic into arithmetic on doubles, and drops the `math.` people paste along."""

    def visit_Constant(self, node):
        if isinstance(node.value, bool):
            return node
        if isinstance(node.value, (int, float)):
            return ast.copy_location(ast.Constant(float(node.value)), node)
        raise ExpressionError(f"not a number: {node.value!r}")

    def visit_Attribute(self, node):
        if isinstance(node.value, ast.Name) and node.value.id in PREFIXES:
            return ast.copy_location(ast.Name(node.attr, ast.Load()), node)
        raise ExpressionError(f"unknown prefix in {ast.unparse(node)}")

    def visit_BinOp(self, node):
        self.generic_visit(node)
        if isinstance(node.op, ast.Pow):
            call = ast.Call(ast.Name("pow", ast.Load()), [node.left, node.right], [])
            return ast.copy_location(call, node)
        return node


def compiled(text, other=None):
    """The function of one number that `text` describes; it raises whatever Python raises.

    With `other`, the name of a second number, it is a function of two.
    """
    try:
        body = ast.parse(text.strip(), mode="eval").body
    except SyntaxError as error:
        raise ExpressionError(f"{error.msg}: {text}") from None
    names = set(VARIABLES)
    if isinstance(body, ast.Lambda):
        arguments = [argument.arg for argument in body.args.args]
        other = arguments.pop() if other and len(arguments) == 2 else None
        names |= set(arguments)
        body = body.body
    tree = ast.fix_missing_locations(_Doubles().visit(ast.Expression(body)))
    for node in ast.walk(tree):
        if not isinstance(node, _SYNTAX):
            raise ExpressionError(f"{type(node).__name__} is not allowed: {text}")
        if isinstance(node, ast.Name) and node.id not in names | {other} | FUNCTIONS.keys() | CONSTANTS.keys():
            raise ExpressionError(f"unknown name {node.id}: {text}")
    code = compile(tree, "<expression>", "eval")
    fixed = {"__builtins__": {}, **CONSTANTS, **FUNCTIONS}

    def function(value, second=None):
        result = float(eval(code, fixed | dict.fromkeys(names, float(value)) | {other or "": second}))
        if not math.isfinite(result):
            raise ValueError(f"{text} is {result} at {value}")
        return result

    return function
