"""The floors of the house, built by the compiler alone with flags of one's own, for programs that are no part of the
package; and the program's kinds, each with an example."""
import json
import pathlib
import re
import subprocess
import sys

ROOT = pathlib.Path(__file__).resolve().parent.parent.parent
FLOORS = ["Text", "Diagnostics", "JSON", "Schedules", "Objectives", "Logs", "Imports", "Curves", "XML", "Charts", "System", "CommandLineTool"]
FLAGS = [
    "-O", "-whole-module-optimization", "-swift-version", "6", "-package-name", "lrplot", "-parse-as-library",
    "-enable-upcoming-feature", "ExistentialAny", "-enable-upcoming-feature", "InternalImportsByDefault",
    "-enable-upcoming-feature", "MemberImportVisibility"]


def compile_floors(folder, flags, top="CommandLineTool"):
    """The objects of every floor up to one, each with its interface beside it; those that are newer than all sources stay."""
    folder.mkdir(parents=True, exist_ok=True)
    newest = max(path.stat().st_mtime for path in (ROOT / "Sources").rglob("*.swift"))
    objects = []
    for name in FLOORS[: FLOORS.index(top) + 1]:
        built = folder / f"{name}.o"
        objects.append(built)
        if built.exists() and built.stat().st_mtime > newest:
            continue
        subprocess.run(
            ["swiftc", *FLAGS, *flags, "-module-name", name, "-emit-module", "-emit-module-path",
             folder / f"{name}.swiftmodule", "-c", "-o", built, "-I", folder,
             *sorted((ROOT / "Sources" / name).rglob("*.swift"))], check=True)
    return objects


def compile_program(program, sources, objects, flags):
    """A program over the floors, unless it is newer than what it is made of."""
    program.parent.mkdir(parents=True, exist_ok=True)
    newest = max(path.stat().st_mtime for path in [*sources, *objects])
    if program.exists() and program.stat().st_mtime > newest:
        return
    # The linker has a page of complaints about symbols of the sanitizer that nobody asked it to export.
    done = subprocess.run(
        ["swiftc", *FLAGS, *flags, "-module-name", "Program", "-o", program, "-I", objects[0].parent, *sources, *objects],
        capture_output=True, text=True)
    if done.returncode != 0:
        sys.exit(done.stdout + done.stderr)


def build_lrplot():
    """The program itself, built for debugging."""
    command = ["swift", "build", "--product", "lrplot", "--package-path", ROOT]
    subprocess.run(command, check=True, stdout=sys.stderr)
    folder = subprocess.run([*command, "--show-bin-path"], check=True, capture_output=True, text=True).stdout.strip()
    return f"{folder}/lrplot"


def schema(lrplot):
    """The schema of schedule files, which knows every kind, key and choice."""
    return json.loads(subprocess.run([lrplot, "schema"], capture_output=True, text=True, check=True).stdout)


def examples(lrplot):
    """Every kind's name with the file that its page has for an example."""
    for entry in schema(lrplot)["$defs"]["scheduler"]["allOf"]:
        name = entry["then"]["$ref"].removeprefix("#/$defs/")
        page = subprocess.run([lrplot, "kinds", name], capture_output=True, text=True, check=True).stdout
        yield name, json.loads(re.search(r"^  (\{\"scheduler\".*?\})$", page, re.M | re.S)[1])
