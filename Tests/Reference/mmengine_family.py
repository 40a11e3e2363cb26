"""MMEngine's parameter schedulers, built from configurations as its Runner does, and stepped by its hook's rules."""

from random import Random

from mmengine.registry import PARAM_SCHEDULERS
from mmengine.optim.scheduler import param_scheduler  # noqa: F401  (fills the registry)

import loop
from drawing import around
from recording import drawn

__all__ = ["any_spec", "cases", "departs", "run"]

SEED = 20250612
DRIVEN = {"lr": (), "momentum": ("momentum",), "weight_decay": ("weight_decay",)}


def departs(reason):
    return False


def run(spec):
    return loop.run(spec, _attach, updates_first=True)


def _attach(node, optimizer, spec):
    steps = spec.get("steps_per_epoch", 1)
    configuration = {"type": loop.kind(node), **loop.parameters(node)}
    by_epoch = configuration.get("by_epoch", True)
    configuration.setdefault("end", spec["epochs"] if by_epoch else spec["epochs"] * steps)
    scheduler = PARAM_SCHEDULERS.build(configuration, default_args={"optimizer": optimizer, "epoch_length": steps})
    drives = DRIVEN[scheduler.param_name]
    if getattr(scheduler, "need_val_args", False):
        def after_epoch(metric):
            scheduler.step()
            scheduler.step({scheduler.monitor: metric})
        return loop.Stepped(after_epoch=after_epoch, drives=drives, watches=True)
    if scheduler.by_epoch:
        return loop.Stepped(after_epoch=lambda metric: scheduler.step(), drives=drives)
    return loop.Stepped(after_step=scheduler.step, drives=drives)


# What is drawn

def _step(c, length):
    return {"step_size": c.choice(2.5, 0, -3) if c.chance(0.06) else length(), **c.some(0.7, gamma=c.gamma)}


def _multistep(c, length):
    milestones = sorted(length() for _ in range(c.integer(0, 4)))
    if c.chance(0.2):
        milestones += [c.choice(0, -1, 2.5, *(milestones or [3]))]
    return {"milestones": milestones, **c.some(0.7, gamma=c.gamma)}


def _constant(c, length):
    return c.some(0.8, factor=lambda: c.choice(0.1, 1 / 3, 1, 0.0 if c.chance(0.2) else 0.7, 1.5 if c.chance(0.1) else 0.2, c.uniform(0.01, 1)))


def _linear(c, length):
    return c.some(
        0.8, start_factor=lambda: c.choice(0.1, 1e-3, 1, c.uniform(0.01, 1), 0 if c.chance(0.2) else 0.3),
        end_factor=lambda: c.choice(0.0, 1.0, 0.5, c.uniform(0, 1), 1.2 if c.chance(0.1) else 0.9))


def _exponential(c, length):
    return {"gamma": c.gamma()}


def _poly(c, length):
    return c.some(0.6, eta_min=lambda: c.choice(0, 1e-4, 0.01, c.uniform(0, 0.1)), power=lambda: c.choice(1, 0.9, 2.0, 0.5, -1, c.uniform(0.1, 3)))


def _floor(c, needed):
    draw = c.random.random()
    value = c.choice(0.0, 1e-5, 0.001, 0.05, c.uniform(0, 0.2))
    if draw < 0.03:
        return {"eta_min": value, "eta_min_ratio": 0.1}
    if draw < 0.45:
        return {"eta_min": value}
    return {"eta_min_ratio": c.choice(0.1, 0.0, 0.05, c.uniform(0, 1))} if draw < 0.75 or needed and draw < 0.97 else {}


def _cosine(c, length):
    return {**c.some(0.6, T_max=lambda: c.choice(0, 7.5, None) if c.chance(0.1) else length()), **_floor(c, False)}


def _restart(c, length):
    periods = [length() for _ in range(c.integer(1, 4))]
    weights = [c.choice(1, 0.5, 0.25, 2.0, c.uniform(0.1, 1)) for _ in periods]
    if len(periods) > 1 and c.chance(0.05):
        weights.pop()
    given = {} if len(periods) == 1 and c.chance(0.5) else {"restart_weights": weights}
    return {"periods": periods, **given, **_floor(c, True)}


def _onecycle(c, length):
    return c.some(
        0.5, total_steps=lambda: length(2), pct_start=lambda: c.choice(0.3, 0.25, 0.5, 0.1, 0.0, 0.4, 1, c.uniform(0.05, 0.95)),
        anneal_strategy=lambda: c.choice("cos", "linear"), div_factor=lambda: c.choice(25, 10.0, 1, c.uniform(0.5, 100.0)),
        final_div_factor=lambda: c.choice(1e4, 100, 1.0), three_phase=lambda: True,
    ) | ({"eta_max": c.per_group(c.rate)} if c.chance(0.95) else {})


def _plateau(c, length):
    return c.some(
        0.6, rule=lambda: c.choice("less", "greater"), factor=lambda: c.choice(0.1, 0.5, 0.9, 1.0 if c.chance(0.2) else 0.3),
        patience=lambda: c.integer(0, 4), threshold=lambda: c.choice(1e-4, 0, 0.01, 0.2, -0.1 if c.chance(0.1) else 0.3),
        threshold_rule=lambda: c.choice("rel", "abs"), cooldown=lambda: c.integer(0, 3),
        min_value=lambda: c.per_group(lambda: c.choice(0.0, 0.01, 1e-4)), eps=lambda: c.choice(1e-8, 1e-3), monitor=lambda: "acc")


MECHANICS = {
    "Step": _step, "MultiStep": _multistep, "Constant": _constant, "Linear": _linear, "Exponential": _exponential,
    "Poly": _poly, "CosineAnnealing": _cosine, "CosineRestart": _restart, "OneCycle": _onecycle, "ReduceOnPlateau": _plateau,
}


def _node(c, mechanics=None):
    stem = mechanics or c.choice(*MECHANICS)
    if stem == "ReduceOnPlateau" and mechanics is None:
        stem = "Linear"
    ending = c.choice("LR", "LR", "LR", "Momentum", "ParamScheduler")
    if stem == "OneCycle" and ending == "Momentum":
        ending = "LR"
    mode = c.choice("epoch", "epoch", "step", "converted") if stem != "ReduceOnPlateau" or c.chance(0.05) else "epoch"
    length = c.length if mode == "step" else c.epochs_length
    node = {"type": f"mmengine.{stem}{ending}"}
    if ending == "ParamScheduler":
        names = ("lr",) * 9 + ("momentum",) if stem == "OneCycle" else ("lr", "momentum", "weight_decay")
        node["param_name"] = c.choice(*names)
    node |= MECHANICS[stem](c, length)
    if mode == "step":
        node["by_epoch"] = False
    if mode == "converted":
        node["convert_to_iter_based"] = True
        if c.chance(0.03):
            node["by_epoch"] = False
    node |= c.some(0.4, begin=lambda: c.choice(0, 1, length(0), length(0), 1.5 if c.chance(0.1) else 2))
    if c.chance(0.5):
        node["end"] = node.get("begin", 0) + c.choice(1, length(), length(), length(), 0 if c.chance(0.05) else 3, 2.5 if c.chance(0.1) else 5)
    if c.resumable and c.chance(0.3) and stem != "ReduceOnPlateau":
        node["last_step"] = c.choice(-1, 0, 3, 7)
    return node


def single(random, stem):
    return around(random, lambda c: _node(c, stem), measured=stem == "ReduceOnPlateau")


def several(random):
    """A chain; a `momentum` that MMEngine itself puts into Adam's groups, and finds there by name, is not followed."""
    def nodes(c):
        drawn = [_node(c) for _ in range(c.integer(1, 4))]
        mirrored = any(loop.kind(node).endswith("Momentum") for node in drawn)
        return [node for node in drawn if not (mirrored and node.get("param_name") == "momentum")]
    return around(random, nodes)


def any_spec(random):
    return single(random, random.choice(list(MECHANICS))) if random.random() < 0.6 else several(random)


def cases():
    random = Random(SEED)
    for stem in MECHANICS:
        yield from drawn(stem, 24, lambda: single(random, stem), run)
    yield from drawn("several", 60, lambda: several(random), run)
