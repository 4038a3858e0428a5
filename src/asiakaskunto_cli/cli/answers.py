"""Reads answers files for the commands that take them."""

from __future__ import annotations

from pathlib import Path

from asiakaskunto_cli.checklist.model import Checklist
from asiakaskunto_cli.cli.setting import refusal
from asiakaskunto_cli.source.reader import Source
from asiakaskunto_cli.visit.answers_file import Answers, check_answers, read_answers

KIND = "answers"


def answers_from(path: Path) -> Answers:
    """Return the answers in a file.

    Raises BadInputError, after printing the findings, when their form is not sound.
    """
    read = read_answers(path)
    if read.answers is None:
        checkable = bool(read.source.findings) or _says_kind(read.source)
        raise refusal(read.findings, can_be_checked=checkable)
    return read.answers


def require_fit(answers: Answers, checklist: Checklist) -> None:
    """Refuse answers that a checklist cannot take.

    Raises BadInputError, after printing the findings.
    """
    findings = check_answers(answers, checklist)
    if findings:
        named = Path(answers.file.checklist or "").stem == checklist.id
        raise refusal(findings, can_be_checked=named and _says_kind(answers.source))


def _says_kind(source: Source) -> bool:
    """Return whether a file is known to hold answers without the option that named it."""
    return isinstance(source.data, dict) and source.data.get("kind") == KIND
