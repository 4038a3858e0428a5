"""The page of findings: what is wrong in checked files, where, and how to mend it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from asiakaskunto_cli.errors import KuntoError
from asiakaskunto_cli.language import gettext as _
from asiakaskunto_cli.language import ngettext
from asiakaskunto_cli.pages.blocks import Entry, Page, Sentence, Tone
from asiakaskunto_cli.source.finding import Finding, Severity

SCHEMA_VERSION = 1


def findings_page(
    files: Sequence[str],
    findings: Sequence[Finding],
    unreadable: Mapping[str, KuntoError],
) -> Page:
    """Return the page of checked files; ``unreadable`` has those that could not be, with why."""
    entries = (
        *(_finding(finding) for finding in findings),
        *(_unreadable(file, error) for file, error in unreadable.items()),
    )
    last = Sentence(_outcome(files, findings, unreadable), _tone(files, entries))
    data = {
        "schema_version": SCHEMA_VERSION,
        "kind": "findings",
        "files": list(files),
        "findings": [_finding_data(finding) for finding in findings],
        "unreadable": [
            {"file": file, "message": error.message, "remedy": error.remedy}
            for file, error in unreadable.items()
        ],
    }
    return Page(_("Checked files"), (*entries, last), data)


def _finding(finding: Finding) -> Entry:
    position = finding.position
    place = f"{finding.file}:{position.line}:{position.column}"
    tone = Tone.BAD if finding.severity is Severity.ERROR else Tone.WARNING
    line = f"{place}: {_severity(finding.severity)} {finding.code} {finding.message}"
    return Entry(line, _remedies(finding.remedy), tone)


def _unreadable(file: str, error: KuntoError) -> Entry:
    line = f"{file}: {_severity(Severity.ERROR)} {error.message}"
    return Entry(line, _remedies(error.remedy), Tone.BAD)


def _remedies(remedy: str) -> tuple[str, ...]:
    return (remedy,) if remedy else ()


def _severity(severity: Severity) -> str:
    return {Severity.ERROR: _("error"), Severity.WARNING: _("warning")}[severity]


def _tone(files: Sequence[str], entries: Sequence[Entry]) -> Tone:
    if any(entry.tone is Tone.BAD for entry in entries):
        return Tone.BAD
    return Tone.GOOD if files and not entries else Tone.WARNING


def _outcome(
    files: Sequence[str], findings: Sequence[Finding], unreadable: Mapping[str, KuntoError]
) -> str:
    """Say in one line how the files fared."""
    if not files and not unreadable:
        return _("There was nothing to check.")
    said = []
    if findings:
        said.append(_found(len(files), findings))
        said.extend(_of_them_warnings(findings))
    if unreadable:
        words = ngettext(
            "{count} file could not be read.", "{count} files could not be read.", len(unreadable)
        )
        said.append(words.format(count=len(unreadable)))
    if not said:
        words = ngettext("{count} file is valid.", "{count} files are valid.", len(files))
        said.append(words.format(count=len(files)))
    return " ".join(said)


def _found(files: int, findings: Sequence[Finding]) -> str:
    words = ngettext(
        "{count} finding in {bad} of {files} files.",
        "{count} findings in {bad} of {files} files.",
        len(findings),
    )
    if files == 1:
        words = ngettext("{count} finding.", "{count} findings.", len(findings))
    bad = len({finding.file for finding in findings})
    return words.format(count=len(findings), bad=bad, files=files)


def _of_them_warnings(findings: Sequence[Finding]) -> Iterator[str]:
    """Yield how many only warn, where any does: a file with no others can be used."""
    warnings = sum(finding.severity is Severity.WARNING for finding in findings)
    if warnings == len(findings):
        yield ngettext("It is a warning.", "They are warnings.", warnings)
    elif warnings:
        words = ngettext("{count} is a warning.", "{count} are warnings.", warnings)
        yield words.format(count=warnings)


def _finding_data(finding: Finding) -> dict[str, str | int]:
    return {
        "file": finding.file,
        "line": finding.position.line,
        "column": finding.position.column,
        "code": finding.code,
        "severity": finding.severity,
        "message": finding.message,
        "remedy": finding.remedy,
    }
