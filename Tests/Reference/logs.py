#!/usr/bin/env python3
"""Makes logs with the real trainers that are installed, and holds them against their plans with a built lrplot.

    Tests/Reference/logs.py .build/debug/lrplot

Runs transformers' Trainer, Keras' CSVLogger and timm's schedulers on toys, a few seconds each; a trainer that is not
installed is left out, and said to be. The recorded logs of the others are in Tests/LogsTests/Fixtures. Exit status 1
when a log is not recognized or diverges, or when one of another schedule agrees.
"""
import csv
import json
import pathlib
import subprocess
import sys
import tempfile


def transformers_log(folder):
    """trainer_state.json of a cosine with warm-up."""
    import torch
    from transformers import Trainer, TrainingArguments

    class Toy(torch.nn.Module):
        def __init__(self):
            super().__init__()
            self.layer = torch.nn.Linear(2, 1)

        def forward(self, x, labels=None):
            out = self.layer(x)
            return {"loss": ((out - labels) ** 2).mean(), "logits": out}

    data = [{"x": torch.ones(2), "labels": torch.zeros(1)} for _ in range(400)]
    arguments = TrainingArguments(
        output_dir=str(folder / "out"), learning_rate=3e-5, lr_scheduler_type="cosine", warmup_steps=0.1, num_train_epochs=2,
        per_device_train_batch_size=8, logging_steps=7, report_to=[], save_strategy="no", use_cpu=True, disable_tqdm=True)
    trainer = Trainer(Toy(), arguments, train_dataset=data)
    trainer.train()
    trainer.state.save_to_json(str(folder / "trainer_state.json"))
    plan = {"learning_rate": 3e-5, "lr_scheduler_type": "cosine", "warmup_steps": 0.1, "num_train_epochs": 2,
            "per_device_train_batch_size": 8}
    return "trainer_state.json", plan, ["--dataset-size", "400"]


def keras_log(folder):
    """The CSV of CSVLogger beside a LearningRateScheduler."""
    import os
    os.environ.setdefault("KERAS_BACKEND", "torch")
    import keras
    import numpy

    model = keras.Sequential([keras.layers.Dense(1)])
    model.compile(optimizer=keras.optimizers.SGD(0.01), loss="mse")
    halved = keras.callbacks.LearningRateScheduler(lambda epoch, rate: 0.01 * 0.5 ** (epoch // 2))
    model.fit(numpy.ones((8, 2)), numpy.zeros((8, 1)), epochs=8, verbose=0,
              callbacks=[halved, keras.callbacks.CSVLogger(str(folder / "training.csv"))])
    return "training.csv", {"epochs": 8, "optimizer": {"lr": 0.01},
                            "scheduler": {"type": "StepLR", "step_size": 2, "gamma": 0.5}}, []


def timm_log(folder):
    """summary.csv as timm's update_summary writes it."""
    import torch
    from timm.scheduler import CosineLRScheduler

    optimizer = torch.optim.SGD(torch.nn.Linear(1, 1).parameters(), lr=0.1)
    scheduler = CosineLRScheduler(optimizer, t_initial=30, warmup_t=3, warmup_lr_init=1e-5, lr_min=1e-4)
    with (folder / "summary.csv").open("w", newline="") as file:
        writer = csv.DictWriter(file, ["epoch", "train_loss", "eval_loss", "eval_top1", "lr"])
        writer.writeheader()
        for epoch in range(30):
            rates = [group["lr"] for group in optimizer.param_groups]
            writer.writerow({"epoch": epoch, "train_loss": 1, "eval_loss": 1, "eval_top1": 0, "lr": sum(rates) / len(rates)})
            scheduler.step(epoch + 1)
    return "summary.csv", {"epochs": 30, "optimizer": {"lr": 0.1}, "scheduler": {
        "type": "timm.CosineLRScheduler", "t_initial": 30, "warmup_t": 3, "warmup_lr_init": 1e-5, "lr_min": 1e-4}}, []


def main():
    lrplot = pathlib.Path(sys.argv[1]).resolve()
    failures = 0
    for make in (transformers_log, keras_log, timm_log):
        with tempfile.TemporaryDirectory() as name:
            folder = pathlib.Path(name)
            try:
                log, plan, options = make(folder)
            except ImportError as missing:
                print(f"{make.__name__}: left out, {missing}")
                continue
            (folder / "plan.json").write_text(json.dumps(plan))
            for more, expected in (([], 0), (["--set", "optimizer.lr=0.5"], 1)):
                done = subprocess.run(
                    [lrplot, "check", "plan.json", "--log", log, "-q", *options, *more], cwd=folder, capture_output=True, text=True)
                held = done.returncode == expected
                failures += not held
                print(f"{make.__name__} {' '.join(more)}: {'held' if held else 'FAILED'} {'' if held else done.stdout + done.stderr}")
    return 1 if failures else 0


if __name__ == "__main__":
    sys.exit(main())
