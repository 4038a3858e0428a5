"""Findings as workflow commands of GitHub, which shows them beside the lines of a pull request."""

from __future__ import annotations

from collections.abc import Iterator

from asiakaskunto_cli.pages.checked import Checked
from asiakaskunto_cli.source.finding import Finding, Severity
from asiakaskunto_cli.words import clean

COMMANDS = {
    Severity.ERROR: "error",
    Severity.WARNING: "warning",
    Severity.INFORMATION: "notice",
}


def render_github(checked: Checked) -> str:
    """Return one line a finding; the log shows the place too, which the command hides."""
    found = [_command(checked, finding) for finding in checked.findings]
    lines = [*found, *_unreadable(checked)]
    return "".join(f"{line}\n" for line in lines)


def _command(checked: Checked, finding: Finding) -> str:
    position = finding.position
    file = checked.from_base(finding.file)
    properties = {
        "file": file,
        "line": str(position.line),
        "col": str(position.column),
        "title": f"kunto {finding.code}",
    }
    place = f"{file}:{position.line}:{position.column}"
    said = f"{place}: {finding.code} {finding.message}\n{finding.remedy}"
    return _written(COMMANDS[finding.severity], properties, said.rstrip("\n"))


def _unreadable(checked: Checked) -> Iterator[str]:
    for file, error in checked.unreadable.items():
        properties = {"file": checked.from_base(file), "title": "kunto"}
        said = f"{error.message}\n{error.remedy}".rstrip("\n")
        yield _written("error", properties, said)


def _written(command: str, properties: dict[str, str], said: str) -> str:
    shown = ",".join(f"{key}={_property(value)}" for key, value in properties.items())
    return f"::{command} {shown}::{_escaped(said)}"


def _escaped(text: str) -> str:
    return clean(text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A"))


def _property(text: str) -> str:
    return _escaped(text).replace(":", "%3A").replace(",", "%2C")
