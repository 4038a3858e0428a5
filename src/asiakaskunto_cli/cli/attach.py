"""`kunto attach`: a piece of evidence that was elsewhere when the visit was finished."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import Annotated

import typer

from asiakaskunto_cli.cli.command import App
from asiakaskunto_cli.cli.finished import (
    checklist_of,
    publish_successor,
    replaceable,
    succession,
    tell_broken,
)
from asiakaskunto_cli.cli.keeper import warn_of_position
from asiakaskunto_cli.cli.options import LangOption, ReportArgument
from asiakaskunto_cli.cli.setting import engagement_around, speak
from asiakaskunto_cli.errors import ExitCode, UsageError
from asiakaskunto_cli.language import gettext as _
from asiakaskunto_cli.language import negotiate, speaking
from asiakaskunto_cli.report.folder import evidence_folder
from asiakaskunto_cli.report.model import EvidenceFile, Report, ReportItem
from asiakaskunto_cli.report.successor import with_evidence
from asiakaskunto_cli.visit.evidence import (
    StoredEvidence,
    carry_over,
    read_evidence,
    store_evidence,
)
from asiakaskunto_cli.words import clean

app = App()


@app.command(help="Add a file (a photo from the phone) to a finished visit as evidence.")
def attach(
    report: ReportArgument,
    file: Annotated[
        Path,
        typer.Argument(metavar="FILE", help="The photo, sound or document.", readable=False),
    ],
    item: Annotated[
        str | None,
        typer.Option(metavar="ID", help="Which question it belongs to, where that is not plain."),
    ] = None,
    lang: LangOption = None,
) -> int:
    """Write a report that supersedes another one and has one more piece of evidence."""
    speak(lang, engagement_around(report))
    old = replaceable(report)
    chosen = _item(old, item)
    _require_new(read_evidence(file)[0], chosen)
    why = succession(old, _reason(old, chosen))
    tell_broken(carry_over(old, report.parent, why.report_id))
    stored = store_evidence(file, evidence_folder(report.parent, why.report_id))
    evidence = EvidenceFile(
        file=stored.file,
        sha256=stored.sha256,
        bytes=stored.bytes,
        added_at=datetime.now().astimezone().replace(microsecond=0),
    )
    if stored.has_position:
        warn_of_position()
    publish_successor(with_evidence(old, chosen.id, evidence, why), report.parent)
    return ExitCode.FINE


def _item(report: Report, name: str | None) -> ReportItem:
    """Return the item that was named, else the only one of which evidence is asked.

    Raises UsageError where that is none, or any of several.
    """
    shown = {one.id: one for one in report.items}
    if name is not None:
        if name in shown:
            return shown[name]
        raise UsageError(
            _("The report has no item “{id}”.").format(id=clean(name)),
            remedy=_("There are: {known}.").format(known=", ".join(shown)),
        )
    items = checklist_of(report).items
    asked = [one for one in report.items if items[one.id].evidence != "none"]
    if len(asked) == 1:
        return asked[0]
    known = ", ".join(one.id for one in asked or report.items)
    raise UsageError(
        _("It is not plain which question the file belongs to."),
        remedy=_("Name it with --item: {known}.").format(known=known),
    )


def _reason(report: Report, item: ReportItem) -> str:
    with speaking(negotiate([report.language])):
        return _("A file was attached afterwards: {item}.").format(item=item.id)


def _require_new(stored: StoredEvidence, item: ReportItem) -> None:
    if any(one.sha256 == stored.sha256 for one in item.evidence):
        raise UsageError(
            _("The file is attached to “{item}” already.").format(item=item.id),
            remedy=_("Nothing needs to be done."),
        )
