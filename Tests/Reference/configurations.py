#!/usr/bin/env python3
"""Draws random configurations of transformers and timm, and compares what a built lrplot imports with the libraries.

    Tests/Reference/configurations.py .build/debug/lrplot --count 100 --seed 1

Each is written as the trainer would have it, its rates are made by the library's own functions, and all rows must be equal to
the last bit. Exit status 1 when one differs.
"""
import argparse
import json
import math
import pathlib
import random
import subprocess
import sys
import tempfile

import torch


def run(scheduler, optimizer, steps, per_epoch=None):
    """The rates of as many rows."""
    rates = []
    for step in range(steps):
        rates.append(optimizer.param_groups[0]["lr"])
        optimizer.step()
        scheduler.step() if per_epoch is None else scheduler.step(step + 1)
    return rates


def transformers_case(random):
    from transformers import get_scheduler

    rate = random.choice([1e-5, 2e-5, 3e-4, 5e-5, 0.001])
    name = random.choice(["linear", "cosine", "constant", "constant_with_warmup", "polynomial", "inverse_sqrt",
                          "cosine_with_restarts", "cosine_with_min_lr"])
    samples, batch, accumulate = random.randint(50, 900), random.choice([1, 4, 8]), random.choice([1, 2, 4])
    epochs = random.choice([1, 2, 3, 2.5])
    updates = max(1, math.ceil(math.ceil(samples / batch) / accumulate))
    total = math.ceil(epochs * updates)
    warmup = random.choice([0, 5, 0.1, 0.03])
    kwargs = {"min_lr_rate": 0.1} if name == "cosine_with_min_lr" else {}
    if name == "cosine_with_restarts":
        kwargs = {"num_cycles": 2}
    file = {"learning_rate": rate, "lr_scheduler_type": name, "warmup_steps": warmup, "num_train_epochs": epochs,
            "per_device_train_batch_size": batch, "gradient_accumulation_steps": accumulate}
    if kwargs:
        file["lr_scheduler_kwargs"] = kwargs
    optimizer = torch.optim.SGD([torch.nn.Parameter(torch.zeros(1))], lr=rate)
    steps = int(warmup) if warmup >= 1 else math.ceil(total * warmup)
    scheduler = get_scheduler(name, optimizer, steps, total, scheduler_specific_kwargs=kwargs)
    return file, ["--dataset-size", str(samples)], run(scheduler, optimizer, total)


def timm_case(random):
    from types import SimpleNamespace

    from timm.scheduler import create_scheduler_v2, scheduler_kwargs

    file = {
        "sched": random.choice(["cosine", "step", "tanh", "poly"]), "epochs": random.randint(10, 60), "lr": 0.1, "opt": "sgd",
        "warmup_epochs": random.choice([0, 3, 5]), "warmup_lr": 1e-5, "min_lr": random.choice([0, 1e-4]),
        "warmup_prefix": random.choice([True, False]), "cooldown_epochs": random.choice([0, 5]), "decay_epochs": 7,
        "decay_rate": random.choice([0.1, 0.5]), "lr_k_decay": 1.0, "lr_cycle_mul": 1.0, "lr_cycle_decay": 0.5,
        "lr_cycle_limit": 1, "sched_on_updates": False, "batch_size": 64, "seed": 42, "lr_noise": None, "lr_noise_pct": 0.67,
        "lr_noise_std": 1.0, "patience_epochs": 10, "decay_milestones": [30, 60]}
    optimizer = torch.optim.SGD([torch.nn.Parameter(torch.zeros(1))], lr=file["lr"])
    scheduler, epochs = create_scheduler_v2(optimizer, **scheduler_kwargs(SimpleNamespace(**file)))
    # timm's own training script steps it before the first epoch only when it resumes.
    return file, [], run(scheduler, optimizer, epochs, per_epoch=1)


def main():
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("lrplot")
    options.add_argument("--count", type=int, default=100)
    options.add_argument("--seed", type=int, default=1)
    chosen = options.parse_args()
    lrplot = pathlib.Path(chosen.lrplot).resolve()
    failures = 0
    for index in range(chosen.count):
        draw = random.Random(chosen.seed * 1_000_003 + index)
        case = (transformers_case, timm_case)[index % 2]
        file, flags, rates = case(draw)
        with tempfile.TemporaryDirectory() as folder:
            path = pathlib.Path(folder) / "config.json"
            path.write_text(json.dumps(file))
            done = subprocess.run([lrplot, "import", path, "-q", "-f", "csv", *flags], capture_output=True, text=True)
        rows = [float(line.rsplit(",", 1)[1]) for line in done.stdout.splitlines()[1:]]
        if rows != rates:
            failures += 1
            first = next((row for row, (a, b) in enumerate(zip(rows, rates)) if a != b), min(len(rows), len(rates)))
            print(f"{case.__name__} {index}: differs at row {first} of {len(rows)} and {len(rates)}\n  {json.dumps(file)} {flags}")
            print(f"  {done.stderr.strip()[:300]}")
    print(f"{chosen.count} configurations, {failures} differ")
    return 1 if failures else 0


if __name__ == "__main__":
    sys.exit(main())
