"""Holds the golden CSV beside each schedule of the gallery against the libraries, and writes what they give to the bit.

    python Tests/Reference/goldens.py

`lrplot check` holds the gallery against these files, so where a library gives the very bits they come from it and not from
lrplot. A family that is held to a tolerance has its goldens from `lrplot check --update`; here they are compared.
"""

import json
from pathlib import Path

import shapes_family
import torch_specs
from compare import difference
from oracle import COMBINATORS
from record import families, family

GALLERY = Path(__file__).parent.parent.parent / "schedules"
TORCH = {*torch_specs.KINDS, *COMBINATORS}


def names(node):
    """The kinds of a node and of all below it."""
    if isinstance(node, list):
        return [name for one in node for name in names(one)]
    if not isinstance(node, dict):
        return []
    own = [node["type"]] if "type" in node else []
    return own + [name for key, value in node.items() if key != "type" for name in names(value)]


def family_of(spec):
    """The family that all kinds of a schedule are of, or None."""
    kinds = names(spec["scheduler"])
    if all(kind in TORCH for kind in kinds):
        return "torch"
    if all(kind in shapes_family.DRAWN for kind in kinds):
        return "shapes"
    prefixes = {kind.partition(".")[0] for kind in kinds if "." in kind}
    name = prefixes.pop() if len(prefixes) == 1 and all("." in kind for kind in kinds) else None
    return name if name in families() else None


def main():
    for path in sorted(set(GALLERY.rglob("*.json")) - set(GALLERY.rglob("*.schema.json"))):
        spec = json.loads(path.read_text(encoding="utf-8"))
        name = family_of(spec) if "scheduler" in spec else None
        golden = path.with_suffix(".csv")
        if name is None:
            print(f"{golden.relative_to(GALLERY)}: no library here")
            continue
        try:
            library = family(name)
        except ImportError as missing:
            print(f"{golden.relative_to(GALLERY)}: left as it is, {missing}")
            continue
        result = library.run(spec)
        tolerance = getattr(library, "TOLERANCE", 0)
        if tolerance:
            print(f"{golden.relative_to(GALLERY)}: {difference(result, golden, '', tolerance) or f'as {name} gives it'}")
        else:
            golden.write_text(result.csv(), encoding="utf-8", newline="\n")
            print(f"{golden.relative_to(GALLERY)}: written by {name}")


if __name__ == "__main__":
    main()
