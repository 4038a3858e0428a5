"""Whether a report still stands: what keeps it from counting, and what is missing beside it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from asiakaskunto_cli.language import gettext as _
from asiakaskunto_cli.pages.blocks import Block, Quote, Sentence, Tone
from asiakaskunto_cli.pages.evidence import broken_words
from asiakaskunto_cli.report.model import Report
from asiakaskunto_cli.report.verify import BrokenEvidence
from asiakaskunto_cli.words import Status


def broken_evidence(broken: Sequence[BrokenEvidence]) -> Iterator[Block]:
    """Say which evidence is not there as it was."""
    for one in broken:
        yield Sentence(broken_words(one), Tone.BAD)


def standing(report: Report, replaced_by: str | None) -> Iterator[Block]:
    """Say what keeps the visit from counting, what it replaced, or what replaced it."""
    if replaced_by is not None:
        words = _("This report is not counted any more: it was replaced by {file}.")
        yield Sentence(words.format(file=replaced_by), Tone.WARNING)
    if report.status is Status.REHEARSAL:
        yield Sentence(_("A rehearsal: it is not counted anywhere."), Tone.WARNING)
    if report.status is Status.WITHDRAWN:
        yield Sentence(_("This visit was withdrawn: it is not counted anywhere."), Tone.WARNING)
    if report.supersedes is not None:
        yield Sentence(_("This report replaces an earlier one of the same visit."))
    if report.supersede_reason:
        yield Quote(report.supersede_reason, _("Reason"))
    if not report.checklist.index:
        yield Sentence(_("This checklist is for internal use: it is not counted in the index."))
