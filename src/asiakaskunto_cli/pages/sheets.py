"""The figures of a page as tables of values, for spreadsheets: numbers stay numbers."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

Value = str | float | bool | date | datetime | None


class Kind(StrEnum):
    """What the values of a column are."""

    WORDS = "words"
    COUNT = "count"
    POINTS = "points"
    SHARE = "share"
    NUMBER = "number"
    MOMENT = "moment"


@dataclass(frozen=True, slots=True)
class Field:
    """A column: ``key`` is its stable name for programs, ``title`` its name for people."""

    key: str
    title: str
    kind: Kind = Kind.WORDS


@dataclass(frozen=True, slots=True)
class Sheet:
    """A table of values; ``key`` is its stable name, ``title`` its name for people."""

    key: str
    title: str
    fields: tuple[Field, ...]
    rows: tuple[tuple[Value, ...], ...]
