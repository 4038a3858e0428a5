"""The dialogue of a visit: what a person typed becomes an event, or is explained and asked again.

Both askers share it, so that a key and a line always mean the same.
"""

from __future__ import annotations

from abc import ABC, abstractmethod

from asiakaskunto_cli.report.opening import Opening
from asiakaskunto_cli.visit.events import Event
from asiakaskunto_cli.visit.interview import Asking, Interview
from asiakaskunto_cli.visit.question_turn import question
from asiakaskunto_cli.visit.review_turn import review
from asiakaskunto_cli.visit.talk import Desk, Means, Talk, Wanted
from asiakaskunto_cli.visit.words_turn import reason, why


class Dialogue(ABC):
    """What both askers do about what a person types; how it is typed is theirs."""

    def __init__(self, talk: Talk, means: Means) -> None:
        """Speak through ``talk``; ``means`` are what a turn may need of the world."""
        self._means = means
        self._talk = talk
        self._desk = Desk(talk, means, self._line)
        self._opening: Opening | None = None

    def never_asked(self, interview: Interview) -> list[str]:
        """Return nothing: a person answers what is asked."""
        del interview
        return []

    def greet(self, interview: Interview, opening: Opening) -> None:
        """Say what is about to be asked."""
        del interview
        self._opening = opening

    def next_event(self, interview: Interview) -> Event:
        """Return what the person does next; what is no answer is explained and asked again.

        Raises VisitIncompleteError when the person leaves or the input ends.
        """
        self._talk.show(interview)
        while True:
            event = self._turn(interview)
            if event is not None:
                return event

    def _turn(self, interview: Interview) -> Event | None:
        match interview.asking:
            case Asking.ANSWER:
                return question(self._desk, interview)
            case Asking.WHY:
                return why(self._desk, interview)
            case Asking.REASON:
                return reason(self._desk, interview)
            case _:
                return review(self._desk, interview, self._opening)

    @abstractmethod
    def _line(self, wanted: Wanted) -> str:
        """Return what is typed, or the one key that was pressed.

        Raises VisitIncompleteError at the end of the input.
        """
