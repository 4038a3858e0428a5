"""How often `kunto validate --against` is right about questions that were worded anew.

False alarms: the history of the shipped checklists, in which every change of wording was meant as
one. Misses: pairs of different questions of one list, of which one takes the place of the other.

    python benchmarks/changed_wording.py
"""

from __future__ import annotations

import subprocess
from collections import Counter
from collections.abc import Iterator
from itertools import combinations, pairwise
from pathlib import Path

from asiakaskunto_cli.checklist.changes.change import SUSPECT, Kind
from asiakaskunto_cli.checklist.changes.earlier import shaped
from asiakaskunto_cli.checklist.changes.find import changes_between
from asiakaskunto_cli.checklist.changes.likeness import is_another
from asiakaskunto_cli.checklist.library import checklist_files, read_checklist
from asiakaskunto_cli.checklist.model import Checklist
from asiakaskunto_cli.source.reader import read_text

ROOT = Path(__file__).parents[1]
WORDINGS = SUSPECT | {Kind.REWORDED}


def main() -> None:
    """Print both."""
    revisions, told = 0, Counter[Kind]()
    for path in sorted((ROOT / "checklists").glob("*.yaml")):
        for before, after in pairwise(versions_of(path)):
            if before.id == after.id:
                revisions += 1
                changes = changes_between(before, after).changes
                told.update(one.kind for one in changes if one.kind in WORDINGS)
    alarms = ", ".join(f"{told[kind]} {kind}" for kind in sorted(SUSPECT))
    print(f"{revisions} revisions of shipped lists, {told.total()} rewordings: {alarms}")
    pairs = [pair for checklist in shipped() for pair in questions(checklist)]
    seen = sum(is_another(*pair) for pair in pairs)
    print(f"{len(pairs)} pairs of different questions: {seen} told ({seen / len(pairs):.0%})")


def versions_of(path: Path) -> Iterator[Checklist]:
    """Yield a checklist as it was in every revision that changed its file, the oldest first."""
    name = path.relative_to(ROOT).as_posix()
    for revision in git("log", "--format=%H", "--reverse", "--", name).decode().split():
        found = shaped(read_text(name, git("show", f"{revision}:{name}")))
        if found is not None:
            yield found


def shipped() -> Iterator[Checklist]:
    """Yield every shipped checklist."""
    for path in checklist_files(ROOT / "nothing-of-ones-own").values():
        found = read_checklist(path).checklist
        if found is not None:
            yield found


def questions(checklist: Checklist) -> Iterator[tuple[dict[str, str], dict[str, str]]]:
    """Yield every pair of its questions, in all its languages."""
    texts = [item.text for item in checklist.items.values() if isinstance(item.text, dict)]
    return combinations(texts, 2)


def git(*words: str) -> bytes:
    """Return what git says."""
    command = ["git", *words]
    return subprocess.run(command, cwd=ROOT, capture_output=True, check=True).stdout


if __name__ == "__main__":
    main()
