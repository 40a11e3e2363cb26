"""Random optimizers: every type torch has, one to three param groups, each with values of its own."""

SHARED = {"weight_decay": (0.0, 1e-4, 0.01)}
BETAS = {"betas": ([0.9, 0.99], [0.95, 0.999], [0.5, 0.9])}

TYPES = {
    "SGD": {"momentum": (0.9, 0.5, 0), **SHARED},
    "Adam": {**BETAS, **SHARED, "eps": (1e-8, 1e-6), "amsgrad": (True, False)},
    "AdamW": {**BETAS, **SHARED, "eps": (1e-8,)},
    "Adamax": {**BETAS, **SHARED},
    "NAdam": {**BETAS, **SHARED, "momentum_decay": (0.004, 0.01)},
    "RAdam": {**BETAS, **SHARED, "decoupled_weight_decay": (True, False)},
    "RMSprop": {"momentum": (0.9, 0.3), "alpha": (0.9, 0.99), "centered": (True,), **SHARED},
    "Rprop": {"etas": ([0.5, 1.2], [0.4, 1.3]), "step_sizes": ([1e-6, 50],)},
    "Adagrad": {"lr_decay": (0.0, 0.01), "initial_accumulator_value": (0.1,), **SHARED},
    "Adadelta": {"rho": (0.9, 0.95), **SHARED},
    "ASGD": {"lambd": (1e-4,), "alpha": (0.75,), "t0": (1e6,), **SHARED},
    "Adafactor": {"beta2_decay": (-0.8, -0.5), "d": (1.0, 2.0), **SHARED},
    "SparseAdam": BETAS,
    "Muon": {"momentum": (0.95, 0.8), "nesterov": (True, False), "ns_steps": (5,), **SHARED},
    "LBFGS": {"max_iter": (20, 4), "history_size": (10,)},
}
"""The parameters worth drawing, and values that torch accepts."""

LIKELY = ["SGD"] * 10 + ["Adam"] * 4 + ["AdamW"] * 4
DRIVABLE = ("momentum", "betas")
NAMES = ("backbone", "head", "bias", "encoder.layer", "neck")


def drawn_optimizer(random):
    """An optimizer node, or None for a file that leaves it out."""
    if random.random() < 0.15:
        return None
    kind = random.choice(LIKELY if random.random() < 0.5 else list(TYPES))
    optimizer = {"type": kind}
    if random.random() < 0.75:
        optimizer["lr"] = _rate(random)
    for name, values in TYPES[kind].items():
        if random.random() < 0.3:
            optimizer[name] = random.choice(values)
    if kind == "SGD" and optimizer.get("momentum") and random.random() < 0.2:
        optimizer["nesterov"] = True
    if kind != "LBFGS" and random.random() < 0.45:
        optimizer["param_groups"] = _groups(random, kind)
    return optimizer


def _groups(random, kind):
    count = random.choice([1, 2, 2, 2, 3, 3])
    names = random.sample(NAMES, count)
    named, resumable = random.choice(["all", "none", "some"]), random.random() < 0.35
    groups = []
    for index in range(count):
        group = {}
        if named == "all" or (named == "some" and random.random() < 0.5):
            group["name"] = names[index]
        if random.random() < 0.6:
            group["lr"] = _rate(random)
        for name in DRIVABLE:
            if name in TYPES[kind] and random.random() < 0.3:
                group[name] = random.choice(TYPES[kind][name])
        if resumable or random.random() < 0.05:
            group["initial_lr"] = _rate(random)
        groups.append(group)
    return groups


def _rate(random):
    usual = [0.1, 0.1, 1.0, 0.01, 0.001, 3e-4, 0.4, 1, random.uniform(0.001, 2.0)]
    return random.choice(usual)


def momentum_is_known(optimizer):
    """Whether the type has a momentum or betas that a scheduler may drive."""
    return optimizer is None or any(name in TYPES[optimizer["type"]] for name in DRIVABLE)
