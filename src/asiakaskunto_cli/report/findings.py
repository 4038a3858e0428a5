"""What is wrong with a report file, as findings: whole, unaltered, and true to its own checklist.

Whoever reads such a finding must not mend the file: a report is what it was, or worthless. So the
remedies lead to a copy, or to a correction.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import cast

from pydantic import ValidationError

from asiakaskunto_cli.checklist.load import load_checklist
from asiakaskunto_cli.errors import BadInputError
from asiakaskunto_cli.files.read import read_regular
from asiakaskunto_cli.language import gettext as _
from asiakaskunto_cli.language import ngettext
from asiakaskunto_cli.report.model import SCHEMA_VERSION, Report
from asiakaskunto_cli.report.read import (
    LARGEST_REPORT_BYTES,
    Fault,
    UnusableReportError,
    read_sealed,
    takes,
)
from asiakaskunto_cli.report.seal import Seal
from asiakaskunto_cli.source.finding import Finding, Position, Severity
from asiakaskunto_cli.source.lines import Lines
from asiakaskunto_cli.source.nodes import FileStart, Node
from asiakaskunto_cli.source.reader import Source, read_text
from asiakaskunto_cli.words import clean


def report_findings(path: Path) -> tuple[Finding, ...]:
    """Return what is wrong with the report in a file, by place.

    Raises BadInputError when it cannot be read.
    """
    try:
        report, seal = read_sealed(path)
    except UnusableReportError as found:
        if found.fault is Fault.UNREADABLE:
            raise cast("BadInputError", found.__cause__) from found
        return (_unusable(path, found),)
    findings = [*_reformatted(path, seal), *_misfits(path, report)]
    return tuple(sorted(findings, key=lambda one: (one.position, one.code)))


def _unusable(path: Path, found: UnusableReportError) -> Finding:
    """Return why a file is no report that can be used."""
    code, message, remedy = {
        Fault.DAMAGED: (
            "K411",
            _("The report is damaged: it is not a whole report any more."),
            _("Restore it from a copy."),
        ),
        Fault.NOT_A_REPORT: (
            "K411",
            _("The file is named like a report but holds none."),
            _("Restore it from a copy, or move the file to another folder."),
        ),
        Fault.ALTERED: (
            "K412",
            _("The report was altered: it is not what kunto wrote."),
            _("Restore it from a copy. A visit is corrected with: kunto correct REPORT"),
        ),
        Fault.NEWER_VERSION: (
            "K413",
            _("The report was written by a newer kunto: schema version {version}.").format(
                version=clean(found.detail)
            ),
            _("Install a newer kunto: this one reads up to {known}.").format(known=SCHEMA_VERSION),
        ),
    }[found.fault]
    return Finding(str(path), _place(path, found), code, message, remedy)


def _place(path: Path, found: UnusableReportError) -> Position:
    """Return where the reading of a file failed, as exactly as that is known."""
    source = _as_source(path)
    match found.__cause__:
        case json.JSONDecodeError(pos=index):
            # What is missing at the end is missing on the last line.
            return source.lines.position(min(index, len(source.lines.text.rstrip("\r\n"))))
        case ValidationError() as error:
            return source.position(error.errors()[0]["loc"])
        case ValueError() if source.findings:
            return source.findings[0].position
    key = {Fault.ALTERED: "sha256", Fault.NEWER_VERSION: "schema_version"}.get(found.fault, "kind")
    return source.position((key,), key=True)


def _reformatted(path: Path, seal: Seal) -> Iterator[Finding]:
    if seal is Seal.REFORMATTED:
        message = _("Another program saved the report in another layout; its content is unchanged.")
        remedy = _("Keep formatters and editors away from reports.")
        yield Finding(str(path), Position(1, 1), "K416", message, remedy, Severity.WARNING)


def _misfits(path: Path, report: Report) -> Iterator[Finding]:
    """Yield what is wrong between a report and the checklist in it."""
    definition = Source(str(path), report.checklist.definition, FileStart(), (), Lines(""))
    checklist = load_checklist(definition).checklist
    if checklist is None:
        yield _unsound_checklist(_as_source(path), definition)
        return
    wrong = [
        number
        for number, item in enumerate(report.items)
        if not takes(checklist, item.id, item.answer)
    ]
    source = _as_source(path) if wrong else definition
    for number in wrong:
        message = _("The checklist in the report does not take the answer to “{id}”.")
        message = message.format(id=clean(report.items[number].id)[:64])
        place = source.position(("items", number, "answer"))
        yield Finding(str(path), place, "K415", message, _("Restore the report from a copy."))


def _unsound_checklist(source: Source, definition: Source) -> Finding:
    """Return the finding that the checklist in a report is none, at the first thing wrong in it."""
    # Only now are the positions worth another look at the file.
    placed = replace(definition, nodes=_subtree(source.nodes), lines=source.lines)
    found = load_checklist(placed).findings
    words = ngettext(
        "The checklist in the report has {count} finding: {code} {message}",
        "The checklist in the report has {count} findings, the first: {code} {message}",
        len(found),
    )
    message = words.format(count=len(found), code=found[0].code, message=found[0].message)
    remedy = _("Do not mend it here: restore the report from a copy.")
    return Finding(source.file, found[0].position, "K414", message, remedy)


def _as_source(path: Path) -> Source:
    """Return a report with a position for every value: JSON is YAML too, up to a size."""
    return read_text(str(path), read_regular(path, limit_bytes=LARGEST_REPORT_BYTES))


def _subtree(root: Node) -> Node:
    """Return the positions of the checklist in a report, as far as they are known."""
    node: Node = root
    for key in ("checklist", "definition"):
        children = node[1] if isinstance(node, tuple) else {}
        if not isinstance(children, dict) or key not in children:
            break
        node = children[key][1]
    return node
