#!/usr/bin/env python3
"""How fast lrplot is, beside what else could be used: every figure a ratio of times measured side by side.

    Tests/Benchmark/run.py                        build everything, measure, print the table
    Tests/Benchmark/run.py --update-readme        and put it into README.md
    Tests/Benchmark/run.py start svg              some of the rows only
    Tests/Benchmark/run.py --python ~/venv/bin/python   where matplotlib, pandas, vl-convert-python and torch are

Needs Swift, a C compiler and Python; gnuplot and the Python libraries are used where they are there.
"""
import argparse
import datetime
import json
import os
import pathlib
import platform
import shutil
import subprocess
import sys
import tempfile

from timing import Side, shown, side_by_side

HERE = pathlib.Path(__file__).resolve().parent
ROOT = HERE.parent.parent
ROWS = 1_000_000
STEPS = 20_000_000


class Bench:
    """What is measured with, and what has come out."""

    def __init__(self, lrplot, folder, pythons):
        self.lrplot = lrplot
        self.folder = folder
        self.pythons = pythons
        self.results = []

    def compile(self, name, *flags):
        """A C program of this folder."""
        program = self.folder / name
        subprocess.run(["cc", "-O2", *flags, HERE / f"{name}.c", "-o", program, "-lm"], check=True)
        return program

    def peer(self, script, *modules):
        """The command that runs a script with the first Python that has what it needs; None when none has."""
        for python in self.pythons:
            found = subprocess.run([python, "-c", "import " + ", ".join(modules)], capture_output=True)
            if found.returncode == 0:
                return [python, HERE / "peers" / script]
        return None

    def add(self, what, ours, other, theirs, budget=""):
        """A line of the table; `theirs` is None for a program that is not there."""
        if theirs is None:
            self.results.append((what, shown(ours), other, "not installed", "", budget))
        else:
            ratio = ours / theirs
            self.results.append(
                (what, shown(ours), other, shown(theirs), f"{ratio:.2f}" if ratio >= 0.1 else f"{ratio:.2g}", budget))


def start(bench):
    """The start of a process, and a small picture."""
    ours = Side([bench.lrplot, "cosine", "--tmax", "50"])
    hello = Side([bench.compile("hello", "-static")])
    side_by_side([ours, hello], 300)
    what = "`lrplot cosine --tmax 50`"
    bench.add(what, ours.seconds, "a static C “hello”", hello.seconds, "2.5")
    gnuplot = shutil.which("gnuplot")
    if gnuplot:
        ours, peer = Side(ours.command), Side([gnuplot, HERE / "peers" / "curve.gp"])
        side_by_side([ours, peer], 30)
    bench.add(what, ours.seconds, "gnuplot, the same curve", peer.seconds if gnuplot else None, "0.125")
    torch = bench.peer("picture_torch.py", "torch", "matplotlib")
    if torch:
        ours, peer = Side(ours.command), Side([*torch, "50"])
        side_by_side([ours, peer], 5)
    bench.add(what, ours.seconds, "torch and matplotlib, as people do today", peer.seconds if torch else None)

    picture = subprocess.run(ours.command, capture_output=True, check=True).stdout
    told = subprocess.run(
        [bench.compile("resident"), *ours.command], stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, check=True).stderr
    bench.results.append((what, f"{int(told) / 1024:.1f} MiB", "memory", "", "", "12 MiB"))
    bench.results.append((what, f"{len(picture) / 1024:.1f} KiB", "size of the picture", "", "", "8 KiB"))


def stepping(bench):
    """Steps alone: through the library, as a training loop takes them."""
    package = HERE / "Stepping"
    subprocess.run(
        ["swift", "build", "-c", "release", "--package-path", package, "--scratch-path", bench.folder / "stepping-build"],
        check=True, stdout=sys.stderr)
    ours = Side([bench.folder / "stepping-build/release/stepping", STEPS], bench.folder / "ours.txt")
    theirs = Side([bench.compile("stepping"), STEPS], bench.folder / "theirs.txt")
    side_by_side([ours, theirs], 5)
    rates = [float((bench.folder / name).read_text()) for name in ("ours.txt", "theirs.txt")]
    if rates[0] != rates[1]:
        raise RuntimeError(f"the last rates differ: {rates}")
    bench.add(
        "one step of `CosineAnnealingLR`, by the library", ours.seconds / STEPS, "the same in a C loop",
        theirs.seconds / STEPS, "1.2")


def csv(bench):
    """A million rows of numbers."""
    rows = Side([bench.compile("rows"), ROWS])
    ours = Side([bench.lrplot, "cosine", "--tmax", ROWS, "--format", "csv"])
    side_by_side([ours, rows], 9)
    what = "1,000,000 rows of CSV"
    bench.add(what, ours.seconds, "C: step, and print with `%.17g`", rows.seconds, "0.7")
    pandas = bench.peer("rows_pandas.py", "pandas")
    if pandas:
        ours, peer = Side(ours.command), Side([*pandas, ROWS])
        side_by_side([ours, peer], 3)
    bench.add(what, ours.seconds, "numpy and pandas", peer.seconds if pandas else None)


def svg(bench):
    """A million steps in a picture."""
    rows = Side([bench.compile("rows"), ROWS])
    ours = Side([bench.lrplot, "cosine", "--tmax", ROWS])
    side_by_side([ours, rows], 9)
    what = "1,000,000 steps as SVG"
    bench.add(what, ours.seconds, "C: step, and print with `%.17g`", rows.seconds, "0.5")
    for script, module, name, budget in (
        ("picture_matplotlib.py", "matplotlib", "matplotlib", "0.1"),
        ("picture_vl_convert.py", "vl_convert", "Vega-Lite by vl-convert", ""),
    ):
        command = bench.peer(script, module)
        if command:
            ours, peer = Side(ours.command), Side([*command, ROWS])
            side_by_side([ours, peer], 3)
        bench.add(what, ours.seconds, name, peer.seconds if command else None, budget)
    picture = subprocess.run([str(word) for word in ours.command], capture_output=True, check=True).stdout
    bench.results.append((what, f"{len(picture) / 1024:.1f} KiB", "size of the picture", "", "", "40 KiB"))


def specs(count):
    """Schedule files of ten kinds, all different."""
    for number in range(count):
        epochs = 60 + number % 61
        schedulers = [
            {"type": "StepLR", "step_size": 5 + number % 25},
            {"type": "MultiStepLR", "milestones": [epochs // 3, epochs // 2], "gamma": 0.2},
            {"type": "ExponentialLR", "gamma": 0.9 + number % 90 / 1000},
            {"type": "CosineAnnealingLR", "T_max": epochs, "eta_min": number % 7 * 1e-4},
            {"type": "CosineAnnealingWarmRestarts", "T_0": 7 + number % 13, "T_mult": 1 + number % 2},
            {"type": "PolynomialLR", "total_iters": epochs, "power": 1 + number % 5 / 2},
            {"type": "OneCycleLR", "max_lr": 0.01 * (1 + number % 50), "total_steps": epochs},
            {"type": "CyclicLR", "base_lr": 0.001, "max_lr": 0.1, "step_size_up": 4 + number % 11},
            {"type": "LambdaLR", "lr_lambda": f"0.9 ** (epoch // {2 + number % 5})"},
            {"type": "SequentialLR", "milestones": [5], "schedulers": [
                {"type": "LinearLR", "start_factor": 0.1, "total_iters": 5},
                {"type": "CosineAnnealingLR", "T_max": epochs - 5}]},
        ]
        yield {"title": f"run {number}", "epochs": epochs, "scheduler": schedulers[number % 10]}


def batch(bench):
    """Many schedule files at once, in memory: what a disk would take is not our doing."""
    memory = pathlib.Path("/dev/shm")
    for count in (1_000, 10_000):
        folder = pathlib.Path(tempfile.mkdtemp(dir=memory if memory.is_dir() else None))
        try:
            (folder / "specs").mkdir()
            for number, spec in enumerate(specs(count)):
                (folder / f"specs/{number:05}.json").write_text(json.dumps(spec))
            def remove(name):
                return lambda: shutil.rmtree(folder / name, ignore_errors=True)
            render = [bench.lrplot, "render", folder / "specs", "--output", folder / "out", "--format", "svg,csv"]
            ours = Side(render, before=remove("out"))
            copy = Side(["cp", "-r", folder / "out", folder / "copy"], before=remove("copy"))
            side_by_side([ours, copy], 5 if count <= 1_000 else 3)
            written = sum(1 for _ in (folder / "out").iterdir())
            if written != 2 * count:
                raise RuntimeError(f"{written} files instead of {2 * count}")
            bench.add(
                f"{count:,} files to SVG and CSV, on a RAM disk, {ours.processors:.1f} processors busy", ours.seconds,
                "`cp -r` of the results", copy.seconds, "2.5" if count == 1_000 else "")
        finally:
            shutil.rmtree(folder)


def machine():
    """The processor and the tools, without names of places."""
    model = platform.processor() or platform.machine()
    information = pathlib.Path("/proc/cpuinfo")
    if information.exists():
        names = [line.split(":", 1)[1].strip() for line in information.read_text().splitlines() if "model name" in line]
        model = names[0] if names else model
    swift = subprocess.run(["swift", "--version"], capture_output=True, text=True).stdout.split("version ")[1].split()[0]
    return f"{datetime.date.today()}, {model}, {os.cpu_count()} cores, {platform.system()}, Swift {swift}"


def table(bench):
    lines = ["| what | lrplot | beside | takes | ratio | budget |", "|---|---|---|---|---|---|"]
    lines += ["| " + " | ".join(row) + " |" for row in bench.results]
    return "\n".join([f"Medians, measured side by side: {machine()}.", "", *lines, ""])


def update_readme(text):
    path = ROOT / "README.md"
    begin, end = "<!-- Written by Tests/Benchmark/run.py --update-readme -->\n", "<!-- until here -->\n"
    before, rest = path.read_text().split(begin)
    path.write_text(before + begin + text + end + rest.split(end)[1])


def main():
    parts = {"start": start, "stepping": stepping, "csv": csv, "svg": svg, "batch": batch}
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("parts", nargs="*", metavar="PART", help=f"{', '.join(parts)}; all unless given")
    options.add_argument("--lrplot", help="an executable that is built already")
    options.add_argument("--python", action="append", default=[], help="a Python that has libraries to compare with")
    options.add_argument("--update-readme", action="store_true")
    chosen = options.parse_args()
    unknown = [part for part in chosen.parts if part not in parts]
    if unknown:
        options.error(f"there is no part {unknown[0]}")
    lrplot = chosen.lrplot
    if not lrplot:
        build = ["swift", "build", "-c", "release", "--product", "lrplot", "--package-path", ROOT]
        subprocess.run(build, check=True, stdout=sys.stderr)
        folder = subprocess.run([*build, "--show-bin-path"], check=True, capture_output=True, text=True).stdout.strip()
        lrplot = f"{folder}/lrplot"
    with tempfile.TemporaryDirectory() as folder:
        bench = Bench(os.path.abspath(lrplot), pathlib.Path(folder), [*chosen.python, sys.executable])
        for name in chosen.parts or parts:
            print(f"{name} …", file=sys.stderr)
            parts[name](bench)
    print(table(bench))
    if chosen.update_readme:
        update_readme(table(bench))


if __name__ == "__main__":
    main()
