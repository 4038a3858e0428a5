"""What the score of a visit is made of: areas, measures and sections."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from asiakaskunto_cli.checklist.model import Checklist
from asiakaskunto_cli.language import gettext as _
from asiakaskunto_cli.language import in_language, ngettext
from asiakaskunto_cli.pages.blocks import Bar, Chart
from asiakaskunto_cli.pages.figures import points
from asiakaskunto_cli.pages.names import area_name, capitalised, measure_name
from asiakaskunto_cli.report.model import Report, ReportItem
from asiakaskunto_cli.words import State

Key = Callable[[ReportItem], str | None]


def parts_chart(report: Report, checklist: Checklist, language: str) -> Iterator[Chart]:
    """Yield the picture of areas, measures and sections with their scores and scored items."""
    bars = (*_areas(report), *_measures(report), *_sections(report, checklist, language))
    if bars:
        yield Chart(_("What the score is made of (0–100)"), bars)


def _areas(report: Report) -> Iterator[Bar]:
    group = _("Areas")
    for area, score in report.scores.areas.items():
        yield _bar(capitalised(area_name(area)), score, report, lambda one: one.area, area, group)
        group = ""


def _measures(report: Report) -> Iterator[Bar]:
    group = _("Measures")
    for measure, score in report.scores.measures.items():
        name = capitalised(measure_name(measure))
        yield _bar(name, score, report, lambda one: one.measure, measure, group)
        group = ""


def _sections(report: Report, checklist: Checklist, language: str) -> Iterator[Bar]:
    """Yield the sections in which something is scored."""
    titles = {one.id: in_language(one.title, language) for one in checklist.sections}
    group = _("Sections")
    for section, score in report.scores.sections.items():
        if score is not None:
            name = titles.get(section, section)
            yield _bar(name, score, report, lambda one: one.section, section, group)
            group = ""


def _bar(name: str, score: float | None, report: Report, key: Key, wanted: str, group: str) -> Bar:
    scored = sum(one.state is State.SCORED and key(one) == wanted for one in report.items)
    count = ngettext("{count} item", "{count} items", scored).format(count=scored)
    return Bar(name, f"{points(score)} ({count})", score, group=group)
