"""timm: its schedulers, saved and resumed in the order of its training script.

The script loads the optimizer's state, then makes a new scheduler, and tells it the epoch or the update where it goes on.
"""

from random import Random

import torch

import oracle
import timm_family
import timm_specs
import torch_specs
import trainer_runs
from recording import chosen, drawn

__all__ = ["any_spec", "cases", "departs", "run"]

SEED = 20261129


def departs(reason):
    return False


def run(spec):
    return trainer_runs.run(spec, _train)


def _train(leg):
    optimizer, _ = oracle._optimizer(leg.spec["optimizer"])
    if leg.checkpoint:
        optimizer.load_state_dict(torch.load(leg.checkpoint, weights_only=False))
    [node] = leg.nodes
    arguments = {key: value for key, value in node.items() if key != "type"}
    stepped = timm_family.make(node["type"].removeprefix("timm."), arguments, optimizer)
    by_epoch = stepped.watches or arguments.get("t_in_epochs", True)
    if leg.checkpoint and leg.start // leg.steps > 0:
        stepped.count = leg.start // leg.steps if by_epoch else leg.start
        stepped.scheduler.step(stepped.count) if by_epoch else stepped.scheduler.step_update(stepped.count)
    for index in range(leg.start, leg.stop):
        leg.take([group["lr"] for group in optimizer.param_groups])
        if index + 1 < leg.stop or leg.saved:
            if not by_epoch:
                stepped.step()
            elif (index + 1) % leg.steps == 0:
                stepped.step(leg.spec.get("metric"))
    if leg.saved:
        torch.save(optimizer.state_dict(), leg.saved)


# What is drawn

def _node(random, kind, epochs, steps):
    c = torch_specs.Context(random, groups=1, horizon=epochs * steps, momentum=False, resumable=False)
    while True:
        node = timm_specs.node(c, kind)
        if "noise_range_t" not in node and node.get("initialize", True):
            return node


def any_spec(random):
    steps = random.choice([1, 1, 2, 3])
    kind = random.choice(list(timm_specs.KINDS))
    spec = {"epochs": random.randint(4, 30 // steps), "optimizer": {"lr": random.choice(trainer_runs.LR), "momentum": 0.9}}
    if steps > 1:
        spec["steps_per_epoch"] = steps
    if random.random() < 0.3:
        spec["optimizer"]["param_groups"] = [{}, {"lr": 0.05}]
    spec["scheduler"] = _node(random, kind, spec["epochs"], steps)
    patch = {}
    if random.random() < 0.6:
        patch["epochs"] = spec["epochs"] + random.randint(1, 12)
    if random.random() < 0.3:
        patch["optimizer"] = {"lr": random.choice(trainer_runs.LR)}
    chance = random.random()
    if chance < 0.6:
        other = kind if chance < 0.4 or kind == "PlateauLRScheduler" else random.choice(list(timm_specs.KINDS)[:5])
        patch["scheduler"] = _node(random, other, patch.get("epochs", spec["epochs"]), steps)
    if kind == "PlateauLRScheduler":
        spec["metric"] = 0.5
    return trainer_runs.with_interruption(random, spec, patch, whole_epochs=True)


def _file(scheduler, at, epochs, lr=None, **patch):
    with_ = {"epochs": epochs, **({"optimizer": {"lr": lr}} if lr else {}), **({"scheduler": patch} if patch else {})}
    return {"epochs": 8, "optimizer": {"type": "SGD", "lr": 1, "momentum": 0.9}, "scheduler": scheduler,
            "resume": {"at": at, "with": with_}}


COSINE = {"type": "timm.CosineLRScheduler", "t_initial": 8}
VECTORS = {
    "M1": _file(COSINE, 4, 8),
    "M2": _file(COSINE, 4, 12, t_initial=12),
    "M3": _file({**COSINE, "warmup_t": 3, "warmup_lr_init": 0.01}, 5, 8),
    "M5b": _file(COSINE, 4, 8, lr=0.1),
    "M6": {**_file({"type": "timm.PlateauLRScheduler", "decay_rate": 0.5, "patience_t": 2}, 5, 12), "metric": 0.5},
    "M7": _file(COSINE, 8, 12, t_initial=12),
}


def cases():
    """The cases of the fixture, in order."""
    yield from chosen(VECTORS, run, refused=False)
    random = Random(SEED)
    yield from drawn("resumed", 80, lambda: any_spec(random), run)
