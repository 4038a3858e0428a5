"""The seam between the interview and whoever answers: a person at keys or lines, or a file."""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol

from asiakaskunto_cli.report.opening import Opening
from asiakaskunto_cli.visit.draft import DraftWriter
from asiakaskunto_cli.visit.events import Event
from asiakaskunto_cli.visit.interview import Interview


class Asker(Protocol):
    """Someone who can answer an interview."""

    def greet(self, interview: Interview, opening: Opening) -> None:
        """Say what is about to be asked; a resumed interview says where it goes on."""

    def next_event(self, interview: Interview) -> Event:
        """Return what is done about what the interview asks now.

        Raises VisitIncompleteError when the visit is left, or answers ran out.
        """

    def never_asked(self, interview: Interview) -> list[str]:
        """Return the items that it had answers to and was not asked about; a person has none."""


def run_visit(
    interview: Interview,
    opening: Opening,
    draft: DraftWriter,
    asker: Asker,
    clock: Callable[[], str],
) -> None:
    """Ask until the visit is finished; every event is on the disk before the next question.

    Raises what the asker raises, and DiskError when an event cannot be written.
    """
    asker.greet(interview, opening)
    while not interview.finished:
        event = asker.next_event(interview)
        moment = clock()
        draft.record(event, moment)
        interview.apply(event, moment)
