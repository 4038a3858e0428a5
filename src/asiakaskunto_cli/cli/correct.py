"""`kunto correct`: open a finished visit again; what comes of it supersedes the old report."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import Annotated

import typer

from asiakaskunto_cli.cli import streams
from asiakaskunto_cli.cli.answers import answers_from, require_fit
from asiakaskunto_cli.cli.askers import person
from asiakaskunto_cli.cli.command import App
from asiakaskunto_cli.cli.conduct import conduct
from asiakaskunto_cli.cli.finished import checklist_of, replaceable, succession, tell_broken
from asiakaskunto_cli.cli.keeper import evidence_keeper
from asiakaskunto_cli.cli.options import PlainOption, ReportArgument
from asiakaskunto_cli.cli.prompt import typed
from asiakaskunto_cli.cli.setting import engagement_if_sound
from asiakaskunto_cli.errors import VisitIncompleteError
from asiakaskunto_cli.language import activate, negotiate
from asiakaskunto_cli.language import gettext as _
from asiakaskunto_cli.visit.corrections_asker import CorrectionsAsker
from asiakaskunto_cli.visit.draft import DraftWriter
from asiakaskunto_cli.visit.evidence import carry_over
from asiakaskunto_cli.visit.places import drafts_folder
from asiakaskunto_cli.visit.reopen import events_of, opening_again
from asiakaskunto_cli.words import Status

app = App()


@app.command(help="Open a finished visit again; the new report replaces the old one.")
def correct(
    report: ReportArgument,
    reason: Annotated[
        str | None,
        typer.Option(metavar="TEXT", help="Why; it is kept in the report. Asked for if not given."),
    ] = None,
    answers: Annotated[
        Path | None,
        typer.Option(
            metavar="FILE", help="Correct from a file: only its items change.", readable=False
        ),
    ] = None,
    plain: PlainOption = False,
) -> int:
    """Make a draft that says what a report says, and go on with it at the review."""
    old = replaceable(report)
    activate(negotiate([old.language]))
    checklist = checklist_of(old)
    given = None if answers is None else answers_from(answers)
    if given is not None:
        require_fit(given, checklist)
    why = succession(old, reason if reason is not None else _reason(asked=given is None))
    if old.status is Status.WITHDRAWN:
        streams.talk(_("This visit was withdrawn. Corrected, it counts again."))
    tell_broken(carry_over(old, report.parent, why.report_id))
    now = datetime.now().astimezone().replace(microsecond=0)
    opening = opening_again(old, why, now)
    folder = report.parent.absolute()
    events = events_of(old, now)
    writer = DraftWriter.create(drafts_folder(), opening, checklist, folder, events)
    if given is not None:
        keeper = evidence_keeper(folder, opening.report_id)
        return conduct(writer, CorrectionsAsker(given, keeper))
    programme = engagement_if_sound().programme
    return conduct(writer, person(opening, folder, programme, plain=plain))


def _reason(*, asked: bool) -> str:
    """Return why the visit is corrected, as the person says it.

    Raises VisitIncompleteError when the answers end before that, or a file answers.
    """
    reason: str | None = ""
    while asked and not reason and reason is not None:
        reason = typed(_("Why is the visit corrected?"))
    if reason:
        return reason
    raise VisitIncompleteError(
        _("The correction has not begun: its reason is missing."),
        remedy=_("Say why with --reason."),
    )
