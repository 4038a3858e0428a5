"""A question is asked: an answer, a command, or neither."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from asiakaskunto_cli.checklist.answer import IllegalAnswerError
from asiakaskunto_cli.checklist.items import DurationItem, TallyItem, TextItem
from asiakaskunto_cli.errors import KuntoError
from asiakaskunto_cli.language import gettext as _
from asiakaskunto_cli.visit.clock_turn import stopwatch
from asiakaskunto_cli.visit.events import (
    Answered,
    Event,
    Measured,
    Moved,
    NotApplicable,
    NotObserved,
)
from asiakaskunto_cli.visit.grammar import (
    COMMAND_KEYS,
    COUNT_ONE,
    Command,
    answer_keys,
    command_of,
    literal,
    read_answer,
)
from asiakaskunto_cli.visit.interview import Interview
from asiakaskunto_cli.visit.talk import Desk, Wanted, leave
from asiakaskunto_cli.visit.words_turn import note, point_out_personal


def question(desk: Desk, interview: Interview) -> Event | None:
    """Return what is done about the question, None where that was only explained."""
    item = interview.item
    line = desk.line(_wanted(interview))
    command = command_of(line.strip())
    if command is not None:
        return _do(desk, interview, command)
    if not line.strip():
        return _enter(desk, interview)
    if isinstance(item, TallyItem) and line.strip().casefold() in COUNT_ONE:
        return _count_one(interview, item, COUNT_ONE[line.strip().casefold()])
    try:
        answer = read_answer(interview.checklist, item, line)
    except IllegalAnswerError as error:
        desk.talk.say(str(error))
        return None
    if isinstance(item, TextItem):
        point_out_personal(desk, literal(line))
    return Answered(item=item.id, answer=answer)


def _wanted(interview: Interview) -> Wanted:
    item = interview.item
    keys = answer_keys(interview.checklist, item)
    if isinstance(item, TextItem):
        said = interview.response(item.id).answer
        words = said if isinstance(said, str) else ""
        return Wanted(_("Answer"), words=True, lines=True, before=words)
    if isinstance(item, TallyItem):
        return Wanted(_("Answer"), keys=frozenset(COUNT_ONE))
    if isinstance(item, DurationItem):
        return Wanted(_("Answer"), keys=frozenset({Command.STOPWATCH}))
    return (
        Wanted(_("Answer"), keys=keys | COMMAND_KEYS, by_key=True) if keys else Wanted(_("Answer"))
    )


def _enter(desk: Desk, interview: Interview) -> Event | None:
    """Enter keeps the answer that is there, and passes over words that nobody has to give."""
    item, response = interview.item, interview.response(interview.item.id)
    if item.id in interview.owed_reasons():
        return NotApplicable(item=item.id)
    if item.id in interview.owed_whys() and response.answer is not None:
        return Answered(item=item.id, answer=response.answer)
    if response.settled or isinstance(item, TextItem):
        return Moved(item=interview.after(item.id))
    desk.talk.say(_("An answer is needed, or > for later."))
    return None


def _do(desk: Desk, interview: Interview, command: Command) -> Event | None:
    """Carry out a command that is offered at a question."""
    actions: Mapping[Command, Callable[[Interview], Event | None]] = {
        Command.BACK: lambda visit: Moved(item=visit.before(visit.item.id)),
        Command.LATER: lambda visit: Moved(item=visit.after(visit.item.id)),
        Command.REVIEW: lambda _: Moved(item=None),
        Command.NOT_OBSERVED: lambda visit: NotObserved(item=visit.item.id),
        Command.NOT_APPLICABLE: lambda visit: _not_applicable(desk, visit),
        Command.NOTE: lambda visit: note(desk, visit),
        Command.EVIDENCE: lambda visit: _evidence(desk, visit),
        Command.STOPWATCH: lambda visit: stopwatch(desk, visit),
        Command.HELP: desk.talk.help,
        Command.LEAVE: lambda _: leave(),
    }
    if command in actions:
        return actions[command](interview)
    desk.talk.say(_("That works at the review: ="))
    return None


def _count_one(interview: Interview, item: TallyItem, noticed: int) -> Event:
    """Count one more on a tally; Enter takes what was counted."""
    so_far = interview.response(item.id).answer
    k, n = (so_far["k"], so_far["n"]) if isinstance(so_far, dict) else (0, 0)
    return Measured(item=item.id, answer={"k": k + noticed, "n": n + 1})


def _not_applicable(desk: Desk, interview: Interview) -> Event | None:
    if interview.checklist.na_of(interview.item) == "never":
        desk.talk.say(_("This question always applies. If you could not see it: ."))
        return None
    return NotApplicable(item=interview.item.id)


def _evidence(desk: Desk, interview: Interview) -> Event | None:
    """Copy a file to the visit's evidence."""
    if interview.item.evidence == "none":
        desk.talk.say(_("No evidence is collected on this question."))
        return None
    desk.talk.offer_file()
    path = desk.line(Wanted(_("File"), words=True)).strip()
    command = command_of(path)
    if command is Command.LEAVE:
        leave()
    if not path or command is not None:
        return None
    try:
        return desk.means.keep_evidence(interview.item.id, path)
    except KuntoError as error:
        desk.talk.say(f"{error.message} {error.remedy}")
        return None
