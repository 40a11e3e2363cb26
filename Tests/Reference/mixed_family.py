"""Trees that mix families: torch's combinators and PyPI's warm-up around torch's schedulers, transformers' and each other.

Each family alone is drawn by its own module; here they stand side by side, to any depth that a file may have.
"""

from random import Random

import family_specs
import gradual_family
import oracle
import torch_specs
import transformers_family
import transformers_specs
import warmup_scheduler
from oracle import WATCHER
from recording import drawn

__all__ = ["any_spec", "cases", "departs", "run"]

SEED = 20250619
WARM_UP = gradual_family.KIND
PLATEAUS = (WATCHER, "transformers.reduce_lr_on_plateau")


def _run(spec):
    return oracle.run(spec, _build, _watches)


def _numbers(node):
    return transformers_specs.numbers(node) if node["type"].startswith("transformers.") else {}


def run(spec):
    """The rows of a file; transformers' totals are the run's where it leaves them out."""
    return family_specs.strictly(_run, _numbers)(transformers_family._with_lengths(spec))


def _build(node, optimizer):
    if node["type"] != WARM_UP:
        return oracle.scheduler(node, optimizer, _build)
    arguments = {key: value for key, value in node.items() if key not in ("type", "interval")}
    if arguments.get("after_scheduler") is not None:
        arguments["after_scheduler"] = _build(arguments["after_scheduler"], optimizer)
    return warmup_scheduler.GradualWarmupScheduler(optimizer, **arguments)


def _watches(node):
    return oracle.is_watcher(node) or (node.get("after_scheduler") or {}).get("type") in PLATEAUS


def departs(reason):
    """A combinator has no rate to ask for, and lrplot does what was meant."""
    return str(reason).startswith("NotImplementedError")


def _leaf(c):
    return transformers_specs.leaf(c) if c.chance(0.5) else torch_specs.leaf(c)


def _tree(c, depth=0):
    """A scheduler, or a tree of some."""
    kind = c.choice("leaf", "warm-up", "sequence", "chain") if depth < 3 else "leaf"
    if kind == "leaf":
        return _leaf(c)
    if kind == "warm-up":
        return gradual_family.gradual(c, {"after_scheduler": _tree(c, depth + 1)})
    children = [_tree(c, depth + 1) for _ in range(c.random.randint(1, 3))]
    if kind == "chain":
        return {"type": "ChainedScheduler", "schedulers": children}
    return {"type": "SequentialLR", "schedulers": children, "milestones": torch_specs.milestones(c, len(children) - 1)}


def _top(c):
    trees = [_tree(c) for _ in range(c.choice(1, 1, 1, 2))]
    if c.chance(0.15):
        inner = c.choice(*PLATEAUS)
        node = torch_specs.leaf(c, WATCHER) | {"type": inner}
        if inner != WATCHER:
            node.pop("last_epoch", None)
        trees.append(gradual_family.gradual(c, {"after_scheduler": node}) if c.chance(0.7) else node)
    return trees if len(trees) > 1 else trees[0]


def any_spec(random):
    return family_specs.run(random, _top, lambda node: "epoch", _watches)


def cases():
    random = Random(SEED)
    yield from drawn("mixed", 120, lambda: any_spec(random), run, departs)
