"""`kunto observe`, `kunto test`, `kunto ask`: one visit, from the first question to its report."""

from __future__ import annotations

import secrets
import time
from datetime import datetime
from pathlib import Path
from typing import Annotated

import typer

from asiakaskunto_cli.checklist.library import BASE, find_checklist, read_checklist
from asiakaskunto_cli.checklist.model import Checklist
from asiakaskunto_cli.cli.askers import person
from asiakaskunto_cli.cli.conduct import conduct
from asiakaskunto_cli.cli.options import LangOption, PlainOption
from asiakaskunto_cli.cli.setting import engagement_around, language_wishes, refusal
from asiakaskunto_cli.cli.site import ask_site
from asiakaskunto_cli.errors import UsageError, VisitIncompleteError
from asiakaskunto_cli.language import activate, negotiate
from asiakaskunto_cli.language import gettext as _
from asiakaskunto_cli.programme.find import Engagement
from asiakaskunto_cli.report.model import Site
from asiakaskunto_cli.visit.answers_asker import AnswersAsker
from asiakaskunto_cli.visit.answers_file import Answers, check_answers, read_answers
from asiakaskunto_cli.visit.begin import (
    Given,
    Start,
    language_of_visit,
    opening_of,
    require_method,
    site_named,
)
from asiakaskunto_cli.visit.draft import DraftWriter
from asiakaskunto_cli.visit.places import drafts_folder
from asiakaskunto_cli.words import Entry, Method, uuid7

DATES = ["%Y-%m-%d", "%Y-%m-%dT%H:%M", "%Y-%m-%d %H:%M", "%Y-%m-%dT%H:%M:%S%z"]


def _command(method: Method, summary: str) -> typer.Typer:
    """Return the command of a method; the three differ in nothing else."""
    app = typer.Typer(rich_markup_mode=None, add_completion=False, pretty_exceptions_enable=False)

    @app.command(help=summary)
    def visit(
        checklist: Annotated[
            str | None,
            typer.Argument(
                metavar="[CHECKLIST]", help="Id or file; default: the base checklist of the method."
            ),
        ] = None,
        site: Annotated[str | None, typer.Option(help="Where the visit is made.")] = None,
        wave: Annotated[str | None, typer.Option(help="Round of visits, such as 2026-Q4.")] = None,
        evaluator: Annotated[
            str | None, typer.Option(help="Who answers: a code, not a name.")
        ] = None,
        scenario: Annotated[
            str | None, typer.Option(help="What the mystery shopper is to do.")
        ] = None,
        channel: Annotated[
            str | None, typer.Option(help="Such as store, phone, web or chat.")
        ] = None,
        visited_at: Annotated[
            datetime | None,
            typer.Option(formats=DATES, metavar="DATE", help="When it was made, if not now."),
        ] = None,
        answers: Annotated[
            Path | None, typer.Option(metavar="FILE", help="Answer from a file, not by asking.")
        ] = None,
        reports: Annotated[
            Path | None, typer.Option(metavar="FOLDER", help="Where the report goes.")
        ] = None,
        lang: LangOption = None,
        plain: PlainOption = False,
    ) -> int:
        given = Given(site, wave, evaluator, scenario, channel, _aware(visited_at))
        return start_visit(method, checklist, given, answers, reports, lang, plain=plain)

    return app


observe = _command(
    Method.OBSERVE, "Observe beside the counter. Without options, kunto asks what it needs."
)
test = _command(
    Method.TEST, "Test as a mystery shopper. Without options, kunto asks what it needs."
)
ask = _command(
    Method.ASK, "Ask a customer, and after every question why. kunto asks what it needs."
)


def start_visit(
    method: Method,
    checklist_name: str | None,
    given: Given,
    answers_path: Path | None,
    reports: Path | None,
    lang: str | None,
    *,
    plain: bool,
) -> int:
    """Run one visit and return the exit code."""
    engagement = engagement_around()
    answers = _read_answers(answers_path)
    wish = lang or (answers.file.language if answers else None)
    activate(negotiate([wish, *language_wishes(engagement)]))
    name = checklist_name or (answers.file.checklist if answers else None) or BASE[method]
    checklist = _checklist(name, engagement)
    require_method(checklist, method)
    language = language_of_visit(checklist, wish, language_wishes(engagement))
    activate(negotiate([language]))
    if answers is not None:
        given = given.or_else(answers.file.given())
        findings = check_answers(answers, checklist)
        if findings:
            raise refusal(findings)
    site = _site(given.site, answers, engagement)
    now = datetime.now().astimezone().replace(microsecond=0)
    start = Start(
        report_id=uuid7(time.time_ns() // 1_000_000, secrets.randbits(74)),
        now=now,
        language=language,
        entry=Entry.LIVE if answers is None else Entry.ANSWERS,
    )
    opening = opening_of(given, site, method, engagement.programme, start)
    folder = (reports or engagement.reports).absolute()
    draft = DraftWriter.create(drafts_folder(), opening, checklist, folder)
    if answers is not None:
        return conduct(draft, AnswersAsker(answers))
    return conduct(draft, person(opening, folder, engagement.programme, plain=plain))


def _site(name: str | None, answers: Answers | None, engagement: Engagement) -> Site:
    """Return the site that was named, else ask; where a file answers, nobody is asked.

    Raises VisitIncompleteError when the site stays unknown.
    """
    if name:
        return site_named(name, engagement.programme)
    if answers is None:
        return ask_site(engagement)
    raise VisitIncompleteError(
        _("The visit has not begun: its site is missing."),
        remedy=_("Name it in the answers file, or with --site."),
    )


def _aware(moment: datetime | None) -> datetime | None:
    """Return a moment with an offset: its own, else the one that is in force here.

    Raises UsageError when the system knows no such moment.
    """
    if moment is None or moment.tzinfo is not None:
        return moment
    try:
        return moment.astimezone()
    except (OverflowError, ValueError, OSError) as error:
        raise UsageError(
            _("No visit was made in the year {year}.").format(year=moment.year),
            remedy=_("Write the date as 2026-10-01."),
        ) from error


def _read_answers(path: Path | None) -> Answers | None:
    if path is None:
        return None
    read = read_answers(path)
    if read.answers is None:
        raise refusal(read.findings)
    return read.answers


def _checklist(name: str, engagement: Engagement) -> Checklist:
    loaded = read_checklist(find_checklist(name, engagement.checklists))
    if loaded.checklist is None:
        raise refusal(loaded.findings)
    return loaded.checklist
