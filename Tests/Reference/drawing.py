"""Draws whole schedule files around the nodes that a family draws."""

from dataclasses import dataclass

from torch_optimizers import drawn_optimizer, momentum_is_known
from torch_specs import Context, metric


@dataclass
class Run(Context):
    """What a node needs to know about the run that it is drawn for."""

    epochs: int = 1
    steps: int = 1

    def epochs_length(self, shortest=1):
        """A number of epochs, mostly well inside the run."""
        return self.random.randint(shortest, max(shortest + 1, self.epochs if self.chance(0.5) else self.epochs // 3))

    def integer(self, low, high):
        return self.random.randint(low, high)


def around(random, nodes, measured=False, steps=(1, 1, 1, 2, 3, 5, 7), optimizer=drawn_optimizer):
    """A file around the node or nodes that `nodes(run)` draws; `horizon` is the run's length in steps."""
    steps = random.choice(steps)
    epochs = max(3, random.randint(18, 55) // steps)
    chosen = optimizer(random)
    groups = chosen.get("param_groups", [{}]) if chosen else [{}]
    c = Run(
        random, groups=len(groups), horizon=epochs * steps, momentum=momentum_is_known(chosen),
        resumable=all("initial_lr" in group for group in groups), epochs=epochs, steps=steps)
    spec = {"epochs": epochs}
    if steps > 1 or c.chance(0.1):
        spec["steps_per_epoch"] = steps
    if chosen:
        spec["optimizer"] = chosen
    spec["scheduler"] = nodes(c)
    if measured or c.chance(0.03):
        spec["metric"] = metric(c, epochs)
    return spec
