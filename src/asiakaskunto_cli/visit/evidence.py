"""A file that shows what was seen is copied beside the report, under a name made of its content.

Nothing of the name that it had is kept: that may tell who took it, or where.
"""

from __future__ import annotations

import hashlib
import os
import re
import shlex
import sys
from dataclasses import dataclass
from pathlib import Path

from asiakaskunto_cli.errors import AlreadyExistsError, BadInputError
from asiakaskunto_cli.files.read import read_regular
from asiakaskunto_cli.files.refusal import shown
from asiakaskunto_cli.files.write import private_folder, publish, replace
from asiakaskunto_cli.language import gettext as _
from asiakaskunto_cli.report.folder import evidence_folder
from asiakaskunto_cli.report.model import Report
from asiakaskunto_cli.report.verify import BrokenEvidence, check_evidence
from asiakaskunto_cli.visit.position import has_position

LARGEST_EVIDENCE_BYTES = 25 * 1024 * 1024
NAME_DIGITS = 16
EXTENSION = re.compile(r"\.[a-z0-9]{1,8}")
STORED_NAME = re.compile(r"[0-9a-f]{16}(?:\.[a-z0-9]{1,8})?")


@dataclass(frozen=True, slots=True)
class StoredEvidence:
    """A piece of evidence on the disk; ``has_position`` warns that a photo tells where it was."""

    file: str
    sha256: str
    bytes: int
    has_position: bool


def store_evidence(source: Path, folder: Path) -> StoredEvidence:
    """Copy a file durably into a visit's evidence folder and return what it is called there.

    The same content a second time is fine. Raises BadInputError when the source is no ordinary
    file, empty or too large, DiskError when it cannot be copied.
    """
    evidence, content = read_evidence(source)
    private_folder(folder)
    _keep(folder / evidence.file, content)
    return evidence


def read_evidence(source: Path) -> tuple[StoredEvidence, bytes]:
    """Return what a file would be called as evidence, and its content.

    Raises BadInputError when it is no ordinary file, empty or too large.
    """
    path = source if os.path.lexists(source) else typed_path(str(source))
    content = read_regular(path, limit_bytes=LARGEST_EVIDENCE_BYTES)
    if not content:
        raise BadInputError(
            _("{path} is empty: it shows nothing.").format(path=shown(path)),
            remedy=_("Check that it was saved or sent whole."),
        )
    sha256 = hashlib.sha256(content).hexdigest()
    extension = path.suffix.lower()
    name = sha256[:NAME_DIGITS] + (extension if EXTENSION.fullmatch(extension) else "")
    return StoredEvidence(name, sha256, len(content), has_position(content)), content


def carry_over(report: Report, folder: Path, report_id: str) -> tuple[BrokenEvidence, ...]:
    """Copy a report's evidence to the folder of the report that will replace it, below ``folder``.

    Return what is not there as it was, and so was not copied. Raises DiskError, BadInputError.
    """
    broken = tuple(check_evidence(report, folder))
    lost = {one.file for one in broken}
    names = {one.file for item in report.items for one in item.evidence} - lost
    if names:
        private_folder(evidence_folder(folder, report_id))
    for name in sorted(names):
        there = evidence_folder(folder, report.report_id) / name
        content = read_regular(there, limit_bytes=LARGEST_EVIDENCE_BYTES)
        _keep(evidence_folder(folder, report_id) / name, content)
    return broken


def _keep(path: Path, content: bytes) -> None:
    try:
        publish(path, content)
    except AlreadyExistsError:
        there = read_regular(path, limit_bytes=LARGEST_EVIDENCE_BYTES)
        if not there and not path.is_symlink():
            # Where a folder has no hard links, a crash can leave the name reserved and empty.
            replace(path, content)
        elif there != content:
            raise


def typed_path(words: str) -> Path:
    """Return the path that a person typed, pasted, or dragged into a terminal.

    Terminals quote a dragged file's name, or put a backslash before its spaces.
    """
    words = words.strip()
    path = Path(_unquoted(words))
    try:
        return path.expanduser()
    except RuntimeError:
        return path  # there is no such user: the name is taken as it stands


def _unquoted(words: str) -> str:
    if sys.platform == "win32":
        return words.strip('"')
    try:
        parts = shlex.split(words)
    except ValueError:
        return words  # a lone quote is part of the name
    return parts[0] if len(parts) == 1 else words
