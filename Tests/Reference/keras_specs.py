"""Random schedule files over what Keras offers, drawn from a seed; rates are floats, as whole ones change Keras' arithmetic."""

from optax_specs import Draw
from torch_expressions import function


def _rate(d):
    return float(d.rate())


def _initial(d):
    return {"initial_learning_rate": _rate(d)}


def _maybe_name(d):
    return d.some(0.1, name=lambda: d.choice("decay", "lr"))


def exponential(d):
    return {
        **_initial(d), "decay_steps": d.length(), "decay_rate": d.choice(0.5, 0.1, 0.96, 1, 1.05, 2, d.uniform(0.05, 1.5), 0.0),
        **d.some(0.5, staircase=lambda: d.chance(0.7)), **_maybe_name(d)}


def piecewise(d):
    count = d.random.randint(1, 5)
    boundaries = [d.length() for _ in range(count)]
    if d.chance(0.8):
        boundaries.sort()
    if d.chance(0.1):
        boundaries[0] = d.choice(0, -1, -0.5, 3.7)
    return {"boundaries": boundaries, "values": [_rate(d) for _ in range(count + 1)], **_maybe_name(d)}


def polynomial(d):
    return {
        **_initial(d), "decay_steps": d.length(),
        **d.some(0.6, end_learning_rate=lambda: d.choice(1e-4, 0.0, 0.01, 0, _rate(d)),
                 power=lambda: d.choice(1.0, 2, 0.5, 0.9, 3.0, 0, d.uniform(0.1, 4.0), -1.0), cycle=lambda: d.chance(0.7)), **_maybe_name(d)}


def inverse_time(d):
    return {
        **_initial(d), "decay_steps": d.length(), "decay_rate": d.choice(0.5, 0.1, 1, 10.0, d.uniform(0.1, 5.0), -0.3, 0),
        **d.some(0.5, staircase=lambda: d.chance(0.7)), **_maybe_name(d)}


def cosine(d):
    return {
        **_initial(d), "decay_steps": d.length(),
        **d.some(0.5, alpha=lambda: d.choice(0.0, 0, 0.1, 0.01, 1, 1.5, -0.1)),
        **d.some(0.6, warmup_target=lambda: d.choice(None, _rate(d), _rate(d), _rate(d), 1), warmup_steps=lambda: d.choice(0, -2, d.length(), d.length())),
        **_maybe_name(d)}


def cosine_restarts(d):
    return {
        **_initial(d), "first_decay_steps": d.choice(1, 2, 3, 4, 5, d.length(), 2.5),
        **d.some(0.7, t_mul=lambda: d.choice(2.0, 2, 1.0, 1, 1.5, 3.0, 1.2, 0.5, 0.9), m_mul=lambda: d.choice(1.0, 0.5, 0.9, 1, 1.1, 0.0),
                 alpha=lambda: d.choice(0.0, 0, 0.1, 0.01, 1)), **_maybe_name(d)}


def plateau(d):
    return d.some(
        0.5, monitor=lambda: d.choice("val_loss", "loss", "val_loss"), factor=lambda: d.choice(0.1, 0.5, 0.9, 0.0, d.uniform(0.05, 0.95), -0.5),
        patience=lambda: d.choice(1, 2, 3, 5, 0, 2.5), mode=lambda: d.choice("auto", "min", "max", "MAX"),
        min_delta=lambda: d.choice(1e-4, 0.0, 0, 0.01, 0.1, -0.05), cooldown=lambda: d.choice(0, 1, 2, 4),
        min_lr=lambda: d.choice(0.0, 0, 1e-3, 0.01, 0.05, 0.1))


def of_epoch(d):
    class Context:
        """What a function wants to know of its run."""
        random, horizon, groups = d.random, d.horizon, 1
        chance, choice, uniform, length = staticmethod(d.chance), staticmethod(d.choice), staticmethod(d.uniform), staticmethod(d.length)
    if d.chance(0.5):
        return {"schedule": d.choice(
            "lr if epoch < 10 else lr * exp(-0.1)", "lambda epoch, lr: lr * 0.95 if epoch % 3 == 0 else lr", "0.5 * lr + 0.01",
            "lambda e, rate: rate / (1 + 0.1 * e)", "min(lr, 0.1 * 0.9 ** epoch)", "lr - 1e-3 * epoch")}
    return {"schedule": function(Context)}


PLATEAU = "ReduceLROnPlateau"
FUNCTION = "LearningRateScheduler"
KINDS = {
    "ExponentialDecay": exponential, "PiecewiseConstantDecay": piecewise, "PolynomialDecay": polynomial,
    "InverseTimeDecay": inverse_time, "CosineDecay": cosine, "CosineDecayRestarts": cosine_restarts, PLATEAU: plateau, FUNCTION: of_epoch,
}


def single(random, kind):
    """A run of one schedule or callback."""
    steps = random.choice([1, 1, 2, 3, 5])
    epochs = max(3, random.randint(12, 40) // steps)
    spec = {"epochs": epochs}
    if steps > 1:
        spec["steps_per_epoch"] = steps
    if random.random() < 0.4:
        spec["optimizer"] = {"type": random.choice(["SGD", "Adam"]), "lr": random.choice([0.1, 0.5, 1e-3])}
    by_epoch = random.random() < 0.1 or kind in (PLATEAU, FUNCTION)
    d = Draw(random, epochs if by_epoch else epochs * steps)
    spec["scheduler"] = {"type": f"keras.{kind}", **KINDS[kind](d)}
    if by_epoch and random.random() < 0.5 or by_epoch and kind not in (PLATEAU, FUNCTION):
        spec["scheduler"]["interval"] = "epoch"
    if kind == PLATEAU:
        level, sign = random.uniform(0.5, 2), random.choice([1, 1, -1])
        values = [sign * round(level * random.choice([0.9, 1, 1]) ** epoch + random.choice([0, 0, 0.05]), 3) for epoch in range(epochs)]
        spec["metric"] = random.choice([0.5, {"values": values}, {"values": values}])
    return spec


BREAKS = {
    "ExponentialDecay": {"decay_steps": 0, "decay_rate": None, "initial_learning_rate": "0.1"},
    "PiecewiseConstantDecay": {"boundaries": [], "values": [0.1]},
    "PolynomialDecay": {"decay_steps": -3, "power": "2", "end_learning_rate": None},
    "InverseTimeDecay": {"decay_steps": 0.0, "decay_rate": "1"},
    "CosineDecay": {"decay_steps": None, "alpha": None, "initial_learning_rate": None},
    "CosineDecayRestarts": {"first_decay_steps": 0, "t_mul": None, "m_mul": "1"},
    PLATEAU: {"factor": 1.0, "monitor": "val_quality", "min_delta": None},
    FUNCTION: {"schedule": "1 / (epoch - 2)"},
}


def broken(random):
    """A good file with one wrong value, a missing one, or one too many."""
    kind = random.choice(list(BREAKS))
    spec = single(random, kind)
    node = spec["scheduler"]
    draw = random.random()
    if draw < 0.75:
        name = random.choice(list(BREAKS[kind]))
        node[name] = BREAKS[kind][name]
        if name == "monitor":
            node["mode"] = "auto"
    elif draw < 0.85 and kind != PLATEAU:
        node["decay"] = 1
    elif kind != PLATEAU:
        del node[random.choice([name for name in ("initial_learning_rate", "decay_steps", "first_decay_steps", "values", "schedule") if name in node])]
    return spec


def any_spec(random):
    """One file of any sort, in the proportions that comparing wants."""
    return broken(random) if random.random() < 0.12 else single(random, random.choice(list(KINDS)))
