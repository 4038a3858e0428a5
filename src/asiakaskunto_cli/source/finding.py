"""A finding: one thing wrong in a text file, where it is, and how to mend it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Severity(StrEnum):
    """Whether the file can be used at all (error refuses it)."""

    ERROR = "error"
    WARNING = "warning"


@dataclass(frozen=True, slots=True, order=True)
class Position:
    """A place in a text file; line and column start at 1, columns count characters."""

    line: int
    column: int


@dataclass(frozen=True, slots=True)
class Finding:
    """One finding; ``code`` never changes its meaning, message and remedy are for people."""

    file: str
    position: Position
    code: str
    message: str
    remedy: str
    severity: Severity = Severity.ERROR
