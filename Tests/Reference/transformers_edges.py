"""Schedule files picked by hand: what transformers' `get_scheduler` does at its edges, and what it refuses."""

GROUPS = [{"name": "backbone", "lr": 0.01}, {"name": "head"}]
SGD = {"type": "SGD", "lr": 0.1, "momentum": 0.9, "param_groups": GROUPS}
LOSSES = {"values": [3, 2, 1.5, 1.4, 1.4, 1.4, 1.4, 1.3, 1.2, 1.1, 1.1, 1.1, 1.1, 1.1, 1.1, 1.1, 1.1, 1.1]}


def node(kind, warm_up=3, total=11, **own):
    lengths = {"num_warmup_steps": warm_up, "num_training_steps": total}
    return {"type": f"transformers.{kind}", **{name: value for name, value in lengths.items() if value != "left out"}, **own}


def spec(scheduler, epochs=14, **more):
    return {"epochs": epochs, "scheduler": scheduler, **more}


def watched(kind, **own):
    return spec(node(kind, "left out", "left out", **own), epochs=18, metric=LOSSES)


def wsd(warm_up=3, total=11, decay=4, **own):
    return node("warmup_stable_decay", warm_up, total, num_decay_steps=decay, **own)


def sequential(children, milestones):
    return {"type": "SequentialLR", "schedulers": children, "milestones": milestones}


ACCEPTED = {
    "linear by step, of the run's length": spec(node("linear", 4, "left out"), epochs=5, steps_per_epoch=3),
    "linear by epoch, of the run's length": spec(node("linear", 2, None, interval="epoch"), epochs=8, steps_per_epoch=2),
    "linear, warmed up all the time": spec(node("linear", 11, 11)),
    "linear, warmed up beyond the end": spec(node("linear", 30, 11)),
    "linear of nothing": spec(node("linear", 0, 0)),
    "linear of fractions": spec(node("linear", 2.5, 9.75)),
    "linear, warmed up for less than nothing": spec(node("linear", -3, 10)),
    "linear, warmed up for a part": spec(node("linear", "12.5%", 11)),
    "linear, warmed up for a part of the run": spec(node("linear", "7%", None), epochs=10, steps_per_epoch=3),
    "cosine that rises again": spec(node("cosine")),
    "cosine of several waves": spec(node("cosine", num_cycles=2)),
    "cosine of no wave": spec(node("cosine", num_cycles=0)),
    "cosine of no decay": spec(node("cosine", 11, 11)),
    "restarts": spec(node("cosine_with_restarts", num_cycles=2)),
    "restarts of fractions": spec(node("cosine_with_restarts", num_cycles=2.5)),
    "restarts backwards": spec(node("cosine_with_restarts", num_cycles=-2)),
    "polynomial in two groups": spec(node("polynomial", power=2, lr_end=0.01), optimizer=SGD),
    "polynomial of power zero": spec(node("polynomial", power=0)),
    "polynomial to a negative rate": spec(node("polynomial", lr_end=-0.1)),
    "polynomial of no decay, stopped before it": spec(node("polynomial", 11, 11), epochs=11),
    "polynomial past its end at once": spec(node("polynomial", 11, 5)),
    "constant with everything": spec(node("constant")),
    "constant with warm-up, without a total": spec(node("constant_with_warmup", 3, "left out")),
    "inverse root": spec(node("inverse_sqrt")),
    "inverse root without warm-up": spec(node("inverse_sqrt", 0)),
    "inverse root of a time-scale": spec(node("inverse_sqrt", timescale=20)),
    "inverse root of a short time-scale": spec(node("inverse_sqrt", timescale=0.25)),
    "lowest rate": spec(node("cosine_with_min_lr", min_lr=0.01), optimizer=SGD),
    "lowest part": spec(node("cosine_with_min_lr", min_lr_rate=0.25, min_lr=None)),
    "lowest part above one": spec(node("cosine_with_min_lr", min_lr_rate=1.5)),
    "lowest part below zero": spec(node("cosine_with_min_lr", min_lr_rate=-0.5)),
    "early cosine": spec(node("cosine_warmup_with_min_lr", min_lr_rate=0.1)),
    "early cosine from a rate": spec(node("cosine_warmup_with_min_lr", min_lr=0.01, warmup_lr_rate=0.2)),
    "early cosine warmed up for a step": spec(node("cosine_warmup_with_min_lr", 1, min_lr=0.01, warmup_lr_rate=0.2)),
    "stable": spec(wsd(min_lr_ratio=0.1)),
    "stable without a total": spec(wsd(3, None, num_stable_steps=4)),
    "stable against the total": spec(wsd(num_stable_steps=1)),
    "stable along roots": spec(wsd(warmup_type="1-sqrt", decay_type="1-sqrt")),
    "stable along cosines": spec(wsd(warmup_type="cosine", decay_type="cosine", num_cycles=1.5)),
    "stable along lines": spec(wsd(warmup_type="linear", decay_type="linear", min_lr_ratio=-0.5)),
    "stable for less than nothing": spec(wsd(3, 5, 4)),
    "stable without a decay": spec(wsd(3, 11, 0)),
    "plateau": watched("reduce_lr_on_plateau", patience=1, factor=0.5),
    "plateau with lengths": spec(node("reduce_lr_on_plateau", patience=1), epochs=18, metric=LOSSES),
    "greedy": watched("greedy", patience=1),
    "greedy, smoothed": watched("greedy", patience=1, smooth=True, window_size=3),
    "greedy, smoothed over a fraction": watched("greedy", patience=0, smooth=True, window_size=1.5),
    "greedy that looks away": watched("greedy", patience=0, warmup=2, cooldown=1, threshold=0.05),
    "greedy that begins anew": watched("greedy", patience=0, factor=0.5, min_lr=0.02, reset_start=2, mode="max"),
    "greedy in two groups": watched("greedy", patience=0, min_lr=[0.001, 0.05], max_lr=[0.012, 1]) | {"optimizer": SGD},
    "greedy that only goes down by nothing": watched("greedy", factor=0, patience=3, mode="max", threshold=5),
    "behind torch's warm-up": spec(sequential([{"type": "LinearLR", "total_iters": 4}, node("cosine", 2, 9)], [4])),
    "before torch's decay": spec(sequential([node("linear", 2, 6), {"type": "ExponentialLR", "gamma": 0.9}], [5])),
    "two in a row": spec(sequential([node("linear", 2, 6), wsd(2, 8, 3)], [5])),
    "over an earlier one": spec({"type": "ChainedScheduler", "schedulers": [{"type": "StepLR", "step_size": 2}, node("cosine")]}),
    "under a later one": spec({"type": "ChainedScheduler", "schedulers": [node("cosine"), {"type": "ConstantLR", "factor": 0.5}]}),
    "resumed": spec(node("linear", last_epoch=4), optimizer={"type": "SGD", "lr": 0.1, "param_groups": [{"initial_lr": 0.2}]}),
    "all at once": spec([node("linear", interval="epoch"), watched("greedy")["scheduler"]], metric=0.5, steps_per_epoch=2),
}

REFUSED = {
    "linear without warm-up": spec(node("linear", "left out")),
    "linear without warm-up, null": spec(node("linear", None)),
    "linear warmed up for a word": spec(node("linear", "five")),
    "constant with warm-up without one": spec(node("constant_with_warmup", "left out")),
    "inverse root without one": spec(node("inverse_sqrt", "left out")),
    "inverse root of no time-scale": spec(node("inverse_sqrt", timescale=0)),
    "inverse root of a negative time-scale": spec(node("inverse_sqrt", timescale=-5)),
    "inverse root, warmed up for less than nothing": spec(node("inverse_sqrt", -5)),
    "polynomial to above the rate": spec(node("polynomial", lr_end=0.1)),
    "polynomial of no decay": spec(node("polynomial", 11, 11)),
    "polynomial of a negative power": spec(node("polynomial", power=-1)),
    "polynomial at no rate": spec(node("polynomial", lr_end=-1), optimizer={"type": "SGD", "lr": 0}),
    "no lowest rate": spec(node("cosine_with_min_lr")),
    "two lowest rates": spec(node("cosine_with_min_lr", min_lr=0.01, min_lr_rate=0.1)),
    "a lowest rate of none": spec(node("cosine_with_min_lr", min_lr=0.01), optimizer={"type": "SGD", "lr": 0}),
    "early cosine without a lowest rate": spec(node("cosine_warmup_with_min_lr", warmup_lr_rate=0.1)),
    "waves beyond all numbers": spec(node("cosine", num_cycles=1e308)),
    "stable without its decay": spec(node("warmup_stable_decay")),
    "stable along an unknown path": spec(wsd(decay_type="exp")),
    "stable warmed up along an unknown path": spec(wsd(warmup_type="sqrt")),
    "plateau growing": watched("reduce_lr_on_plateau", factor=1),
    "plateau without a metric": spec(node("reduce_lr_on_plateau")),
    "greedy growing": watched("greedy", factor=1.0),
    "greedy without a metric": spec(node("greedy")),
    "greedy in an unknown mode": watched("greedy", mode="least"),
    "greedy in an unknown threshold mode": watched("greedy", threshold_mode="relative"),
    "greedy with too many bounds": watched("greedy", max_lr=[1, 1]),
    "greedy smoothed over nothing": watched("greedy", smooth=True, window_size=0),
    "greedy rising by a factor of zero": watched("greedy", factor=0, patience=1),
    "greedy in a sequence": spec(sequential([node("linear"), node("greedy")], [3]), metric=0.5),
    "resumed from nothing": spec(node("cosine", last_epoch=4)),
}
