"""The page of a check: what is not what it was any more, and what does not count."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from asiakaskunto_cli.language import gettext as _
from asiakaskunto_cli.language import ngettext
from asiakaskunto_cli.pages.blocks import Block, Entry, Page, Sentence, Tone
from asiakaskunto_cli.pages.evidence import broken_words
from asiakaskunto_cli.pages.faults import fault_words
from asiakaskunto_cli.report.seal import Seal
from asiakaskunto_cli.report.verify import CheckedReport, Verification
from asiakaskunto_cli.report.versions import Left

SCHEMA_VERSION = 1


def verification_page(found: Verification) -> Page:
    """Return the page of everything that was checked."""
    blocks: tuple[Block, ...] = (
        *_unusable(found),
        *_broken(found),
        *_remarks(found),
        Sentence(_outcome(found), Tone.GOOD if found.whole else Tone.BAD),
    )
    return Page(_("Checked reports"), blocks, _data(found))


def _unusable(found: Verification) -> Iterator[Block]:
    for one in found.unusable:
        yield Entry(f"{one.file}: {fault_words(one)}", tone=Tone.BAD)


def _broken(found: Verification) -> Iterator[Block]:
    for report in found.reports:
        for one in report.broken:
            yield Entry(f"{report.file}: {broken_words(one)}", tone=Tone.BAD)


def _remarks(found: Verification) -> Iterator[Block]:
    """Name what is whole and still worth knowing."""
    for file in _reformatted(found):
        words = _("{file}: another program saved it in another layout; its content is unchanged")
        yield Entry(words.format(file=file), tone=Tone.WARNING)
    for one in found.left_out:
        words = {
            Left.DUPLICATE: _("{file}: duplicate, the same visit is in {by}"),
            Left.SUPERSEDED: _("{file}: superseded, replaced by {by}"),
        }[one.reason]
        yield Entry(words.format(file=one.file, by=one.by))


def _reformatted(found: Verification) -> list[str]:
    return [one.file for one in found.reports if one.seal is Seal.REFORMATTED]


def _outcome(found: Verification) -> str:
    """Say in one line how the reports and their evidence fared."""
    total = len(found.reports) + len(found.unusable)
    words = ngettext(
        "{whole} of {total} report is whole.", "{whole} of {total} reports are whole.", total
    )
    said = [words.format(whole=len(found.reports), total=total)]
    evidence = sum(one.evidence_files for one in found.reports)
    if evidence:
        words = ngettext(
            "{whole} of {total} piece of evidence is whole.",
            "{whole} of {total} pieces of evidence are whole.",
            evidence,
        )
        broken = sum(len(one.broken) for one in found.reports)
        said.append(words.format(whole=evidence - broken, total=evidence))
    return " ".join(said)


def _data(found: Verification) -> dict[str, Any]:
    return {
        "schema_version": SCHEMA_VERSION,
        "kind": "verification",
        "whole": found.whole,
        "reports": [_report(one) for one in found.reports],
        "unusable": [
            {"file": one.file, "fault": one.fault, "detail": one.detail or None}
            for one in found.unusable
        ],
        "left_out": [
            {"file": one.file, "reason": one.reason, "by": one.by} for one in found.left_out
        ],
    }


def _report(one: CheckedReport) -> dict[str, Any]:
    return {
        "file": one.file,
        "report_id": one.report_id,
        "seal": one.seal,
        "evidence_files": one.evidence_files,
        "broken_evidence": [
            {"item": broken.item, "file": broken.file, "fault": broken.fault}
            for broken in one.broken
        ],
    }
