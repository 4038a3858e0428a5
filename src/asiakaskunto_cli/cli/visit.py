"""`kunto observe`, `kunto test`, `kunto ask`: one visit, from the first question to its report."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from asiakaskunto_cli.checklist.library import BASE
from asiakaskunto_cli.checklist.model import Checklist
from asiakaskunto_cli.cli.command import App
from asiakaskunto_cli.cli.options import LangOption, PlainOption
from asiakaskunto_cli.cli.round import Round, run_round
from asiakaskunto_cli.cli.setting import engagement_around, language_wishes
from asiakaskunto_cli.cli.site import ask_site
from asiakaskunto_cli.cli.sound import sound_checklist
from asiakaskunto_cli.errors import UsageError, VisitIncompleteError
from asiakaskunto_cli.language import activate, negotiate
from asiakaskunto_cli.language import gettext as _
from asiakaskunto_cli.programme.find import Engagement
from asiakaskunto_cli.report.model import Site
from asiakaskunto_cli.visit.begin import (
    Given,
    language_of_visit,
    require_method,
    site_named,
)
from asiakaskunto_cli.words import Method, Status

if TYPE_CHECKING:
    from asiakaskunto_cli.visit.answers_file import Answers

DATES = ["%Y-%m-%d", "%Y-%m-%dT%H:%M", "%Y-%m-%d %H:%M", "%Y-%m-%dT%H:%M:%S%z"]


def _command(method: Method, summary: str) -> App:
    """Return the command of a method; the three differ in nothing else."""
    app = App()

    @app.command(help=summary)
    def visit(
        checklist: Annotated[
            str | None,
            typer.Argument(
                metavar="CHECKLIST", help="Id or file; default: the base checklist of the method."
            ),
        ] = None,
        site: Annotated[
            str | None, typer.Option(metavar="ID", help="Where the visit is made.")
        ] = None,
        wave: Annotated[
            str | None, typer.Option(metavar="WAVE", help="Round of visits, such as 2026-Q4.")
        ] = None,
        evaluator: Annotated[
            str | None, typer.Option(metavar="CODE", help="Who answers: a code, not a name.")
        ] = None,
        scenario: Annotated[
            str | None, typer.Option(metavar="TEXT", help="What the mystery shopper is to do.")
        ] = None,
        channel: Annotated[
            str | None, typer.Option(metavar="NAME", help="Such as store, phone, web or chat.")
        ] = None,
        visited_at: Annotated[
            datetime | None,
            typer.Option(formats=DATES, metavar="DATE", help="When it was made, if not now."),
        ] = None,
        answers: Annotated[
            Path | None,
            typer.Option(metavar="FILE", help="Answer from a file, not by asking.", readable=False),
        ] = None,
        reports: Annotated[
            Path | None,
            typer.Option(metavar="FOLDER", help="Where the report goes.", readable=False),
        ] = None,
        count: Annotated[
            int,
            typer.Option(
                min=1, max=999, metavar="NUMBER", help="How many customers, one after the other."
            ),
        ] = 1,
        rehearsal: Annotated[
            bool, typer.Option("--rehearsal", help="For training: never counted.")
        ] = False,
        lang: LangOption = None,
        plain: PlainOption = False,
    ) -> int:
        if answers is not None and count > 1:
            raise UsageError(
                _("A file answers for one customer: --answers and --count do not go together."),
                remedy=_("Leave one of them out."),
            )
        given = Given(site, wave, evaluator, scenario, channel, _aware(visited_at))
        status = Status.REHEARSAL if rehearsal else Status.FINAL
        visits = plan_round(method, checklist, given, answers, reports, lang, status, plain=plain)
        return run_round(visits, count)

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


def plan_round(
    method: Method,
    checklist_name: str | None,
    given: Given,
    answers_path: Path | None,
    reports: Path | None,
    lang: str | None,
    status: Status,
    *,
    plain: bool,
) -> Round:
    """Settle everything that can be settled before a visit begins; ask for the site at most.

    Raises KuntoError where something does not fit: then no visit is begun.
    """
    engagement = engagement_around()
    answers = _read_answers(answers_path)
    wish = lang or (answers.file.language if answers else None)
    activate(negotiate([wish, *language_wishes(engagement)]))
    name = checklist_name or (answers.file.checklist if answers else None) or BASE[method]
    checklist = sound_checklist(name, engagement)
    require_method(checklist, method)
    language = language_of_visit(checklist, wish, language_wishes(engagement))
    activate(negotiate([language]))
    if answers is not None:
        given = given.or_else(answers.file.given())
        _require_fit(answers, checklist)
    return Round(
        checklist=checklist,
        method=method,
        site=_site(given.site, answers, engagement),
        given=given,
        programme=engagement.programme,
        language=language,
        reports=(reports or engagement.reports).absolute(),
        status=status,
        answers=answers,
        plain=plain,
    )


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
    # A person who is about to be asked need not wait for what reads files.
    from asiakaskunto_cli.cli.answers import answers_from  # noqa: PLC0415

    return answers_from(path)


def _require_fit(answers: Answers, checklist: Checklist) -> None:
    from asiakaskunto_cli.cli.answers import require_fit  # noqa: PLC0415 as above

    require_fit(answers, checklist)
