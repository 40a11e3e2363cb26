"""Draws fresh schedule files and holds a built `lrplot` against a real library, bit for bit or within its tolerance.

    python compare.py .build/release/lrplot [--family torch] [--count 300] [--seed S] [--keep DIR]

The fixtures test what was drawn once; this looks for what was not. The binary renders the whole folder in one run. A
refused file must give no CSV and be named on stderr; any other must have the library's header and values; a family's module may name a `TOLERANCE`, relative, and
else they are the same bits. Exit status
1 on a difference. The seed is printed, so that a finding can be had again.
"""

import argparse
import contextlib
import json
import struct
import subprocess
import sys
import tempfile
from pathlib import Path
from random import Random, SystemRandom

from oracle import Refused
from record import families, family

SHOWN = 10


def drawn(library, count, seed):
    """Pairs of a file and what the library makes of it, a `Result` or a `Refused`."""
    random = Random(seed)
    pairs = []
    while len(pairs) < count:
        spec = library.any_spec(random)
        try:
            pairs.append((spec, library.run(spec)))
        except Refused as reason:
            # Here the contract does what was meant, so the library is no reference.
            if not library.departs(reason):
                pairs.append((spec, reason))
    return pairs


def difference(expected, output, complaints, tolerance=0):
    """What is wrong with the output for one file, or None."""
    if isinstance(expected, Refused):
        if output.exists():
            return f"the library refuses it ({expected}), lrplot drew {len(output.read_text().splitlines()) - 1} rows"
        return None if f"{output.stem}.json" in complaints else "refused, but not named on stderr"
    if not output.exists():
        said = [line for line in complaints.splitlines() if f"{output.stem}.json" in line]
        return f"lrplot refuses it: {said[0] if said else 'without a word'}"
    return _first_difference(expected.csv().splitlines(), output.read_text(encoding="utf-8").splitlines(), tolerance)


def _first_difference(expected, actual, tolerance):
    if not actual or expected[0] != actual[0]:
        return f"header {actual[:1]}, the library has {expected[0]}"
    if len(expected) != len(actual):
        return f"{len(actual) - 1} rows, the library has {len(expected) - 1}"
    for theirs, ours in zip(expected, actual):
        if theirs != ours and not _agree(theirs, ours, tolerance):
            return f"first differing row\n    library {theirs}\n    lrplot  {ours}"
    return None


def _agree(theirs, ours, tolerance):
    """Whether two rows have the same bits, or values that are close enough; blank cells and other texts as they are."""
    theirs, ours = theirs.split(","), ours.split(",")
    return len(theirs) == len(ours) and all(_same(a, b, tolerance) for a, b in zip(theirs, ours))


def _same(a, b, tolerance):
    try:
        left, right = float(a), float(b)
    except ValueError:
        return a == b
    if struct.pack("<d", left) == struct.pack("<d", right):
        return True
    return abs(left - right) <= tolerance * max(abs(left), abs(right))


def compare(binary, folder, pairs, tolerance=0):
    """Runs the binary once over all files; gives the failures as (stem, spec, text)."""
    specs, output = folder / "specs", folder / "out"
    specs.mkdir(parents=True, exist_ok=True)
    width = len(str(len(pairs) - 1))
    stems = [f"case-{index:0{width}}" for index in range(len(pairs))]
    for stem, (spec, _) in zip(stems, pairs):
        (specs / f"{stem}.json").write_text(json.dumps(spec), encoding="utf-8")
    command = [binary, "render", str(specs), "--format", "csv", "--output", f"{output}/"]
    done = subprocess.run(command, capture_output=True, text=True)
    failures = []
    for stem, (spec, expected) in zip(stems, pairs):
        if text := difference(expected, output / f"{stem}.csv", done.stderr, tolerance):
            failures.append((stem, spec, text))
    status = 2 if any(isinstance(expected, Refused) for _, expected in pairs) else 0
    if done.returncode != status:
        failures.append(("exit status", {}, f"{done.returncode}, not {status}"))
    return failures


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("binary")
    parser.add_argument("--family", choices=families(), default="torch")
    parser.add_argument("--count", type=int, default=300)
    parser.add_argument("--seed", type=int, default=SystemRandom().randrange(10**6))
    parser.add_argument("--keep", type=Path, help="a new folder for the files and their CSVs")
    arguments = parser.parse_args()

    library = family(arguments.family)
    tolerance = getattr(library, "TOLERANCE", 0)
    pairs = drawn(library, arguments.count, arguments.seed)
    place = contextlib.nullcontext(arguments.keep) if arguments.keep else tempfile.TemporaryDirectory()
    with place as folder:
        failures = compare(arguments.binary, Path(folder), pairs, tolerance)
    for stem, spec, text in failures[:SHOWN]:
        print(f"{stem}: {text}\n    {json.dumps(spec)}")
    refused = sum(isinstance(expected, Refused) for _, expected in pairs)
    print(f"seed {arguments.seed}: {len(pairs)} files, {refused} of them refused by {arguments.family}; {len(failures)} differ")
    sys.exit(1 if failures else 0)


if __name__ == "__main__":
    main()
