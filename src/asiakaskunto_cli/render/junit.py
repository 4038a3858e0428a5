"""Findings as JUnit's XML, which most systems show as tests: a suite a file, a test a finding."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import groupby
from xml.sax.saxutils import escape, quoteattr

from asiakaskunto_cli.errors import KuntoError
from asiakaskunto_cli.pages.checked import Checked
from asiakaskunto_cli.source.finding import Finding
from asiakaskunto_cli.words import clean

# What clean() leaves, and XML has no way to write.
NOT_XML = re.compile("[\ufffe\uffff]")


def render_junit(checked: Checked) -> str:
    """Return the XML: what fails the check is a failure, a file that cannot be read an error.

    What does not fail it is a test that passed, with what was found as its output.
    """
    found = {file: list(group) for file, group in groupby(checked.findings, lambda one: one.file)}
    suites = [
        *(_suite(checked, file, found.get(file, [])) for file in checked.files),
        *(_unreadable(checked, file, error) for file, error in checked.unreadable.items()),
    ]
    tests = sum(max(1, len(found.get(file, []))) for file in checked.files)
    failures = sum(map(checked.fails, checked.findings))
    errors = len(checked.unreadable)
    totals = f'tests="{tests + errors}" failures="{failures}" errors="{errors}"'
    lines = [
        '<?xml version="1.0" encoding="UTF-8"?>',
        f'<testsuites name="kunto validate" {totals}>',
        *(line for suite in suites for line in suite),
        "</testsuites>",
    ]
    return "".join(f"{line}\n" for line in lines)


def _suite(checked: Checked, file: str, findings: list[Finding]) -> Iterator[str]:
    name = _attribute(checked.from_base(file))
    failures = sum(map(checked.fails, findings))
    tests = max(1, len(findings))
    yield f'<testsuite name={name} tests="{tests}" failures="{failures}" errors="0">'
    if not findings:
        yield f'<testcase classname={name} name="valid" file={name}/>'
    for finding in findings:
        yield from _case(checked, name, finding)
    yield "</testsuite>"


def _case(checked: Checked, file: str, finding: Finding) -> Iterator[str]:
    line, column = finding.position.line, finding.position.column
    name = _attribute(f"{finding.code} {line}:{column}")
    place = f"{checked.from_base(finding.file)}:{line}:{column}"
    said = f"{place}: {finding.severity} {finding.code} {finding.message}\n{finding.remedy}"
    yield f'<testcase classname={file} name={name} file={file} line="{line}">'
    if checked.fails(finding):
        kind, message = _attribute(finding.code), _attribute(finding.message)
        yield f"<failure type={kind} message={message}>{_text(said)}</failure>"
    else:
        yield f"<system-out>{_text(said)}</system-out>"
    yield "</testcase>"


def _unreadable(checked: Checked, file: str, error: KuntoError) -> Iterator[str]:
    name = _attribute(checked.from_base(file))
    message = _attribute(error.message)
    said = _text(f"{error.message}\n{error.remedy}".rstrip())
    yield f'<testsuite name={name} tests="1" failures="0" errors="1">'
    yield f'<testcase classname={name} name="readable" file={name}>'
    yield f'<error type="unreadable" message={message}>{said}</error>'
    yield "</testcase>"
    yield "</testsuite>"


def _text(words: str) -> str:
    return escape(NOT_XML.sub("\N{REPLACEMENT CHARACTER}", clean(words)))


def _attribute(words: str) -> str:
    """Return words as an attribute with its quotes; line breaks would become spaces in it."""
    return quoteattr(NOT_XML.sub("\N{REPLACEMENT CHARACTER}", clean(words)), {"\n": "&#10;"})
