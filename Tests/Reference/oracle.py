"""Runs a schedule file through the real PyTorch and gives the rows it means.

This is the other half of every fidelity test: nothing about a schedule is computed here. The file names an optimizer
and schedulers, torch builds and steps them, and the rows are read off the optimizer's param groups.

    python oracle.py spec.json        the CSV on stdout, or exit status 2 and torch's own reason on stderr
"""

import json
import math
import sys
import warnings
from dataclasses import dataclass

import torch
from torch.optim import lr_scheduler, swa_utils

from expression import compiled

FAMILIES = {}
"""Other libraries by the prefix of their kinds, `timm` say; the module of each adds its `Family`."""

COMBINATORS = ("SequentialLR", "ChainedScheduler")
MOMENTUM_KINDS = ("CyclicLR", "OneCycleLR")
WATCHER = "ReduceLROnPlateau"
FUNCTION_PARAMETERS = ("lr_lambda", "scale_fn")
DEFAULT_OPTIMIZER = {"type": "SGD", "lr": 0.1, "momentum": 0.9}


@dataclass
class Family:
    """How a library that has a prefix makes its schedulers."""

    make: object
    """`make(kind, arguments, optimizer)`: something with torch's `step`."""
    interval: object
    """`interval(kind, arguments)`: "step" or "epoch", unless a node says it."""
    watchers: tuple = ()
    """Kinds that watch a metric, and so are stepped per epoch."""


class Refused(Exception):
    """The schedule gives no rows; the text is the type and words of what torch raised."""


@dataclass
class Result:
    """The columns that follow `step` and `epoch`, and their values; None stands for a metric nobody measured."""

    columns: list
    rows: list
    steps_per_epoch: int

    def csv(self):
        lines = [",".join(["step", "epoch", *self.columns])]
        for index, row in enumerate(self.rows):
            cells = [str(index), str(index // self.steps_per_epoch), *map(written, row)]
            lines.append(",".join(cells))
        return "\n".join(lines) + "\n"


def written(value):
    """A number as Swift's `Double.description` has it: Python's repr, except just below 1e16."""
    if value is None:
        return ""
    if value == 0:
        return "0.0"
    if 2.0**53 < abs(value) < 1e16:
        digits = repr(abs(value)).removesuffix(".0")
        fraction = digits[1:].rstrip("0")
        return f"{'-' if value < 0 else ''}{digits[0]}.{fraction}e+15"
    return repr(value)


def run(spec, build=None, watches=None):
    """The rows of `spec`, or `Refused`; another family brings its own `build(node, optimizer)` and `watches(node)`."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        try:
            return _rows(spec, build or scheduler, watches or is_watcher)
        except Refused:
            raise
        except Exception as error:
            raise Refused(f"{type(error).__name__}: {error}") from error


def _rows(spec, build, watches):
    optimizer, names = _optimizer(spec.get("optimizer", DEFAULT_OPTIMIZER))
    nodes = spec["scheduler"] if isinstance(spec["scheduler"], list) else [spec["scheduler"]]
    schedulers = [(build(node, optimizer), node) for node in nodes]
    metric = _metric(spec["metric"], spec["epochs"]) if "metric" in spec else None
    if metric is None and any(watches(node) for node in nodes):
        raise Refused("there is no metric to watch")
    steps = spec.get("steps_per_epoch", 1)
    momentum = _driven_momentum(nodes, optimizer)

    rows = []
    count = spec["epochs"] * steps
    for index in range(count):
        epoch = index // steps
        row = [group["lr"] for group in optimizer.param_groups]
        if momentum:
            row += [_momentum_of(group, momentum) for group in optimizer.param_groups]
        row = [_finite(value) for value in row]
        if metric is not None:
            row.append(metric[epoch])
        rows.append(row)
        if index + 1 < count:
            _step(schedulers, watches, metric, epoch, ends_epoch=(index + 1) % steps == 0)

    columns = _columns("lr", names) + (_columns(momentum, names) if momentum else [])
    return Result(columns + (["metric"] if metric is not None else []), rows, steps)


def _step(schedulers, watches, metric, epoch, ends_epoch):
    for scheduler, node in schedulers:
        if node.get("interval", _usual_interval(node)) == "epoch" and not ends_epoch:
            continue
        if watches(node):
            scheduler.step(metrics=metric[epoch])
        else:
            scheduler.step()


def _optimizer(node):
    """The optimizer, and the groups' names; `name` is lrplot's own key and torch never sees it."""
    arguments = {key: _tupled(value) for key, value in node.items() if not key.startswith("$")}
    kind = getattr(torch.optim, arguments.pop("type", "SGD"))
    groups = arguments.pop("param_groups", [{}])
    shape = (1, 1) if kind is torch.optim.Muon else (1,)
    names, prepared = [], []
    for index, group in enumerate(groups):
        names.append(group.get("name", str(index)))
        own = {key: _tupled(value) for key, value in group.items() if key != "name" and not key.startswith("$")}
        prepared.append({"params": [torch.nn.Parameter(torch.zeros(shape))], **own})
    parameters = prepared if "param_groups" in node else prepared[0]["params"]
    return kind(parameters, **arguments), names


def _tupled(value):
    return tuple(value) if isinstance(value, list) else value


def is_watcher(node):
    prefix, kind = _split(node["type"])
    return kind in FAMILIES[prefix].watchers if prefix in FAMILIES else kind == WATCHER


def _usual_interval(node):
    prefix, kind = _split(node["type"])
    return FAMILIES[prefix].interval(kind, node) if prefix in FAMILIES and not is_watcher(node) else "epoch"


def _split(kind):
    """The prefix of a kind, empty for torch's, and its own name."""
    prefix, _, name = kind.rpartition(".")
    return prefix, name


def scheduler(node, optimizer, build=None):
    """One node and its children, constructed in torch's order: children first, in the order they are listed."""
    arguments = {key: value for key, value in node.items() if key not in ("type", "interval") and not key.startswith("$")}
    for key in FUNCTION_PARAMETERS:
        if key in arguments:
            value = arguments[key]
            arguments[key] = [compiled(text) for text in value] if isinstance(value, list) else compiled(value)
    prefix, kind = _split(node["type"])
    if prefix in FAMILIES:
        return FAMILIES[prefix].make(kind, arguments, optimizer)
    if kind in COMBINATORS:
        arguments["schedulers"] = [(build or scheduler)(child, optimizer) for child in arguments["schedulers"]]
    if kind == "ChainedScheduler":
        return lr_scheduler.ChainedScheduler(optimizer=optimizer, **arguments)
    module = swa_utils if kind == "SWALR" else lr_scheduler
    return getattr(module, kind)(optimizer, **arguments)


def _metric(node, epochs):
    """What the run measures at the end of each epoch; the last epoch's value may be missing."""
    if not isinstance(node, dict):
        return [float(node)] * epochs
    if "expression" in node:
        function = compiled(node["expression"])
        return [function(epoch) for epoch in range(epochs)]
    values = [float(value) for value in node["values"][:epochs]]
    if len(values) < epochs - 1:
        raise Refused(f"{len(values)} metric values for {epochs} epochs")
    return values + [None] * (epochs - len(values))


def _driven_momentum(nodes, optimizer):
    """Which of `momentum` and `beta1` some scheduler drives, or None."""
    for node in nodes:
        if node["type"] in MOMENTUM_KINDS and node.get("cycle_momentum", True):
            return "beta1" if "betas" in optimizer.defaults else "momentum"
        children = node.get("schedulers", []) + [child for child in [node.get("after_scheduler")] if child]
        if found := _driven_momentum(children, optimizer):
            return found
    return None


def _momentum_of(group, quantity):
    return group["betas"][0] if quantity == "beta1" else group["momentum"]


def _finite(value):
    if isinstance(value, complex):
        raise Refused(f"complex value {value}")
    number = float(value)
    if not math.isfinite(number):
        raise Refused(f"non-finite value {number}")
    return number + 0.0  # a negative zero is written as zero


def _columns(quantity, names):
    return [quantity] if len(names) == 1 else [f"{quantity}.{name}" for name in names]


if __name__ == "__main__":
    with open(sys.argv[1], encoding="utf-8") as file:
        given = json.load(file)
    try:
        sys.stdout.write(run(given).csv())
    except Refused as reason:
        print(reason, file=sys.stderr)
        sys.exit(2)
