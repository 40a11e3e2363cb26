"""Throws hostile schedule files at a built `lrplot`, thousands in one batch, and sees that nothing breaks.

    python3 hostile.py .build/release/lrplot [--mutations 5000] [--seed S]

Every parameter of every kind gets every hostile value, then good files are damaged at random. Each file must give a CSV
of finite numbers or a diagnostic that names it; the program must end with 0 or 2, within its time and its memory.
Needs only Python's standard library. Exit status 1 when something broke; the files are kept then.
"""

import argparse
import json
import math
import random
import re
import resource
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

VALUES = [
    "9223372036854775807", "9223372036854775808", "-9223372036854775808", "1e308", "-1e308", "5e-324", "0", "-0.0", "-1",
    "1", "0.5", "2.5", "1e15", "1e400", "999999999999", "true", "null", '""', '"x"', '"1/(epoch-3)"', '"9**9**9**9"', "[]",
    "[0]", "[-1,0,1e308]", "[[[]]]", "{}", '{"3":1e308}', '{"type":"StepLR","step_size":0}', '[{"type":"LinearLR"}]',
    "[" * 600 + "]" * 600, json.dumps("(" * 5000), "[" + ",".join(["1"] * 20000) + "]",
]
MEMORY = 1 << 30
SECONDS = 600


def kinds(binary):
    """Every kind with its parameters and a good node, as the program itself tells them."""
    schema = json.loads(subprocess.run([binary, "schema"], capture_output=True, text=True, check=True).stdout)
    for entry in schema["$defs"]["scheduler"]["allOf"]:
        name = entry["then"]["$ref"].removeprefix("#/$defs/")
        page = subprocess.run([binary, "kinds", name], capture_output=True, text=True, check=True).stdout
        file = json.loads(re.search(r"^  (\{\"scheduler\".*?\})$", page, re.M | re.S)[1])
        yield file["scheduler"], list(schema["$defs"][name]["properties"])


def hostile(binary):
    """Files with one hostile value each, as text: some of the values are no JSON that Python would write."""
    for node, parameters in kinds(binary):
        for parameter in parameters + ["type", "interval", "zzz"]:
            for value in VALUES:
                rest = {key: other for key, other in node.items() if key != parameter}
                text = json.dumps(rest)[1:-1]
                yield '{"epochs": 20, "metric": 0.5, "scheduler": {%s"%s": %s}}' % (text + ", " if text else "", parameter, value)
    for key in ["epochs", "steps_per_epoch", "optimizer", "scheduler", "metric", "curves", "plot", "title", "$lint"]:
        for value in VALUES:
            yield '{"scheduler": {"type": "exponential", "gamma": 0.9}, "%s": %s}' % (key, value)


def damaged(binary, count, draw):
    """Good files with some bytes changed."""
    nodes = [node for node, _ in kinds(binary)]
    for _ in range(count):
        text = bytearray(json.dumps({"epochs": 20, "metric": 0.5, "scheduler": draw.choice(nodes)}).encode())
        for _ in range(draw.randint(1, 5)):
            place = draw.randrange(len(text))
            change = draw.randrange(4)
            if change == 0:
                text[place] = draw.randrange(256)
            elif change == 1:
                del text[place : place + draw.randint(1, 9)]
            elif change == 2:
                text[place:place] = draw.choice(VALUES)[:50].encode()
            else:
                text[place:place] = text[place : place + draw.randint(1, 40)]
            if not text:
                text = bytearray(b"{}")
        yield bytes(text)


def limited():
    resource.setrlimit(resource.RLIMIT_CPU, (SECONDS, SECONDS))


def finite(path):
    """Whether a CSV holds finite numbers only, and no row is torn."""
    lines = path.read_text(encoding="utf-8").splitlines()
    width = lines[0].count(",")
    for line in lines[1:]:
        cells = line.split(",")
        if len(cells) != width + 1 or not all(cell == "" or math.isfinite(float(cell)) for cell in cells):
            return False
    return len(lines) > 1


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("binary")
    parser.add_argument("--mutations", type=int, default=5000)
    parser.add_argument("--seed", type=int, default=random.SystemRandom().randrange(10**6))
    arguments = parser.parse_args()
    folder = Path(tempfile.mkdtemp(prefix="lrplot-hostile-", dir="/dev/shm" if Path("/dev/shm").is_dir() else None))
    files = folder / "files"
    files.mkdir()
    texts = [text.encode() for text in hostile(arguments.binary)]
    texts += damaged(arguments.binary, arguments.mutations, random.Random(arguments.seed))
    for index, text in enumerate(texts):
        (files / f"{index:06}.json").write_bytes(text)
    command = [arguments.binary, "render", str(files), "--format", "csv,svg", "--output", f"{folder}/out/"]
    done = subprocess.run(command, capture_output=True, preexec_fn=limited)
    memory = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss * 1024
    failures = []
    if done.returncode not in (0, 2):
        failures.append(f"the program ended with {done.returncode}")
    if memory > MEMORY:
        failures.append(f"it took {memory >> 20} MiB")
    said = done.stderr.decode("utf-8", "replace")
    named = set(re.findall(r"(\d{6})\.json:", said))
    drawn = 0
    for index in range(len(texts)):
        stem = f"{index:06}"
        csv = folder / "out" / f"{stem}.csv"
        if csv.exists():
            drawn += 1
            if not finite(csv):
                failures.append(f"{stem} has rows that are no numbers")
            if not (folder / "out" / f"{stem}.svg").exists():
                failures.append(f"{stem} has numbers and no picture")
        elif stem not in named:
            failures.append(f"{stem} has neither numbers nor a diagnostic: {texts[index][:200]}")
    for failure in failures[:20]:
        print(failure)
    print(f"seed {arguments.seed}: {len(texts)} files, {drawn} drawn, {memory >> 20} MiB; {len(failures)} failures")
    if failures:
        print(f"the files are in {folder}")
        sys.exit(1)
    shutil.rmtree(folder)


if __name__ == "__main__":
    main()
