"""`kunto report`: one visit, or every site of a folder."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Annotated

import typer

from asiakaskunto_cli.analysis.site import summarise
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
from asiakaskunto_cli.errors import ExitCode, UsageError
from asiakaskunto_cli.language import gettext as _
from asiakaskunto_cli.pages.blocks import Page
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
    form: FormatOption = Format.TERMINAL,
    output: OutputOption = None,
    force: ForceOption = False,
    lang: LangOption = None,
) -> int:
    """Report what was measured."""
    engagement = engagement_around(paths[0] if paths else None)
    language = speak(lang, engagement)
    if paths and len(paths) == 1 and not paths[0].is_dir() and paths[0].exists():
        page = _visit(paths[0], language)
    else:
        page = _summary(paths, wave, engagement)
    write_page(page, form, output, force=force)
    return ExitCode.FINE


def _visit(path: Path, language: str) -> Page:
    found = usable_report(path)
    checklist = checklist_of(found)
    return visit_page(
        found,
        checklist=checklist,
        language=language if language in checklist.languages else found.language,
        broken=tuple(check_evidence(found, path.parent)),
        replaced_by=newer_version(path),
    )


def _summary(paths: Sequence[Path] | None, wave: str | None, engagement: Engagement) -> Page:
    collection = gather(paths, engagement)
    chosen = wave or _newest_wave(collection)
    records = [record for record in collection.records if record.wave == chosen]
    if wave is not None and not records:
        known = sorted({record.wave for record in collection.records})
        raise UsageError(
            _("No visit belongs to the wave “{wave}”.").format(wave=clean(wave)),
            remedy=_("There are: {known}.").format(known=", ".join(known)),
        )
    sites = summarise(records, engagement.programme.policy())
    return summary_page(sites, collection, engagement.programme, wave=chosen)


def _newest_wave(collection: Collection) -> str:
    newest = max(collection.records, key=lambda record: record.visited_at, default=None)
    return newest.wave if newest else ""
