"""The dialogue of a visit: what a person typed becomes an event, or is explained and asked again.

Both askers share it, so that a key and a line always mean the same.
"""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Callable, Mapping
from typing import NoReturn

from asiakaskunto_cli.checklist.answer import IllegalAnswerError
from asiakaskunto_cli.checklist.items import DurationItem, TallyItem, TextItem
from asiakaskunto_cli.errors import KuntoError, VisitIncompleteError
from asiakaskunto_cli.language import gettext as _
from asiakaskunto_cli.report.personal import personal_data_in
from asiakaskunto_cli.visit.events import (
    Answered,
    ClockStarted,
    Closed,
    Declined,
    Event,
    Explained,
    Finished,
    Measured,
    Moved,
    NotApplicable,
    Noted,
    NotObserved,
    Reasoned,
)
from asiakaskunto_cli.visit.grammar import (
    COMMAND_KEYS,
    COUNT_ONE,
    Command,
    answer_keys,
    command_of,
    literal,
    place_of,
    read_answer,
)
from asiakaskunto_cli.visit.interview import Asking, Interview
from asiakaskunto_cli.visit.stopwatch import measured
from asiakaskunto_cli.visit.talk import Means, Talk, Wanted


class Dialogue(ABC):
    """What both askers do about what a person types; how it is typed is theirs."""

    def __init__(self, talk: Talk, means: Means) -> None:
        """Speak through ``talk``; ``means`` are what a turn may need of the world."""
        self._talk = talk
        self._means = means

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
                return self._answer(interview)
            case Asking.WHY:
                return self._why(interview)
            case Asking.REASON:
                return self._reason(interview)
            case _:
                return self._review(interview)

    @abstractmethod
    def _line(self, wanted: Wanted) -> str:
        """Return what is typed, or the one key that was pressed.

        Raises VisitIncompleteError at the end of the input.
        """

    def _answer(self, interview: Interview) -> Event | None:
        item = interview.item
        line = self._line(_wanted_answer(interview))
        command = command_of(line.strip())
        if command is not None:
            return self._do(interview, command)
        if not line.strip():
            return self._enter(interview)
        if isinstance(item, TallyItem) and line.strip().casefold() in COUNT_ONE:
            return self._count_one(interview, item, COUNT_ONE[line.strip().casefold()])
        try:
            answer = read_answer(interview.checklist, item, line)
        except IllegalAnswerError as error:
            self._talk.say(str(error))
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
        self._talk.say(_("An answer is needed, or > for later."))
        return None

    def _do(self, interview: Interview, command: Command) -> Event | None:
        """Carry out a command that is offered at a question."""
        actions: Mapping[Command, Callable[[Interview], Event | None]] = {
            Command.BACK: lambda visit: Moved(item=visit.before(visit.item.id)),
            Command.LATER: lambda visit: Moved(item=visit.after(visit.item.id)),
            Command.REVIEW: lambda _: Moved(item=None),
            Command.NOT_OBSERVED: lambda visit: NotObserved(item=visit.item.id),
            Command.NOT_APPLICABLE: self._not_applicable,
            Command.NOTE: self._note,
            Command.EVIDENCE: self._evidence,
            Command.STOPWATCH: self._stopwatch,
            Command.HELP: self._talk.help,
            Command.LEAVE: lambda _: _leave(),
        }
        if command in actions:
            return actions[command](interview)
        self._talk.say(_("That works at the review: ="))
        return None

    def _count_one(self, interview: Interview, item: TallyItem, noticed: int) -> Event:
        """Count one more on a tally; Enter takes what was counted."""
        so_far = interview.response(item.id).answer
        k, n = (so_far["k"], so_far["n"]) if isinstance(so_far, dict) else (0, 0)
        return Measured(item=item.id, answer={"k": k + noticed, "n": n + 1})

    def _stopwatch(self, interview: Interview) -> Event | None:
        """Start or stop the stopwatch of this question, or of one that is picked by number."""
        item = interview.item
        if isinstance(item, DurationItem):
            if item.id not in interview.clocks:
                return ClockStarted(item=item.id)
            return Answered(item=item.id, answer=self._time_of(interview, item))
        timed = [
            one
            for one in map(interview.checklist.items.get, interview.visible)
            if isinstance(one, DurationItem)
        ]
        if not timed:
            self._talk.say(_("No question of this checklist is timed."))
            return None
        self._talk.offer_clocks(interview, timed)
        place = place_of(self._line(Wanted(_("Stopwatch (number)"))).strip(), len(timed))
        if place is None:
            return None
        picked = timed[place - 1]
        if picked.id not in interview.clocks:
            return ClockStarted(item=picked.id)
        return Measured(item=picked.id, answer=self._time_of(interview, picked))

    def _time_of(self, interview: Interview, item: DurationItem) -> float | int:
        return measured(item, interview.clocks[item.id], self._means.clock())

    def _evidence(self, interview: Interview) -> Event | None:
        """Copy a file to the visit's evidence."""
        if interview.item.evidence == "none":
            self._talk.say(_("No evidence is collected on this question."))
            return None
        path = self._line(Wanted(_("File"), words=True)).strip()
        if not path or command_of(path) is not None:
            return None
        try:
            return self._means.keep_evidence(interview.item.id, path)
        except KuntoError as error:
            self._talk.say(f"{error.message} {error.remedy}")
            return None

    def _not_applicable(self, interview: Interview) -> Event | None:
        if interview.checklist.na_of(interview.item) == "never":
            self._talk.say(_("This question always applies. If you could not see it: ."))
            return None
        return NotApplicable(item=interview.item.id)

    def _note(self, interview: Interview) -> Event | None:
        item, response = interview.item, interview.response(interview.item.id)
        if not item.notes:
            self._talk.say(_("No notes are collected on this question."))
            return None
        words = self._words(_("Note"), response.note)
        return None if words is None else Noted(item=item.id, text=words)

    def _words(self, prompt: str, before: str) -> str | None:
        """Return a note's new words, nothing to remove those before, None to leave it as it is."""
        self._talk.offer_note(before)
        while True:
            line = self._line(Wanted(prompt, words=True, before=before))
            match command_of(line.strip()):
                case None:
                    return self._checked(literal(line)) if line.strip() else None
                case Command.BACK:
                    return None
                case Command.NOT_APPLICABLE if before:
                    return ""
                case Command.LEAVE:
                    _leave()
                case command:
                    self._say_nothing_happens(command)

    def _checked(self, words: str) -> str:
        """Return the words, after pointing out what in them may tell who somebody is."""
        for kind in personal_data_in(words):
            self._talk.warn_personal(kind)
        return words

    def _say_nothing_happens(self, command: Command) -> None:
        words = _("“{token}” does nothing here; \\{token} is taken as words.")
        self._talk.say(words.format(token=command))

    def _why(self, interview: Interview) -> Event | None:
        item = interview.item.id
        before = interview.response(item).why
        line = self._line(Wanted(_("WHY?"), words=True, before=before))
        command = command_of(line.strip())
        if command is Command.NOT_APPLICABLE:
            return Declined(item=item)
        if command is not None:
            return self._elsewhere(interview, command)
        if line.strip():
            return Explained(item=item, text=self._checked(literal(line)))
        if item in interview.owed_whys():
            self._talk.say(_("A reason is needed in their own words; - if they would not say."))
            return None
        return Moved(item=interview.after(item))

    def _reason(self, interview: Interview) -> Event | None:
        item = interview.item.id
        before = interview.response(item).na_reason
        line = self._line(Wanted(_("Why does it not apply?"), words=True, before=before))
        command = command_of(line.strip())
        if command is not None:
            return self._elsewhere(interview, command)
        if line.strip():
            return Reasoned(item=item, text=self._checked(literal(line)))
        if item in interview.owed_reasons():
            self._talk.say(_("A reason is needed, or < to give an answer after all."))
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
                self._talk.help(interview)
            case Command.LEAVE:
                _leave()
            case _:
                self._say_nothing_happens(command)
        return None

    def _review(self, interview: Interview) -> Event | None:
        try:
            line = self._line(Wanted(_("Review"))).strip()
        except VisitIncompleteError:
            # A pipe that has answered everything has nothing left to say; a person has.
            if interview.complete and self._means.pipe:
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
                _leave()
            case Command.FACTS:
                return self._amend()
            case Command.FINISH_WITH_GAPS:
                return self._finish_with_gaps(interview)
            case _:
                pass
        if line:
            self._talk.say(_("Type a question's number, or one of the commands above."))
            return None
        return _finish_or_go(interview)

    def _finish_with_gaps(self, interview: Interview) -> Event | None:
        if interview.may_finish:
            return Finished()
        self._talk.say(_("Something is owed first. Enter = go there."))
        return None

    def _amend(self) -> Event | None:
        """Correct a fact of the visit: which one, then what it is."""
        self._talk.offer_facts()
        facts = ("site", "wave", "evaluator", "visited_at")
        place = place_of(self._line(Wanted(_("Which (number)"))).strip(), len(facts))
        if place is None:
            return None
        value = self._line(Wanted(_("New value"), words=True)).strip()
        if not value or command_of(value) is not None:
            return None
        try:
            return self._means.amend(facts[place - 1], value)
        except KuntoError as error:
            self._talk.say(f"{error.message} {error.remedy}")
            return None


def _wanted_answer(interview: Interview) -> Wanted:
    item = interview.item
    keys = answer_keys(interview.checklist, item)
    if isinstance(item, TextItem):
        said = interview.response(item.id).answer
        return Wanted(_("Answer"), words=True, before=said if isinstance(said, str) else "")
    if isinstance(item, TallyItem):
        return Wanted(_("Answer"), keys=frozenset(COUNT_ONE))
    if isinstance(item, DurationItem):
        return Wanted(_("Answer"), keys=frozenset({Command.STOPWATCH}))
    return Wanted(_("Answer"), keys=keys | COMMAND_KEYS if keys else keys)


def _finish_or_go(interview: Interview) -> Event:
    """Enter at the review: the end of a complete visit, else what is owed, else what is missing."""
    missing = [*interview.owed(), *interview.unanswered()]
    return Moved(item=missing[0]) if missing else Finished()


def _leave() -> NoReturn:
    raise VisitIncompleteError(_("The visit is not finished."))
