"""The unfinished visits: which there are, and which belong to what."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from asiakaskunto_cli.errors import BadInputError, DiskError
from asiakaskunto_cli.visit.draft import Draft, DraftWriter, drafts_in, read_draft
from asiakaskunto_cli.words import Method, Status


@dataclass(frozen=True, slots=True)
class Kind:
    """What two visits have in common where one could be the other, left unfinished."""

    checklist_id: str
    site_id: str
    method: Method
    status: Status

    @classmethod
    def of(cls, draft: Draft) -> Kind:
        """Return the kind of visit that a draft is of."""
        opening = draft.opening
        return cls(draft.checklist.id, opening.site.id, opening.method, opening.status)


def sound_drafts(folder: Path) -> Iterator[Draft]:
    """Yield the drafts that can be read, the oldest visit first."""
    for path in drafts_in(folder):
        with suppress(BadInputError):
            yield read_draft(path)


def correction_of(report_id: str, folder: Path) -> Draft | None:
    """Return the unfinished correction of a report, if there is one."""
    drafts = (one for one in sound_drafts(folder) if one.opening.supersedes == report_id)
    return next((one for one in drafts if not has_report(one)), None)


def begun_before(kind: Kind, folder: Path) -> Draft | None:
    """Return the visit of this kind that was left unfinished last, if there is one."""
    fitting = [
        one
        for one in sound_drafts(folder)
        if one.opening.supersedes is None and Kind.of(one) == kind and not has_report(one)
    ]
    return max(fitting, key=lambda one: one.last_moment, default=None)


def has_report(draft: Draft) -> bool:
    """Return whether a draft's report is there: a crash came before the draft was retired."""
    if not draft.events or not draft.replay().finished:
        return False
    # Such ghosts are rare; every other visit begins without what reads reports.
    from asiakaskunto_cli.report.folder import find_report  # noqa: PLC0415

    return find_report(draft.reports, draft.opening.report_id) is not None


def retire_if_reported(draft: Draft) -> bool:
    """Remove a draft whose report is there, and return whether it is gone.

    One that is open in another window is left to that one.
    """
    if not has_report(draft):
        return False
    try:
        DraftWriter.reopen(draft.path).retire()
    except DiskError:
        return False
    return True
