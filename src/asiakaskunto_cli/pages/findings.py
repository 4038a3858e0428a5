"""The page of findings: what is wrong in checked files, where, and how to mend it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from asiakaskunto_cli.errors import KuntoError
from asiakaskunto_cli.language import gettext as _
from asiakaskunto_cli.language import ngettext
from asiakaskunto_cli.pages.blocks import Entry, Listing, Page, Sentence, Tone
from asiakaskunto_cli.pages.checked import Checked
from asiakaskunto_cli.source.finding import Finding, Severity

SCHEMA_VERSION = 1


TONES = {
    Severity.ERROR: Tone.BAD,
    Severity.WARNING: Tone.WARNING,
    Severity.INFORMATION: Tone.PLAIN,
}


def findings_page(checked: Checked) -> Page:
    """Return the page of checked files: every finding with its line, then how the files fared."""
    entries = (
        *(_finding(finding) for finding in checked.findings),
        *(_unreadable(file, error) for file, error in checked.unreadable.items()),
    )
    last = Sentence(_outcome(checked), _tone(checked, entries))
    data = {
        "schema_version": SCHEMA_VERSION,
        "kind": "findings",
        "files": list(checked.files),
        "findings": [_finding_data(finding) for finding in checked.findings],
        "left_out": checked.left_out,
        "unselected": checked.unselected,
        "ignored": checked.ignored,
        "passed_over": list(checked.passed_over),
        "unreadable": [
            {"file": file, "message": error.message, "remedy": error.remedy}
            for file, error in checked.unreadable.items()
        ],
    }
    return Page(_("Checked files"), (*entries, last), data)


def _finding(finding: Finding) -> Entry:
    position = finding.position
    place = f"{finding.file}:{position.line}:{position.column}"
    words = f"{place}: {severity_name(finding.severity)} {finding.code} {finding.message}"
    is_blank = not finding.line or finding.line.isspace()
    listing = None if is_blank else Listing(finding.line, position.column)
    return Entry(words, _remedies(finding.remedy), TONES[finding.severity], listing)


def _unreadable(file: str, error: KuntoError) -> Entry:
    line = f"{file}: {severity_name(Severity.ERROR)} {error.message}"
    return Entry(line, _remedies(error.remedy), Tone.BAD)


def _remedies(remedy: str) -> tuple[str, ...]:
    return (remedy,) if remedy else ()


def severity_name(severity: Severity) -> str:
    """Return what a severity is called."""
    return {
        Severity.ERROR: _("error"),
        Severity.WARNING: _("warning"),
        Severity.INFORMATION: _("for information"),
    }[severity]


def _tone(checked: Checked, entries: Sequence[Entry]) -> Tone:
    tones = {entry.tone for entry in entries}
    if Tone.BAD in tones:
        return Tone.BAD
    return Tone.GOOD if checked.files and Tone.WARNING not in tones else Tone.WARNING


def _outcome(checked: Checked) -> str:
    """Say in a few sentences how the files fared."""
    files, unreadable = checked.files, checked.unreadable
    if not files and not unreadable:
        return _("There was nothing to check.")
    said = []
    if checked.findings:
        said.append(_found(len(files), checked.findings))
        said.extend(_of_them(checked.findings))
    if unreadable:
        words = ngettext(
            "{count} file could not be read.", "{count} files could not be read.", len(unreadable)
        )
        said.append(words.format(count=len(unreadable)))
    return " ".join([*(said or [_nothing(checked)]), *_untold(checked)])


def _nothing(checked: Checked) -> str:
    """Say that nothing was found; of codes that were left out, that tells nothing."""
    if checked.unselected:
        return _("Nothing was found of the codes that were asked for.")
    if checked.ignored:
        return _("Nothing else was found.")
    count = len(checked.files)
    words = ngettext("{count} file is valid.", "{count} files are valid.", count)
    return words.format(count=count)


def _untold(checked: Checked) -> Iterator[str]:
    """Yield how much there is beside what is told."""
    for count, words in (
        (
            checked.unselected,
            ngettext(
                "{count} finding of another code is left out.",
                "{count} findings of other codes are left out.",
                checked.unselected,
            ),
        ),
        (
            checked.ignored,
            ngettext(
                "{count} finding was ignored.", "{count} findings were ignored.", checked.ignored
            ),
        ),
        (
            len(checked.passed_over),
            ngettext(
                "{count} YAML file is not kunto's and was passed over.",
                "{count} YAML files are not kunto's and were passed over.",
                len(checked.passed_over),
            ),
        ),
        (
            checked.left_out,
            ngettext(
                "{count} more is for information: see it with --all.",
                "{count} more are for information: see them with --all.",
                checked.left_out,
            ),
        ),
    ):
        if count:
            yield words.format(count=count)


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


def _of_them(findings: Sequence[Finding]) -> Iterator[str]:
    """Yield how many only warn, or inform: a file with no others can be used."""
    warnings = sum(finding.severity is Severity.WARNING for finding in findings)
    if warnings == len(findings):
        yield ngettext("It is a warning.", "They are warnings.", warnings)
    elif warnings:
        words = ngettext("{count} is a warning.", "{count} are warnings.", warnings)
        yield words.format(count=warnings)
    informing = sum(finding.severity is Severity.INFORMATION for finding in findings)
    if informing == len(findings):
        yield ngettext("It is for information.", "They are for information.", informing)
    elif informing:
        words = ngettext("{count} is for information.", "{count} are for information.", informing)
        yield words.format(count=informing)


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
