"""The pictures of a site: the methods beside the index, and the three areas by each of them."""

from __future__ import annotations

from collections.abc import Iterator

from asiakaskunto_cli.analysis.intervals import Interval
from asiakaskunto_cli.analysis.site import Estimate, SiteSummary
from asiakaskunto_cli.language import gettext as _
from asiakaskunto_cli.language import ngettext
from asiakaskunto_cli.pages.blocks import Bar, Chart, Mark
from asiakaskunto_cli.pages.figures import interval_text, points
from asiakaskunto_cli.pages.names import area_name, capitalised, level_name, method_name
from asiakaskunto_cli.programme.model import Programme
from asiakaskunto_cli.words import Area, Method


def methods_chart(site: SiteSummary, programme: Programme) -> Chart:
    """Return the index and what each method says, with their intervals, against the target."""
    bars = []
    if site.index is not None:
        bars.append(_bar(_("Asiakaskunto index"), site.index))
    for method in Method:
        if method in site.methods:
            found = site.methods[method]
            estimate = Estimate(found.visits, found.mean, found.interval)
            bars.append(_bar(capitalised(method_name(method)), estimate))
    title = _("The index and the methods behind it (0–100)")
    return Chart(title, tuple(bars), marks=target_marks(site.site, programme))


def areas_chart(site: SiteSummary) -> Chart:
    """Return knowledge, skills and emotion, each by every method that scored it."""
    title = _("Knowledge, skills and emotion by method (0–100)")
    return Chart(title, tuple(bar for area in Area for bar in _area(site, area)))


def target_marks(site: str, programme: Programme) -> tuple[Mark, ...]:
    """Return the score that the site's target asks for, where it has a target."""
    target = programme.target_of(site)
    if target is None:
        return ()
    needed = programme.policy().levels[target].score
    words = _("Target {level}: {points}")
    return (Mark(needed, words.format(level=level_name(target), points=points(needed))),)


def estimate_text(estimate: Estimate) -> str:
    """Return a mean with its interval and visits: 72.4 (65.1…79.9; 8 visits)."""
    count = ngettext("{count} visit", "{count} visits", estimate.visits)
    return figure_text(estimate.mean, estimate.interval, count.format(count=estimate.visits))


def figure_text(mean: float, interval: Interval | None, count: str) -> str:
    """Return a mean with its interval, where it has one, and what it was counted from.

    An interval without width has seen nothing of chance, so it is no interval.
    """
    seen = interval is not None and interval.has_width
    behind = f"{interval_text(interval)}; {count}" if seen else count
    return f"{points(mean)} ({behind})"


def _area(site: SiteSummary, area: Area) -> Iterator[Bar]:
    group = capitalised(area_name(area))
    for method in Method:
        found = site.methods.get(method)
        if found is not None and area in found.areas:
            yield _bar(capitalised(method_name(method)), found.areas[area], group)
            group = ""


def _bar(label: str, estimate: Estimate, group: str = "") -> Bar:
    ends = estimate.interval
    low, high = (ends.low, ends.high) if ends is not None and ends.has_width else (None, None)
    return Bar(label, estimate_text(estimate), estimate.mean, low, high, group)
