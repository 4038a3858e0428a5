"""Checks that every report and every piece of evidence is still what it was.

Everything is read from the disk itself: what was found before decides nothing.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from asiakaskunto_cli.errors import BadInputError
from asiakaskunto_cli.files.read import read_regular
from asiakaskunto_cli.report.folder import evidence_folder
from asiakaskunto_cli.report.listing import Follow, Listing
from asiakaskunto_cli.report.model import EvidenceFile, Report
from asiakaskunto_cli.report.read import Fault, UnusableReportError, read_sealed
from asiakaskunto_cli.report.seal import Seal
from asiakaskunto_cli.report.versions import LeftOut, latest


class EvidenceFault(StrEnum):
    """What became of a piece of evidence."""

    MISSING = "missing"
    ALTERED = "altered"
    UNREADABLE = "unreadable"


@dataclass(frozen=True, slots=True)
class BrokenEvidence:
    """A piece of evidence that a report names and that is not there as it was."""

    item: str
    file: str
    fault: EvidenceFault


@dataclass(frozen=True, slots=True)
class CheckedReport:
    """A report that was read whole, and its evidence that is not."""

    file: str
    report_id: str
    supersedes: str | None
    seal: Seal
    evidence_files: int
    broken: tuple[BrokenEvidence, ...]


@dataclass(frozen=True, slots=True)
class Verification:
    """Everything that was checked; superseded and duplicate reports are checked like the others."""

    reports: tuple[CheckedReport, ...]
    unusable: tuple[UnusableReportError, ...]
    left_out: tuple[LeftOut, ...]

    @property
    def unreadable(self) -> bool:
        """Whether something could not be read, so that nothing is known of it."""
        faults = (one.fault for report in self.reports for one in report.broken)
        return EvidenceFault.UNREADABLE in faults or any(
            one.fault is Fault.UNREADABLE for one in self.unusable
        )

    @property
    def whole(self) -> bool:
        """Whether every file is a report as kunto wrote it, with all of its evidence."""
        return not self.unusable and not any(report.broken for report in self.reports)


def verify(paths: Iterable[Path], *, follow: Follow = iter) -> Verification:
    """Return what became of the reports under the paths, and of their evidence.

    ``follow`` passes the files on, as that of ``collect`` does. Raises BadInputError where a path
    does not exist or a folder cannot be listed.
    """
    reports: list[CheckedReport] = []
    unusable: list[UnusableReportError] = []
    for handful in follow(Listing(paths)):
        for path in handful.paths:
            try:
                reports.append(_checked(Path(path)))
            except UnusableReportError as found:
                unusable.append(found.plain())
    _latest, left_out = latest(reports)
    return Verification(tuple(reports), tuple(unusable), tuple(left_out))


def _checked(path: Path) -> CheckedReport:
    report, seal = read_sealed(path)
    return CheckedReport(
        file=str(path),
        report_id=report.report_id,
        supersedes=report.supersedes,
        seal=seal,
        evidence_files=sum(len(item.evidence) for item in report.items),
        broken=tuple(check_evidence(report, path.parent)),
    )


def check_evidence(report: Report, folder: Path) -> Iterator[BrokenEvidence]:
    """Yield the evidence of a report in this folder that is not there as it was."""
    place = evidence_folder(folder, report.report_id)
    for item in report.items:
        for one in item.evidence:
            fault = _fault(one, place / one.file)
            if fault is not None:
                yield BrokenEvidence(item.id, one.file, fault)


def _fault(evidence: EvidenceFile, path: Path) -> EvidenceFault | None:
    try:
        if path.stat().st_size != evidence.bytes:
            return EvidenceFault.ALTERED
        content = read_regular(path, limit_bytes=evidence.bytes)
    except (FileNotFoundError, NotADirectoryError):
        return EvidenceFault.MISSING
    except (OSError, BadInputError):
        return EvidenceFault.UNREADABLE
    whole = hashlib.sha256(content).hexdigest() == evidence.sha256
    return None if whole else EvidenceFault.ALTERED
