"""A finished visit is opened again: its report becomes a draft that says the same.

Whoever goes on with the draft corrects what is wrong; finishing it writes a report that
supersedes the old one, which stays as it is.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

from asiakaskunto_cli import __version__
from asiakaskunto_cli.report.model import Report, ReportItem
from asiakaskunto_cli.report.opening import Opening, Rules
from asiakaskunto_cli.report.successor import Succession
from asiakaskunto_cli.visit.events import (
    Answered,
    Attached,
    Closed,
    Declined,
    Event,
    Explained,
    Moved,
    NotApplicable,
    Noted,
    NotObserved,
    Reasoned,
)
from asiakaskunto_cli.words import State, Status


def opening_again(report: Report, succession: Succession, now: datetime) -> Opening:
    """Return the opening of the correction: the facts of the visit, by the rules it was judged by.

    A withdrawn visit that is corrected counts again. The correction is a sitting of its own and
    starts now; when the visit was made stays.
    """
    visit = report.visit
    return Opening(
        kunto_version=__version__,
        report_id=succession.report_id,
        supersedes=report.report_id,
        supersede_reason=succession.reason,
        status=Status.FINAL if report.status is Status.WITHDRAWN else report.status,
        programme=report.programme,
        wave=report.wave,
        language=report.language,
        entry=report.entry,
        site=report.site,
        method=visit.method,
        scenario=visit.scenario,
        channel=visit.channel,
        evaluator=visit.evaluator,
        visited_at=visit.visited_at,
        started_at=now,
        target=report.target,
        rules=Rules(levels=report.levels, area_weights=report.area_weights),
    )


def events_of(report: Report, now: datetime) -> Iterator[tuple[str, Event]]:
    """Yield the events that lead to the answers of a report, each at its own moment.

    The last one, now, goes to the review, which is where a correction begins.
    """
    finished = report.visit.finished_at
    for item in report.items:
        at = (item.answered_at or finished).isoformat()
        yield from ((at, event) for event in _said(item))
        for one in item.evidence:
            attached = Attached(item=item.id, file=one.file, sha256=one.sha256, bytes=one.bytes)
            yield one.added_at.isoformat(), attached
    if report.visit.note:
        yield finished.isoformat(), Closed(text=report.visit.note)
    yield now.isoformat(), Moved(item=None)


def _said(item: ReportItem) -> Iterator[Event]:
    # An answer goes before the state: an item may not apply because of what was answered.
    if item.answer is not None:
        yield Answered(item=item.id, answer=item.answer)
    elif item.state is State.NOT_APPLICABLE:
        yield NotApplicable(item=item.id)
    elif item.state is State.NOT_OBSERVED:
        yield NotObserved(item=item.id)
    if item.na_reason:
        yield Reasoned(item=item.id, text=item.na_reason)
    if item.why:
        yield Explained(item=item.id, text=item.why)
    elif item.why_declined:
        yield Declined(item=item.id)
    if item.note:
        yield Noted(item=item.id, text=item.note)
