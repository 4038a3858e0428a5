"""One change of a checklist, in terms that a page can put into words and a program can read."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from asiakaskunto_cli.checklist.changes.bump import Bump
from asiakaskunto_cli.checklist.texts import Path


class Part(StrEnum):
    """Which part of a checklist it is; all but the whole are told apart by an id."""

    CHECKLIST = "checklist"
    SCALE = "scale"
    SECTION = "section"
    ITEM = "item"
    CLASS = "class"


class Kind(StrEnum):
    """What happened to it.

    ``rewritten`` says the same in other YAML. The last three are wordings that may change what an
    answer means while nothing that kunto compares by has changed: ``turned`` took the words of
    another answer or question, ``reversed`` won or lost a "not", ``reused`` has hardly a word left.
    """

    ADDED = "added"
    REMOVED = "removed"
    CHANGED = "changed"
    MOVED = "moved"
    REORDERED = "reordered"
    REWORDED = "reworded"
    REWRITTEN = "rewritten"
    TURNED = "turned"
    REVERSED = "reversed"
    REUSED = "reused"


SUSPECT = frozenset({Kind.TURNED, Kind.REVERSED, Kind.REUSED})


@dataclass(frozen=True, slots=True)
class Spot:
    """What a change is about: the key of a part, and where it stands in the newer version.

    ``member`` is the option, point or step within the key that it is about. ``path`` is empty
    where nothing stands any more.
    """

    part: Part
    id: str
    key: str = ""
    path: Path = ()
    member: str = ""


@dataclass(frozen=True, slots=True)
class Change:
    """One change; before and after are plain data, None where there was, or is, nothing."""

    spot: Spot
    kind: Kind
    bump: Bump
    before: object = None
    after: object = None
