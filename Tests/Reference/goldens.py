"""Writes the golden CSV beside each schedule of the gallery, from real torch.

    python Tests/Reference/goldens.py

`lrplot check` holds the gallery against these files, so they must not come from lrplot itself. Schedules that use
kinds of other libraries are left to those libraries' recorders.
"""

import json
from pathlib import Path

import torch_specs
from oracle import COMBINATORS, run

GALLERY = Path(__file__).parent.parent.parent / "schedules"
KINDS = {*torch_specs.KINDS, *COMBINATORS}


def is_torch(scheduler):
    """Whether every node of the tree is of a kind that torch has."""
    nodes = scheduler if isinstance(scheduler, list) else [scheduler]
    return all(node["type"] in KINDS and is_torch(node.get("schedulers", [])) for node in nodes)


def main():
    for path in sorted(GALLERY.rglob("*.json")):
        spec = json.loads(path.read_text(encoding="utf-8"))
        if "scheduler" in spec and is_torch(spec["scheduler"]):
            path.with_suffix(".csv").write_text(run(spec).csv(), encoding="utf-8", newline="\n")
            print(path.with_suffix(".csv").relative_to(GALLERY.parent))


if __name__ == "__main__":
    main()
