#!/usr/bin/env python3
"""By how much a change moves the instructions that three commands take: counts repeat where times do not.

    Tests/Benchmark/instructions.py               build, count, compare with instructions.txt
    Tests/Benchmark/instructions.py --update      and write the new counts there
    Tests/Benchmark/instructions.py --lrplot FILE an executable that is built already

Needs valgrind. Counts depend on the compiler and the C library too, so a difference is told and never an error.
"""
import argparse
import pathlib
import re
import shutil
import subprocess
import sys

HERE = pathlib.Path(__file__).resolve().parent
ROOT = HERE.parent.parent
RECORD = HERE / "instructions.txt"


def count(lrplot, arguments):
    """The instructions of one run, in an empty environment and with the same hashes each time."""
    result = subprocess.run(
        ["valgrind", "--tool=callgrind", "--callgrind-out-file=/dev/null", lrplot, *arguments],
        stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True, check=True,
        env={"PATH": "/usr/bin:/bin", "SWIFT_DETERMINISTIC_HASHING": "1"}, cwd=ROOT)
    return int(re.search(r"Collected : (\d+)", result.stderr)[1])


def main():
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--update", action="store_true")
    options.add_argument("--lrplot")
    chosen = options.parse_args()
    if not shutil.which("valgrind"):
        sys.exit("valgrind is not installed")
    lrplot = chosen.lrplot
    if not lrplot:
        build = ["swift", "build", "-c", "release", "--product", "lrplot", "--package-path", ROOT]
        subprocess.run(build, check=True, stdout=sys.stderr)
        folder = subprocess.run([*build, "--show-bin-path"], check=True, capture_output=True, text=True).stdout.strip()
        lrplot = f"{folder}/lrplot"
    header, counts = [], {}
    for line in RECORD.read_text().splitlines():
        if line.startswith("#"):
            header.append(line)
        else:
            number, command = line.split(maxsplit=1)
            counts[command] = int(number)
    for command, before in counts.items():
        now = count(lrplot, command.split())
        counts[command] = now
        print(f"{before:>13,} → {now:>13,}  {(now - before) / before:+8.2%}  lrplot {command}")
    if chosen.update:
        lines = [f"{number:>12} {command}" for command, number in counts.items()]
        RECORD.write_text("\n".join([*header, *lines, ""]))


if __name__ == "__main__":
    main()
