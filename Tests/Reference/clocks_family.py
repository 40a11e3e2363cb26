"""Real runs in their real units: turns, times, layers, several optimizers, quantities, and batches that grow.

torch's schedulers are stepped by accelerate where a node has `times`, and by Lightning's own Trainer where a file's title
says so; Megatron's are stepped by what its own calculator makes of a ramp.
"""

import logging
import math
import warnings
from dataclasses import dataclass, field
from random import Random

import torch

import oracle
import torch_specs
from oracle import DEFAULT_OPTIMIZER, Refused, Result, _finite, is_watcher, scheduler, written
from recording import drawn

__all__ = ["any_spec", "cases", "departs", "run"]

SEED = 20261130
OWN_KEYS = ("name", "type", "scheduler", "layers")


def departs(reason):
    return False


@dataclass
class Counted(Result):
    """Rows with what was seen before each of them."""

    counts: dict = field(default_factory=dict)

    def csv(self):
        lines = [",".join(["step", "epoch", *self.counts, *self.columns])]
        for index, row in enumerate(self.rows):
            cells = [str(index), str(index // self.steps_per_epoch)]
            cells += [str(values[index]) for values in self.counts.values()]
            lines.append(",".join(cells + [written(value) for value in row]))
        return "\n".join(lines) + "\n"


# --- Optimizers and their schedulers ------------------------------------------------------------------------------


@dataclass
class Track:
    """An optimizer, the groups of the file that it has, and the schedulers that are stepped on it."""

    optimizer: object
    groups: list
    turns: list = field(default_factory=list)

    def drives_momentum(self):
        return any(oracle._driven_momentum([turn.node], self.optimizer) for turn in self.turns)


@dataclass
class Turn:
    """A scheduler and when it is stepped."""

    stepped: object
    node: dict
    every: int
    unit: str
    done: int = 0
    number: int = 0

    def end(self, ends_epoch, metric):
        if self.unit == "epoch" and not ends_epoch:
            return
        self.done += 1
        if self.done % self.every:
            return
        times = self.node.get("times", 1)
        if is_watcher(self.node):
            for _ in range(times):
                self.stepped.step(metric[self.number])
        elif times > 1:
            accelerated(self.stepped, times).step()
        else:
            self.stepped.step()
        self.number += 1


def accelerated(stepped, processes):
    """The scheduler as accelerate steps it on so many processes."""
    from accelerate import Accelerator
    from accelerate.scheduler import AcceleratedScheduler
    from accelerate.state import AcceleratorState

    Accelerator(cpu=True)
    AcceleratorState.num_processes = property(lambda _: processes)
    return AcceleratedScheduler(stepped, [], step_with_optimizer=True, split_batches=False)


def cadence(node):
    interval = node.get("interval", "epoch")
    if isinstance(interval, str):
        return 1, interval
    return (interval["steps"], "step") if "steps" in interval else (interval["epochs"], "epoch")


def turns(nodes, optimizer):
    nodes = nodes if isinstance(nodes, list) else [nodes]
    made = []
    for node in nodes:
        plain = {key: value for key, value in node.items() if key != "times"}
        made.append(Turn(scheduler(plain, optimizer), node, *cadence(node)))
    return made


def tracks(spec):
    """The optimizers of a file, each with the places of its groups; and the groups' names."""
    node = spec.get("optimizer", DEFAULT_OPTIMIZER)
    shared = {key: tuple(value) if isinstance(value, list) else value
              for key, value in node.items() if key not in ("type", "param_groups")}
    kind = node.get("type", "SGD")
    main, others, names = [], [], []
    for index, group in enumerate(node.get("param_groups", [{}])):
        plain = {key: tuple(value) if isinstance(value, list) else value
                 for key, value in group.items() if key not in OWN_KEYS}
        made = []
        layers = group.get("layers")
        rate = plain.get("lr", None if "type" in group else node.get("lr"))
        if rate is None:
            rate = getattr(torch.optim, group.get("type", kind))([_parameter()]).defaults["lr"]
        for layer in range(layers["count"] if layers else 1):
            own = dict(plain)
            if layers:
                own["lr"] = rate * layers["lr_decay"] ** (layers["count"] - 1 - layer)
            names.append(f"{group['name']}.{layer}" if layers else group.get("name", str(len(names))))
            made.append((len(names) - 1, own))
        if "type" in group or "scheduler" in group:
            defaults = {} if "type" in group else shared
            others.append((group.get("type", kind), defaults, made, group.get("scheduler", spec.get("scheduler"))))
        else:
            main += made
    result = []
    for kind, defaults, groups, nodes in [(kind, shared, main, spec.get("scheduler"))] + others:
        if not groups:
            continue
        optimizer = getattr(torch.optim, kind)([{"params": [_parameter()], **own} for _, own in groups], **defaults)
        result.append(Track(optimizer, [place for place, _ in groups], turns(nodes, optimizer)))
    return result, names


def _parameter():
    return torch.nn.Parameter(torch.zeros(1, 1))


# --- Running ------------------------------------------------------------------------------------------------------


def run(spec):
    """The rows of `spec`, or `Refused`."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        try:
            if "batch" in spec and "megatron" in spec["scheduler"]["type"]:
                return _megatron(spec)
            result = _rows(spec)
            if spec.get("title") == "Lightning":
                theirs = _lightning(spec)
                if theirs != [row[0] for row in result.rows]:
                    raise AssertionError(f"Lightning does otherwise: {spec} {theirs} {result.rows}")
            return result
        except (Refused, AssertionError):
            raise
        except Exception as error:
            raise Refused(f"{type(error).__name__}: {error}") from error


def _rows(spec):
    steps = spec.get("steps_per_epoch", 1)
    count = spec["steps"] if "steps" in spec else spec["epochs"] * steps
    made, names = tracks(spec)
    quantities = []
    for name, quantity in spec.get("quantities", {}).items():
        stub = torch.optim.SGD([_parameter()], lr=quantity["initial"], momentum=0.9)
        quantities.append((name, Track(stub, [0], turns(quantity["scheduler"], stub))))
    everything = made + [track for _, track in quantities]
    all_turns = [turn for track in everything for turn in track.turns]
    watcher = next((turn for turn in all_turns if is_watcher(turn.node)), None)
    metric = spec["metric"]["values"] if "metric" in spec else None
    if watcher and metric is None:
        raise Refused("there is no metric")
    per_turn = 1
    if metric is not None:
        every, unit = (watcher.every, watcher.unit) if watcher else (1, "epoch")
        per_turn = every if unit == "step" else every * steps
        if len(metric) < math.ceil(count / per_turn) - 1:
            raise Refused("too few values")
        metric = metric + [None] * count

    columns = [(quantity, place, track) for quantity in ("lr", "momentum", "beta1")
               for place in range(len(names)) for track in made if place in track.groups
               and (quantity == "lr" or track.drives_momentum() and ("betas" in track.optimizer.defaults) == (quantity == "beta1"))]
    rows = []
    for index in range(count):
        row = []
        for quantity, place, track in columns:
            group = track.optimizer.param_groups[track.groups.index(place)]
            row.append(_finite(group["betas"][0] if quantity == "beta1" else group[quantity]))
        row += [_finite(track.optimizer.param_groups[0]["lr"]) for _, track in quantities]
        rows.append(row + ([metric[index // per_turn]] if metric is not None else []))
        if index + 1 < count:
            for turn in all_turns:
                turn.end((index + 1) % steps == 0, metric)
    headings = [quantity if len(names) == 1 else f"{quantity}.{names[place]}" for quantity, place, _ in columns]
    headings += [name for name, _ in quantities] + (["metric"] if metric is not None else [])
    counts = {}
    if batch := spec.get("batch"):
        sizes = _sizes(batch, count)
        seen = [sum(sizes[:index]) for index in range(count)]
        counts["samples"] = seen
        if isinstance(batch, dict) and "tokens_per_sample" in batch:
            counts["tokens"] = [samples * batch["tokens_per_sample"] for samples in seen]
    return Counted(headings, rows, steps, counts)


def _sizes(batch, count):
    """What each update sees, by thresholds in steps, samples, or tokens."""
    if not isinstance(batch, dict):
        return [batch] * count
    if not isinstance(batch["samples"], list):
        return [batch["samples"]] * count
    unit, sizes, seen = batch.get("by", "step"), [], 0
    for index in range(count):
        so_far = {"step": index, "sample": seen, "token": seen * batch.get("tokens_per_sample", 1)}[unit]
        sizes.append([size for threshold, size in batch["samples"] if threshold <= so_far][-1])
        seen += sizes[-1]
    return sizes


def _megatron(spec):
    """Megatron's scheduler, stepped by its own calculator's batches."""
    from types import SimpleNamespace

    logging.disable(logging.WARNING)
    from megatron.core.num_microbatches_calculator import RampupBatchsizeNumMicroBatchesCalculator
    from megatron.core.optimizer_param_scheduler import OptimizerParamScheduler

    batch, node = spec["batch"], spec["scheduler"]
    ramp = batch.get("ramp")
    calculator = ramp and RampupBatchsizeNumMicroBatchesCalculator(
        batch["samples"], 1, 1, False, 0, ramp["start"], ramp["increment"], ramp["samples"])
    group = {"lr": 0.1, "max_lr": node["max_lr"], "min_lr": node["min_lr"]}
    total = node["train_samples"] if "lr_decay_samples" not in node else node["lr_decay_samples"]
    optimizer = SimpleNamespace(param_groups=[group])
    stepped = OptimizerParamScheduler(
        optimizer, init_lr=0.0, max_lr=node["max_lr"], min_lr=node["min_lr"], lr_warmup_steps=node["lr_warmup_samples"],
        lr_decay_steps=total, lr_decay_style=node["lr_decay_style"], start_wd=0, end_wd=0, wd_incr_steps=total,
        wd_incr_style="constant", wsd_decay_steps=node.get("lr_wsd_decay_samples"),
        lr_wsd_decay_style=node.get("lr_wsd_decay_style", "exponential"))
    rows, seen, counts = [], 0, []
    for _ in range(spec["steps"]):
        size = batch["samples"]
        if calculator:
            calculator.update(seen, False)
            size = calculator.get_current_global_batch_size()
        counts.append(seen)
        rows.append([_finite(group["lr"])])
        seen += size
        stepped.step(increment=size)
    result = {"samples": counts}
    if "tokens_per_sample" in batch:
        result["tokens"] = [samples * batch["tokens_per_sample"] for samples in counts]
    return Counted(["lr"], rows, 1, result)


def _lightning(spec):
    """The rates that Lightning's Trainer uses, batch by batch."""
    import pytorch_lightning as lightning

    logging.getLogger("pytorch_lightning").setLevel(logging.ERROR)
    node = spec["scheduler"]
    every, unit = cadence(node)
    values = spec["metric"]["values"] if "metric" in spec else None
    rates = []

    class Module(lightning.LightningModule):
        def __init__(self):
            super().__init__()
            self.weight = torch.nn.Parameter(torch.zeros(1))

        def training_step(self, batch, index):
            rates.append(self.optimizers().param_groups[0]["lr"] + 0.0)
            if values is not None:
                turn = self.current_epoch // every
                self.log("measured", torch.tensor(values[turn], dtype=torch.float64))
            return (self.weight * 0).sum()

        def configure_optimizers(self):
            optimizer = torch.optim.SGD([self.weight], lr=spec["optimizer"]["lr"], momentum=0.9)
            plain = {key: value for key, value in node.items() if key != "times"}
            return {"optimizer": optimizer,
                    "lr_scheduler": {"scheduler": scheduler(plain, optimizer), "interval": unit, "frequency": every,
                                     **({"monitor": "measured"} if values is not None else {})}}

    data = torch.utils.data.DataLoader(torch.zeros(spec.get("steps_per_epoch", 1), 1), batch_size=1)
    trainer = lightning.Trainer(
        max_epochs=spec["epochs"], accelerator="cpu", logger=False, enable_checkpointing=False,
        enable_progress_bar=False, enable_model_summary=False)
    trainer.fit(Module(), data)
    return rates


# --- Drawing ------------------------------------------------------------------------------------------------------


def _interval(c, horizon):
    return c.choice("step", "epoch", {"steps": c.random.randint(1, max(2, horizon // 3))}, {"epochs": c.random.randint(1, 3)})


def _node(c, allow_times=True):
    kind = c.choice("StepLR", "MultiStepLR", "ExponentialLR", "CosineAnnealingLR", "LinearLR", "ConstantLR",
                    "PolynomialLR", "CosineAnnealingWarmRestarts", "LambdaLR", "CyclicLR", "SequentialLR")
    if kind == "SequentialLR":
        node = {"type": kind, "milestones": [c.random.randint(1, 6)], "schedulers": [
            {"type": "LinearLR", "start_factor": 0.1, "total_iters": c.random.randint(1, 6)},
            {"type": "CosineAnnealingLR", "T_max": c.random.randint(2, 20)}]}
    elif kind == "LambdaLR":
        node = {"type": kind, "lr_lambda": c.choice("0.9 ** epoch", "1 / (1 + epoch)", "min(1, (epoch + 1) / 5)")}
    elif kind == "CyclicLR":
        node = {"type": kind, "base_lr": 0.001, "max_lr": 0.1, "step_size_up": c.random.randint(1, 6)}
    else:
        node = {"type": kind, **{key: value for key, value in torch_specs.leaf(c, kind).items()
                                 if key not in ("type", "interval", "last_epoch")}}
    node["interval"] = _interval(c, c.horizon)
    if allow_times and c.chance(0.3):
        node["times"] = c.choice(2, 4, 8)
    return node


def _plateau(c):
    node = {"type": "ReduceLROnPlateau", "patience": c.random.randint(0, 3), "factor": c.choice(0.1, 0.5),
            "interval": _interval(c, c.horizon)}
    if c.chance(0.2):
        node["times"] = 2
    return node


def _context(random, horizon, groups=1):
    return torch_specs.Context(random, groups, horizon, True, False)


def _length(random):
    spec = {}
    if random.random() < 0.5:
        spec["steps"] = random.randint(5, 60)
        if random.random() < 0.6:
            spec["steps_per_epoch"] = random.randint(1, 9)
    else:
        spec["epochs"] = random.randint(2, 12)
        spec["steps_per_epoch"] = random.randint(1, 6)
    return spec, spec.get("steps") or spec["epochs"] * spec["steps_per_epoch"]


def _measured(random, count):
    return {"values": [round(random.uniform(0, 1), random.choice([1, 2, 6])) for _ in range(count)]}


def turned(random):
    """Intervals, times, and watchers by evaluations."""
    spec, count = _length(random)
    c = _context(random, count)
    nodes = [_node(c) for _ in range(random.choice([1, 1, 2]))]
    if random.random() < 0.4:
        nodes = nodes[1:] + [_plateau(c)]
        spec["metric"] = _measured(random, count + 1)
    spec["optimizer"] = {"type": "SGD", "lr": c.rate(), "momentum": 0.9}
    spec["scheduler"] = nodes[0] if len(nodes) == 1 else nodes
    return spec


def grouped(random):
    """Layers, several optimizers with schedulers of their own, and quantities."""
    spec, count = _length(random)
    c = _context(random, count)
    kinds = ["SGD", "AdamW", "Adam", "RMSprop", "Muon"]
    groups = []
    for index in range(random.choice([1, 2, 2, 3])):
        group = {"name": f"g{index}"}
        if c.chance(0.6):
            group["lr"] = c.rate()
        if c.chance(0.4):
            group["type"] = c.choice(*kinds)
        if c.chance(0.4):
            group["scheduler"] = _node(c, False)
        if c.chance(0.4):
            group["layers"] = {"count": c.random.randint(1, 5), "lr_decay": c.choice(0.75, 0.65, 0.9, 1.0)}
        groups.append(group)
    spec["optimizer"] = {"type": c.choice("AdamW", "Adam", "Muon"), "lr": c.rate(), "param_groups": groups}
    spec["scheduler"] = _node(c, False)
    for place in [spec] + groups:
        node = place.get("scheduler")
        # What it drives is another matter here.
        if node and node["type"] == "CyclicLR":
            node["cycle_momentum"] = False
    if c.chance(0.5):
        spec["quantities"] = {}
        for name in random.sample(["weight_decay", "teacher_momentum", "temperature", "ema"], random.choice([1, 2])):
            node = _node(c)
            if node["type"] == "CyclicLR":
                node["cycle_momentum"] = False
            spec["quantities"][name] = {"initial": c.choice(0.04, 0.996, 1.0, c.rate()), "scheduler": node}
    if c.chance(0.4):
        spec["batch"] = c.choice(64, {"samples": 12, "tokens_per_sample": 7})
        if "steps" in spec and c.chance(0.6):
            unit = c.choice("step", "sample", "token")
            spec["batch"] = {"samples": [[0, 3], [random.randint(1, 200), 8], [random.randint(201, 900), 20]], "by": unit,
                             **({"tokens_per_sample": 5} if unit == "token" or c.chance(0.5) else {})}
    return spec


def ramped(random):
    """Megatron's batches that grow, and its parameters by samples."""
    increment = random.choice([1, 2, 8, 16, 3])
    start = random.choice([1, 4, 8, 16, 5])
    full = start + increment * random.randint(1, 30)
    spec = {"steps": random.randint(20, 120), "batch": {"samples": full}}
    if random.random() < 0.85:
        spec["batch"]["ramp"] = {"start": start, "increment": increment, "samples": random.randint(20, 60 * full)}
    if random.random() < 0.5:
        spec["batch"]["tokens_per_sample"] = random.choice([2048, 7])
    total = spec["steps"] * full
    decay = random.randint(total // 4 + 2, total)
    node = {"type": "megatron.OptimizerParamScheduler", "max_lr": random.choice([1.0, 3e-4]), "min_lr": 0.0,
            "lr_warmup_samples": random.randint(0, decay // 2), "lr_decay_samples": decay,
            "lr_decay_style": random.choice(["cosine", "linear", "WSD", "inverse-square-root", "constant"])}
    if random.random() < 0.5:
        node["min_lr"] = node["max_lr"] / 10
    if node["lr_decay_style"] == "WSD":
        node["lr_wsd_decay_samples"] = random.randint(1, max(1, decay // 3))
        node["lr_wsd_decay_style"] = random.choice(["linear", "cosine", "exponential", "minus_sqrt"])
    elif random.random() < 0.3:
        node["train_samples"] = node.pop("lr_decay_samples")
    return {**spec, "scheduler": node}


def lightning(random):
    """What Lightning's Trainer itself is asked; it counts the batches of each epoch anew."""
    c = _context(random, 24)
    steps = random.choice([4, 6, 12])
    spec = {"title": "Lightning", "epochs": random.randint(2, 6), "steps_per_epoch": steps,
            "optimizer": {"type": "SGD", "lr": c.rate(), "momentum": 0.9}}
    if c.chance(0.3):
        spec["scheduler"] = {**_plateau(c), "interval": {"epochs": c.random.randint(1, 2)}}
        spec["scheduler"].pop("times", None)
        spec["metric"] = _measured(random, spec["epochs"] + 1)
    else:
        node = _node(c, False)
        divisors = [number for number in range(1, steps + 1) if steps % number == 0]
        node["interval"] = c.choice({"steps": random.choice(divisors)}, {"epochs": random.randint(1, 3)}, "step", "epoch")
        if node["type"] == "CyclicLR":
            node["cycle_momentum"] = False
        spec["scheduler"] = node
    return spec


def any_spec(random):
    """A random file."""
    return random.choices([turned, grouped, ramped, lightning], [4, 4, 3, 1])[0](random)


def cases():
    """The cases of the fixture, in order."""
    random = Random(SEED)
    for draw, count in ((turned, 60), (grouped, 60), (ramped, 40), (lightning, 15)):
        yield from drawn(draw.__name__, count, lambda draw=draw: draw(random), run)
