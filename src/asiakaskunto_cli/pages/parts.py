"""What the score of a visit is made of: areas, measures and sections."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from asiakaskunto_cli.checklist.model import Checklist
from asiakaskunto_cli.language import gettext as _
from asiakaskunto_cli.language import in_language
from asiakaskunto_cli.pages.blocks import Row, Table, figure_column, text_column
from asiakaskunto_cli.pages.figures import points
from asiakaskunto_cli.pages.names import area_name, capitalised, measure_name
from asiakaskunto_cli.report.model import Report, ReportItem
from asiakaskunto_cli.words import State

Key = Callable[[ReportItem], str | None]


def parts_table(report: Report, checklist: Checklist, language: str) -> Iterator[Table]:
    """Yield the table of areas, measures and sections with their scores and scored items."""
    rows = [*_areas(report), *_measures(report), *_sections(report, checklist, language)]
    columns = (
        text_column(_("Part")),
        figure_column(_("Score")),
        figure_column(_("Items scored")),
    )
    if rows:
        yield Table(columns, tuple(rows))


def _areas(report: Report) -> Iterator[Row]:
    group = _("Areas")
    for area, score in report.scores.areas.items():
        yield _row(capitalised(area_name(area)), score, report, lambda one: one.area, area, group)
        group = ""


def _measures(report: Report) -> Iterator[Row]:
    group = _("Measures")
    for measure, score in report.scores.measures.items():
        name = capitalised(measure_name(measure))
        yield _row(name, score, report, lambda one: one.measure, measure, group)
        group = ""


def _sections(report: Report, checklist: Checklist, language: str) -> Iterator[Row]:
    titles = {one.id: in_language(one.title, language) for one in checklist.sections}
    group = _("Sections")
    for section, score in report.scores.sections.items():
        name = titles.get(section, section)
        yield _row(name, score, report, lambda one: one.section, section, group)
        group = ""


def _row(name: str, score: float | None, report: Report, key: Key, wanted: str, group: str) -> Row:
    scored = sum(one.state is State.SCORED and key(one) == wanted for one in report.items)
    return Row((name, points(score), str(scored)), group=group)
