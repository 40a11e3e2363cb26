"""Megatron-LM's scheduler of rate and weight decay, stepped by what each update counts."""

import logging
import warnings
from random import Random
from types import SimpleNamespace

warnings.simplefilter("ignore")
logging.disable(logging.WARNING)

from megatron.core.optimizer_param_scheduler import OptimizerParamScheduler  # noqa: E402

import loop  # noqa: E402
from drawing import around  # noqa: E402
from recording import drawn  # noqa: E402
from torch_optimizers import drawn_optimizer  # noqa: E402

__all__ = ["any_spec", "cases", "departs", "run"]

SEED = 20250614
DEFAULTS = {
    "init_lr": 0.0, "min_lr": 0.0, "lr_warmup_steps": 0, "lr_decay_style": "linear", "wd_incr_style": "constant",
    "lr_wsd_decay_style": "exponential",
}
"""What Megatron's command line has for arguments that the class requires."""


def departs(reason):
    return False


def run(spec):
    return loop.run(spec, _attach)


def _attach(node, optimizer, spec):
    given = loop.parameters(node)
    increment = given.pop("increment", 1)
    total = spec["epochs"] * spec.get("steps_per_epoch", 1) * increment
    fraction = given.pop("lr_warmup_fraction", None)
    own = any(name in group for group in optimizer.param_groups for name in ("start_wd", "end_wd", "wd_mult"))
    drives = ("weight_decay",) if own or "start_wd" in given or "end_wd" in given else ()
    arguments = {**DEFAULTS, "lr_decay_steps": total, "wd_incr_steps": total, **given}
    arguments.setdefault("max_lr", optimizer.defaults["lr"])
    if fraction is not None:
        arguments["lr_warmup_steps"] = fraction * arguments["lr_decay_steps"]
    if drives:
        arguments.setdefault("start_wd", optimizer.defaults.get("weight_decay", 0))
        arguments.setdefault("end_wd", arguments["start_wd"])
    else:
        arguments |= {"start_wd": 0, "end_wd": 0, "wd_incr_style": "constant"}
    if "max_lr" not in given:
        for group in optimizer.param_groups:
            group.setdefault("max_lr", group["lr"])
    scheduler = OptimizerParamScheduler(SimpleNamespace(param_groups=optimizer.param_groups), **arguments)
    return loop.Stepped(after_step=lambda: scheduler.step(increment), drives=drives)


def _optimizer(random):
    """Now and then with highest and lowest rates of the groups' own, which override the scheduler's."""
    optimizer = drawn_optimizer(random)
    for group in (optimizer or {}).get("param_groups", []):
        group.pop("initial_lr", None)
        if random.random() < 0.15:
            group["max_lr"] = random.choice([0.5, 0.01])
        if random.random() < 0.15:
            group["min_lr"] = random.choice([0.001, 0.0])
        for name, values in {"wd_mult": [0.0, 0.5], "start_wd": [0.02], "end_wd": [0.3]}.items():
            if random.random() < 0.08:
                group[name] = random.choice(values)
    return optimizer


def _node(c):
    increment = c.choice(1, 1, 1, 4, 256)
    style = c.choice("constant", "linear", "cosine", "inverse-square-root", "WSD", "WSD", "WSD")
    node = {"type": "megatron.OptimizerParamScheduler", "lr_decay_style": style}
    if style == "linear" and c.chance(0.5):
        del node["lr_decay_style"]
    if increment > 1:
        node["increment"] = increment
    samples = lambda: c.length() * increment
    node |= c.some(
        0.6, init_lr=lambda: c.choice(0.0, 1e-5, 1e-4, 5.0 if c.chance(0.1) else 1e-3), max_lr=c.rate, min_lr=lambda: c.choice(0.0, 1e-5, 1e-4, 0.05 if c.chance(0.3) else 1e-3),
        lr_warmup_steps=lambda: c.choice(0, max(1, samples() // 3), 3 * increment), lr_decay_steps=samples)
    if style == "WSD" and c.chance(0.97):
        node["wsd_decay_steps"] = c.choice(samples() // 2, samples(), 4 * increment, 0 if c.chance(0.2) else increment)
        node |= c.some(0.85, lr_wsd_decay_style=lambda: c.choice("exponential", "linear", "cosine", "minus_sqrt"))
    if c.chance(0.15):
        node.pop("lr_warmup_steps", None)
        node["lr_warmup_fraction"] = c.choice(0.1, 0.01, c.uniform(0, 0.5), 1.0 if c.chance(0.1) else 0.2)
    if c.chance(0.5):
        node |= c.some(0.8, start_wd=lambda: c.choice(0.0, 0.01, 0.1, c.uniform(0, 0.2)), end_wd=lambda: c.choice(0.1, 0.3, c.uniform(0.1, 0.5)), wd_incr_steps=lambda: c.choice(samples(), samples(), 0 if c.chance(0.2) else increment))
        node["wd_incr_style"] = c.choice("linear", "cosine", "linear", "cosine", "constant")
    return node


def any_spec(random):
    return around(random, _node, optimizer=_optimizer)


def cases():
    random = Random(SEED)
    yield from drawn("OptimizerParamScheduler", 200, lambda: any_spec(random), run)
