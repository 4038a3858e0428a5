"""A stopwatch is started or stopped, at its own question or from any other."""

from __future__ import annotations

from asiakaskunto_cli.checklist.items import DurationItem
from asiakaskunto_cli.language import gettext as _
from asiakaskunto_cli.visit.events import Answered, ClockStarted, Event, Measured
from asiakaskunto_cli.visit.grammar import Command, command_of, number_keys, place_of
from asiakaskunto_cli.visit.interview import Interview
from asiakaskunto_cli.visit.stopwatch import measured, timed_items
from asiakaskunto_cli.visit.talk import Desk, Wanted, leave


def stopwatch(desk: Desk, interview: Interview) -> Event | None:
    """Start or stop the stopwatch of this question, or of one that is picked by number."""
    item = interview.item
    if isinstance(item, DurationItem):
        if item.id not in interview.clocks:
            return ClockStarted(item=item.id)
        return Answered(item=item.id, answer=_time_of(desk, interview, item))
    timed = timed_items(interview)
    if not timed:
        desk.talk.say(_("No question of this checklist is timed."))
        return None
    desk.talk.offer_clocks(interview, timed)
    picked = _picked(desk, timed)
    if picked is None:
        return None
    if picked.id not in interview.clocks:
        return ClockStarted(item=picked.id)
    return Measured(item=picked.id, answer=_time_of(desk, interview, picked))


def _picked(desk: Desk, timed: list[DurationItem]) -> DurationItem | None:
    keys = number_keys(len(timed))
    line = desk.line(Wanted(_("Stopwatch (number)"), keys=keys, by_key=bool(keys))).strip()
    if command_of(line) is Command.LEAVE:
        leave()
    place = place_of(line, len(timed))
    return None if place is None else timed[place - 1]


def _time_of(desk: Desk, interview: Interview, item: DurationItem) -> float | int:
    return measured(item, interview.clocks[item.id], desk.means.clock())
