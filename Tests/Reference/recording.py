"""What recording a family's cases has in common: a case is a name, a schedule file, and rows or a refusal."""

import re

from oracle import Refused


def recorded(name, spec, run, departs=lambda reason: False):
    """The case as it goes into the fixture, or None where lrplot departs from the library on purpose."""
    try:
        result = run(spec)
    except Refused as reason:
        if departs(reason):
            return None
        # A function's address is another each time, and the fixture should be the same.
        return {"name": name, "spec": spec, "refused": re.sub(r" at 0x[0-9a-f]+", "", str(reason))}
    return {"name": name, "spec": spec, "columns": result.columns, "rows": result.rows}


def drawn(label, count, draw, run, departs=lambda reason: False):
    """`count` cases from a generator, numbered."""
    cases = []
    while len(cases) < count:
        if case := recorded(f"{label} {len(cases)}", draw(), run, departs):
            cases.append(case)
    return cases


def chosen(table, run, refused):
    """The cases picked by hand; each must fall on the side that it was filed under."""
    for name, spec in table.items():
        case = recorded(name, spec, run)
        if ("refused" in case) != refused:
            raise AssertionError(f"{name}: filed as {'refused' if refused else 'accepted'}")
        yield case
