#!/usr/bin/env python3
"""Builds the fuzz targets and runs each for some time; what breaks one is kept and told.

    Tests/Fuzz/run.py                        every target for a minute
    Tests/Fuzz/run.py --seconds 3600 spec    some of them, for longer
    Tests/Fuzz/run.py --replay FILE json     one input again

The targets are built with libFuzzer and the address sanitizer, by the compiler alone, from the sources of this
repository: they are no part of the package. An input may take 10 seconds and 1 GiB. What a run has found of interest
stays in .build/fuzz/TARGET/corpus and is where the next one begins; what broke it is .build/fuzz/TARGET/crash-…,
timeout-…, oom-… or leak-…. Exit status 1 when something broke. Needs Swift on Linux, and Python.
"""
import argparse
import json
import os
import pathlib
import re
import subprocess
import sys

HERE = pathlib.Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parent / "Support"))
from floors import ROOT, build_lrplot, compile_floors, compile_program, examples, schema  # noqa: E402

BUILD = ROOT / ".build" / "fuzz"
# What a target is made of, and how long its inputs may be.
TARGETS = {
    "json": ("JSON", 4096), "expression": ("Expression", 4200), "golden": ("Golden", 4096), "spec": ("Spec", 4096),
    "tool": ("Tool", 2048), "import": ("Import", 4096), "log": ("Log", 4096), "name": ("Name", 256),
}
FLAGS = ["-sanitize=fuzzer,address", "-enable-testing"]
PYTHON = (
    "if else and or not lambda True False pi e epoch step x min max abs pow floor ceil round sqrt exp log log2 log10 sin "
    "cos tan tanh math. np. ** // <= >= == != 1e308 5e-324 -1 0.5").split()
CONFIGURATION = (
    "learning_rate lr_scheduler_type warmup_steps warmup_ratio max_steps num_train_epochs lr0 lrf sched SOLVER _BASE_ _base_ "
    "param_scheduler optim_wrapper lr_config dict( --lr --train-iters class_path optim max_duration ba @schedules [net] "
    "lr_policy: stepvalue: ${ ??? auto &a *a << !!x | > --- # $X \"$@\"").split()
NAMES = ["'", "x'\u200d;touch y #", "\u0600\"", "q\"\u0301,lr", "::add-mask::", "\u2003::error::", "##[stop-commands]", "\t';", "\n",
         "$(", "`", "!", "-", "=", "e\u0301", "\u00e9", "\u202e", "\x1b[2J", "\U0010ff80", " ", ",", "\r\n"]
LOGGED = (
    "step,lr epoch,lr Wall,time,Step,Value lr-Adam lr/pg0 x/lr0 - __MIN learning_rate 'learning_rate': num_updates= global_step: "
    "iteration Epoch(train) [1][50/391] Train:0 LR: lr=0.1 Iteration rate, log_history current_steps |10/93 NaN NA nan").split()
VALUES = ["1e308", "-1e308", "5e-324", "9223372036854775807", "-9223372036854775808", "0", "-1", "0.5", "[]", "{}", "null",
          "true", "false"]


def build(targets):
    """The programs that try inputs on the targets."""
    objects = compile_floors(BUILD, FLAGS)
    for target in targets:
        sources = [HERE / "Targets" / "Input.swift", HERE / "Targets" / f"{TARGETS[target][0]}.swift"]
        compile_program(BUILD / target / "fuzz", sources, objects, FLAGS)


def words(value):
    """Everything that a schedule file may hold as a word: keys, kinds, choices."""
    if isinstance(value, dict):
        yield from value.get("properties", {})
        yield from value.get("$defs", {})
        yield from (word for word in value.get("enum", []) if isinstance(word, str))
        if isinstance(value.get("const"), str):
            yield value["const"]
        for inner in value.values():
            yield from words(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from words(inner)


def seeds(lrplot):
    """What each target begins with: the gallery and its goldens, the examples of all kinds, the tested expressions."""
    gallery = [path.read_bytes() for path in sorted((ROOT / "schedules").rglob("*.json")) if ".schema." not in path.name]
    files = gallery + [json.dumps({"epochs": 20, "metric": 0.5, **file}).encode() for _, file in examples(lrplot)]
    logs = [path for path in sorted((ROOT / "Tests/LogsTests/Fixtures").iterdir()) if ".expected." not in path.name]
    configurations = [path for path in sorted((ROOT / "Tests/ImportsTests/Fixtures").iterdir()) if ".expected." not in path.name and path.is_file()]
    fixtures = (ROOT / "Tests/SchedulesTests/Expression/expressions.txt").read_text().splitlines()
    return {
        "json": files, "spec": files, "tool": [bytes([index % 10]) + file for index, file in enumerate(files)],
        "golden": [path.read_bytes()[:2000] for path in sorted((ROOT / "schedules").rglob("*.csv"))],
        "expression": [line.split("\t")[0].encode() for line in fixtures],
        "import": [bytes([index % 256]) + path.read_bytes() for path in configurations for index in (0, 7, 31)],
        "log": [bytes([index]) + path.read_bytes()[:4000] for path in logs for index in (0, 2, 9)],
        "name": [name.encode() for name in NAMES],
    }


def dictionaries(lrplot):
    """The words that each target is tried with."""
    quoted = [json.dumps(word) for word in sorted(set(words(schema(lrplot))))]
    return {
        "json": ["{", "}", "[", "]", '":', "\\u", "\\ud800", *VALUES], "spec": quoted + VALUES + PYTHON,
        "tool": quoted + VALUES, "golden": ["step,epoch,", "lr", ",", '"', '""', "\n", "\r\n", *VALUES],
        "expression": PYTHON,
        "import": [*VALUES, *CONFIGURATION], "log": [*VALUES, *LOGGED],
        "name": NAMES,
    }


def prepare(targets):
    """Writes the seeds and the words of the targets."""
    lrplot = build_lrplot()
    all_seeds, all_words = seeds(lrplot), dictionaries(lrplot)
    for target in targets:
        (BUILD / target / "seeds").mkdir(parents=True, exist_ok=True)
        (BUILD / target / "corpus").mkdir(exist_ok=True)
        for index, text in enumerate(all_seeds[target]):
            (BUILD / target / "seeds" / f"{index:05}").write_bytes(text)
        escaped = [re.sub(r"[^ -!#-\[\]-~]", lambda hit: "".join(f"\\x{byte:02x}" for byte in hit[0].encode()), word)
                   for word in all_words[target]]
        (BUILD / target / "words").write_text("".join(f'"{word}"\n' for word in escaped))


def fuzz(target, seconds):
    """Runs a target; gives whether it held, and says how far it came."""
    folder = BUILD / target
    command = [
        folder / "fuzz", f"-max_total_time={seconds}", "-timeout=10", "-rss_limit_mb=1024", "-malloc_limit_mb=1024",
        f"-max_len={TARGETS[target][1]}", f"-dict={folder / 'words'}", f"-artifact_prefix={folder}/",
        "-print_final_stats=1", folder / "corpus", folder / "seeds"]
    # What the sanitizer keeps of memory that was given back would count as used.
    environment = {
        **os.environ, "ASAN_OPTIONS": "quarantine_size_mb=16",
        "LSAN_OPTIONS": f"suppressions={HERE / 'globals.txt'}:print_suppressions=0"}
    with (folder / "log").open("w") as log:
        status = subprocess.run(command, stdout=log, stderr=log, env=environment).returncode
    text = (folder / "log").read_text(errors="replace")
    executions = re.search(r"number_of_executed_units: *(\d+)", text)
    peak = re.search(r"peak_rss_mb: *(\d+)", text)
    edges, features, corpus = re.findall(r"cov: (\d+) ft: (\d+) corp: (\d+)", text)[-1:][0]
    print(
        f"{target}: {'held' if status == 0 else 'BROKE'}; {executions[1] if executions else '?'} executions, {edges} edges, "
        f"{features} features, {corpus} inputs kept, {peak[1] if peak else '?'} MiB", flush=True)
    if status != 0:
        print("".join(f"  {line}\n" for line in text.splitlines() if re.search(r"Fatal error|ERROR|Test unit|SUMMARY", line)))
    return status == 0


def main():
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("targets", nargs="*", metavar="TARGET", help=", ".join(TARGETS))
    options.add_argument("--seconds", type=int, default=60)
    options.add_argument("--replay", metavar="FILE")
    chosen = options.parse_args()
    targets = chosen.targets or list(TARGETS)
    if unknown := set(targets) - set(TARGETS):
        options.error(f"there is no target {', '.join(sorted(unknown))}")
    build(targets)
    if chosen.replay:
        sys.exit(max(subprocess.run([BUILD / target / "fuzz", chosen.replay]).returncode for target in targets))
    prepare(targets)
    sys.exit(0 if all([fuzz(target, chosen.seconds) for target in targets]) else 1)


if __name__ == "__main__":
    main()
