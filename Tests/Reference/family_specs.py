"""Drawing schedule files for libraries beside torch: a run around their nodes, and torch's combinators around them."""

import torch_specs
from oracle import Refused
from torch_optimizers import drawn_optimizer, momentum_is_known
from torch_specs import Context, metric

STEPPED_BY_TORCH = ("SequentialLR", "ChainedScheduler")


def run(random, draw, usual_interval, watches, optimizer=drawn_optimizer):
    """A whole file around the node, or array of nodes, that `draw(context)` gives.

    The context's horizon is the number of steps if `usual_interval(None)` is "step", else that of epochs.
    """
    steps = random.choice([1, 1, 2, 3, 5])
    epochs = max(3, random.randint(18, 50) // steps)
    chosen = optimizer(random)
    groups = chosen.get("param_groups", [{}]) if chosen else [{}]
    by_step = usual_interval(None) == "step"
    c = Context(
        random, groups=len(groups), horizon=epochs * steps if by_step else epochs, momentum=momentum_is_known(chosen),
        resumable=all("initial_lr" in group for group in groups))
    spec = {"epochs": epochs}
    if steps > 1:
        spec["steps_per_epoch"] = steps
    if chosen:
        spec["optimizer"] = chosen
    nodes = draw(c)
    several = nodes if isinstance(nodes, list) else [nodes]
    for node in several:
        if not watches(node) and c.chance(0.12 if "." in node["type"] else 0.6):
            node["interval"] = c.choice("epoch", "step")
    spec["scheduler"] = nodes
    if any(watches(node) for node in several) or c.chance(0.05):
        spec["metric"] = metric(c, epochs)
    return spec


def composed(c, leaf):
    """A tree of torch's combinators in which some leaves are the library's, or an array of such."""
    if c.chance(0.25):
        return [leaf(c) if c.chance(0.6) else torch_specs.leaf(c) for _ in range(c.random.randint(2, 3))]
    tree = torch_specs.combinator(c)
    _graft(c, tree, leaf)
    return tree


def _graft(c, tree, leaf):
    children = tree["schedulers"]
    for index, child in enumerate(children):
        if child["type"] in STEPPED_BY_TORCH:
            _graft(c, child, leaf)
        elif c.chance(0.6):
            children[index] = leaf(c)


def nodes(tree):
    """Every node of a tree or an array."""
    for node in tree if isinstance(tree, list) else [tree]:
        yield node
        yield from nodes(node.get("schedulers", []))
        yield from nodes([child for child in [node.get("after_scheduler")] if child])


def strictly(run, numbers):
    """`run`, but a text or null where the library only ever does arithmetic is refused even if it never comes to that.

    `numbers(node)` gives the values that must be numbers. Python finds a wrong type when it uses the value, which a short
    run may never do; lrplot reads every value first.
    """
    def run_strictly(spec):
        result = run(spec)
        for node in nodes(spec["scheduler"]):
            for name, value in numbers(node).items():
                if not isinstance(value, (int, float)):
                    raise Refused(f"{name} is {value!r}, and never looked at")
        return result
    return run_strictly
