"""Keeps evidence on a visit, and points out what in it nobody may want to tell."""

from __future__ import annotations

from pathlib import Path

from asiakaskunto_cli.cli import streams
from asiakaskunto_cli.language import gettext as _
from asiakaskunto_cli.report.folder import evidence_folder
from asiakaskunto_cli.visit.events import Attached
from asiakaskunto_cli.visit.evidence import store_evidence
from asiakaskunto_cli.visit.talk import KeepEvidence


def warn_of_position() -> None:
    """Say that a photo tells where it was taken; it is for the person to decide."""
    streams.talk(_("The photo tells where it was taken. Remove that if nobody should know."))


def evidence_keeper(reports: Path, report_id: str) -> KeepEvidence:
    """Return what copies a file to the evidence of a visit, by an item's id and a path."""
    folder = evidence_folder(reports, report_id)

    def keep(item: str, path: str) -> Attached:
        stored = store_evidence(Path(path), folder)
        if stored.has_position:
            warn_of_position()
        return Attached(item=item, file=stored.file, sha256=stored.sha256, bytes=stored.bytes)

    return keep
