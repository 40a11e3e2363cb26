"""Megatron-LM's scheduler, saved and loaded in the three ways of its command line, in the order of its training script."""

import logging
import warnings
from random import Random
from types import SimpleNamespace

warnings.simplefilter("ignore")
logging.disable(logging.WARNING)

import torch
from megatron.core.optimizer_param_scheduler import OptimizerParamScheduler

import loop
import oracle
import trainer_runs
from drawing import Run
from megatron_family import DEFAULTS
from recording import chosen, drawn

__all__ = ["any_spec", "cases", "departs", "run"]

SEED = 20261129
WAYS = ["megatron", "megatron-override", "megatron-checkpoint"]


def departs(reason):
    return False


def run(spec):
    return trainer_runs.run(spec, _train)


def _train(leg):
    [node] = leg.nodes
    given = loop.parameters(node)
    increment = given.pop("increment", 1)
    total = leg.count * increment
    way = leg.way or WAYS[0]
    optimizer, _ = oracle._optimizer(leg.spec["optimizer"])
    fraction = given.pop("lr_warmup_fraction", None)
    arguments = {**DEFAULTS, "lr_decay_steps": total, "wd_incr_steps": total, **given}
    arguments.setdefault("start_wd", leg.spec["optimizer"].get("weight_decay", 0))
    arguments.setdefault("end_wd", arguments["start_wd"])
    arguments.setdefault("max_lr", leg.lr)
    if fraction is not None:
        arguments["lr_warmup_steps"] = fraction * arguments["lr_decay_steps"]
    # Megatron gives each group the rates of its arguments.
    for group in optimizer.param_groups:
        group.setdefault("max_lr", given.get("max_lr", group["lr"]))
        group.setdefault("min_lr", arguments["min_lr"])
    scheduler = OptimizerParamScheduler(
        SimpleNamespace(param_groups=optimizer.param_groups), **arguments,
        use_checkpoint_opt_param_scheduler=way == "megatron-checkpoint", override_opt_param_scheduler=way == "megatron-override")
    if leg.checkpoint:
        saved = torch.load(leg.checkpoint, weights_only=False)
        optimizer.load_state_dict(saved["optimizer"])
        scheduler.optimizer.param_groups = optimizer.param_groups
        scheduler.load_state_dict(saved["scheduler"])
    for index in range(leg.start, leg.stop):
        leg.take([group["lr"] for group in optimizer.param_groups], [
            group["weight_decay"] for group in optimizer.param_groups] if _drives(leg.spec) else [])
        if index + 1 < leg.stop or leg.saved:
            scheduler.step(increment)
    if leg.saved:
        torch.save({"optimizer": optimizer.state_dict(), "scheduler": scheduler.state_dict()}, leg.saved)


def _drives(spec):
    """Whether the file is about weight decay, before or behind the interruption."""
    return "start_wd" in str(spec)


# What is drawn

def _node(random, count, weighs):
    c = Run(random, groups=1, horizon=count, momentum=False, resumable=False, epochs=count, steps=1)
    style = c.choice("constant", "linear", "cosine", "inverse-square-root", "WSD")
    node = {"type": "megatron.OptimizerParamScheduler", "lr_decay_style": style}
    node |= c.some(0.5, init_lr=lambda: c.choice(0.0, 1e-5), min_lr=lambda: c.choice(0.0, 1e-5, 1e-4),
                   lr_warmup_steps=lambda: c.choice(0, 1, 3), lr_decay_steps=lambda: c.length(6))
    if style == "WSD":
        node["wsd_decay_steps"] = c.length() // 2 + 1
        node |= c.some(0.8, lr_wsd_decay_style=lambda: c.choice("exponential", "linear", "cosine", "minus_sqrt"))
    if weighs:
        node |= {"start_wd": c.choice(0.0, 0.01, 0.1), "end_wd": c.choice(0.1, 0.3), "wd_incr_style": c.choice("linear", "cosine")}
        node |= c.some(0.5, wd_incr_steps=lambda: c.length(3))
    return node


def any_spec(random):
    count, weighs = random.randint(6, 24), random.random() < 0.3
    spec = {"epochs": count, "optimizer": {"type": "SGD", "lr": random.choice(trainer_runs.LR[1:]), "momentum": 0.9}}
    if random.random() < 0.3:
        spec["optimizer"]["param_groups"] = [{}, {"lr": 0.05}]
    spec["scheduler"] = _node(random, count, weighs)
    if random.random() < 0.3:
        spec["scheduler"]["max_lr"] = spec["optimizer"]["lr"]
    patch = {}
    if random.random() < 0.6:
        patch["epochs"] = count + random.randint(1, 12)
    if random.random() < 0.3:
        patch["optimizer"] = {"lr": random.choice(trainer_runs.LR[1:])}
    if random.random() < 0.6:
        new = _node(random, patch.get("epochs", count), weighs)
        new.pop("type")
        patch["scheduler"] = new if random.random() < 0.5 else {key: new[key] for key in list(new)[:random.randint(1, 2)]}
    return trainer_runs.with_interruption(random, spec, patch, random.choice([None, *WAYS[1:], *WAYS[1:]]))


PLAN = {"type": "megatron.OptimizerParamScheduler", "lr_decay_style": "cosine", "min_lr": 0.1, "lr_warmup_steps": 2, "lr_decay_steps": 8}


def _file(way, epochs=8, at=4, lr=None, **patch):
    patch = {"epochs": epochs, **({"optimizer": {"lr": lr}} if lr else {}), **({"scheduler": patch} if patch else {})}
    return {"epochs": 8, "optimizer": {"type": "SGD", "lr": 1}, "scheduler": PLAN, "resume": {"at": at, "restore": way, "with": patch}}


VECTORS = {
    "G1": _file("megatron"),
    "G3": _file("megatron-checkpoint", 16, lr_decay_steps=16),
    "G4": _file("megatron-override", 16, lr_decay_steps=16),
    "G5": _file("megatron-override", lr=0.5),
    "G6": _file("megatron-override", lr_warmup_steps=6),
}
REFUSED = {"G2": _file("megatron", 16, lr_decay_steps=16)}


def cases():
    """The cases of the fixture, in order."""
    yield from chosen(VECTORS, run, refused=False)
    yield from chosen(REFUSED, run, refused=True)
    random = Random(SEED)
    yield from drawn("resumed", 100, lambda: any_spec(random), run)
