"""Records what real torch does with some hundreds of schedule files, for the Swift tests to hold against.

    python3 -m venv venv
    venv/bin/pip install -r Tests/Reference/requirements.txt
    venv/bin/python Tests/Reference/record.py

writes Tests/CurvesTests/Fixtures/torch.jsonl, the same bytes each time: the seed is fixed, and torch is pinned. One
case a line:

    {"name": "CyclicLR 3", "spec": {…}, "columns": ["lr.0", "lr.1", "momentum.0", "momentum.1"], "rows": [[…], …]}
    {"name": "one cycle past its end", "spec": {…}, "refused": "ValueError: Tried to step 11 times. …"}

Numbers read back to torch's very bits. `step` and `epoch` are left out, since the row's index implies them.
A metric not measured is null.
"""

import json
from collections import Counter
from pathlib import Path
from random import Random

import torch_edges
import torch_specs
from oracle import Refused, run

FIXTURE = Path(__file__).parent.parent / "CurvesTests" / "Fixtures" / "torch.jsonl"
SEED = 20250611
SINGLES = 16
WIDE_KINDS = {"CyclicLR": 30, "OneCycleLR": 30, "ReduceLROnPlateau": 24, "LambdaLR": 30, "SWALR": 20}
COMPOSITIONS = 190
EXPRESSIONS = 40
BROKEN = 40


def recorded(name, spec):
    """The case as it goes into the fixture, or None where the contract departs from torch on purpose."""
    try:
        result = run(spec)
    except Refused as reason:
        if str(reason).startswith("NotImplementedError"):
            return None
        return {"name": name, "spec": spec, "refused": str(reason)}
    return {"name": name, "spec": spec, "columns": result.columns, "rows": result.rows}


def drawn(label, count, draw):
    """`count` cases from a generator, numbered."""
    cases = []
    while len(cases) < count:
        if case := recorded(f"{label} {len(cases)}", draw()):
            cases.append(case)
    return cases


def chosen(table, refused):
    """The cases picked by hand; each must fall on the side that it was filed under."""
    for name, spec in table.items():
        case = recorded(name, spec)
        if case is None or ("refused" in case) != refused:
            raise AssertionError(f"{name}: filed as {'refused' if refused else 'accepted'}")
        yield case


def cases():
    yield from chosen(torch_edges.ACCEPTED, refused=False)
    yield from chosen(torch_edges.REFUSED, refused=True)
    random = Random(SEED)
    for kind in torch_specs.KINDS:
        yield from drawn(kind, WIDE_KINDS.get(kind, SINGLES), lambda: torch_specs.single(random, kind))
    yield from drawn("expression", EXPRESSIONS, lambda: torch_specs.expression(random))
    yield from drawn("composition", COMPOSITIONS, lambda: torch_specs.composition(random))
    yield from drawn("broken", BROKEN, lambda: torch_specs.broken(random))


def main():
    everything = list(cases())
    lines = [json.dumps(case, ensure_ascii=False, separators=(",", ":"), allow_nan=False) for case in everything]
    FIXTURE.parent.mkdir(parents=True, exist_ok=True)
    FIXTURE.write_text("\n".join(lines) + "\n", encoding="utf-8")
    refused = sum("refused" in case for case in everything)
    print(f"{len(everything)} cases, {refused} refused, {FIXTURE.stat().st_size} bytes")
    kinds = Counter(_kind(case["spec"]["scheduler"]) for case in everything if "refused" not in case)
    print(", ".join(f"{kind} {count}" for kind, count in kinds.most_common()))


def _kind(scheduler):
    return "array" if isinstance(scheduler, list) else scheduler["type"]


if __name__ == "__main__":
    main()
