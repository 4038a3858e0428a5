"""Gated items that failed or went unchecked: which, how, and at which visits."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from asiakaskunto_cli.analysis.reduce import Limit
from asiakaskunto_cli.analysis.site import SiteSummary
from asiakaskunto_cli.language import format_date, in_language
from asiakaskunto_cli.language import gettext as _
from asiakaskunto_cli.pages.blocks import Block, Heading, Row, Table, text_column
from asiakaskunto_cli.pages.names import in_a_row
from asiakaskunto_cli.report.detail import VisitDetail


def gate_failures(
    sites: Sequence[SiteSummary], visits: Sequence[VisitDetail], language: str
) -> Iterator[Block]:
    """Yield the table of gated items that limit a site's level, each with its visits."""
    by_file = {visit.record.file: visit for visit in visits}
    rows = tuple(row for site in sites for row in _rows(site, by_file, language))
    if not rows:
        return
    columns = (text_column(_("Item")), text_column(_("What")), text_column(_("Visits")))
    yield Heading(_("Critical and core items that failed"))
    yield Table(columns, rows, _caption())


def _caption() -> str:
    return _(
        "A critical item that failed or was not checked takes the level away; a core item leaves "
        "GOOD at most."
    )


def _rows(site: SiteSummary, by_file: Mapping[str, VisitDetail], language: str) -> Iterator[Row]:
    group = site.name
    for (what, item), files in _collected(site.limits).items():
        visits = (by_file.get(file) for file in files)
        shown = [
            file if visit is None else format_date(visit.record.visited_at)
            for file, visit in zip(files, visits, strict=True)
        ]
        yield Row(
            (_question(item, by_file.get(files[0]), language), what, in_a_row(shown)), (), group
        )
        group = ""


def _question(item: str, visit: VisitDetail | None, language: str) -> str:
    """Return the question of an item, or its id where the visit is not in hand."""
    if visit is None or item not in visit.checklist.items:
        return item
    return in_language(visit.checklist.items[item].text, language)


def _collected(limits: Sequence[Limit]) -> Mapping[tuple[str, str], list[str]]:
    """Return the files of visits by what became of a gated item, the gravest first."""
    found: dict[tuple[str, str], list[str]] = {}
    for number, what in enumerate(
        (
            _("critical, failed"),
            _("critical, not checked"),
            _("core, failed"),
            _("core, not checked"),
        )
    ):
        for limit in limits:
            gates = (
                limit.critical_failed,
                limit.critical_unchecked,
                limit.core_failed,
                limit.core_unchecked,
            )
            for item in gates[number]:
                found.setdefault((what, item), []).append(limit.file)
    return found
