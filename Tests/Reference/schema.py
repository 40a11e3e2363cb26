"""Holds the JSON Schema of a built `lrplot` against recorded schedule files.

    python schema.py .build/release/lrplot

Needs the package jsonschema. Every recorded file that a library ran must be accepted, every gallery file too; a file with
a misspelt or a missing parameter, or a word or a type that cannot be, must be refused. Exit status 1 when it is not so.
"""

import copy
import json
import subprocess
import sys
from pathlib import Path

import jsonschema

ROOT = Path(__file__).parent.parent.parent


def good():
    """Every schedule file that is known to be good."""
    for path in sorted((ROOT / "schedules").glob("*.json")):
        if not path.name.endswith(".schema.json"):
            yield path.name, json.loads(path.read_text(encoding="utf-8"))
    for fixture in sorted((ROOT / "Tests/CurvesTests/Fixtures").glob("*.jsonl")):
        for line in fixture.read_text(encoding="utf-8").splitlines():
            case = json.loads(line)
            if "refused" not in case:
                yield f"{fixture.stem}: {case['name']}", case["spec"]


def nodes(value):
    """Every scheduler in a file, itself to be changed."""
    if isinstance(value, dict):
        if "type" in value and "lr" not in value and "param_groups" not in value:
            yield value
        for key, child in value.items():
            if key != "optimizer":
                yield from nodes(child)
    elif isinstance(value, list):
        for child in value:
            yield from nodes(child)


def broken(spec, required):
    """The file with one mistake, in several ways."""
    for index, node in enumerate(nodes(spec)):
        def changed(change):
            other = copy.deepcopy(spec)
            change(list(nodes(other))[index])
            return other
        yield "misspelt key", changed(lambda node: node.update(zzz=1))
        yield "unknown type", changed(lambda node: node.update(type=node["type"] + "x"))
        for key in required(node["type"]):
            if key in node:
                yield f"without {key}", changed(lambda node, key=key: node.pop(key))
                yield f"wrong type of {key}", changed(lambda node, key=key: node.update({key: {"a": True}}))
    yield "unknown key", {**spec, "epoch": 3}
    yield "no epochs", {**spec, "epochs": 0}
    yield "fractional epochs", {**spec, "epochs": 2.5}


def main():
    text = subprocess.run([sys.argv[1], "schema"], capture_output=True, text=True, check=True).stdout
    schema = json.loads(text)
    jsonschema.Draft202012Validator.check_schema(schema)
    validator = jsonschema.Draft202012Validator(schema)
    definitions = {}
    for entry in schema["$defs"]["scheduler"]["allOf"]:
        name = entry["then"]["$ref"].removeprefix("#/$defs/")
        for spelling in entry["if"]["properties"]["type"]["enum"]:
            definitions[spelling] = schema["$defs"][name].get("required", [])
    accepted = refused = 0
    failures = []
    for number, (name, spec) in enumerate(good()):
        accepted += 1
        if error := next(validator.iter_errors(spec), None):
            failures.append(f"{name} is refused: {error.message[:200]}")
        if number % 7:
            continue
        for mistake, other in broken(spec, lambda kind: definitions.get(kind, [])):
            refused += 1
            if validator.is_valid(other):
                failures.append(f"{name} is accepted with a mistake: {mistake}")
    for failure in failures[:20]:
        print(failure)
    print(f"{accepted} good files, {refused} with a mistake; {len(failures)} judged wrongly")
    sys.exit(1 if failures else 0)


if __name__ == "__main__":
    main()
