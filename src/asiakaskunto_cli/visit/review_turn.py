"""The review: what is missing, a closing note, the facts of the visit, the end."""

from __future__ import annotations

from datetime import datetime
from typing import cast

from asiakaskunto_cli.errors import KuntoError, VisitIncompleteError
from asiakaskunto_cli.language import gettext as _
from asiakaskunto_cli.report.model import Site
from asiakaskunto_cli.report.opening import Opening
from asiakaskunto_cli.visit.events import Closed, Event, Finished, Moved
from asiakaskunto_cli.visit.grammar import Command, command_of, number_keys, place_of
from asiakaskunto_cli.visit.interview import Interview
from asiakaskunto_cli.visit.talk import Desk, Wanted, leave
from asiakaskunto_cli.visit.words_turn import note_words

FACTS = ("site", "wave", "evaluator", "visited_at")


def review(desk: Desk, interview: Interview, opening: Opening | None) -> Event | None:
    """Return what is done at the review, None where that was only explained."""
    try:
        line = desk.line(Wanted(_("Review"))).strip()
    except VisitIncompleteError:
        # A pipe that has answered everything has nothing left to say; a person has.
        if interview.complete and desk.means.pipe:
            return Finished()
        raise
    place = place_of(line, len(interview.visible))
    if place is not None:
        return Moved(item=interview.visible[place - 1])
    match command_of(line):
        case Command.BACK:
            return Moved(item=interview.before(None))
        case Command.NOTE:
            return _closing_note(desk, interview)
        case Command.LEAVE:
            leave()
        case Command.FACTS:
            return _amend(desk, _facts_now(interview, opening))
        case Command.FINISH_WITH_GAPS:
            return _finish_with_gaps(desk, interview)
        case _:
            pass
    if line:
        desk.talk.say(_("Type a question's number, or one of the commands above."))
        return None
    return _finish_or_go(interview)


def _closing_note(desk: Desk, interview: Interview) -> Event | None:
    if interview.checklist.anonymous:
        desk.talk.say(_("The answers are anonymous, so no notes are collected."))
        return None
    words = note_words(desk, _("Note on the whole visit"), interview.closing_note)
    return None if words is None else Closed(text=words)


def _finish_or_go(interview: Interview) -> Event:
    """Enter at the review: the end of a complete visit, else what is owed, else what is missing."""
    missing = [*interview.owed(), *interview.unanswered()]
    return Moved(item=missing[0]) if missing else Finished()


def _finish_with_gaps(desk: Desk, interview: Interview) -> Event | None:
    if interview.may_finish:
        return Finished()
    desk.talk.say(_("Something is owed first. Enter = go there."))
    return None


def _amend(desk: Desk, facts: list[str]) -> Event | None:
    """Correct a fact of the visit: which one, then what it is."""
    desk.talk.offer_facts(facts)
    wanted = Wanted(_("Which (number)"), keys=number_keys(len(FACTS)), by_key=True)
    place = place_of(_typed(desk, wanted), len(FACTS))
    if place is None:
        return None
    desk.talk.offer_note("")
    value = _typed(desk, Wanted(_("New value"), words=True, before=facts[place - 1]))
    if not value or command_of(value) is not None:
        return None
    try:
        return desk.means.amend(FACTS[place - 1], value)
    except KuntoError as error:
        desk.talk.say(f"{error.message} {error.remedy}")
        return None


def _typed(desk: Desk, wanted: Wanted) -> str:
    line = desk.line(wanted).strip()
    if command_of(line) is Command.LEAVE:
        leave()
    return line


def _facts_now(interview: Interview, opening: Opening | None) -> list[str]:
    """Return the facts as they stand after what was corrected, nothing where they are unknown."""
    known = {name: getattr(opening, name, None) for name in FACTS} | interview.amendments
    site, moment = cast("Site | None", known["site"]), cast("datetime | None", known["visited_at"])
    return [
        (site.name or site.id) if site else "",
        str(known["wave"] or ""),
        str(known["evaluator"] or ""),
        moment.strftime("%Y-%m-%d %H:%M") if moment else "",
    ]
