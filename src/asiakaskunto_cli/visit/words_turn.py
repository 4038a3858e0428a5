"""Words are asked for: the WHY of an answer, the reason why it does not apply, a note."""

from __future__ import annotations

from asiakaskunto_cli.language import gettext as _
from asiakaskunto_cli.personal import personal_data_in
from asiakaskunto_cli.visit.events import Declined, Event, Explained, Moved, Noted, Reasoned
from asiakaskunto_cli.visit.grammar import Command, command_of, literal
from asiakaskunto_cli.visit.interview import Interview
from asiakaskunto_cli.visit.talk import Desk, Wanted, leave


def why(desk: Desk, interview: Interview) -> Event | None:
    """Return what is done about the WHY, None where that was only explained."""
    item = interview.item.id
    before = interview.response(item).why
    line = desk.line(Wanted(_("WHY?"), words=True, lines=True, before=before))
    command = command_of(line.strip())
    if command is Command.NOT_APPLICABLE:
        return Declined(item=item)
    if command is not None:
        return _elsewhere(desk, interview, command)
    words = literal(line)
    if words.strip():
        return Explained(item=item, text=point_out_personal(desk, words))
    if item in interview.owed_whys() or (line and interview.calls_for_why(interview.item)):
        desk.talk.say(_("A reason is needed in their own words; - if they would not say."))
        return None
    if line.strip():
        return Explained(item=item, text="")
    return Moved(item=interview.after(item))


def reason(desk: Desk, interview: Interview) -> Event | None:
    """Return what is done about the reason that is owed, None where that was only explained."""
    item = interview.item.id
    before = interview.response(item).na_reason
    wanted = Wanted(_("Why does it not apply?"), words=True, lines=True, before=before)
    line = desk.line(wanted)
    command = command_of(line.strip())
    if command is not None:
        return _elsewhere(desk, interview, command)
    words = literal(line)
    if words.strip():
        return Reasoned(item=item, text=point_out_personal(desk, words))
    if line.strip() or item in interview.owed_reasons():
        desk.talk.say(_("A reason is needed, or < to give an answer after all."))
        return None
    return Moved(item=interview.after(item))


def note(desk: Desk, interview: Interview) -> Event | None:
    """Return the question's note as it is to be, None to leave it as it is."""
    item, response = interview.item, interview.response(interview.item.id)
    if not item.notes:
        desk.talk.say(_("No notes are collected on this question."))
        return None
    words = note_words(desk, _("Note"), response.note)
    return None if words is None else Noted(item=item.id, text=words)


def note_words(desk: Desk, prompt: str, before: str) -> str | None:
    """Return a note's new words, nothing to remove those before, None to leave it as it is."""
    while True:
        desk.talk.offer_note(before)
        line = desk.line(Wanted(prompt, words=True, lines=True, before=before))
        match command_of(line.strip()):
            case None:
                return point_out_personal(desk, literal(line)) if line.strip() else None
            case Command.BACK:
                return None
            case Command.NOT_APPLICABLE if before:
                return ""
            case Command.LEAVE:
                leave()
            case command:
                _say_nothing_happens(desk, command)


def point_out_personal(desk: Desk, words: str) -> str:
    """Return the words, after pointing out what in them may tell who somebody is."""
    for kind in personal_data_in(words):
        desk.talk.warn_personal(kind)
    return words


def _elsewhere(desk: Desk, interview: Interview, command: Command) -> Event | None:
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
            desk.talk.help(interview)
        case Command.LEAVE:
            leave()
        case _:
            _say_nothing_happens(desk, command)
    return None


def _say_nothing_happens(desk: Desk, command: Command) -> None:
    words = _("“{token}” does nothing here; \\{token} is taken as words.")
    desk.talk.say(words.format(token=command))
