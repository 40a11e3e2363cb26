"""Runs a schedule file over a torch optimizer with schedulers that are not torch's own, and gives the rows it means.

A family says how a node becomes a scheduler; this is the rest: the optimizer, the metric, the steps and the rows.
"""

import warnings
from dataclasses import dataclass
from typing import Callable

from oracle import DEFAULT_OPTIMIZER, Refused, Result, _columns, _finite, _metric, _optimizer


@dataclass
class Stepped:
    """A scheduler at work: what to do after each step of the run, and what it drives besides rates."""

    after_step: Callable = lambda: None
    after_epoch: Callable = lambda metric: None
    drives: tuple = ()
    watches: bool = False


def run(spec, attach, updates_first=False):
    """The rows of `spec`, or `Refused`; `attach(node, optimizer, spec)` gives a `Stepped` for each node.

    At the end of an epoch schedulers are stepped in their order, or all that count updates first.
    """
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        try:
            return _rows(spec, attach, updates_first)
        except Refused:
            raise
        except Exception as error:
            raise Refused(f"{type(error).__name__}: {error}") from error


def _rows(spec, attach, updates_first):
    optimizer, names = _optimizer(spec.get("optimizer", DEFAULT_OPTIMIZER))
    nodes = spec["scheduler"] if isinstance(spec["scheduler"], list) else [spec["scheduler"]]
    schedulers = [attach(node, optimizer, spec) for node in nodes]
    metric = _metric(spec["metric"], spec["epochs"]) if "metric" in spec else None
    if metric is None and any(scheduler.watches for scheduler in schedulers):
        raise Refused("a scheduler needs a metric")
    steps = spec.get("steps_per_epoch", 1)
    driven = {quantity for scheduler in schedulers for quantity in scheduler.drives}
    quantities = [name for name in ("momentum", "weight_decay") if name in driven]

    rows = []
    count = spec["epochs"] * steps
    for index in range(count):
        row = [group["lr"] for group in optimizer.param_groups]
        for quantity in quantities:
            row += [_value(group, quantity, optimizer) for group in optimizer.param_groups]
        rows.append([_finite(value) for value in row] + ([] if metric is None else [metric[index // steps]]))
        if index + 1 < count:
            seen = None if metric is None else metric[index // steps]
            ends_epoch = (index + 1) % steps == 0
            for scheduler in schedulers:
                scheduler.after_step()
                if ends_epoch and not updates_first:
                    scheduler.after_epoch(seen)
            for scheduler in schedulers if ends_epoch and updates_first else []:
                scheduler.after_epoch(seen)

    columns = _columns("lr", names)
    for quantity in quantities:
        called = "beta1" if quantity == "momentum" and "betas" in optimizer.defaults else quantity
        columns += _columns(called, names)
    return Result(columns + (["metric"] if metric is not None else []), rows, steps)


def _value(group, quantity, optimizer):
    return group["betas"][0] if quantity == "momentum" and "betas" in optimizer.defaults else group[quantity]


def parameters(node):
    """What a node passes to its constructor."""
    return {key: value for key, value in node.items() if key not in ("type", "interval") and not key.startswith("$")}


def kind(node):
    """The name of the class, without the family in front."""
    return node["type"].rpartition(".")[2]
