"""The figures of a page as tables of values, for spreadsheets: numbers stay numbers."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
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
    """A column: ``key`` is its stable name for programs, ``title`` its name for people.

    ``labels`` are what people read in place of the codes that programs read.
    """

    key: str
    title: str
    kind: Kind = Kind.WORDS
    labels: Mapping[str, str] = field(default_factory=dict)

    def shown(self, value: Value) -> Value:
        """Return a value as people read it."""
        return self.labels.get(value, value) if isinstance(value, str) else value


@dataclass(frozen=True, slots=True)
class Sheet:
    """A table of values; ``key`` is its stable name, ``title`` its name for people."""

    key: str
    title: str
    fields: tuple[Field, ...]
    rows: tuple[tuple[Value, ...], ...]
