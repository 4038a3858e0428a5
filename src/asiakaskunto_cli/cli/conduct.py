"""Conducts a visit that has a draft: asks until it ends, then writes its report.

However it ends, the person is told how to go on.
"""

from __future__ import annotations

from pathlib import Path

from asiakaskunto_cli.cli import streams
from asiakaskunto_cli.cli.askers import now
from asiakaskunto_cli.cli.gather import as_seen_from_here
from asiakaskunto_cli.errors import ExitCode, KuntoError, VisitIncompleteError
from asiakaskunto_cli.language import format_number
from asiakaskunto_cli.language import gettext as _
from asiakaskunto_cli.pages.correction import changes
from asiakaskunto_cli.pages.names import level_name
from asiakaskunto_cli.report.folder import find_report
from asiakaskunto_cli.report.model import Report
from asiakaskunto_cli.report.read import read_report
from asiakaskunto_cli.visit.answers_asker import AnswersAsker
from asiakaskunto_cli.visit.asker import Asker, run_visit
from asiakaskunto_cli.visit.draft import DraftWriter, read_draft
from asiakaskunto_cli.visit.finish import publish_report, report_of
from asiakaskunto_cli.words import Outcome, Status


def conduct(writer: DraftWriter, asker: Asker) -> int:
    """Ask what a draft has left open, write the report, and return the exit code.

    The report is made from the journal as it stands on the disk, so that what was asked and what
    is reported cannot differ. Raises KuntoError; the draft is then kept.
    """
    draft = read_draft(writer.path)
    _tell_rehearsal(draft.opening.status)
    try:
        interview = draft.replay()
        run_visit(interview, draft.opening, writer, asker, now)
        path, report = _write_report(writer.path)
    except KeyboardInterrupt:
        streams.talk("")
        _tell_how_to_go_on(draft.short_id)
        return ExitCode.INTERRUPTED
    except KuntoError as error:
        # Leaving is no error, and nothing is lost by it.
        tell = streams.talk if isinstance(error, VisitIncompleteError) else streams.error
        tell(error.message)
        if error.remedy:
            streams.talk(error.remedy)
        _tell_how_to_go_on(draft.short_id)
        return error.exit_code
    writer.retire()
    if isinstance(asker, AnswersAsker):
        _tell_never_asked(asker.never_asked(interview))
    _tell_changes(report, path.parent)
    _tell_result(report, path)
    _tell_rehearsal(report.status)
    streams.result(f"{path}\n")
    return ExitCode.FINE


def _write_report(journal: Path) -> tuple[Path, Report]:
    draft = read_draft(journal)
    finished_at, _finished = draft.events[-1]
    report = report_of(draft.checklist, draft.opening, draft.replay(), finished_at)
    return publish_report(report, draft.reports), report


def _tell_how_to_go_on(short_id: str) -> None:
    streams.talk(_("The draft is kept. Go on with: kunto resume {draft}").format(draft=short_id))


def _tell_never_asked(names: list[str]) -> None:
    if names:
        words = _("Answered in the file but not asked on this visit: {items}.")
        streams.talk(words.format(items=", ".join(names)))


def _tell_rehearsal(status: Status) -> None:
    if status is Status.REHEARSAL:
        streams.talk(_("A rehearsal: it is not counted anywhere."))


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
