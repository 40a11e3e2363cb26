"""Resumed runs of real optimizers on small functions: which moments, counts, and values go on, and which begin anew.

As in `resume_family`, but with gradients: the point is the model's and always goes on; what the optimizer holds of it is
saved and loaded with its `state_dict`, or is lost.
"""

import copy
import io
import math
import warnings
from random import Random

import numpy
import torch

import objectives_family as objectives
import oracle
from objectives_family import ExactRoots, FUNCTIONS
from oracle import Refused, Result, _columns, _driven_momentum, _finite, _momentum_of, is_watcher
from recording import drawn
from resume_family import WAYS, _padded, _set, _updates, patched

__all__ = ["any_spec", "cases", "departs", "run"]

SEED = 20261129
DRAWN = 300


def departs(reason):
    return "NotImplementedError" in str(reason)


def run(spec):
    """The rows of a resumed run, or `Refused`."""
    with warnings.catch_warnings(), ExactRoots(), numpy.errstate(all="ignore"):
        warnings.simplefilter("ignore")
        try:
            return _rows(copy.deepcopy(spec))
        except Refused:
            raise
        except Exception as error:
            raise Refused(f"{type(error).__name__}: {error}") from error


class Program:
    """What a file without `resume` builds, at the point where the model is."""

    def __init__(self, spec, point=None):
        self.spec = spec
        self.steps = spec.get("steps_per_epoch", 1)
        node = spec["objective"]
        self.clip = node.get("clip", {})
        self.loss, self.gradient, start = FUNCTIONS[node["type"]](node)
        start = node.get("start", start)
        self.start = [float(value) for value in (start if isinstance(start, list) else [start])]
        [track], self.names = objectives._tracks({**spec, "scheduler": []}, self.start if point is None else point)
        self.optimizer, self.parameters, self.owned = track.optimizer, track.parameters, track.owned
        nodes = spec["scheduler"]
        self.nodes = nodes if isinstance(nodes, list) else [nodes]
        self.schedulers = []

    def build(self, last_epoch=None):
        for node in self.nodes:
            given = node if last_epoch is None else {**node, "last_epoch": last_epoch(node)}
            self.schedulers.append((oracle.scheduler(given, self.optimizer), node))

    def position(self):
        x = [0.0] * len(self.start)
        for parameter, own in zip(self.parameters, self.owned):
            for index, value in zip(own, parameter.detach().tolist()):
                x[index] = value
        return x

    def value(self):
        return objectives._value(self.loss, self.position())

    def update(self):
        def closure():
            x = self.position()
            slope = self.gradient(x)
            for parameter, own in zip(self.parameters, self.owned):
                grad = torch.tensor([slope[index] for index in own])
                parameter.grad = grad.to_sparse() if isinstance(self.optimizer, torch.optim.SparseAdam) else grad
            if "norm" in self.clip:
                torch.nn.utils.clip_grad_norm_(self.parameters, self.clip["norm"], float(self.clip.get("norm_type", 2)))
            if "value" in self.clip:
                torch.nn.utils.clip_grad_value_(self.parameters, self.clip["value"])
            return torch.tensor(self.loss(x))

        if isinstance(self.optimizer, torch.optim.LBFGS):
            self.optimizer.step(closure)
        else:
            closure()
            self.optimizer.step()

    def end(self, index, metric):
        for scheduler, node in self.schedulers:
            if node.get("interval", "epoch") == "epoch" and (index + 1) % self.steps != 0:
                continue
            scheduler.step(*([metric] if is_watcher(node) else []))


def _rows(spec):
    resume = spec.pop("resume")
    resumes = resume if isinstance(resume, list) else [resume]
    programs = [spec]
    for one in resumes:
        programs.append(patched(programs[-1], one.get("with", {})))
    places = [_updates(one["at"], before) for one, before in zip(resumes, programs)]
    current = Program(programs[0])
    current.build()
    last = Program(programs[-1])
    total = programs[-1]["epochs"] * last.steps
    momentum = next((found for program in programs if (found := _driven_momentum(Program(program).nodes, Program(program).optimizer))), None)
    alone = objectives.run(programs[-1])
    planned = [row[:len(last.names)] for row in alone.rows]
    is_closed = programs[-1].get("metric") == "loss"
    rows, after, is_alive = [], [], True
    for index in range(total):
        if index in places:
            which = places.index(index)
            current = _resumed(current, programs[which + 1], resumes[which], index)
        groups = current.optimizer.param_groups
        row = _padded([_finite(group["lr"]) for group in groups], last.names) + planned[index]
        if momentum:
            row += _padded([_finite(_momentum_of(group, momentum)) for group in groups], last.names)
        before = current.value() if is_alive else math.nan
        is_alive = is_alive and math.isfinite(before)
        rows.append(row + [before + 0.0 if is_alive else None])
        if is_alive:
            current.update()
        behind = current.value() if is_alive else math.nan
        after.append(behind + 0.0 if math.isfinite(behind) else None)
        if (index + 1) % current.steps == 0:
            is_alive = is_alive and after[-1] is not None
        if index + 1 < total:
            current.end(index, math.nan if after[-1] is None else after[-1])
    columns = _columns("lr", last.names) + _columns("planned", last.names)
    columns += (_columns(momentum, last.names) if momentum else []) + ["loss"]
    if is_closed:
        ends = after[last.steps - 1::last.steps]
        rows = [row + [ends[index // last.steps]] for index, row in enumerate(rows)]
    return Result(columns + (["metric"] if is_closed else []), rows, last.steps)


def _resumed(old, spec, resume, index):
    """The new program, with the old one's point and what it restores of the rest."""
    way = resume.get("restore", "state_dict")
    last_epoch = None
    if isinstance(way, dict):
        way, last_epoch = "last_epoch", way["last_epoch"]
    saved = io.BytesIO()
    torch.save({"optimizer": old.optimizer.state_dict(), "schedulers": [s.state_dict() for s, _ in old.schedulers]}, saved)
    saved.seek(0)
    checkpoint = torch.load(saved, weights_only=False)
    new = Program(spec, old.position())

    def done(node):
        return index if node.get("interval", "epoch") == "step" else index // new.steps

    if way in ("optimizer-first", "optimizer-then-build", "last_epoch"):
        new.optimizer.load_state_dict(checkpoint["optimizer"])
    new.build((lambda node: done(node) - 1 if last_epoch is None else last_epoch) if way == "last_epoch" else None)
    if way in ("state_dict", "optimizer"):
        new.optimizer.load_state_dict(checkpoint["optimizer"])
    if way in ("state_dict", "optimizer-first", "scheduler"):
        for (scheduler, _), state in zip(new.schedulers, checkpoint["schedulers"]):
            scheduler.load_state_dict(state)
    for path, value in resume.get("after", {}).items():
        _set(new, path.split("."), value)
    return new


# --- Drawing -----------------------------------------------------------------------------------------------------

ADAMS = ["Adam", "AdamW", "Adamax", "NAdam", "RAdam"]


def any_spec(random):
    """A random run that is interrupted once or twice."""
    while True:
        kind = random.choice(objectives.OPTIMIZERS)
        spec = objectives.one(random, kind)
        if "scheduler" in spec:
            break
    steps = spec.get("steps_per_epoch", 1)
    patch, optimizer = {}, {}
    if random.random() < 0.4 and spec["scheduler"]["type"] != "OneCycleLR":
        patch["epochs"] = spec["epochs"] + random.randint(1, 10)
    if random.random() < 0.3:
        optimizer["lr"] = objectives._rounded(spec["optimizer"]["lr"] * random.choice([0.1, 0.5, 2]))
    if random.random() < 0.4:
        optimizer |= objectives._options(kind, random)
    if random.random() < 0.08 and kind in ADAMS and "param_groups" not in spec["optimizer"]:
        optimizer = {"type": random.choice(ADAMS), "lr": spec["optimizer"]["lr"]}
    if optimizer:
        patch["optimizer"] = optimizer
    lr, epochs = spec["optimizer"]["lr"], patch.get("epochs", spec["epochs"])
    if random.random() < 0.3:
        node = objectives._scheduler(random, lr, kind, epochs * steps)
        if node and (node["type"] == "ReduceLROnPlateau") == (spec.get("metric") == "loss") and node["type"] != "OneCycleLR":
            patch["scheduler"] = node
    resume = {"at": random.randint(1, spec["epochs"] - 1)}
    if spec["scheduler"].get("interval") == "step":
        resume["at"] = f"{resume['at']}ep"
    if random.random() < 0.9:
        resume["restore"] = random.choice(WAYS)
    if patch:
        resume["with"] = patch
    if random.random() < 0.15:
        value = random.choice([{"optimizer.lr": lr * 0.3}, {"optimizer.weight_decay": 0.01}])
        if kind not in ("LBFGS", "Rprop", "SparseAdam") or "optimizer.lr" in value:
            resume["after"] = value
    spec["resume"] = resume
    if random.random() < 0.1 and steps == 1:
        again = {"at": resume["at"] + random.randint(1, 4), "restore": random.choice(WAYS)}
        if isinstance(resume["at"], int) and again["at"] < epochs:
            spec["resume"] = [resume, again]
    return spec


def cases():
    """The cases of the fixture, in order."""
    random = Random(SEED)
    yield from drawn("resumed", DRAWN, lambda: any_spec(random), run, departs)
