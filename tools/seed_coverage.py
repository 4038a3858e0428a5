"""Writes docs/seed-coverage.md: where every question and rule of the source texts went.

docs/seed-coverage.yaml says where; this adds the words that stand there now. Run it after a change
of either, or of a text in a checklist.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import cast

from asiakaskunto_cli.checklist.figures import read_figures
from asiakaskunto_cli.checklist.library import checklist_files, read_checklist
from asiakaskunto_cli.checklist.practices import read_practices
from asiakaskunto_cli.language import in_language
from asiakaskunto_cli.source.reader import read_source

ROOT = Path(__file__).parents[1]
MAPPING = ROOT / "docs" / "seed-coverage.yaml"
PAGE = MAPPING.with_suffix(".md")
NOBODYS = Path("nothing-of-ones-own")
LANGUAGE = "en"

Entry = str | list[str] | dict[str, str]

# What is no question. A family of questions is titled by the checklist that its first one went to.
FAMILIES = {
    "M": "Methods",
    "A": "Areas",
    "T": "Levels",
    "J": "Systems",
    "S": "Rules",
    "L": "Figures",
    "K": "Practices",
}
# How an entry is counted, in the order of the columns.
WAYS = {
    "checklist": "asked in a checklist",
    "practices": "a practice",
    "figures": "a reference figure",
    "code": "built into the program",
    "reason": "not of its own, for a reason",
    "later": "later",
}
INTRODUCTION = """\
# What the source texts ask, and where it went

Written by `python tools/seed_coverage.py` from [seed-coverage.yaml](seed-coverage.yaml); the
questions are as the checklists ask them now, in English. An id is a question, method, rule, figure
or practice found in the source texts; several rows may lead to one place, and one row to several.
"""


def main() -> int:
    """Write the page and return 1 when an entry leads nowhere."""
    mapping = read_mapping()
    known = texts()
    lost = [f"{name}: {one}" for name in mapping for one in targets(mapping[name], known)[1]]
    PAGE.write_text(page(mapping, known), encoding="utf-8")
    sys.stdout.writelines(f"{one} is nowhere\n" for one in lost)
    return int(bool(lost))


def read_mapping() -> Mapping[str, Entry]:
    """Return where every id went; raises ValueError where an id stands twice or the like."""
    source = read_source(MAPPING)
    if source.findings:
        raise ValueError(source.findings[0])
    return cast("Mapping[str, Entry]", source.data)


def texts() -> Mapping[str, str]:
    """Return what stands at every place that an id can go to."""
    found: dict[str, str] = {}
    for name, path in checklist_files(NOBODYS).items():
        checklist = read_checklist(path).checklist
        if checklist is not None:
            found[name] = in_language(checklist.title, LANGUAGE)
            for item in checklist.items.values():
                found[f"{name}/{item.id}"] = in_language(item.text, LANGUAGE)
    for practice in read_practices().entries.values():
        found[f"practices/{practice.id}"] = in_language(practice.title, LANGUAGE)
    for figure in read_figures().entries.values():
        found[f"figures/{figure.id}"] = in_language(figure.text, LANGUAGE)
    return found


def targets(entry: Entry, known: Mapping[str, str]) -> tuple[list[str], list[str]]:
    """Return the places that an entry names, and those of them that are not there."""
    named = [] if isinstance(entry, dict) else [entry] if isinstance(entry, str) else entry
    return named, [one for one in named if one not in known]


def way(entry: Entry) -> str:
    """Return how an entry is counted."""
    if isinstance(entry, dict):
        return next(iter(entry))
    first = entry if isinstance(entry, str) else entry[0]
    shelf = first.partition("/")[0]
    return shelf if shelf in WAYS else "checklist"


def page(mapping: Mapping[str, Entry], known: Mapping[str, str]) -> str:
    """Return the page."""
    lines = [INTRODUCTION, *_counts(mapping)]
    family = ""
    for name, entry in mapping.items():
        if family_of(name) != family:
            family = family_of(name)
            lines += ["", f"## {family}: {_title(family, entry, known)}", ""]
            lines += ["| id | where | what stands there |", "|---|---|---|"]
        lines.append(_row(name, entry, known))
    return "\n".join(lines) + "\n"


def family_of(name: str) -> str:
    """Return the letters of an id: KS of KS1M."""
    return re.split(r"\d", name)[0]


def _counts(mapping: Mapping[str, Entry]) -> Iterator[str]:
    yield f"| | {' | '.join(WAYS.values())} | together |"
    yield f"|---|{'---:|' * (len(WAYS) + 1)}"
    for title, is_other in (("questions", False), ("methods, rules, figures, practices", True)):
        ways = [way(mapping[name]) for name in mapping if (family_of(name) in FAMILIES) is is_other]
        figures = [*map(ways.count, WAYS), len(ways)]
        yield f"| {title} | {' | '.join(map(str, figures))} |"


def _title(family: str, entry: Entry, known: Mapping[str, str]) -> str:
    if family in FAMILIES:
        return FAMILIES[family]
    return known[targets(entry, known)[0][0].partition("/")[0]]


def _row(name: str, entry: Entry, known: Mapping[str, str]) -> str:
    if isinstance(entry, dict):
        (kind, said), *_rest = entry.items()
        return f"| {name} | {WAYS[kind]} | {_cell([said])} |"
    named = targets(entry, known)[0]
    where = "<br>".join(f"`{one}`" for one in named)
    return f"| {name} | {where} | {_cell([known.get(one, '') for one in named])} |"


def _cell(said: Sequence[str]) -> str:
    return "<br>".join(one.replace("|", "\\|") for one in said)


if __name__ == "__main__":
    sys.exit(main())
