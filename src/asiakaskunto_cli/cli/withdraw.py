"""`kunto withdraw`: take a visit back; its report stays, and counts nowhere."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from asiakaskunto_cli.cli import streams
from asiakaskunto_cli.cli.command import App
from asiakaskunto_cli.cli.finished import publish_successor, replaceable, succession, tell_broken
from asiakaskunto_cli.cli.options import LangOption, ReportArgument
from asiakaskunto_cli.cli.setting import engagement_around, speak
from asiakaskunto_cli.errors import ExitCode, UsageError
from asiakaskunto_cli.files.refusal import shown
from asiakaskunto_cli.language import gettext as _
from asiakaskunto_cli.report.model import Report
from asiakaskunto_cli.report.successor import withdrawn
from asiakaskunto_cli.visit.evidence import carry_over
from asiakaskunto_cli.words import Status

app = App()


@app.command(help="Take a visit back: it stays on the disk and is not counted any more.")
def withdraw(
    report: ReportArgument,
    reason: Annotated[str, typer.Option(metavar="TEXT", help="Why; it is kept in the report.")],
    lang: LangOption = None,
) -> int:
    """Write a report that supersedes another one and says that the visit was withdrawn."""
    speak(lang, engagement_around(report))
    old = replaceable(report)
    _require_counting(old, report)
    why = succession(old, reason)
    tell_broken(carry_over(old, report.parent, why.report_id))
    streams.talk(_("The visit is withdrawn: it is not counted anywhere any more."))
    publish_successor(withdrawn(old, why), report.parent)
    return ExitCode.FINE


def _require_counting(report: Report, path: Path) -> None:
    said = {
        Status.WITHDRAWN: _("The visit in {path} was withdrawn already."),
        Status.REHEARSAL: _("The visit in {path} is a rehearsal: it never counts."),
    }.get(report.status)
    if said is not None:
        raise UsageError(said.format(path=shown(path)), remedy=_("Nothing needs to be done."))
