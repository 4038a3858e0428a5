"""`kunto report`: one visit, or every site of a folder."""

from __future__ import annotations

import difflib
from collections.abc import Sequence
from pathlib import Path
from typing import Annotated

import typer

from asiakaskunto_cli.analysis.reduce import why_left_out
from asiakaskunto_cli.analysis.site import SiteSummary, summarise
from asiakaskunto_cli.analysis.site_results import site_results
from asiakaskunto_cli.checklist.practices import read_practices
from asiakaskunto_cli.cli.finished import checklist_of, usable_report
from asiakaskunto_cli.cli.gather import gather
from asiakaskunto_cli.cli.options import (
    ForceOption,
    Format,
    FormatOption,
    LangOption,
    OutputOption,
    PathsArgument,
)
from asiakaskunto_cli.cli.output import write_page
from asiakaskunto_cli.cli.setting import engagement_around, speak
from asiakaskunto_cli.cli.shelves import usable
from asiakaskunto_cli.errors import ExitCode, UsageError
from asiakaskunto_cli.language import gettext as _
from asiakaskunto_cli.pages.blocks import Page
from asiakaskunto_cli.pages.site import site_page
from asiakaskunto_cli.pages.summary import summary_page
from asiakaskunto_cli.pages.visit import visit_page
from asiakaskunto_cli.programme.find import Engagement
from asiakaskunto_cli.report.folder import Collection, newer_version
from asiakaskunto_cli.report.verify import check_evidence
from asiakaskunto_cli.words import clean

app = typer.Typer(rich_markup_mode=None, add_completion=False, pretty_exceptions_enable=False)


@app.command(help="Report one visit (a file), or the sites of a folder in one wave.")
def report(
    paths: PathsArgument = None,
    wave: Annotated[str | None, typer.Option(help="Round of visits; default: the newest.")] = None,
    site: Annotated[str | None, typer.Option(metavar="ID", help="Only this site.")] = None,
    form: FormatOption = Format.TERMINAL,
    output: OutputOption = None,
    force: ForceOption = False,
    lang: LangOption = None,
) -> int:
    """Report what was measured."""
    engagement = engagement_around(paths[0] if paths else None)
    language = speak(lang, engagement)
    if paths and len(paths) == 1 and not paths[0].is_dir() and paths[0].exists():
        page = _visit(paths[0], engagement, language)
    else:
        page = _many(paths, wave, site, engagement, language)
    write_page(page, form, output, force=force)
    return ExitCode.FINE


def _visit(path: Path, engagement: Engagement, language: str) -> Page:
    found = usable_report(path)
    checklist = checklist_of(found)
    return visit_page(
        found,
        checklist=checklist,
        language=language if language in checklist.languages else found.language,
        broken=tuple(check_evidence(found, path.parent)),
        replaced_by=newer_version(path),
        practices=usable(read_practices(engagement.checklists)),
    )


def _many(
    paths: Sequence[Path] | None,
    wave: str | None,
    site: str | None,
    engagement: Engagement,
    language: str,
) -> Page:
    """Return the page of one site, where one was named or there is no other, else of them all."""
    programme = engagement.programme
    collection = gather(paths, engagement, details=True)
    chosen = _chosen_wave(collection, wave)
    records = [record for record in collection.records if record.wave == chosen]
    sites = summarise(records, programme.policy())
    if site is None and len(sites) != 1:
        return summary_page(sites, collection, programme, wave=chosen)
    only = sites[0] if site is None else _named(site, sites)
    collection = collection.of_site(only.site)
    visits = [
        visit
        for visit in collection.details
        if visit.record.wave == chosen and why_left_out(visit.record) is None
    ]
    results = site_results(only, visits, programme.privacy.min_group)
    practices = usable(read_practices(engagement.checklists))
    return site_page(results, collection, programme, practices, language, wave=chosen)


def _chosen_wave(collection: Collection, wave: str | None) -> str:
    """Return the wave that was named, which must have visits, else the newest."""
    known = sorted({record.wave for record in collection.records})
    if wave is None:
        newest = max(collection.records, key=lambda record: record.visited_at, default=None)
        return newest.wave if newest else ""
    if wave not in known:
        raise UsageError(
            _("No visit belongs to the wave “{wave}”.").format(wave=clean(wave)),
            remedy=_("There are: {known}.").format(known=", ".join(known)),
        )
    return wave


def _named(name: str, sites: Sequence[SiteSummary]) -> SiteSummary:
    known = {one.site: one for one in sites}
    if name in known:
        return known[name]
    near = difflib.get_close_matches(name, known, n=1)
    remedy = _("There are: {known}.").format(known=", ".join(known))
    if near:
        remedy = _("Did you mean “{word}”?").format(word=near[0])
    message = _("No visit of the wave is at the site “{site}”.").format(site=clean(name))
    raise UsageError(message, remedy=remedy)
