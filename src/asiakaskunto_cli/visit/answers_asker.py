"""The answers asker: a file answers the interview, in the place of a person."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from asiakaskunto_cli.checklist.answer import legal_answer
from asiakaskunto_cli.errors import VisitIncompleteError
from asiakaskunto_cli.language import gettext as _
from asiakaskunto_cli.report.opening import Opening
from asiakaskunto_cli.visit.answers_file import Answers, GivenAnswer
from asiakaskunto_cli.visit.events import (
    Answered,
    Closed,
    Declined,
    Event,
    Explained,
    Finished,
    Moved,
    NotApplicable,
    Noted,
    NotObserved,
    Reasoned,
)
from asiakaskunto_cli.visit.interview import Asking, Interview
from asiakaskunto_cli.visit.talk import KeepEvidence

NOTHING_SAID = GivenAnswer()


class AnswersAsker:
    """Answers what the file answers, passes over the rest, and names it at the end."""

    def __init__(self, answers: Answers, keep_evidence: KeepEvidence) -> None:
        """Answer from a file that was checked against the checklist."""
        self._answers = answers
        self._keep_evidence = keep_evidence
        self._kept: set[tuple[str, str]] = set()
        # What the file says of an item without being asked, once the item is behind.
        self._unasked: Event | None = None

    def greet(self, interview: Interview, opening: Opening) -> None:
        """Say nothing: nobody reads."""

    def next_event(self, interview: Interview) -> Event:
        """Return the next thing that the file does.

        Raises VisitIncompleteError at the end when something is missing, naming it.
        """
        if self._unasked is not None:
            said, self._unasked = self._unasked, None
            return said
        match interview.asking:
            case Asking.ANSWER:
                return self._answer(interview)
            case Asking.WHY:
                return self._why(interview)
            case Asking.REASON:
                return self._reason(interview)
            case _:
                return self._review(interview)

    def _evidence(self, name: str, given: GivenAnswer) -> Iterator[Event]:
        """Keep the files that show an item, each once, and yield what that does."""
        folder = Path(self._answers.source.file).parent
        for path in given.evidence_paths:
            if (name, path) not in self._kept:
                self._kept.add((name, path))
                yield self._keep_evidence(name, str(folder / path))

    def _given(self, interview: Interview) -> GivenAnswer:
        return self._answers.given.get(interview.item.id, NOTHING_SAID)

    def _answer(self, interview: Interview) -> Event:
        item, given = interview.item, self._given(interview)
        if given.note and interview.response(item.id).note != given.note:
            return Noted(item=item.id, text=given.note)
        for event in self._evidence(item.id, given):
            return event
        if given.na:
            if given.na_reason and interview.checklist.na_of(item) != "with_reason":
                self._unasked = Reasoned(item=item.id, text=given.na_reason)
            return NotApplicable(item=item.id)
        if given.not_observed:
            return NotObserved(item=item.id)
        if given.value is None:
            return Moved(item=interview.after(item.id))
        return Answered(item=item.id, answer=legal_answer(interview.checklist, item, given.value))

    def _why(self, interview: Interview) -> Event:
        item, given = interview.item.id, self._given(interview)
        if given.why:
            return Explained(item=item, text=given.why)
        return Declined(item=item) if given.why_declined else Moved(item=interview.after(item))

    def _reason(self, interview: Interview) -> Event:
        item, reason = interview.item.id, self._given(interview).na_reason
        return Reasoned(item=item, text=reason) if reason else Moved(item=interview.after(item))

    def _review(self, interview: Interview) -> Event:
        note = self._answers.file.note
        if note and interview.closing_note != note:
            return Closed(text=note)
        if interview.complete:
            return Finished()
        missing = [
            (_("no answer: {items}"), interview.unanswered()),
            (_("no reason for “not applicable”: {items}"), interview.owed_reasons()),
            (_("no WHY: {items}"), interview.owed_whys()),
            (_("no evidence: {items}"), interview.owed_evidence()),
        ]
        named = "; ".join(words.format(items=", ".join(names)) for words, names in missing if names)
        raise VisitIncompleteError(
            _("The answers are not complete: {missing}.").format(missing=named)
        )

    def never_asked(self, interview: Interview) -> list[str]:
        """Return the items that the file answers but that this visit does not ask about."""
        return [name for name in self._answers.given if name not in interview.visible]
