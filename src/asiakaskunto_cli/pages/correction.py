"""What a correction changed, one line a thing: what it was, and what it is now."""

from __future__ import annotations

from collections.abc import Iterator

from asiakaskunto_cli.language import format_date_and_time
from asiakaskunto_cli.language import gettext as _
from asiakaskunto_cli.pages.figures import NO_FIGURE
from asiakaskunto_cli.pages.names import state_name
from asiakaskunto_cli.report.model import Report, ReportItem

# What a thing is called, and what is said of it; an answer itself needs no name.
Said = list[tuple[str, str]]


def changes(old: Report, new: Report) -> Iterator[str]:
    """Yield what is another in the new report than in the old one of the same visit.

    Facts of the visit come first, then the items in the order in which they were asked.
    """
    yield from _told("", _facts(old), _facts(new))
    before = {item.id: item for item in old.items}
    after = {item.id: item for item in new.items}
    for name in _in_order(list(before), list(after)):
        text = (after.get(name) or before[name]).text
        yield from _told(text, _said(before.get(name)), _said(after.get(name)))


def _in_order(before: list[str], after: list[str]) -> list[str]:
    """Return every id once: those of now, and each that is gone after the one it followed."""
    order = list(after)
    for place, name in enumerate(before):
        if name not in order:
            order.insert(order.index(before[place - 1]) + 1 if place else 0, name)
    return order


def _told(text: str, before: Said, after: Said) -> Iterator[str]:
    for (label, was), (_label, now) in zip(before, after, strict=True):
        if was != now:
            about = " · ".join(filter(None, (text, label)))
            yield f"{about}: {_on_one_line(was)} → {_on_one_line(now)}"


def _on_one_line(words: str) -> str:
    return words.replace("\n", " ") or NO_FIGURE


def _facts(report: Report) -> Said:
    visit = report.visit
    return [
        (_("Site"), report.site.name),
        (_("Wave"), report.wave),
        (_("Evaluator"), visit.evaluator or ""),
        (_("Time of the visit"), format_date_and_time(visit.visited_at)),
        (_("Note on the whole visit"), visit.note),
    ]


def _said(item: ReportItem | None) -> Said:
    if item is None:
        return [("", ""), (_("Why"), ""), (_("Reason"), ""), (_("Note"), ""), (_("Evidence"), "")]
    why = _("(did not want to say)") if item.why_declined else item.why
    return [
        ("", item.answer_label or state_name(item.state)),
        (_("Why"), why),
        (_("Reason"), item.na_reason),
        (_("Note"), item.note),
        (_("Evidence"), ", ".join(one.file for one in item.evidence)),
    ]
