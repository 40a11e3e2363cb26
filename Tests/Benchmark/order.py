#!/usr/bin/env python3
"""Records which parts of the program its commands touch, for the linker to lay side by side.

    Tests/Benchmark/order.py                 build, watch the commands, write Sources/lrplot/startup.order

Most of a short run's time is the kernel's, which brings the executable in by pages; the fewer pages hold what a run
needs, the sooner it is done. Needs valgrind, and Linux. A list that is out of date costs time and nothing else: names
that are gone are skipped, and what is not named stands behind.
"""
import bisect
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile

ROOT = pathlib.Path(__file__).resolve().parent.parent.parent
LIST = ROOT / "Sources/lrplot/startup.order"
# The commonest first: what only the later ones touch stands behind.
COMMANDS = [
    "cosine --tmax 50",
    "render schedules/step.json",
    "cosine --tmax 50 --format csv",
]
HEADER = """\
# What a run touches, in the order in which it does; one symbol for each section of an object file.
# Written by Tests/Benchmark/order.py; read by the linker.
"""


def sections(link_map):
    """Where the input sections begin and end, and a symbol in each; those without a symbol cannot be named."""
    found = []
    placed = re.compile(r" *([0-9a-f]+) +[0-9a-f]+ +([0-9a-f]+) +\d+ (.*)")
    for line in link_map.read_text().splitlines():
        match = placed.fullmatch(line)
        if not match:
            continue
        address, size, what = int(match[1], 16), int(match[2], 16), match[3]
        indent = len(what) - len(what.lstrip())
        if indent == 8 and size > 0:
            found.append([address, address + size, None])
        elif indent == 16 and found and found[-1][2] is None and found[-1][0] <= address < found[-1][1]:
            found[-1][2] = what.strip()
    return sorted(section for section in found if section[2])


def touched(program, command, folder):
    """The addresses that a run reads, writes and executes, each once, the earliest first."""
    trace = folder / "trace"
    subprocess.run(
        ["valgrind", "--tool=lackey", "--trace-mem=yes", f"--log-file={trace}", program, *command.split()],
        stdout=subprocess.DEVNULL, check=True, cwd=ROOT)
    access = re.compile(r"(?:I | S| L| M) +([0-9a-f]+),\d+")
    with open(trace) as lines:
        return dict.fromkeys(int(match[1], 16) for match in map(access.match, lines) if match)


def main():
    if not shutil.which("valgrind"):
        sys.exit("valgrind is not installed")
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        link_map = folder / "map"
        build = ["swift", "build", "-c", "release", "--product", "lrplot", "--package-path", ROOT]
        binaries = subprocess.run([*build, "--show-bin-path"], check=True, capture_output=True, text=True).stdout.strip()
        program = pathlib.Path(binaries, "lrplot")
        # What is up to date would not be linked, and no map written.
        program.unlink(missing_ok=True)
        subprocess.run(
            [*build, "-Xlinker", f"-Map={link_map}", "-Xlinker", "--no-demangle"], check=True, stdout=sys.stderr)
        known = sections(link_map)
        starts = [section[0] for section in known]
        symbols = {}
        for command in COMMANDS:
            for address in touched(program, command, folder):
                index = bisect.bisect_right(starts, address) - 1
                if index >= 0 and address < known[index][1]:
                    symbols.setdefault(known[index][2])
    LIST.write_text(HEADER + "".join(f"{symbol}\n" for symbol in symbols))
    print(f"{len(symbols)} of {len(known)} sections")


if __name__ == "__main__":
    main()
