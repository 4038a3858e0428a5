"""A finding: one thing wrong in a text file, where it is, and how to mend it."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum


class Severity(StrEnum):
    """Whether the file can be used at all (error refuses it), and as was meant (warning)."""

    ERROR = "error"
    WARNING = "warning"
    INFORMATION = "information"


@dataclass(frozen=True, slots=True, order=True)
class Position:
    """A place in a text file; line and column start at 1, columns count characters."""

    line: int
    column: int


@dataclass(frozen=True, slots=True)
class Finding:
    """One finding; ``code`` never changes its meaning, message and remedy are for people.

    ``line`` is the line of the file that it stands on, as it was written: clean it before it meets
    a terminal. It is empty until somebody wants to show it.
    """

    file: str
    position: Position
    code: str
    message: str
    remedy: str
    severity: Severity = Severity.ERROR
    line: str = field(default="", compare=False)
