"""A report that replaces another one of the same visit: the old file stays as it is.

What the visit was, and what was answered, is taken over; who counts is decided by ``latest``.
"""

from __future__ import annotations

from dataclasses import dataclass

from asiakaskunto_cli import __version__
from asiakaskunto_cli.report.model import EvidenceFile, Report
from asiakaskunto_cli.words import Status


@dataclass(frozen=True, slots=True)
class Succession:
    """The id of the new report (it comes after the old one's), and why there is one."""

    report_id: str
    reason: str


def withdrawn(report: Report, succession: Succession) -> Report:
    """Return the report that takes a visit back: the same content, and it never counts."""
    return _replacing(report, succession, status=Status.WITHDRAWN)


def with_evidence(
    report: Report, item_id: str, evidence: EvidenceFile, succession: Succession
) -> Report:
    """Return the report with one more piece of evidence on an item.

    Raises LookupError when no such item was shown on the visit.
    """
    items = [
        item.model_copy(update={"evidence": [*item.evidence, evidence]})
        if item.id == item_id
        else item
        for item in report.items
    ]
    if items == report.items:
        raise LookupError(item_id)
    return _replacing(report, succession, items=items)


def _replacing(report: Report, succession: Succession, **changes: object) -> Report:
    return report.model_copy(
        update={
            "kunto_version": __version__,
            "report_id": succession.report_id,
            "supersedes": report.report_id,
            "supersede_reason": succession.reason,
            **changes,
        }
    )
