"""How far the reading of many files is: one line on a terminal that comes late and goes again."""

from __future__ import annotations

import time
from collections.abc import Iterator
from contextlib import contextmanager

from asiakaskunto_cli.cli import streams
from asiakaskunto_cli.language import format_number
from asiakaskunto_cli.language import gettext as _
from asiakaskunto_cli.report.listing import Follow, Handful, Listing

# What is done sooner needs no word; more often than this nobody can read.
PATIENCE_SECONDS = 1.0
PAUSE_SECONDS = 0.1


@contextmanager
def progress() -> Iterator[Follow]:
    """Give what follows the reading of files; on a terminal it tells how far they are.

    Elsewhere the files are handed on as they are, at no cost. The line is gone at the end, however
    the reading ended.
    """
    if not streams.can_be_painted():
        yield iter
        return
    line = _Line()
    try:
        yield line.follow
    finally:
        line.erase()


class _Line:
    """The line on the terminal."""

    def __init__(self) -> None:
        self._due = time.monotonic() + PATIENCE_SECONDS
        self._painted = False

    def follow(self, listing: Listing) -> Iterator[Handful]:
        done = total = 0
        for handful in listing:
            if time.monotonic() >= self._due:
                # Counted only once somebody has to wait.
                total = max(total or listing.count(), done)
                self._paint(done, total)
            yield handful
            done += len(handful.files)

    def erase(self) -> None:
        if self._painted:
            streams.paint("")

    def _paint(self, done: int, total: int) -> None:
        words = _("Reading reports: {count} of {total}")
        streams.paint(words.format(count=format_number(done, 0), total=format_number(total, 0)))
        self._painted = True
        self._due = time.monotonic() + PAUSE_SECONDS
