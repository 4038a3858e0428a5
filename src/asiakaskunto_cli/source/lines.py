"""A file's text by lines: from an index in the text to a position for people, and back."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import replace
from functools import cached_property
from itertools import accumulate

from asiakaskunto_cli.source.finding import Finding, Position

# The breaks every editor counts. str.splitlines knows more of them and would count differently.
_BREAK = re.compile(r"\r\n|\r|\n")


class Lines:
    """A text that knows where its lines start; an index counts characters from 0."""

    def __init__(self, text: str) -> None:
        self.text = text

    def position(self, index: int) -> Position:
        """Return the position of the character at an index; past the end, the end of the last line.

        What follows the last break is no line yet: no editor and no program shows anything there.
        """
        index = min(index, len(self.text))
        line = bisect_right(self._starts, index)
        if line > 1 and index == self._starts[line - 1] == len(self.text):
            line -= 1
            index = self._starts[line - 1] + len(self.line(line))
        return Position(line, index - self._starts[line - 1] + 1)

    def line(self, number: int) -> str:
        """Return a line, counted from 1, without its break; empty where there is no such line.

        The text is as it was written: clean it before it meets a terminal.
        """
        if not 1 <= number <= len(self._starts):
            return ""
        start = self._starts[number - 1]
        found = _BREAK.search(self.text, start)
        return self.text[start : found.start() if found else None]

    @cached_property
    def _starts(self) -> list[int]:
        # Found only when somebody asks: a file without findings never does.
        if "\r" in self.text:
            return [0, *(found.end() for found in _BREAK.finditer(self.text))]
        lengths = (len(line) + 1 for line in self.text.split("\n"))
        return [0, *accumulate(lengths)][:-1]


def with_lines(findings: Iterable[Finding], lines: Lines) -> Sequence[Finding]:
    """Return findings with the lines that they stand on; those on one line share it."""
    shown: dict[int, str] = {}
    found = []
    for finding in findings:
        number = finding.position.line
        if number not in shown:
            shown[number] = lines.line(number)
        found.append(replace(finding, line=shown[number]))
    return found
