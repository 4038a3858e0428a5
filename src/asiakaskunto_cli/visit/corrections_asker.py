"""Corrections from a file: what it answers is answered anew, everything else stays as it was."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator

from asiakaskunto_cli.checklist.answer import legal_answer
from asiakaskunto_cli.visit.answers_asker import AnswersAsker
from asiakaskunto_cli.visit.answers_file import Answers
from asiakaskunto_cli.visit.events import (
    Answered,
    Declined,
    Event,
    Explained,
    Moved,
    NotApplicable,
    Noted,
    NotObserved,
    Reasoned,
)
from asiakaskunto_cli.visit.interview import Asking, Interview
from asiakaskunto_cli.visit.talk import KeepEvidence


class CorrectionsAsker(AnswersAsker):
    """Goes through the items of the file in the order of the checklist, and then finishes."""

    def __init__(self, answers: Answers, keep_evidence: KeepEvidence) -> None:
        """Correct by a file that was checked against the checklist."""
        super().__init__(answers, keep_evidence)
        self._left = set(answers.given)
        self._coming: deque[Event] = deque()

    def next_event(self, interview: Interview) -> Event:
        """Return the next thing that the file does; an item may come into sight by an earlier one.

        Raises VisitIncompleteError at the end when something is missing, naming it.
        """
        while not self._coming:
            name = next((one for one in interview.visible if one in self._left), None)
            if name is None:
                break
            self._left.discard(name)
            self._coming.extend(self._corrections(interview, name))
        if self._coming:
            return self._coming.popleft()
        if interview.asking is not Asking.REVIEW:
            return Moved(item=None)
        return super().next_event(interview)

    def _corrections(self, interview: Interview, name: str) -> Iterator[Event]:
        given = self._answers.given[name]
        yield from self._evidence(name, given)
        if given.na:
            yield NotApplicable(item=name)
        elif given.not_observed:
            yield NotObserved(item=name)
        elif given.value is not None:
            item = interview.checklist.items[name]
            yield Answered(item=name, answer=legal_answer(interview.checklist, item, given.value))
        if given.na_reason:
            yield Reasoned(item=name, text=given.na_reason)
        if given.why:
            yield Explained(item=name, text=given.why)
        elif given.why_declined:
            yield Declined(item=name)
        if given.note:
            yield Noted(item=name, text=given.note)
