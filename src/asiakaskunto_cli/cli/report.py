"""`kunto report`: one visit, or every site of a folder."""

from __future__ import annotations

import difflib
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated

import typer

from asiakaskunto_cli.analysis.reduce import why_left_out
from asiakaskunto_cli.analysis.site import SiteSummary, summarise
from asiakaskunto_cli.analysis.site_results import site_results
from asiakaskunto_cli.analysis.special import special_of_sites
from asiakaskunto_cli.checklist.figures import read_figures
from asiakaskunto_cli.checklist.practices import read_practices
from asiakaskunto_cli.cli.command import App
from asiakaskunto_cli.cli.commentary import read_commentary
from asiakaskunto_cli.cli.finished import checklist_of, usable_report
from asiakaskunto_cli.cli.gather import gather
from asiakaskunto_cli.cli.options import (
    CommentaryOption,
    ExcelOption,
    ForceOption,
    Format,
    FormatOption,
    LangOption,
    OutputOption,
    PathsArgument,
    RedactOption,
)
from asiakaskunto_cli.cli.output import require_writable, write_page
from asiakaskunto_cli.cli.progress import progress
from asiakaskunto_cli.cli.setting import engagement_around, speak
from asiakaskunto_cli.cli.shelves import usable
from asiakaskunto_cli.errors import ExitCode, UsageError
from asiakaskunto_cli.language import gettext as _
from asiakaskunto_cli.pages.blocks import Page
from asiakaskunto_cli.pages.commentary import with_commentary
from asiakaskunto_cli.pages.programme import programme_page
from asiakaskunto_cli.pages.redaction import with_redaction
from asiakaskunto_cli.pages.site import site_page
from asiakaskunto_cli.pages.staff_meeting import staff_meeting_page
from asiakaskunto_cli.pages.visit import visit_page
from asiakaskunto_cli.programme.find import Engagement
from asiakaskunto_cli.report.folder import Collection, newer_version
from asiakaskunto_cli.report.redact import redacted_collection, redacted_name, redacted_report
from asiakaskunto_cli.report.verify import check_evidence
from asiakaskunto_cli.words import clean

app = App()


@dataclass(frozen=True, slots=True)
class _Chosen:
    """What the page is to be about."""

    wave: str | None
    site: str | None
    staff_meeting: bool
    redact: bool


@app.command(help="Report one visit (a file), or the sites of a folder in one wave.")
def report(
    paths: PathsArgument = None,
    wave: Annotated[str | None, typer.Option(help="Round of visits; default: the newest.")] = None,
    site: Annotated[str | None, typer.Option(metavar="ID", help="Only this site.")] = None,
    staff_meeting: Annotated[
        bool, typer.Option("--staff-meeting", help="One page for a site's next staff meeting.")
    ] = False,
    form: FormatOption = Format.TERMINAL,
    output: OutputOption = None,
    force: ForceOption = False,
    excel: ExcelOption = False,
    commentary: CommentaryOption = None,
    redact: RedactOption = False,
    lang: LangOption = None,
) -> int:
    """Report what was measured."""
    engagement = engagement_around(paths[0] if paths else None)
    language = speak(lang, engagement)
    require_writable(form, output, finnish_excel=excel)
    words = read_commentary(commentary)
    file = _one_file(paths)
    if file is not None and not staff_meeting:
        page = _visit(file, engagement, language, redact=redact)
    else:
        chosen = _Chosen(wave, site, staff_meeting=staff_meeting, redact=redact)
        page = _many(paths, chosen, engagement, language)
    write_page(with_commentary(page, words), form, output, force=force, finnish_excel=excel)
    return ExitCode.FINE


def _one_file(paths: Sequence[Path] | None) -> Path | None:
    """Return the one report file that was named, if that is what was named."""
    if not paths or len(paths) > 1 or paths[0].is_dir() or not paths[0].exists():
        return None
    return paths[0]


def _visit(path: Path, engagement: Engagement, language: str, *, redact: bool) -> Page:
    found, redaction = usable_report(path), None
    checklist = checklist_of(found)
    if checklist.anonymous:
        message = _("The answers are anonymous: they are shown only together with others.")
        remedy = _("Report the folder: {command}").format(command=f"kunto report {path.parent}")
        raise UsageError(message, remedy=remedy)
    broken = tuple(check_evidence(found, path.parent))
    with progress() as follow:
        replaced_by = newer_version(path, follow=follow)
    if redact:
        found, redaction = redacted_report(found)
        broken, replaced_by = (), replaced_by and redacted_name(replaced_by)
    page = visit_page(
        found,
        checklist=checklist,
        language=language,
        broken=broken,
        replaced_by=replaced_by,
        practices=usable(read_practices(engagement.checklists)),
    )
    return with_redaction(page, redaction)


def _many(
    paths: Sequence[Path] | None, chosen: _Chosen, engagement: Engagement, language: str
) -> Page:
    """Return the page of one site, where one was named or there is no other, else of them all."""
    programme = engagement.programme
    collection, redaction = gather(paths, engagement, details=True), None
    wave = _chosen_wave(collection, chosen.wave)
    collection = collection.of_wave(wave)
    sites = summarise(collection.records, programme.policy())
    only = _only(chosen, sites)
    if only is not None:
        collection = collection.of_site(only.site)
    if chosen.redact:
        collection, redaction = redacted_collection(collection)
        sites = summarise(collection.records, programme.policy())
    visits = [visit for visit in collection.details if why_left_out(visit.record) is None]
    figures = usable(read_figures(engagement.checklists))
    special = special_of_sites(collection.details, figures, programme.privacy.min_group)
    if only is None:
        page = programme_page(
            sites, visits, collection, programme, language, wave=wave, special=special
        )
        return with_redaction(page, redaction)
    only = next(site for site in sites if site.site == only.site)
    results = site_results(only, visits, programme.privacy.min_group)
    practices = usable(read_practices(engagement.checklists))
    if chosen.staff_meeting:
        page = staff_meeting_page(results, practices, language, wave=wave)
    else:
        here = special.by_site[only.site]
        page = site_page(
            results, collection, programme, practices, language, wave=wave, special=here
        )
    return with_redaction(page, redaction)


def _only(chosen: _Chosen, sites: Sequence[SiteSummary]) -> SiteSummary | None:
    """Return the one site that the page is about, or None where it is about them all.

    Raises UsageError where there is no such site, or a staff meeting has none.
    """
    if chosen.site is not None:
        return _named(chosen.site, sites)
    if len(sites) == 1:
        return sites[0]
    if chosen.staff_meeting:
        known = ", ".join(site.site for site in sites)
        message = _("A staff meeting is about one site.")
        raise UsageError(message, remedy=_("Say --site ID: {known}.").format(known=known))
    return None


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
