"""Records what the real libraries do with schedule files, for the Swift tests to hold against.

    python3 -m venv venv
    venv/bin/pip install -r Tests/Reference/requirements.txt
    venv/bin/pip install --no-deps -r Tests/Reference/requirements-alone.txt
    venv/bin/python Tests/Reference/record.py [FAMILY …]

writes Tests/CurvesTests/Fixtures/FAMILY.jsonl, the same bytes each time: seeds are fixed, and the libraries are pinned.
A family is a module `FAMILY_family.py` with `cases()`, `any_spec(random)`, `run(spec)` and `departs(reason)`. One case a
line:

    {"name": "CyclicLR 3", "spec": {…}, "columns": ["lr.0", "lr.1", "momentum.0", "momentum.1"], "rows": [[…], …]}
    {"name": "one cycle past its end", "spec": {…}, "refused": "ValueError: Tried to step 11 times. …"}

Numbers read back to the library's very bits. `step` and `epoch` are left out, since the row's index implies them.
A metric not measured is null.
"""

import importlib
import json
import sys
from collections import Counter
from pathlib import Path

HERE = Path(__file__).parent
FIXTURES = HERE.parent / "CurvesTests" / "Fixtures"


def families():
    """The names of all families that can be recorded."""
    return sorted(path.stem.removesuffix("_family") for path in HERE.glob("*_family.py"))


def family(name):
    """The module of a family."""
    return importlib.import_module(f"{name}_family")


def record(name):
    everything = list(family(name).cases())
    lines = [json.dumps(case, ensure_ascii=False, separators=(",", ":"), allow_nan=False) for case in everything]
    fixture = FIXTURES / f"{name}.jsonl"
    fixture.parent.mkdir(parents=True, exist_ok=True)
    fixture.write_text("\n".join(lines) + "\n", encoding="utf-8")
    refused = sum("refused" in case for case in everything)
    print(f"{name}: {len(everything)} cases, {refused} refused, {fixture.stat().st_size} bytes")
    kinds = Counter(_kind(case["spec"].get("scheduler", {"type": "constant"})) for case in everything if "refused" not in case)
    print("  " + ", ".join(f"{kind} {count}" for kind, count in kinds.most_common()))


def _kind(scheduler):
    return "array" if isinstance(scheduler, list) else scheduler["type"]


if __name__ == "__main__":
    for chosen_family in sys.argv[1:] or families():
        record(chosen_family)
