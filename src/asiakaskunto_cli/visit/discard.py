"""Throws an unfinished visit away, with what only it holds."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path

from asiakaskunto_cli.errors import BadInputError
from asiakaskunto_cli.report.folder import evidence_folder, find_report
from asiakaskunto_cli.visit.draft import Draft, DraftWriter, read_draft
from asiakaskunto_cli.visit.evidence import STORED_NAME


def discard(path: Path) -> None:
    """Remove a draft, readable or not, and the evidence that only it holds.

    Raises DiskError when it is open in another window or cannot be removed.
    """
    writer = DraftWriter.reopen(path)
    try:
        draft: Draft | None = read_draft(path)
    except BadInputError:
        draft = None
    writer.retire()
    if draft is not None and find_report(draft.reports, draft.opening.report_id) is None:
        _remove_evidence(evidence_folder(draft.reports, draft.opening.report_id))


def _remove_evidence(folder: Path) -> None:
    """Remove a folder of evidence; what kunto did not put there stays, and the folder with it."""
    if folder.is_symlink() or not folder.is_dir():
        return
    with suppress(OSError):
        for path in list(folder.iterdir()):
            if STORED_NAME.fullmatch(path.name):
                path.unlink()
        folder.rmdir()
