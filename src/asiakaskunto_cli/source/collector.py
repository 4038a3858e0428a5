"""Gathering the findings of one file while it is read."""

from __future__ import annotations

from typing import NoReturn

from asiakaskunto_cli.source.finding import Finding
from asiakaskunto_cli.source.lines import Lines
from asiakaskunto_cli.words import clean

# A person mends the first ones first; a hostile file would fill the memory with the others.
MAX_FINDINGS = 1000

_SHOWN_CHARACTERS = 40


class StopReadingError(Exception):
    """Nothing more can be read from this file; what was found is in the collector."""


class Collector:
    """The findings of one file so far."""

    def __init__(self, file: str, lines: Lines) -> None:
        self.lines = lines
        self._file = file
        self._findings: list[Finding] = []

    def add(self, code: str, index: int, message: str, remedy: str) -> None:
        """Note a finding at an index of the text, and go on.

        Raises StopReadingError when there are more than anybody would read.
        """
        position = self.lines.position(index)
        self._findings.append(Finding(self._file, position, code, message, remedy))
        if len(self._findings) >= MAX_FINDINGS:
            raise StopReadingError

    def stop(self, code: str, index: int, message: str, remedy: str) -> NoReturn:
        """Note the finding that ends the reading, and raise StopReadingError."""
        self.add(code, index, message, remedy)
        raise StopReadingError

    def has(self, code: str, since: int) -> bool:
        """Return whether there is a finding of a code at an index of the text or behind it."""
        place = self.lines.position(since)
        return any(one.code == code and one.position >= place for one in self._findings)

    def sorted(self) -> tuple[Finding, ...]:
        """Return the findings in the order of the file, each once."""
        found = dict.fromkeys(self._findings)
        return tuple(sorted(found, key=lambda found: (found.position, found.code)))


def excerpt(text: str) -> str:
    """Return the beginning of a user's text, on one line and harmless, for use in a message."""
    line = " ".join(clean(text[: 2 * _SHOWN_CHARACTERS]).split())
    if len(line) <= _SHOWN_CHARACTERS:
        return line
    return line[: _SHOWN_CHARACTERS - 1] + "…"
