"""The line asker: one plain line per prompt, nothing ever redrawn.

For pipes, dumb terminals and screen readers. What it says goes to one stream, what it is told
comes from another; it never looks at the terminal itself.
"""

from __future__ import annotations

from typing import BinaryIO

from asiakaskunto_cli.checklist.answer import IllegalAnswerError
from asiakaskunto_cli.checklist.model import TextItem
from asiakaskunto_cli.errors import VisitIncompleteError
from asiakaskunto_cli.language import gettext as _
from asiakaskunto_cli.report.opening import Opening
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
from asiakaskunto_cli.visit.grammar import Command, command_of, literal, place_of, read_answer
from asiakaskunto_cli.visit.interview import Asking, Interview
from asiakaskunto_cli.visit.screen import Screen
from asiakaskunto_cli.visit.typed_lines import EndOfInputError, read_line


class LineAsker:
    """Asks by printing lines and reading lines."""

    def __init__(self, keyboard: BinaryIO, screen: Screen, *, terminal: bool) -> None:
        """Read from a stream of bytes; ``terminal`` tells whether a person is at its other end."""
        self._keyboard = keyboard
        self._screen = screen
        self._terminal = terminal

    def greet(self, interview: Interview, opening: Opening) -> None:
        """Say what this visit is, and for a mystery shopper what to do."""
        self._screen.greet(interview, opening)

    def next_event(self, interview: Interview) -> Event:
        """Return what the person does next; what is no answer is explained and asked again.

        Raises VisitIncompleteError when the person leaves or the input ends.
        """
        self._screen.show(interview)
        while True:
            event = self._turn(interview)
            if event is not None:
                return event

    def _turn(self, interview: Interview) -> Event | None:
        match interview.asking:
            case Asking.ANSWER:
                return self._answer(interview)
            case Asking.WHY:
                return self._why(interview)
            case Asking.REASON:
                return self._reason(interview)
            case _:
                return self._review(interview)

    def _line(self, prompt: str) -> str:
        """Return the next line.

        Raises VisitIncompleteError at the end of the input.
        """
        self._screen.prompt(prompt)
        try:
            line = read_line(self._keyboard, terminal=self._terminal)
        except EndOfInputError as error:
            self._screen.end_prompt()
            raise VisitIncompleteError(
                _("The answers ended before the visit was finished.")
            ) from error
        if not self._terminal:
            self._screen.end_prompt()  # nobody pressed Enter
        if line.cut:
            self._screen.say(
                _("The terminal may have cut that line at its end. Check it, and add a note (+).")
            )
        return line.text

    def _answer(self, interview: Interview) -> Event | None:
        item = interview.item
        line = self._line(_("Answer"))
        command = command_of(line.strip())
        if command is not None:
            return self._do(interview, command)
        if not line.strip():
            return self._enter(interview)
        try:
            answer = read_answer(interview.checklist, item, line)
        except IllegalAnswerError as error:
            self._screen.say(str(error))
            return None
        return Answered(item=item.id, answer=answer)

    def _enter(self, interview: Interview) -> Event | None:
        """Enter keeps the answer that is there, and passes over words that nobody has to give."""
        item, response = interview.item, interview.response(interview.item.id)
        if item.id in interview.owed_reasons():
            return NotApplicable(item=item.id)
        if item.id in interview.owed_whys() and response.answer is not None:
            return Answered(item=item.id, answer=response.answer)
        if response.settled or isinstance(item, TextItem):
            return Moved(item=interview.after(item.id))
        self._screen.say(_("An answer is needed, or > for later."))
        return None

    def _do(self, interview: Interview, command: Command) -> Event | None:
        """Carry out a command that is offered at a question."""
        item = interview.item
        match command:
            case Command.BACK:
                return Moved(item=interview.before(item.id))
            case Command.LATER:
                return Moved(item=interview.after(item.id))
            case Command.REVIEW:
                return Moved(item=None)
            case Command.NOT_OBSERVED:
                return NotObserved(item=item.id)
            case Command.NOT_APPLICABLE:
                return self._not_applicable(interview)
            case Command.NOTE:
                return self._note(interview)
            case Command.HELP:
                self._screen.help(interview)
                return None
            case Command.LEAVE:
                raise _left()
            case Command.FINISH_WITH_GAPS:
                self._screen.say(_("Finish at the review: ="))
                return None

    def _not_applicable(self, interview: Interview) -> Event | None:
        if interview.checklist.na_of(interview.item) == "never":
            self._screen.say(_("This question always applies. If you could not see it: ."))
            return None
        return NotApplicable(item=interview.item.id)

    def _note(self, interview: Interview) -> Event | None:
        item, response = interview.item, interview.response(interview.item.id)
        if not item.notes:
            self._screen.say(_("No notes are collected on this question."))
            return None
        words = self._words(_("Note"), response.note)
        return None if words is None else Noted(item=item.id, text=words)

    def _words(self, prompt: str, before: str) -> str | None:
        """Return a note's new words, nothing to remove those before, None to leave it as it is."""
        self._screen.offer_note(before)
        while True:
            line = self._line(prompt)
            match command_of(line.strip()):
                case None:
                    return literal(line) if line.strip() else None
                case Command.BACK:
                    return None
                case Command.NOT_APPLICABLE if before:
                    return ""
                case Command.LEAVE:
                    raise _left()
                case command:
                    self._say_nothing_happens(command)

    def _say_nothing_happens(self, command: Command) -> None:
        words = _("“{token}” does nothing here; \\{token} is taken as words.")
        self._screen.say(words.format(token=command))

    def _why(self, interview: Interview) -> Event | None:
        item = interview.item.id
        line = self._line(_("WHY?"))
        command = command_of(line.strip())
        if command is Command.NOT_APPLICABLE:
            return Declined(item=item)
        if command is not None:
            return self._elsewhere(interview, command)
        if line.strip():
            return Explained(item=item, text=literal(line))
        if item in interview.owed_whys():
            self._screen.say(_("A reason is needed in their own words; - if they would not say."))
            return None
        return Moved(item=interview.after(item))

    def _reason(self, interview: Interview) -> Event | None:
        item = interview.item.id
        line = self._line(_("Why does it not apply?"))
        command = command_of(line.strip())
        if command is not None:
            return self._elsewhere(interview, command)
        if line.strip():
            return Reasoned(item=item, text=literal(line))
        if item in interview.owed_reasons():
            self._screen.say(_("A reason is needed, or < to give an answer after all."))
            return None
        return Moved(item=interview.after(item))

    def _elsewhere(self, interview: Interview, command: Command) -> Event | None:
        """Carry out a command where words are asked for."""
        item = interview.item.id
        match command:
            case Command.BACK:
                return Moved(item=item)
            case Command.LATER:
                return Moved(item=interview.after(item))
            case Command.REVIEW:
                return Moved(item=None)
            case Command.HELP:
                self._screen.help(interview)
            case Command.LEAVE:
                raise _left()
            case _:
                self._say_nothing_happens(command)
        return None

    def _review(self, interview: Interview) -> Event | None:
        try:
            line = self._line(_("Review")).strip()
        except VisitIncompleteError:
            # A pipe that has answered everything has nothing left to say; a person has.
            if interview.complete and not self._terminal:
                return Finished()
            raise
        place = place_of(line, len(interview.visible))
        if place is not None:
            return Moved(item=interview.visible[place - 1])
        match command_of(line):
            case Command.BACK:
                return Moved(item=interview.before(None))
            case Command.NOTE:
                words = self._words(_("Note on the whole visit"), interview.closing_note)
                return None if words is None else Closed(text=words)
            case Command.LEAVE:
                raise _left()
            case Command.FINISH_WITH_GAPS if interview.may_finish:
                return Finished()
            case Command.FINISH_WITH_GAPS:
                self._screen.say(_("A reason is owed first. Enter = go there."))
                return None
            case _:
                pass
        if line:
            self._screen.say(_("Type a question's number, or one of the commands above."))
            return None
        return _finish_or_go(interview)


def _finish_or_go(interview: Interview) -> Event:
    """Enter at the review: the end of a complete visit, else the first thing that is missing."""
    missing = [*interview.owed_reasons(), *interview.owed_whys(), *interview.unanswered()]
    first = next((name for name in interview.visible if name in missing), None)
    return Finished() if first is None else Moved(item=first)


def _left() -> VisitIncompleteError:
    return VisitIncompleteError(_("The visit is not finished."))
