"""Findings as SARIF 2.1.0, which code scanning and editors read.

Source: the OASIS standard SARIF 2.1.0; its JSON Schema is a test's oracle.
"""

from __future__ import annotations

import json
import os
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any
from urllib.parse import quote

from asiakaskunto_cli import __version__
from asiakaskunto_cli.errors import KuntoError
from asiakaskunto_cli.pages.checked import Checked
from asiakaskunto_cli.pages.rulebook import rulebook
from asiakaskunto_cli.source.finding import Finding, Severity
from asiakaskunto_cli.source.rule_text import FAILS, PASSES, RuleText
from asiakaskunto_cli.words import clean

LEVELS = {
    Severity.ERROR: "error",
    Severity.WARNING: "warning",
    Severity.INFORMATION: "note",
}
# Files of one endless line would be told once a finding.
LONGEST_LINE = 1000
# How a tool names the folder that paths are seen from, whatever it is on the next machine.
BASE = "%SRCROOT%"


def render_sarif(checked: Checked) -> str:
    """Return one run: the rules that found something with their help, and what they found."""
    codes = sorted({finding.code for finding in checked.findings})
    run = {
        "tool": {
            "driver": {
                "name": "kunto",
                "semanticVersion": __version__,
                "rules": [_rule(rulebook()[code]) for code in codes],
            }
        },
        "columnKind": "unicodeCodePoints",
        "invocations": [
            {
                "executionSuccessful": not checked.unreadable,
                "toolExecutionNotifications": list(_notifications(checked)),
            }
        ],
        "artifacts": [{"location": _location(checked, file)} for file in checked.files],
        "results": list(_results(checked, codes)),
    }
    document = {
        "$schema": "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json",
        "version": "2.1.0",
        "runs": [run],
    }
    return clean(json.dumps(document, ensure_ascii=False, indent=1)) + "\n"


def _rule(text: RuleText) -> dict[str, Any]:
    title = text.title[:1].upper() + text.title[1:]
    why = "\n\n".join(text.why)
    return {
        "id": text.code,
        "shortDescription": {"text": title},
        "fullDescription": {"text": why or title},
        "help": {
            "text": _help(text, "{}"),
            "markdown": _help(text, "```yaml\n{}```\n"),
        },
        "defaultConfiguration": {"level": LEVELS[text.severity]},
    }


def _help(text: RuleText, example: str) -> str:
    """Return why there is such a rule, and its examples, each written as it is told."""
    parts = (*text.why, FAILS[:-1], example.format(text.fails), PASSES[:-1])
    return "\n\n".join((*parts, example.format(text.passes)))


def _results(checked: Checked, codes: Sequence[str]) -> Iterator[dict[str, Any]]:
    for finding, fingerprint in checked.fingerprinted():
        yield {
            "ruleId": finding.code,
            "ruleIndex": codes.index(finding.code),
            "level": LEVELS[finding.severity],
            "message": {"text": f"{finding.message} {finding.remedy}".rstrip()},
            "locations": [
                {
                    "physicalLocation": {
                        "artifactLocation": _location(checked, finding.file),
                        "region": _region(finding),
                    }
                }
            ],
            "partialFingerprints": {"kunto/v1": fingerprint},
        }


def _region(finding: Finding) -> dict[str, Any]:
    region: dict[str, Any] = {
        "startLine": finding.position.line,
        "startColumn": finding.position.column,
    }
    if finding.line and len(finding.line) <= LONGEST_LINE:
        region["snippet"] = {"text": finding.line}
    return region


def _notifications(checked: Checked) -> Iterator[dict[str, Any]]:
    """Yield what could not be read: nothing is known of it, so it is no result."""
    for file, error in checked.unreadable.items():
        yield {
            "level": "error",
            "message": {"text": _words(error)},
            "locations": [{"physicalLocation": {"artifactLocation": _location(checked, file)}}],
        }


def _words(error: KuntoError) -> str:
    return f"{error.message} {error.remedy}".rstrip()


def _location(checked: Checked, file: str) -> dict[str, str]:
    path = checked.from_base(file)
    if Path(path).is_absolute():
        return {"uri": Path(path).as_uri()}
    return {"uri": quote(os.fsencode(path)), "uriBaseId": BASE}
