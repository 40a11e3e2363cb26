"""Resumed runs: what torch's optimizers and schedulers do after a save, a load, and whatever a new program says.

A file's `resume` names the place, the way, the patch, and what is set by hand; here the real classes are built, saved,
loaded, and stepped in that order, and the rows are read off the param groups.
"""

import copy
import io
import warnings

import torch

import oracle
import torch_specs
from oracle import DEFAULT_OPTIMIZER, Refused, Result, _columns, _driven_momentum, _finite, _metric, _momentum_of, _step
from resume_vectors import VECTORS
from random import Random
from recording import chosen, drawn

__all__ = ["any_spec", "cases", "departs", "run"]

SEED = 20261128
DRAWN = 200
WAYS = ["state_dict", "optimizer-first", "optimizer", "optimizer-then-build", "scheduler", "nothing", "last_epoch"]


def departs(reason):
    """Whether lrplot does what was meant where torch raises this."""
    return "NotImplementedError" in str(reason)


def cases():
    """The cases of the fixture, in order."""
    yield from chosen({name: spec for name, spec in VECTORS.items() if not REFUSALS.get(name)}, run, refused=False)
    yield from chosen({name: spec for name, spec in VECTORS.items() if REFUSALS.get(name)}, run, refused=True)
    random = Random(SEED)
    yield from drawn("resumed", DRAWN, lambda: any_spec(random), run, departs)


REFUSALS = {"R34": True, "R59": True, "lambda into cosine and back": True}


# Running

def run(spec):
    """The rows of a resumed run, or `Refused`."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        try:
            return _rows(spec)
        except Refused:
            raise
        except Exception as error:
            raise Refused(f"{type(error).__name__}: {error}") from error


class Program:
    """What a file without `resume` builds."""

    def __init__(self, spec):
        self.spec = spec
        self.steps = spec.get("steps_per_epoch", 1)
        self.count = spec["epochs"] * self.steps
        nodes = spec["scheduler"]
        self.nodes = nodes if isinstance(nodes, list) else [nodes]
        self.optimizer, self.names = oracle._optimizer(spec.get("optimizer", DEFAULT_OPTIMIZER))
        self.metric = _metric(spec["metric"], spec["epochs"]) if "metric" in spec else None
        if self.metric is None and any(oracle.is_watcher(node) for node in self.nodes):
            raise Refused("there is no metric to watch")
        self.schedulers = []

    def build(self, last_epoch=None):
        for node in self.nodes:
            if last_epoch is not None:
                node = {**node, "last_epoch": last_epoch(node)}
            self.schedulers.append((oracle.scheduler(node, self.optimizer), node))

    def update(self):
        """An update without gradients, which fails where a group lacks something."""
        if not isinstance(self.optimizer, torch.optim.LBFGS):
            self.optimizer.step()

    def end(self, index):
        epoch = index // self.steps
        _step(self.schedulers, oracle.is_watcher, self.metric, epoch, ends_epoch=(index + 1) % self.steps == 0)


def _rows(spec):
    spec = copy.deepcopy(spec)
    resume = spec.pop("resume")
    resumes = resume if isinstance(resume, list) else [resume]
    programs, document = [spec], spec
    for one in resumes:
        document = patched(document, one.get("with", {}))
        programs.append(document)
    places = [_updates(one["at"], before) for one, before in zip(resumes, programs)]
    if any(later <= earlier for earlier, later in zip(places, places[1:])):
        raise Refused("the interruptions are not in order")
    planned, names = _alone(programs[-1])
    momentum = next((found for program in programs if (found := _driven(program))), None)

    current = Program(programs[0])
    current.build()
    total = programs[-1]["epochs"] * programs[-1].get("steps_per_epoch", 1)
    rows = []
    for index in range(total):
        if index in places:
            which = places.index(index)
            current = _resumed(current, programs[which + 1], resumes[which], index)
        row = [group["lr"] for group in current.optimizer.param_groups]
        row = _padded([_finite(value) for value in row], names)
        row += [planned[index][group] if index < len(planned) else None for group in range(len(names))]
        if momentum:
            values = [_finite(_momentum_of(group, momentum)) for group in current.optimizer.param_groups]
            row += _padded(values, names)
        if any("metric" in program for program in programs):
            row.append(current.metric[index // current.steps] if current.metric is not None else None)
        rows.append(row)
        current.update()
        if index + 1 < total:
            current.end(index)
    columns = _columns("lr", names) + _columns("planned", names) + (_columns(momentum, names) if momentum else [])
    columns += ["metric"] if any("metric" in program for program in programs) else []
    return Result(columns, rows, current.steps)


def _padded(values, names):
    """Before it is resumed a run may have fewer groups."""
    return values[:len(names)] + [None] * (len(names) - len(values))


def _driven(program):
    nodes = program["scheduler"] if isinstance(program["scheduler"], list) else [program["scheduler"]]
    optimizer, _ = oracle._optimizer(program.get("optimizer", DEFAULT_OPTIMIZER))
    return _driven_momentum(nodes, optimizer)


def _alone(spec):
    """The rates of a program from its own start, as far as it gets, and the groups' names."""
    program = Program(spec)
    program.build()
    rows = []
    try:
        for index in range(program.count):
            rows.append([_finite(group["lr"]) for group in program.optimizer.param_groups])
            program.end(index)
    except Exception as error:
        if isinstance(error, NotImplementedError):
            raise
    return rows, program.names


def _resumed(old, spec, resume, index):
    """The new program with what it restores of the old one."""
    way = resume.get("restore", "state_dict")
    last_epoch = None
    if isinstance(way, dict):
        way, last_epoch = "last_epoch", way["last_epoch"]
    saved = io.BytesIO()
    torch.save({"optimizer": old.optimizer.state_dict(), "schedulers": [s.state_dict() for s, _ in old.schedulers]}, saved)
    saved.seek(0)
    checkpoint = torch.load(saved, weights_only=False)
    new = Program(spec)

    def done(node):
        return index if node.get("interval", oracle._usual_interval(node)) == "step" else index // new.steps

    def load_schedulers():
        for (scheduler, _), state in zip(new.schedulers, checkpoint["schedulers"]):
            scheduler.load_state_dict(state)

    if way in ("optimizer-first", "optimizer-then-build", "last_epoch"):
        new.optimizer.load_state_dict(checkpoint["optimizer"])
    if way == "last_epoch":
        new.build(lambda node: done(node) - 1 if last_epoch is None else last_epoch)
    else:
        new.build()
    if way in ("state_dict", "optimizer"):
        new.optimizer.load_state_dict(checkpoint["optimizer"])
    if way in ("state_dict", "optimizer-first", "scheduler"):
        load_schedulers()
    for path, value in resume.get("after", {}).items():
        _set(new, path.split("."), value)
    return new


def _set(program, path, value):
    if path[0] == "optimizer":
        for group in program.optimizer.param_groups:
            group[path[1]] = value
        return
    target, rest = program.schedulers[0][0], path[1:]
    while len(rest) > 1:
        target, rest = target._schedulers[int(rest[1])], rest[2:]
    if not hasattr(target, rest[0]):
        raise Refused(f"there is no attribute {rest[0]}")
    setattr(target, rest[0], value)


def patched(document, patch):
    """RFC 7396, but that an object with a `type` replaces the other whole."""
    if not isinstance(patch, dict):
        return patch
    base = {} if "type" in patch or not isinstance(document, dict) else dict(document)
    for key, value in patch.items():
        if value is None:
            base.pop(key, None)
        else:
            base[key] = patched(base.get(key), value)
    return base


def _updates(at, program):
    nodes = program["scheduler"] if isinstance(program["scheduler"], list) else [program["scheduler"]]
    steps = program.get("steps_per_epoch", 1)
    if isinstance(at, str):
        return int(at.removesuffix("step")) if at.endswith("step") else int(at.removesuffix("ep")) * steps
    by_epoch = all(node.get("interval", oracle._usual_interval(node)) == "epoch" for node in nodes)
    return at * steps if by_epoch else at


# Drawing

LENGTHS = ("T_max", "step_size", "step_size_up", "total_iters")


def _has_part(value):
    """Whether a length is less than one step, which lrplot refuses as a percentage that lacks its sign."""
    if isinstance(value, dict):
        return any(key in LENGTHS and 0 < own < 1 if isinstance(own, (int, float)) else _has_part(own)
                   for key, own in value.items())
    return isinstance(value, list) and any(map(_has_part, value))


def any_spec(random):
    """A random file and a random interruption."""
    while _has_part(spec := _any_spec(random)):
        pass
    return spec


def _any_spec(random):
    while True:
        spec = torch_specs.single(random, random.choice(list(torch_specs.KINDS)))
        if random.random() < 0.4:
            spec = torch_specs.composition(random)
        if spec["epochs"] < 60:
            break
    steps = spec.get("steps_per_epoch", 1)
    resume = {"at": 0}
    if random.random() < 0.85:
        resume["restore"] = random.choice(WAYS)
    if random.random() < 0.85:
        resume["with"] = _patch(random, spec)
    if random.random() < 0.25:
        if after := _after(random, patched(spec, resume.get("with", {}))):
            resume["after"] = after
    epochs = resume.get("with", {}).get("epochs", spec["epochs"])
    last = min(spec["epochs"] * steps, epochs * steps - 1)
    place = random.randint(1, max(1, last))
    if random.random() < 0.08 and epochs > spec["epochs"]:
        place = spec["epochs"] * steps
    resume["at"] = place if steps == 1 else f"{place}step" if random.random() < 0.5 else f"{max(1, place // steps)}ep"
    spec["resume"] = resume
    if random.random() < 0.1:
        again = {"at": f"{place + 1 + random.randint(0, 5)}step", "restore": random.choice(WAYS)}
        if place + 8 < epochs * steps:
            spec["resume"] = [resume, again]
    return spec


def _patch(random, spec):
    patch = {}
    if random.random() < 0.4:
        patch["epochs"] = spec["epochs"] + random.randint(1, 30)
    if random.random() < 0.3:
        patch["optimizer"] = {"lr": random.choice([0.5, 0.02, 1e-3, random.random()])}
    elif random.random() < 0.06:
        patch["optimizer"] = {"type": random.choice(["SGD", "Adam", "AdamW", "RMSprop", "NAdam", "RAdam", "SparseAdam"]), "lr": 0.01}
    elif random.random() < 0.05:
        patch["optimizer"] = {"param_groups": [{}] * random.randint(1, 3)}
    scheduler = spec["scheduler"]
    groups = len(spec.get("optimizer", {}).get("param_groups", [{}]))
    c = torch_specs.Context(random, groups=groups, horizon=patch.get("epochs", spec["epochs"]),
                            momentum=torch_specs.momentum_is_known(spec.get("optimizer")), resumable=False)
    chance = random.random()
    if isinstance(scheduler, list):
        if chance < 0.4:
            patch["scheduler"] = [torch_specs.leaf(c) for _ in range(random.randint(1, 3))]
        return patch
    kind = scheduler["type"]
    if chance < 0.55:
        new = torch_specs.leaf(c, kind) if kind in torch_specs.KINDS else torch_specs.combinator(c, kind)
        new.pop("type")
        names = list(new)
        random.shuffle(names)
        patch["scheduler"] = {name: new[name] for name in names[:random.randint(1, 3)]}
        if kind == "SequentialLR" and random.random() < 0.8:
            patch["scheduler"] = new
    elif chance < 0.75:
        new = torch_specs.combinator(c) if random.random() < 0.3 else torch_specs.leaf(c)
        if "interval" in scheduler:
            new["interval"] = scheduler["interval"]
        patch["scheduler"] = new
    return patch


ATTRIBUTES = {
    "CosineAnnealingLR": {"T_max": [12, 30, 7], "eta_min": [0.001, 0.05]}, "StepLR": {"step_size": [3, 10], "gamma": [0.5, 0.9]},
    "ExponentialLR": {"gamma": [0.9, 0.99]}, "LinearLR": {"total_iters": [4, 20], "end_factor": [0.5, 1.0]},
    "ConstantLR": {"total_iters": [5, 20]}, "PolynomialLR": {"total_iters": [30, 60], "power": [1.0, 2.0]},
    "CosineAnnealingWarmRestarts": {"T_mult": [1, 2], "eta_min": [0.01]}, "OneCycleLR": {"total_steps": [80, 120]},
    "ReduceLROnPlateau": {"patience": [1, 4], "factor": [0.5], "cooldown": [2]}, "MultiStepLR": {"gamma": [0.5]},
    "CyclicLR": {"total_size": [10, 20], "gamma": [0.9]},
}


def _after(random, spec):
    if random.random() < 0.35:
        return {"optimizer.lr": random.choice([0.1, 0.003])}
    node, path = spec["scheduler"], "scheduler"
    if isinstance(node, list):
        return None
    while "schedulers" in node and node["schedulers"]:
        index = random.randrange(len(node["schedulers"]))
        node, path = node["schedulers"][index], f"{path}.schedulers.{index}"
    if node["type"] not in ATTRIBUTES:
        return None
    name, values = random.choice(list(ATTRIBUTES[node["type"]].items()))
    return {f"{path}.{name}": random.choice(values)}
