"""Chooses who asks: keys on a real terminal, plain lines everywhere else."""

from __future__ import annotations

import sys
from datetime import datetime
from pathlib import Path

from asiakaskunto_cli.cli import streams
from asiakaskunto_cli.cli.site import keyboard
from asiakaskunto_cli.programme.model import Programme
from asiakaskunto_cli.report.opening import Opening
from asiakaskunto_cli.visit.amend import amendment
from asiakaskunto_cli.visit.asker import Asker
from asiakaskunto_cli.visit.events import Attached
from asiakaskunto_cli.visit.line_asker import LineAsker
from asiakaskunto_cli.visit.screen import Screen
from asiakaskunto_cli.visit.talk import Means


def now() -> str:
    """Return the moment as RFC 3339 with the local offset; a stopwatch needs the milliseconds."""
    return datetime.now().astimezone().isoformat(timespec="milliseconds")


def person(opening: Opening, reports: Path, programme: Programme, *, plain: bool) -> Asker:
    """Return the asker of a person on this process's own streams."""
    lines, terminal = keyboard()
    screen = Screen(sys.stderr, opening.language, lambda: streams.width(sys.stderr), now)
    means = Means(
        clock=now,
        keep_evidence=lambda item, path: _keep(reports, opening.report_id, item, path),
        amend=lambda fact, value: amendment(fact, value, programme),
        pipe=not terminal,
    )
    if plain or not terminal or not streams.can_be_painted():
        return LineAsker(lines, screen, means)
    # prompt_toolkit takes long to load; a pipe and a dumb terminal do without.
    from asiakaskunto_cli.visit.key_asker import KeyAsker  # noqa: PLC0415
    from asiakaskunto_cli.visit.key_line import KeyLine  # noqa: PLC0415

    return KeyAsker(KeyLine.of_terminal(sys.stderr), screen, means, opening.language)


def _keep(reports: Path, report_id: str, item: str, path: str) -> Attached:
    # Most visits take no evidence, and begin without what handles it.
    from asiakaskunto_cli.cli.keeper import evidence_keeper  # noqa: PLC0415

    return evidence_keeper(reports, report_id)(item, path)
