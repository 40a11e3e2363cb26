#!/usr/bin/env python3
"""Sees that no kind allocates at every step: counts what the run of its example allocates, and one of twice its length.

    Tests/Benchmark/allocations.py           every kind
    Tests/Benchmark/allocations.py timm      those whose name begins so

A kind that refuses a long run is given its own length and half of it. Exit status 1 when the longer run takes more than
a hundredth of an allocation for each of its steps more, and four. Needs Swift on Linux, Python and a C
compiler.
"""
import json
import pathlib
import subprocess
import sys

HERE = pathlib.Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parent / "Support"))
from floors import ROOT, build_lrplot, compile_floors, compile_program, examples  # noqa: E402

BUILD = ROOT / ".build" / "allocations"


def measure(program, schedules, lengths):
    """Steps and allocations that the longer runs have more; None for those that do not run so long."""
    texts = [json.dumps({"scheduler": file["scheduler"]})[1:-1] for file in schedules]
    lines = "".join(f"{length // 2} {length} {text}\n" for text, length in zip(texts, lengths))
    output = subprocess.run([program], input=lines, capture_output=True, text=True, check=True).stdout
    return [None if line == "-" else tuple(map(int, line.split())) for line in output.splitlines()]


def own_length(lrplot, file):
    """The epochs that an example has by itself."""
    told = subprocess.run(
        [lrplot, "explain", "-", "--format", "json"], input=json.dumps({"metric": 0.5, **file}), capture_output=True, text=True)
    return json.loads(told.stdout)["epochs"] if told.returncode == 0 else 0


def main():
    prefix = sys.argv[1] if len(sys.argv) > 1 else ""
    objects = compile_floors(BUILD, [], top="Curves")
    counter = BUILD / "malloc.o"
    subprocess.run(["cc", "-O2", "-fno-builtin", "-c", HERE / "Allocations" / "malloc.c", "-o", counter], check=True)
    program = BUILD / "allocations"
    compile_program(program, [HERE / "Allocations" / "Main.swift"], [*objects, counter], [])
    lrplot = build_lrplot()
    kinds = [(name, file) for name, file in examples(lrplot) if name.startswith(prefix)]
    found = measure(program, [file for _, file in kinds], [20_000] * len(kinds))
    short = [index for index, result in enumerate(found) if result is None]
    files = [kinds[index][1] for index in short]
    for index, result in zip(short, measure(program, files, [own_length(lrplot, file) for file in files])):
        found[index] = result
    greedy = 0
    for (name, _), result in zip(kinds, found):
        if result is None:
            print(f"{name}: its example does not run")
            greedy += 1
        elif result[1] > 4 + result[0] / 100:
            print(f"{name}: {result[1]} allocations for {result[0]} steps")
            greedy += 1
    counted = [result for result in found if result]
    print(
        f"{len(kinds)} kinds, {sum(steps for steps, _ in counted)} steps more: {sum(count for _, count in counted)} "
        f"allocations more; {greedy} kinds allocate at every step")
    sys.exit(1 if greedy else 0)


if __name__ == "__main__":
    main()
