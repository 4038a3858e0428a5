"""The KuntoError family: what kunto says when it cannot do what it was asked.

Findings are results, not exceptions; an error here ends the command. Each carries one clear
sentence (what is wrong and where), a remedy, and the exit code of DESIGN.md, section 9.
"""

from __future__ import annotations

from enum import IntEnum


class ExitCode(IntEnum):
    """What a command says to the shell; the same everywhere."""

    FINE = 0
    FINDINGS = 1
    USAGE = 2
    BAD_INPUT = 3
    INCOMPLETE = 4
    BUG = 70
    INTERRUPTED = 130


class KuntoError(Exception):
    """Something a person can mend: ``message`` says what, ``remedy`` how."""

    exit_code = ExitCode.BAD_INPUT

    def __init__(self, message: str, *, remedy: str = "") -> None:
        super().__init__(message)
        self.message = message
        self.remedy = remedy


class UsageError(KuntoError):
    """The command was called with words that do not fit."""

    exit_code = ExitCode.USAGE


class BadInputError(KuntoError):
    """A file cannot be read, or what it says cannot be used."""


class DiskError(KuntoError):
    """The system refused to read or write; ``cause`` is what it said."""


class AlreadyExistsError(DiskError):
    """A file of that name is there already, and nothing is overwritten."""


class VisitIncompleteError(KuntoError):
    """The visit is not finished; its draft is kept."""

    exit_code = ExitCode.INCOMPLETE
