"""Ends a visit: its report is written, its draft goes, and the person is told what came of it."""

from __future__ import annotations

from pathlib import Path

from asiakaskunto_cli.cli import streams
from asiakaskunto_cli.cli.setting import as_seen_from_here
from asiakaskunto_cli.language import format_number
from asiakaskunto_cli.language import gettext as _
from asiakaskunto_cli.pages.correction import changes
from asiakaskunto_cli.pages.names import level_name
from asiakaskunto_cli.report.folder import find_report
from asiakaskunto_cli.report.model import Report
from asiakaskunto_cli.report.read import read_report
from asiakaskunto_cli.visit.draft import read_draft
from asiakaskunto_cli.visit.finish import publish_report, report_of
from asiakaskunto_cli.words import Outcome


def write_report(journal: Path) -> tuple[Path, Report]:
    """Write the report of a finished draft and return it with its path.

    It is made from the journal as it stands on the disk, so that what was asked and what is
    reported cannot differ. Raises KuntoError; the draft is then kept.
    """
    draft = read_draft(journal)
    finished_at, _finished = draft.events[-1]
    report = report_of(draft.checklist, draft.opening, draft.replay(), finished_at)
    return publish_report(report, draft.reports), report


def tell_result(path: Path, report: Report) -> None:
    """Say what a correction changed, the score and the level, and how to see the report."""
    if report.checklist.definition["anonymous"]:
        streams.talk(_("Thank you. The answers are saved; they are shown only with others."))
        return
    _tell_changes(report, path.parent)
    _tell_result(report, path)


def _tell_changes(report: Report, folder: Path) -> None:
    """Say what a correction changed, where the report that it replaces is still there."""
    old = report.supersedes and find_report(folder, report.supersedes)
    if not old:
        return
    told = list(changes(read_report(old), report))
    streams.talk(_("Changed:") if told else _("Nothing was changed."))
    for line in told:
        streams.talk(f"  {line}")


def _tell_result(report: Report, path: Path) -> None:
    if report.outcome is Outcome.INCOMPLETE:
        said = _("The report is written. Too little was answered for a level.")
    elif report.scores.score is None:
        said = _("The report is written. Nothing in it is scored.")
    else:
        level = level_name(report.level) if report.level else _("none yet")
        score = format_number(report.scores.score)
        said = _("The report is written. Score {score}, level {level}.")
        said = said.format(score=score, level=level)
    streams.talk(said)
    streams.talk(_("Look at it: kunto report {path}").format(path=as_seen_from_here(path)))
