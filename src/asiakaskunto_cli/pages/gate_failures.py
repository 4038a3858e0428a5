"""Gated items that failed or went unchecked, site by site and visit by visit."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from asiakaskunto_cli.analysis.reduce import Limit
from asiakaskunto_cli.analysis.site import SiteSummary
from asiakaskunto_cli.checklist.model import Checklist
from asiakaskunto_cli.language import gettext as _
from asiakaskunto_cli.language import in_language
from asiakaskunto_cli.pages.blocks import Block, Heading, Row, Table, text_column
from asiakaskunto_cli.report.detail import VisitDetail


def gate_failures(
    sites: Sequence[SiteSummary], visits: Sequence[VisitDetail], language: str
) -> Iterator[Block]:
    """Yield the table of gated items that limit a site's level, with the reports they are in."""
    checklists = {visit.record.file: visit.checklist for visit in visits}
    rows = tuple(row for site in sites for row in _rows(site, checklists, language))
    if not rows:
        return
    columns = (text_column(_("Item")), text_column(_("What")), text_column(_("Report")))
    yield Heading(_("Critical and core items that failed"))
    yield Table(columns, rows)


def _rows(site: SiteSummary, checklists: Mapping[str, Checklist], language: str) -> Iterator[Row]:
    group = site.name
    for limit in site.limits:
        for name, what in _items(limit):
            checklist = checklists.get(limit.file)
            known = checklist is not None and name in checklist.items
            text = (
                in_language(checklist.items[name].text, language) if checklist and known else name
            )
            yield Row((text, what, limit.file), group=group)
            group = ""


def _items(limit: Limit) -> Iterator[tuple[str, str]]:
    for names, what in (
        (limit.critical_failed, _("critical, failed")),
        (limit.critical_unchecked, _("critical, not checked")),
        (limit.core_failed, _("core, failed")),
        (limit.core_unchecked, _("core, not checked")),
    ):
        for name in names:
            yield name, what
