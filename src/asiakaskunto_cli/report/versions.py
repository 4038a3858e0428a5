"""Which report of a visit counts: of copies the first, of versions the newest."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Protocol, TypeVar


class Left(StrEnum):
    """Why a sound report is left out of a collection."""

    DUPLICATE = "duplicate"
    SUPERSEDED = "superseded"


class Version(Protocol):
    """What tells the versions of one visit apart: a record, or anything that knows as much."""

    @property
    def file(self) -> str:
        """The file it is in."""

    @property
    def report_id(self) -> str:
        """Its own id."""

    @property
    def supersedes(self) -> str | None:
        """The id of the report that it corrects."""


Sound = TypeVar("Sound", bound=Version)


@dataclass(frozen=True, slots=True)
class LeftOut:
    """A report that does not count because another file holds the same visit, or a newer one."""

    file: str
    reason: Left
    by: str


def latest(records: Sequence[Sound]) -> tuple[list[Sound], list[LeftOut]]:
    """Return one record a visit: copies of one id and corrected versions are left out.

    A record that shares its id with no other, and neither corrects nor is corrected, is always
    kept; the others are judged alike whether it is among them or not.
    """
    first: dict[str, Sound] = {}
    left_out: list[LeftOut] = []
    for record in records:
        twin = first.setdefault(record.report_id, record)
        if twin is not record:
            left_out.append(LeftOut(record.file, Left.DUPLICATE, twin.file))
    newest: dict[str, Sound] = {}
    for record in first.values():
        origin = _origin(record, first)
        newest[origin] = max(newest.get(origin, record), record, key=lambda one: one.report_id)
    for record in first.values():
        kept = newest[_origin(record, first)]
        if kept is not record:
            left_out.append(LeftOut(record.file, Left.SUPERSEDED, kept.file))
    return [one for one in first.values() if newest[_origin(one, first)] is one], left_out


def _origin(record: Version, by_id: Mapping[str, Version]) -> str:
    """Return the id of the report that a correction, over any number of steps, goes back to.

    Two corrections of one report have one origin; only the newer counts (ids begin with time).
    """
    name, seen = record.report_id, set[str]()
    while name not in seen and (known := by_id.get(name)) is not None and known.supersedes:
        seen.add(name)
        name = known.supersedes
    return min(name, *seen) if name in seen else name
