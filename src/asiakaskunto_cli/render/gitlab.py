"""Findings as a code quality report of GitLab, which shows them in a merge request."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from asiakaskunto_cli.pages.checked import Checked, fingerprint_of
from asiakaskunto_cli.source.finding import Severity
from asiakaskunto_cli.words import clean

SEVERITIES = {
    Severity.ERROR: "major",
    Severity.WARNING: "minor",
    Severity.INFORMATION: "info",
}


def render_gitlab(checked: Checked) -> str:
    """Return a JSON list of issues; a file that could not be read is one on its first line."""
    issues = [*_findings(checked), *_unreadable(checked)]
    return clean(json.dumps(issues, ensure_ascii=False, indent=1)) + "\n"


def _findings(checked: Checked) -> Iterator[dict[str, Any]]:
    for finding, fingerprint in checked.fingerprinted():
        yield _issue(
            finding.code,
            f"{finding.message} {finding.remedy}",
            fingerprint,
            SEVERITIES[finding.severity],
            {"path": checked.from_base(finding.file), "lines": {"begin": finding.position.line}},
        )


def _unreadable(checked: Checked) -> Iterator[dict[str, Any]]:
    for file, error in checked.unreadable.items():
        path = checked.from_base(file)
        location = {"path": path, "lines": {"begin": 1}}
        said = f"{error.message} {error.remedy}"
        yield _issue("unreadable", said, fingerprint_of(path), "blocker", location)


def _issue(
    name: str, said: str, fingerprint: str, severity: str, location: dict[str, Any]
) -> dict[str, Any]:
    return {
        "description": said.rstrip(),
        "check_name": name,
        "fingerprint": fingerprint,
        "severity": severity,
        "location": location,
    }
