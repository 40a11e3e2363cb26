"""Runs of trainers that are interrupted, saved, and resumed: what their families have in common.

A family's `train(leg)` trains with the real trainer from `leg.start` to `leg.stop`, gives `leg.take` the rates that each
update uses, loads `leg.checkpoint` if there is one, and leaves another at `leg.saved`.
"""

import copy
import logging
import tempfile
import warnings
from dataclasses import dataclass, field
from pathlib import Path

from oracle import Refused, Result, _columns, _finite
from resume_family import patched

LR = (1, 0.1, 0.5, 0.02, 3e-4, 0.123456789)


@dataclass
class Leg:
    """A part of a run, up to an interruption or the end."""

    spec: dict
    folder: Path
    start: int
    stop: int
    way: str = None
    checkpoint: Path = None
    saved: Path = None
    rows: list = field(default_factory=list)

    @property
    def steps(self):
        return self.spec.get("steps_per_epoch", 1)

    @property
    def count(self):
        return self.spec["epochs"] * self.steps if "epochs" in self.spec else self.spec["steps"]

    @property
    def nodes(self):
        nodes = self.spec["scheduler"]
        return nodes if isinstance(nodes, list) else [nodes]

    @property
    def lr(self):
        return self.spec["optimizer"]["lr"]

    @property
    def is_done(self):
        return self.start + len(self.rows) >= self.stop

    def take(self, rates, decays=()):
        """The rates of the next update, and each group's weight decay if it is driven, while the part lasts."""
        if not self.is_done:
            self.rows.append(([_finite(rate) for rate in rates], [_finite(decay) for decay in decays]))


def run(spec, train, metric=None):
    """The rows of a resumed run, or `Refused`."""
    logging.disable(logging.CRITICAL)
    with warnings.catch_warnings(), tempfile.TemporaryDirectory() as name:
        warnings.simplefilter("ignore")
        try:
            return _rows(copy.deepcopy(spec), train, Path(name))
        except Refused:
            raise
        except (Exception, SystemExit) as error:
            raise Refused(f"{type(error).__name__}: {error}".splitlines()[0]) from error


def _rows(spec, train, folder):
    resume = spec.pop("resume")
    programs, resumes = [spec], resume if isinstance(resume, list) else [resume]
    for one in resumes:
        programs.append(patched(programs[-1], one.get("with", {})))
    ends = [_updates(one["at"], before) for one, before in zip(resumes, programs)]
    ends.append(Leg(programs[-1], folder, 0, 0).count)
    rows, start = [], 0
    for index, (program, stop) in enumerate(zip(programs, ends)):
        own = folder / str(index)
        own.mkdir()
        leg = Leg(program, own, start, stop)
        if index > 0:
            leg.checkpoint, leg.way = folder / str(index - 1) / "saved", resumes[index - 1].get("restore")
        if stop != ends[-1] or index + 1 < len(programs):
            leg.saved = own / "saved"
        try:
            train(leg)
        except Exception:
            # Trainers step once more behind the last update, which is nothing to lrplot.
            if leg.saved or len(leg.rows) != stop - start:
                raise
        if len(leg.rows) != stop - start:
            raise AssertionError(f"{len(leg.rows)} rows instead of {stop - start}")
        rows += leg.rows
        start = stop
    (folder / "alone").mkdir()
    alone = Leg(programs[-1], folder / "alone", 0, ends[-1])
    try:
        train(alone)
    except Exception:
        pass  # What fails is not what is run.
    planned = [rates for rates, _ in alone.rows]
    planned += [[None] * len(rows[0][0])] * (len(rows) - len(planned))
    metric = programs[-1].get("metric")
    last = [] if metric is None else [metric]
    names = [str(group) for group in range(len(rows[0][0]))]
    columns = _columns("lr", names) + _columns("planned", names)
    columns += (_columns("weight_decay", names) if rows[0][1] else []) + ["metric"] * len(last)
    return Result(columns, [real + plan + decays + last for (real, decays), plan in zip(rows, planned)], alone.steps)


def _updates(at, program):
    if isinstance(at, str):
        number = int(at.removesuffix("step").removesuffix("ep"))
        return number * (program.get("steps_per_epoch", 1) if at.endswith("ep") else 1)
    return at


def with_interruption(random, spec, patch, restore=None, whole_epochs=False):
    """The file, interrupted somewhere: in the first steps, the last, between, and after its end."""
    steps = spec.get("steps_per_epoch", 1)
    unit = steps if whole_epochs else 1
    old = (spec["epochs"] * steps if "epochs" in spec else spec["steps"]) // unit
    new = {**spec, **patch}
    new = (new["epochs"] * steps if "epochs" in new else new["steps"]) // unit
    last = min(old, new - 1)
    place = random.choice([1, max(1, last - 1), last, random.randint(1, last), random.randint(1, last)])
    resume = {"at": f"{place}ep" if whole_epochs else f"{place}step"}
    if restore:
        resume["restore"] = restore
    if patch:
        resume["with"] = patch
    return {**spec, "resume": resume}
