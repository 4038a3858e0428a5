"""A finished interview becomes a report on the disk, and its draft goes."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

from asiakaskunto_cli.checklist.model import Checklist
from asiakaskunto_cli.errors import AlreadyExistsError
from asiakaskunto_cli.files.refusal import disk_errors
from asiakaskunto_cli.files.write import private_folder, publish, replace
from asiakaskunto_cli.language import gettext as _
from asiakaskunto_cli.report.build import Closing, build_report
from asiakaskunto_cli.report.folder import report_name
from asiakaskunto_cli.report.model import Report
from asiakaskunto_cli.report.opening import Opening
from asiakaskunto_cli.report.read import UnusableReportError, read_report
from asiakaskunto_cli.report.seal import sealed
from asiakaskunto_cli.visit.interview import Interview


def report_of(
    checklist: Checklist, opening: Opening, interview: Interview, finished_at: str
) -> Report:
    """Return the report of a finished interview; hidden items stay in the draft."""
    moment = datetime.fromisoformat(finished_at)
    amended = opening.model_copy(update=interview.amendments)
    closing = Closing(interview.shown, interview.closing_note, moment)
    return build_report(checklist, amended, closing)


def publish_report(report: Report, folder: Path) -> Path:
    """Write a report durably into a folder and return its path; nothing is ever overwritten.

    A report that is there already, because a crash came between writing it and retiring its
    draft, is left as it is. Raises DiskError when it cannot be written.
    """
    private_folder(folder)
    path = folder / report_name(report)
    try:
        publish(path, sealed(report))
    except AlreadyExistsError:
        if _is_empty(path):
            # Where a folder has no hard links, a crash can leave the name reserved and empty.
            replace(path, sealed(report))
        elif not _holds(path, report.report_id):
            raise
    return path


def _is_empty(path: Path) -> bool:
    with disk_errors(_("{path} could not be read: {reason}."), path):
        return path.stat().st_size == 0


def _holds(path: Path, report_id: str) -> bool:
    try:
        return read_report(path).report_id == report_id
    except UnusableReportError:
        return False
