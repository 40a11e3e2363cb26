"""Schedule files picked by hand: what timm's schedulers do at their edges, and what they refuse."""

GROUPS = [{"name": "stem", "lr_scale": 0.25}, {"name": "head", "lr": 0.5}]
SGD = {"type": "SGD", "lr": 0.1, "momentum": 0.9, "param_groups": GROUPS}
LOSSES = {"values": [3, 2, 1.5, 1.4, 1.4, 1.4, 1.4, 1.3, 1.2, 1.1, 1.1, 1.1, 1.1, 1.1, 1.1, 1.1, 1.1, 1.1]}
WARM = {"warmup_t": 3, "warmup_lr_init": 0.01}
PREFIX = {**WARM, "warmup_prefix": True}


def node(kind, **own):
    return {"type": f"timm.{kind}LRScheduler", **own}


def spec(scheduler, epochs=16, **more):
    return {"epochs": epochs, "scheduler": scheduler, **more}


def cycle(kind="Cosine", t_initial=5, **own):
    return spec(node(kind, t_initial=t_initial, **own))


def wsd(t_initial=10, decay_t=4, **own):
    return spec(node("WSD", t_initial=t_initial, decay_t=decay_t, **own))


def watched(**own):
    return spec(node("Plateau", **own), epochs=18, metric=LOSSES)


ACCEPTED = {}
for kind in ("Cosine", "Tanh", "Poly"):
    ACCEPTED |= {
        f"{kind} to its lowest rate, held": cycle(kind, lr_min=0.01),
        f"{kind} under its warm-up": cycle(kind, 10, **WARM),
        f"{kind} behind its warm-up": cycle(kind, 10, **PREFIX),
        f"{kind} in cycles": cycle(kind, 3, cycle_limit=3, cycle_decay=0.5, lr_min=1e-3),
        f"{kind} in growing cycles": cycle(kind, 2, cycle_mul=2, cycle_limit=3, lr_min=1e-3),
        f"{kind} in cycles that grow by a fraction": cycle(kind, 2, cycle_mul=1.5, cycle_limit=9, cycle_decay=0.9),
        f"{kind} in shrinking cycles, stopped before their end": cycle(kind, 8, cycle_mul=0.6, cycle_limit=9),
        f"{kind} of no cycle": cycle(kind, cycle_limit=0, lr_min=0.02),
        f"{kind} in two groups": cycle(kind, lr_min=0.2, **WARM) | {"optimizer": SGD},
        f"{kind} by step": cycle(kind, 9, t_in_epochs=False, **WARM) | {"epochs": 5, "steps_per_epoch": 3},
        f"{kind} with noise": cycle(kind, 20, noise_range_t=[4, 12]),
        f"{kind} with noise to the end": cycle(kind, 20, noise_range_t=5, noise_pct=0.1, noise_std=0.3, noise_seed=7),
    }
ACCEPTED |= {
    "cosine cycles that begin late": spec(node("Cosine", t_initial=1, cycle_mul=3, cycle_limit=9), epochs=125),
    "cosine of powers": cycle(t_initial=12, k_decay=2.5),
    "cosine of a negative power": spec(node("Cosine", t_initial=12, k_decay=-1), epochs=12),
    "cosine, warmed up for less than nothing": cycle(warmup_t=-3, warmup_lr_init=0.3, warmup_prefix=True),
    "cosine, warmed up between steps": cycle(t_initial=7, warmup_t=2.5, warmup_prefix=True),
    "cosine of a resumed run": cycle(initialize=False) | {"optimizer": {"type": "SGD", "lr": 0.3, "param_groups": [{"initial_lr": 0.2}]}},
    "cosine with noise of seeds beyond 32 bits": cycle(t_initial=20, noise_range_t=0, noise_seed=2**40 + 11),
    "cosine with noise of a negative seed": cycle(t_initial=20, noise_range_t=0, noise_seed=-5),
    "cosine with hardly any noise": cycle(t_initial=20, noise_range_t=0, noise_std=0),
    "cosine with much noise": cycle(t_initial=20, noise_range_t=0, noise_pct=3, noise_std=4, noise_seed=None),
    "cosine with noise between steps": cycle(t_initial=20, noise_range_t=[2.5, 9.5]),
    "cosine with noise never": cycle(t_initial=20, noise_range_t=[9, 2], noise_seed=1.5),
    "tanh of other bounds": cycle("Tanh", 12, lb=-3, ub=6.5),
    "poly of a line": cycle("Poly", 12, power=1, k_decay=2),
    "steps": spec(node("Step", decay_t=4, decay_rate=0.5)),
    "steps behind a warm-up": spec(node("Step", decay_t=4, decay_rate=0.5, **WARM)),
    "steps under a warm-up": spec(node("Step", decay_t=4, decay_rate=0.5, **WARM, warmup_prefix=False)),
    "steps of fractions": spec(node("Step", decay_t=2.5, decay_rate=0.5)),
    "steps backwards": spec(node("Step", decay_t=-4, decay_rate=0.5)),
    "steps that drop nothing": spec(node("Step", decay_t=4)),
    "steps with noise": spec(node("Step", decay_t=4, decay_rate=0.5, noise_range_t=[3, 10]), optimizer=SGD),
    "milestones": spec(node("MultiStep", decay_t=[4, 8], decay_rate=0.5)),
    "milestones behind a warm-up": spec(node("MultiStep", decay_t=[4, 8], decay_rate=0.5, **WARM)),
    "milestones at the very beginning": spec(node("MultiStep", decay_t=[0, 1, 2], decay_rate=0.5)),
    "milestones that nobody sorted": spec(node("MultiStep", decay_t=[9, 4, 12, 2], decay_rate=0.5)),
    "no milestones": spec(node("MultiStep", decay_t=[], decay_rate=0.5)),
    "stable": wsd(**WARM, lr_min=0.01),
    "stable, sinking": wsd(**WARM, stable_fn="rsqrt"),
    "stable, sinking below the lowest": wsd(**WARM, stable_fn="power", stable_power=2, lr_min=0.05),
    "stable of a time-scale": wsd(stable_fn="rsqrt", stable_timescale=2.5),
    "stable in two groups": wsd(**WARM, lr_min=0.2) | {"optimizer": SGD},
    "stable by step": wsd(t_in_epochs=False, **WARM) | {"epochs": 5, "steps_per_epoch": 3},
    "stable and a function": wsd(decay_fn="lambda f: 1 - f ** 3"),
    "all decay": wsd(10, 10, decay_fn="linear"),
    "plateau": watched(mode="min", patience_t=1),
    "plateau behind a warm-up": watched(mode="min", patience_t=0, **WARM),
    "plateau behind a warm-up of less than nothing": watched(mode="min", patience_t=1, warmup_t=-1, warmup_lr_init=0.5),
    "plateau with noise": watched(mode="min", patience_t=1, noise_range_t=[2, 14]),
    "plateau with uniform noise": watched(patience_t=2, noise_range_t=4, noise_type="uniform", noise_seed=3),
    "plateau with noise of no name": watched(patience_t=2, noise_range_t=4, noise_type="Normal", noise_pct=-0.3),
    "plateau in two groups": watched(mode="min", patience_t=0, lr_min=[0.001, 0.05], **WARM, noise_range_t=[5, 9]) | {"optimizer": SGD},
    "two in turn": spec([node("Cosine", t_initial=9, noise_range_t=3), {"type": "ExponentialLR", "gamma": 0.9}]),
}
for decay in ("linear", "1-sqrt", "cosine", "power", "exp"):
    ACCEPTED[f"stable, then {decay}"] = wsd(**WARM, decay_fn=decay, lr_min=0.01, decay_power=2, decay_ratio=0.02)

REFUSED = {
    "cosine of nothing": cycle(t_initial=0),
    "cosine of less than nothing": cycle(t_initial=-5),
    "cosine without a length": spec(node("Cosine")),
    "cosine below zero": cycle(lr_min=-1e-3),
    "cosine in cycles of no length": cycle(cycle_mul=0),
    "cosine in cycles that turn round": cycle(cycle_mul=-2),
    "cosine beyond all shrinking cycles": cycle(cycle_mul=0.5),
    "cosine of a negative power, in the second cycle": cycle(k_decay=-1, cycle_limit=3),
    "cosine of a power beyond all numbers": cycle(k_decay=1000),
    "cosine without a base": cycle(initialize=False),
    "cosine with noise of a fractional seed": cycle(noise_range_t=3, noise_seed=1.0),
    "cosine with noise from nowhere": cycle(noise_range_t=[]),
    "cosine with noise to nowhere": cycle(noise_range_t=[3]),
    "tanh upside down": cycle("Tanh", lb=3, ub=-7),
    "tanh of no width": cycle("Tanh", lb=1, ub=1),
    "tanh of less than no cycle": cycle("Tanh", cycle_limit=-1),
    "tanh, warmed up for less than nothing": cycle("Tanh", warmup_t=-1),
    "tanh, warmed up from below zero": cycle("Tanh", warmup_t=2, warmup_lr_init=-0.1),
    "poly of a negative power": cycle("Poly", power=-1, k_decay=0),
    "poly of no real number": cycle("Poly", k_decay=-1),
    "steps of no length": spec(node("Step", decay_t=0)),
    "steps from zero backwards": spec(node("Step", decay_t=-2, decay_rate=0)),
    "steps beyond all numbers": spec(node("Step", decay_t=1, decay_rate=1e200)),
    "milestones that are a number": spec(node("MultiStep", decay_t=4)),
    "stable of nothing": wsd(0, 4),
    "stable without a decay": wsd(10, 0),
    "stable shorter than its decay": wsd(10, 11),
    "stable below zero": wsd(lr_min=-0.1),
    "stable, sinking at no time-scale": wsd(stable_fn="rsqrt"),
    "stable along an unknown path": wsd(stable_fn="sqrt"),
    "stable, then along an unknown path": wsd(decay_fn="sqrt"),
    "stable, then along a broken function": wsd(decay_fn="lambda f: 1 / (1 - f)"),
    "stable of a power of zero": wsd(stable_power=0),
    "stable, then of a power of zero": wsd(decay_power=0),
    "stable, then to the ratio one": wsd(decay_ratio=1.0),
    "plateau growing": watched(decay_rate=1.0),
    "plateau in an unknown mode": watched(mode="least"),
    "plateau with too many floors": watched(lr_min=[0.1, 0.1]),
    "plateau without a base": watched(initialize=False),
}
