"""Lightning's Trainer, saved between two epochs and resumed with `ckpt_path`.

Its ModelCheckpoint saves a little earlier, before ReduceLROnPlateau has seen the epoch, which is then lost.
"""

import logging
import warnings
from random import Random

logging.getLogger("lightning.pytorch").setLevel(logging.ERROR)
warnings.simplefilter("ignore")

import lightning
import torch
from lightning.pytorch.callbacks import Callback

import oracle
import torch_specs
import trainer_runs
from recording import chosen, drawn

__all__ = ["any_spec", "cases", "departs", "run"]

SEED = 20261129


def departs(reason):
    return "NotImplementedError" in str(reason)


def run(spec):
    return trainer_runs.run(spec, _train)


class Module(lightning.LightningModule):
    def __init__(self, leg):
        super().__init__()
        self.leg = leg
        self.layer = torch.nn.Linear(1, 1)

    def training_step(self, batch, index):
        self.log("metric", self.leg.spec.get("metric", 0.0), on_step=False, on_epoch=True)
        return self.layer(batch).sum()

    def configure_optimizers(self):
        optimizer = torch.optim.SGD(self.parameters(), lr=self.leg.lr, momentum=0.9)
        schedulers = []
        for node in self.leg.nodes:
            made = {"scheduler": oracle.scheduler(node, optimizer), "interval": node.get("interval", "epoch")}
            schedulers.append(made | ({"monitor": "metric"} if oracle.is_watcher(node) else {}))
        return [optimizer], schedulers


class Watching(Callback):
    """Notes the rate before each update, and ends the run where it is interrupted."""

    def __init__(self, leg):
        self.leg = leg

    def on_train_batch_start(self, trainer, module, batch, index):
        self.leg.take([trainer.optimizers[0].param_groups[0]["lr"]])
        trainer.should_stop = trainer.should_stop or self.leg.is_done


def _train(leg):
    trainer = lightning.Trainer(
        max_epochs=leg.spec["epochs"], accelerator="cpu", logger=False, enable_progress_bar=False, enable_model_summary=False,
        enable_checkpointing=False, callbacks=[Watching(leg)], num_sanity_val_steps=0, default_root_dir=leg.folder)
    loader = torch.utils.data.DataLoader(torch.ones(leg.steps, 1), batch_size=1)
    trainer.fit(Module(leg), loader, ckpt_path=leg.checkpoint, weights_only=False)
    if leg.saved:
        trainer.save_checkpoint(leg.saved)


# What is drawn

def _node(random, kind, horizon, interval):
    c = torch_specs.Context(random, groups=1, horizon=horizon, momentum=False, resumable=False)
    node = torch_specs.combinator(c, kind) if kind in oracle.COMBINATORS else torch_specs.leaf(c, kind)
    return {**node, **({"interval": interval} if interval else {})}


def any_spec(random):
    steps = random.choice([1, 2, 3])
    kinds = [kind for kind in torch_specs.KINDS if kind not in oracle.MOMENTUM_KINDS]
    kind = random.choice([*kinds, *oracle.COMBINATORS])
    interval = random.choice([None, None, "step"]) if kind != oracle.WATCHER else None
    spec = {"epochs": random.randint(3, 8), "optimizer": {"type": "SGD", "lr": random.choice(trainer_runs.LR), "momentum": 0.9}}
    if steps > 1:
        spec["steps_per_epoch"] = steps
    spec["scheduler"] = _node(random, kind, spec["epochs"] * (steps if interval else 1), interval)
    patch = {}
    if random.random() < 0.6:
        patch["epochs"] = spec["epochs"] + random.randint(1, 6)
    if random.random() < 0.3:
        patch["optimizer"] = {"lr": random.choice(trainer_runs.LR)}
    if random.random() < 0.7:
        other = kind if random.random() < 0.7 or kind == oracle.WATCHER else random.choice([k for k in kinds if k != oracle.WATCHER])
        patch["scheduler"] = _node(random, other, patch.get("epochs", spec["epochs"]) * (steps if interval else 1), interval)
    if kind == oracle.WATCHER:
        spec["metric"] = 0.5
    return trainer_runs.with_interruption(random, spec, patch, "lightning", whole_epochs=True)


COSINE = {"type": "CosineAnnealingLR", "T_max": 4}


def _file(node, epochs=8, **patch):
    resume = {"at": "2ep", "restore": "lightning", "with": {"epochs": epochs, **patch}}
    return {"epochs": 4, "steps_per_epoch": 2, "optimizer": {"type": "SGD", "lr": 1, "momentum": 0.9}, "scheduler": node,
            "resume": resume}


VECTORS = {
    "P2": _file(COSINE, scheduler={"T_max": 8}),
    "P3": _file({**COSINE, "T_max": 8, "interval": "step"}, scheduler={"T_max": 16}),
    "P4": _file(COSINE, 4, optimizer={"lr": 0.1}),
    "P6": _file({"type": "LambdaLR", "lr_lambda": "0.5 ** epoch"}, 5, scheduler={"lr_lambda": "0.9 ** epoch"}),
    "P7": _file(COSINE, 4, scheduler={"interval": "step"}),
    "P9": {**_file({"type": "ReduceLROnPlateau", "factor": 0.5, "patience": 1}), "metric": 0.5},
}
VECTORS["P9"]["resume"]["at"] = "3ep"


def cases():
    """The cases of the fixture, in order."""
    yield from chosen(VECTORS, run, refused=False)
    random = Random(SEED)
    yield from drawn("resumed", 60, lambda: any_spec(random), run, departs)
