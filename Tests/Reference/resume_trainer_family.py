"""The Trainer of transformers, stopped and started again with `resume_from_checkpoint` and other arguments."""

import os
from random import Random

os.environ.setdefault("CUDA_VISIBLE_DEVICES", "")

import torch
from transformers import PrinterCallback, Trainer, TrainerCallback, TrainingArguments, logging

import torch_specs
import trainer_runs
import transformers_specs
from recording import chosen, drawn

__all__ = ["any_spec", "cases", "departs", "run"]

SEED = 20261129
logging.set_verbosity_error()


def departs(reason):
    return False


def run(spec):
    return trainer_runs.run(spec, _train)


class Toy(torch.nn.Module):
    def __init__(self):
        super().__init__()
        self.layer = torch.nn.Linear(1, 1)

    def forward(self, x, labels=None):
        return {"loss": self.layer(x).sum()}


class Watching(TrainerCallback):
    """Notes the rate before each update, and ends the run where it is interrupted."""

    def __init__(self, leg):
        self.leg = leg

    def on_step_begin(self, args, state, control, optimizer=None, **_):
        self.leg.take([optimizer.param_groups[0]["lr"]])

    def on_step_end(self, args, state, control, **_):
        control.should_save = control.should_training_stop = self.leg.is_done
        return control


def _train(leg):
    [node] = leg.nodes
    arguments = {key: value for key, value in node.items() if key != "type"}
    given = {"warmup_steps": arguments.pop("num_warmup_steps", 0)}
    data = [{"x": torch.ones(1), "labels": torch.zeros(1)} for _ in range(leg.count)]
    trainer = Trainer(
        Toy(), TrainingArguments(
            output_dir=str(leg.saved or leg.folder / "unused"), learning_rate=leg.lr, max_steps=leg.count, optim="sgd",
            lr_scheduler_type=node["type"].removeprefix("transformers."), lr_scheduler_kwargs=arguments or None,
            per_device_train_batch_size=1, save_strategy="no", report_to=[], use_cpu=True, disable_tqdm=True,
            logging_strategy="no", dataloader_pin_memory=False, **given),
        train_dataset=data, callbacks=[Watching(leg)])
    trainer.remove_callback(PrinterCallback)
    if leg.checkpoint:
        [checkpoint] = leg.checkpoint.glob("checkpoint-*")
        trainer.train(resume_from_checkpoint=str(checkpoint))
    else:
        trainer.train()


# What is drawn

KINDS = [kind for kind in transformers_specs.KINDS if kind not in transformers_specs.PLATEAU_KINDS]


def _node(random, steps):
    c = torch_specs.Context(random, groups=1, horizon=steps, momentum=False, resumable=False)
    kind = random.choice(KINDS)
    node = {"type": f"transformers.{kind}", **transformers_specs.KINDS[kind](c)}
    if kind != "constant":
        node["num_warmup_steps"] = random.choice([0, 1, 2, 3, random.randint(0, steps)])
    return node


def any_spec(random):
    steps = random.randint(4, 20)
    spec = {"steps": steps, "optimizer": {"type": "SGD", "lr": random.choice(trainer_runs.LR)}, "scheduler": _node(random, steps)}
    patch = {}
    if random.random() < 0.6:
        patch["steps"] = steps + random.randint(1, 12)
    if random.random() < 0.3:
        patch["optimizer"] = {"lr": random.choice(trainer_runs.LR)}
    chance = random.random()
    if chance < 0.35:
        patch["scheduler"] = _node(random, patch.get("steps", steps))
    elif chance < 0.65 and spec["scheduler"]["type"] != "transformers.constant":
        patch["scheduler"] = {"num_warmup_steps": random.randint(0, steps)}
    return trainer_runs.with_interruption(random, spec, patch)


def _file(kind, at, steps, old=8, **patch):
    resume = {"at": at, "with": {"steps": steps, **patch}}
    node = {"type": f"transformers.{kind}", **({} if kind == "constant" else {"num_warmup_steps": 0})}
    return {"steps": old, "optimizer": {"type": "SGD", "lr": 1}, "scheduler": node, "resume": resume}


WSD = "warmup_stable_decay"

VECTORS = {
    "H1": _file("linear", 4, 8),
    "H2": _file("linear", 4, 16),
    "H3": _file("linear", 4, 16, scheduler={"num_warmup_steps": 8}),
    "H4": _file("cosine", 4, 16),
    "H5": _file("linear", 4, 8, optimizer={"lr": 0.1}),
    "H6": _file("linear", 4, 16, scheduler={"type": "transformers.cosine", "num_warmup_steps": 0}),
    "H8": _file("linear", 8, 16),
    "H12": _file("constant", 4, 16, scheduler={"type": "transformers.linear", "num_warmup_steps": 0}),
}
for _name, _at in {"H10": 6, "H11": 12}.items():
    VECTORS[_name] = _file(WSD, _at, 16, old=12)
    VECTORS[_name]["scheduler"] |= {"num_decay_steps": 4, "decay_type": "linear"}


def cases():
    """The cases of the fixture, in order."""
    yield from chosen(VECTORS, run, refused=False)
    random = Random(SEED)
    yield from drawn("resumed", 60, lambda: any_spec(random), run)
