"""Random schedule files over everything optax offers, drawn from a seed: mostly what people write, some of it odd."""


class Draw:
    """What a node needs to know about the run that it is drawn for."""

    def __init__(self, random, horizon):
        self.random = random
        self.horizon = horizon

    def chance(self, probability):
        return self.random.random() < probability

    def choice(self, *options):
        return self.random.choice(options)

    def uniform(self, low, high):
        value = self.random.uniform(low, high)
        return round(value, 3) if self.chance(0.5) else value

    def rate(self):
        usual = self.choice(0.1, 0.01, 1e-3, 3e-4, 1.0, 1, 0.5, 1e-5, self.uniform(1e-3, 1.0), self.uniform(1e-3, 1.0))
        return self.choice(0, 0.0, -0.1, 2, 1e-9) if self.chance(0.1) else usual

    def length(self, shortest=1):
        usual = self.random.randint(shortest, max(shortest + 1, self.horizon if self.chance(0.5) else self.horizon // 3))
        return self.choice(2.5, 7.0, 1.5, usual) if self.chance(0.06) else usual

    def any_length(self):
        return self.choice(0, -3, 0.0) if self.chance(0.08) else self.length()

    def begin(self):
        return self.choice(0, 1, 5, self.length(), -4, 2.5)

    def some(self, probability=0.5, **draws):
        return {name: draw() for name, draw in draws.items() if self.chance(probability)}


def constant_schedule(d):
    return {"value": d.rate()}


def linear_schedule(d):
    return {"init_value": d.rate(), "end_value": d.rate(), "transition_steps": d.any_length(), **d.some(0.4, transition_begin=d.begin)}


def polynomial_schedule(d):
    return {"power": d.choice(1, 2, 1.0, 0.5, 0.9, 3, 0, d.uniform(0.1, 4.0), -1), **linear_schedule(d)}


def _decay(d):
    return {
        "transition_steps": d.any_length(), "decay_rate": d.choice(0.5, 0.1, 0.96, 0.99, 1, 1.05, 2, 0, -0.5, d.uniform(0.1, 1.0)),
        **d.some(0.4, transition_begin=d.begin, staircase=lambda: d.chance(0.7), end_value=lambda: d.choice(None, 0, 1e-4, 1e-3, 0.05, 2.0, d.rate()))}


def exponential_decay(d):
    return {"init_value": d.rate(), **_decay(d)}


def cosine_decay_schedule(d):
    return {
        "init_value": d.rate(), "decay_steps": d.length(),
        **d.some(0.5, alpha=lambda: d.choice(0.0, 0, 0.1, 0.01, 1, 1.5, -0.1), exponent=lambda: d.choice(1.0, 2, 0.5, 3.0, 0, d.uniform(0.2, 4)))}


def _boundaries(d, scales):
    count = d.random.randint(0, 5)
    places = [d.length() for _ in range(count)]
    if d.chance(0.15):
        places += [d.choice(0, -2, -7)]
    return {str(int(place)): scales() for place in places}


def _scale(d):
    return d.choice(0.1, 0.5, 2.0, 1, 3, 0.0, 0.2, d.uniform(0.05, 2.0))


def piecewise_constant_schedule(d):
    return {"init_value": d.rate(), **d.some(0.95, boundaries_and_scales=lambda: d.choice(None, *[_boundaries(d, lambda: _scale(d))] * 12))}


def piecewise_interpolate_schedule(d):
    return {"interpolate_type": d.choice("linear", "cosine"), **piecewise_constant_schedule(d)}


def cosine_onecycle_schedule(d):
    return {
        "transition_steps": d.choice(1, 2, 3, d.length()) if d.chance(0.3) else d.length(), "peak_value": d.rate(),
        **d.some(
            0.5, pct_start=lambda: d.choice(0.3, 0.25, 0.5, 0.0, 0, 1.0, 1, 0.01, 1.5, -0.2, d.uniform(0, 1)),
            div_factor=lambda: d.choice(25, 10.0, 1, 0.5, d.uniform(0.5, 100)),
            final_div_factor=lambda: d.choice(1e4, 100, 1, 0.1, d.uniform(0.5, 1e5)))}


def linear_onecycle_schedule(d):
    return {**cosine_onecycle_schedule(d), **d.some(0.5, pct_final=lambda: d.choice(0.85, 0.9, 0.3, 0.2, 1.0, 0, 1.3, d.uniform(0, 1)))}


def warmup_constant_schedule(d):
    return {"init_value": d.rate(), "peak_value": d.rate(), "warmup_steps": d.any_length()}


def warmup_cosine_decay_schedule(d):
    warmup = d.any_length()
    return {
        "init_value": d.rate(), "peak_value": d.rate(), "warmup_steps": warmup, "decay_steps": warmup + d.length(),
        **d.some(0.5, end_value=lambda: d.choice(0.0, 0, 1e-5, 1e-3, 0.2, d.rate()), exponent=lambda: d.choice(1.0, 2, 0.5, 1.5))}


def warmup_exponential_decay_schedule(d):
    return {**warmup_constant_schedule(d), **_decay(d)}


def sgdr_schedule(d):
    return {"cosine_kwargs": [warmup_cosine_decay_schedule(d) for _ in range(d.random.randint(1, 4))]}


def join_schedules(d, depth=0):
    count = d.random.randint(1, 4)
    kinds = [kind for kind in FUNCTIONS if kind != "join_schedules" or depth < 2]
    boundaries = sorted(d.length() for _ in range(count - 1))
    if d.chance(0.3):
        match d.choice("unsorted", "more", "fewer", "negative", "duplicate", "fraction"):
            case "unsorted": d.random.shuffle(boundaries)
            case "more": boundaries += [d.length()]
            case "fewer": boundaries = boundaries[:-1]
            case "negative": boundaries = [-d.random.randint(1, 4), *boundaries][: count - 1]
            case "duplicate": boundaries = boundaries[:1] * (count - 1)
            case "fraction": boundaries = [boundary + 0.5 for boundary in boundaries]
    return {"schedules": [node(d, d.choice(*kinds), depth + 1) for _ in range(count)], "boundaries": boundaries}


def reduce_on_plateau(d):
    return d.some(
        0.5, factor=lambda: d.choice(0.1, 0.5, 0.9, d.uniform(0.05, 0.95)), patience=lambda: d.choice(1, 2, 3, 5, 0, 2.0, 2.5),
        rtol=lambda: d.choice(1e-4, 0.01, 0.1, 1.0, 1), atol=lambda: d.choice(0.0, 0, 0.01, 0.1),
        cooldown=lambda: d.choice(0, 1, 2, 4, -1, 1.5), accumulation_size=lambda: d.choice(1, 2, 3, 5),
        min_scale=lambda: d.choice(0.0, 0, 0.01, 0.3, 2.0))


FUNCTIONS = {
    function.__name__: function for function in (
        constant_schedule, linear_schedule, polynomial_schedule, exponential_decay, cosine_decay_schedule,
        piecewise_constant_schedule, piecewise_interpolate_schedule, linear_onecycle_schedule, cosine_onecycle_schedule,
        warmup_constant_schedule, warmup_cosine_decay_schedule, warmup_exponential_decay_schedule, sgdr_schedule,
        join_schedules)}
PLATEAU = "contrib.reduce_on_plateau"
KINDS = [*FUNCTIONS, PLATEAU]


def node(d, kind, depth=0):
    if kind == PLATEAU:
        return {"type": f"optax.{kind}", **reduce_on_plateau(d)}
    return {"type": f"optax.{kind}", **(join_schedules(d, depth) if kind == "join_schedules" else FUNCTIONS[kind](d))}


def single(random, kind):
    """A run of one schedule."""
    steps = random.choice([1, 1, 2, 3, 5])
    epochs = max(3, random.randint(12, 40) // steps)
    spec = {"epochs": epochs}
    if steps > 1:
        spec["steps_per_epoch"] = steps
    if random.random() < 0.4:
        spec["optimizer"] = {"type": random.choice(["SGD", "Adam"]), "lr": random.choice([0.1, 0.5, 1e-3])}
        if random.random() < 0.5:
            spec["optimizer"]["param_groups"] = [{"name": "a"}, {"lr": 0.25}]
    by_epoch = random.random() < 0.1
    spec["scheduler"] = node(Draw(random, epochs if by_epoch else epochs * steps), kind)
    if by_epoch and kind != PLATEAU:
        spec["scheduler"]["interval"] = "epoch"
    if kind == PLATEAU:
        level = random.uniform(0.5, 2)
        values = [round(level * random.choice([0.9, 1, 1]) ** epoch + random.choice([0, 0, 0.05]), 3) for epoch in range(epochs)]
        spec["metric"] = random.choice([0.5, {"values": values}, {"values": values}])
    return spec


BREAKS = {
    "linear_schedule": {"transition_steps": None, "init_value": "0.1", "transition_begin": None, "end_value": []},
    "polynomial_schedule": {"end_value": [], "transition_steps": "10"},
    "exponential_decay": {"decay_rate": None, "transition_steps": [3]},
    "cosine_decay_schedule": {"decay_steps": 0, "alpha": "0"},
    "piecewise_constant_schedule": {"boundaries_and_scales": {"3": -0.5}, "init_value": None},
    "piecewise_interpolate_schedule": {"interpolate_type": "poly", "boundaries_and_scales": {"3": 0.5, "5": -1}},
    "linear_onecycle_schedule": {"transition_steps": 0, "div_factor": 0, "final_div_factor": -1, "pct_final": None},
    "cosine_onecycle_schedule": {"transition_steps": -5, "div_factor": -25.0, "final_div_factor": 0.0},
    "warmup_cosine_decay_schedule": {"decay_steps": -9, "warmup_steps": 1000, "peak_value": None},
    "sgdr_schedule": {"cosine_kwargs": [], },
    "join_schedules": {"schedules": []},
    PLATEAU: {"factor": 1.0, "rtol": -0.1, "atol": -1},
}
"""Values that optax refuses, whatever the rest of the file says."""


def broken(random):
    """A good file with one wrong value, a missing one, or one too many."""
    kind = random.choice(list(BREAKS))
    spec = single(random, kind)
    node = spec["scheduler"]
    if node.get("transition_steps", 1) <= 0:
        node["transition_steps"] = 5  # else nothing looks at the other values
    draw = random.random()
    if draw < 0.7:
        name = random.choice(list(BREAKS[kind]))
        node[name] = BREAKS[kind][name]
    elif draw < 0.85:
        node["decay"] = 1
    elif kind != PLATEAU:
        del node[random.choice([name for name in node if name not in ("type", "interval")])]
    return spec


def any_spec(random):
    """One file of any sort, in the proportions that comparing wants."""
    return broken(random) if random.random() < 0.12 else single(random, random.choice(KINDS))
