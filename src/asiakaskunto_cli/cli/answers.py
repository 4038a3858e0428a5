"""Reads answers files for the commands that take them."""

from __future__ import annotations

from pathlib import Path

from asiakaskunto_cli.checklist.model import Checklist
from asiakaskunto_cli.cli.setting import refusal
from asiakaskunto_cli.visit.answers_file import Answers, check_answers, read_answers


def answers_from(path: Path) -> Answers:
    """Return the answers in a file.

    Raises BadInputError, after printing the findings, when their form is not sound.
    """
    read = read_answers(path)
    if read.answers is None:
        raise refusal(read.findings)
    return read.answers


def require_fit(answers: Answers, checklist: Checklist) -> None:
    """Refuse answers that a checklist cannot take.

    Raises BadInputError, after printing the findings.
    """
    findings = check_answers(answers, checklist)
    if findings:
        raise refusal(findings)
