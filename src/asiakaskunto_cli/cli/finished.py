"""A finished report that is about to be replaced, and what is told when it has been."""

from __future__ import annotations

import secrets
import time
from collections.abc import Iterable
from pathlib import Path

from asiakaskunto_cli.checklist.model import Checklist
from asiakaskunto_cli.cli import streams
from asiakaskunto_cli.cli.setting import as_seen_from_here
from asiakaskunto_cli.errors import BadInputError, UsageError
from asiakaskunto_cli.files.refusal import shown
from asiakaskunto_cli.language import gettext as _
from asiakaskunto_cli.pages.evidence import broken_words
from asiakaskunto_cli.pages.faults import fault_words
from asiakaskunto_cli.report.folder import newer_version
from asiakaskunto_cli.report.model import Report
from asiakaskunto_cli.report.read import UnusableReportError, read_report
from asiakaskunto_cli.report.successor import Succession
from asiakaskunto_cli.report.verify import BrokenEvidence
from asiakaskunto_cli.visit.finish import publish_report
from asiakaskunto_cli.visit.places import drafts_folder
from asiakaskunto_cli.visit.unfinished import correction_of
from asiakaskunto_cli.words import clean, uuid7_after


def usable_report(path: Path) -> Report:
    """Return the report in a file.

    Raises BadInputError where the file holds none, or one that was changed since.
    """
    try:
        return read_report(path)
    except UnusableReportError as error:
        message = f"{clean(error.file)}: {fault_words(error)}"
        raise BadInputError(message, remedy=_("Use the original file.")) from error


def checklist_of(report: Report) -> Checklist:
    """Return the checklist that a report was made by."""
    return Checklist.model_validate(report.checklist.definition)


def replaceable(path: Path) -> Report:
    """Return the report in a file that may be replaced: the newest of its visit.

    Raises UsageError where another one replaced it already, or is about to; BadInputError as
    ``usable_report`` does.
    """
    report = usable_report(path)
    newer = newer_version(path)
    if newer is not None:
        raise UsageError(
            _("{path} was replaced already, by {newer}.").format(
                path=shown(path), newer=clean(newer)
            ),
            remedy=_("Name the newer report."),
        )
    draft = correction_of(report.report_id, drafts_folder())
    if draft is not None:
        raise UsageError(
            _("A correction of {path} is not finished yet.").format(path=shown(path)),
            remedy=_("Run: kunto resume {draft}, or kunto drafts discard {draft}").format(
                draft=draft.short_id
            ),
        )
    return report


def succession(report: Report, reason: str) -> Succession:
    """Return a new id that comes after the report's own, with the reason, cleaned.

    Raises UsageError when there is no reason in it.
    """
    words = clean(reason).strip()
    if not words:
        raise UsageError(_("The reason is empty."), remedy=_("Say why with --reason."))
    now_ms = time.time_ns() // 1_000_000
    return Succession(uuid7_after(report.report_id, now_ms, secrets.randbits(74)), words)


def publish_successor(report: Report, folder: Path) -> None:
    """Write a report that replaces another one; its path is the result.

    Raises DiskError when it cannot be written.
    """
    path = publish_report(report, folder.absolute())
    streams.talk(_("Look at it: kunto report {path}").format(path=as_seen_from_here(path)))
    streams.result(f"{path}\n")


def tell_broken(broken: Iterable[BrokenEvidence]) -> None:
    """Say which evidence of the old report is not there as it was."""
    for one in broken:
        streams.talk(broken_words(one))
