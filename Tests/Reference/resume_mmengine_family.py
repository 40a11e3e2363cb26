"""MMEngine's Runner, interrupted and resumed with `resume=True`: rates as its parameter schedulers leave them."""

import os
from random import Random

os.environ["TORCH_FORCE_NO_WEIGHTS_ONLY_LOAD"] = "1"

import torch
from mmengine.hooks import Hook
from mmengine.model import BaseModel
from mmengine.runner import Runner

import mmengine_family
import trainer_runs
from drawing import Run
from recording import chosen, drawn

__all__ = ["any_spec", "cases", "departs", "run"]

SEED = 20261129


def departs(reason):
    return False


def run(spec):
    return trainer_runs.run(spec, _train)


class Toy(BaseModel):
    def __init__(self):
        super().__init__()
        self.layer = torch.nn.Linear(1, 1)

    def forward(self, data, mode="tensor"):
        return {"loss": self.layer(data.float().reshape(1, 1)).sum()}


class Numbers(torch.utils.data.Dataset):
    def __init__(self, count):
        self.count = count

    def __len__(self):
        return self.count

    def __getitem__(self, index):
        return {"data": torch.tensor([float(index)])}


class Stop(Exception):
    """The run is interrupted."""


class Watching(Hook):
    """Notes the rates before each update, and saves at the end, behind the hook that steps the schedulers."""

    priority = "LOWEST"

    def __init__(self, leg):
        self.leg = leg

    def before_train_iter(self, runner, batch_idx, data_batch=None):
        self.leg.take([group["lr"] for group in runner.optim_wrapper.param_groups])

    def after_train_epoch(self, runner):
        if self.leg.saved and self.leg.is_done:
            # As MMEngine's own hook, which counts the epoch that is over.
            runner.save_checkpoint(str(self.leg.saved), "epoch.pth", meta={"epoch": runner.epoch + 1, "iter": runner.iter})
            raise Stop


def _train(leg):
    kept = torch.get_default_dtype()
    nodes = [{"type": node["type"].removeprefix("mmengine."), **{k: v for k, v in node.items() if k != "type"}}
             for node in leg.nodes]
    optimizer = {"type": "SGD", **{key: value for key, value in leg.spec["optimizer"].items() if key != "type"}}
    runner = Runner(
        model=Toy(), work_dir=str(leg.folder), experiment_name=f"{leg.folder.parent.name}-{leg.folder.name}",
        train_dataloader={"dataset": Numbers(leg.steps), "sampler": {"type": "DefaultSampler", "shuffle": False}, "batch_size": 1,
                          "collate_fn": {"type": "default_collate"}},
        optim_wrapper={"optimizer": optimizer}, param_scheduler=nodes, train_cfg={"by_epoch": True, "max_epochs": leg.spec["epochs"]},
        default_hooks={"logger": None, "checkpoint": None, "timer": None}, custom_hooks=[Watching(leg)], log_level="ERROR",
        resume=leg.checkpoint is not None, load_from=str(leg.checkpoint / "epoch.pth") if leg.checkpoint else None)
    try:
        runner.train()
    except Stop:
        pass
    finally:
        torch.set_default_dtype(kept)


# What is drawn

MECHANICS = [name for name in mmengine_family.MECHANICS if name != "ReduceOnPlateau"]


def _nodes(random, epochs, steps, count=None):
    c = Run(random, groups=1, horizon=epochs * steps, momentum=False, resumable=False, epochs=epochs, steps=steps)
    nodes = []
    while len(nodes) < (count or random.choice([1, 1, 2, 3])):
        node = mmengine_family._node(c, random.choice(MECHANICS))
        node.pop("last_step", None)
        if node["type"].endswith("LR"):
            nodes.append(node)
    return nodes


def any_spec(random):
    steps = random.choice([1, 1, 2, 3])
    spec = {"epochs": random.randint(4, 16 // steps + 2), "optimizer": {"lr": random.choice(trainer_runs.LR), "momentum": 0.9}}
    if steps > 1:
        spec["steps_per_epoch"] = steps
    spec["scheduler"] = _nodes(random, spec["epochs"], steps)
    patch = {}
    if random.random() < 0.5:
        patch["epochs"] = spec["epochs"] + random.randint(1, 8)
    if random.random() < 0.3:
        patch["optimizer"] = {"lr": random.choice(trainer_runs.LR)}
    chance = random.random()
    if chance < 0.3:
        patch["scheduler"] = _nodes(random, patch.get("epochs", spec["epochs"]), steps)
    elif chance < 0.7:
        # The same schedulers with other values.
        patch["scheduler"] = []
        for node in spec["scheduler"]:
            while (new := _nodes(random, patch.get("epochs", spec["epochs"]), steps, 1)[0])["type"] != node["type"]:
                pass
            patch["scheduler"].append(new)
    return trainer_runs.with_interruption(random, spec, patch, whole_epochs=True)


COSINE = {"type": "mmengine.CosineAnnealingLR"}
WARM_UP = {"type": "mmengine.LinearLR", "start_factor": 0.1}


def _file(scheduler, at, epochs, more=None, old=None):
    patch = {**({"epochs": epochs} if old else {}), **(more or {})}
    resume = {"at": at, **({"with": patch} if patch else {})}
    return {"epochs": old or epochs, "optimizer": {"type": "SGD", "lr": 1, "momentum": 0.9}, "scheduler": scheduler, "resume": resume}


VECTORS = {
    "E2": _file([COSINE], 2, 8, old=4),
    "E3": _file([COSINE], 2, 4, {"optimizer": {"lr": 0.1}}),
    "E4": _file([{**WARM_UP, "end": 3}], 2, 5),
    "E5": _file([{**WARM_UP, "end": 2}, {**COSINE, "begin": 2}], 3, 10, old=6),
    "E6": _file([COSINE], 2, 6, {"scheduler": [{**WARM_UP, "end": 2}, {**COSINE, "begin": 2}]}, old=4),
    "two into one": _file([{**WARM_UP, "end": 2}, {**COSINE, "begin": 2}], 3, 8, {"scheduler": [COSINE]}, old=6),
}


def cases():
    """The cases of the fixture, in order."""
    yield from chosen(VECTORS, run, refused=False)
    random = Random(SEED)
    yield from drawn("resumed", 80, lambda: any_spec(random), run)
