"""Chooses who asks: keys on a real terminal, plain lines everywhere else."""

from __future__ import annotations

import os
import sys
from datetime import datetime
from pathlib import Path

from asiakaskunto_cli.cli import streams
from asiakaskunto_cli.cli.site import keyboard
from asiakaskunto_cli.language import gettext as _
from asiakaskunto_cli.programme.model import Programme
from asiakaskunto_cli.report.folder import evidence_folder
from asiakaskunto_cli.report.opening import Opening
from asiakaskunto_cli.visit.amend import amendment
from asiakaskunto_cli.visit.asker import Asker
from asiakaskunto_cli.visit.events import Attached
from asiakaskunto_cli.visit.evidence import store_evidence
from asiakaskunto_cli.visit.line_asker import LineAsker
from asiakaskunto_cli.visit.screen import Screen
from asiakaskunto_cli.visit.talk import KeepEvidence, Means


def now() -> str:
    """Return the moment as RFC 3339 with the local offset; a stopwatch needs the milliseconds."""
    return datetime.now().astimezone().isoformat(timespec="milliseconds")


def person(opening: Opening, reports: Path, programme: Programme, *, plain: bool) -> Asker:
    """Return the asker of a person on this process's own streams."""
    lines, terminal = keyboard()
    screen = Screen(sys.stderr, opening.language, lambda: streams.width(sys.stderr), now)
    means = Means(
        clock=now,
        keep_evidence=evidence_keeper(evidence_folder(reports, opening.report_id)),
        amend=lambda fact, value: amendment(fact, value, programme),
        pipe=not terminal,
    )
    if plain or not terminal or not keys_work():
        return LineAsker(lines, screen, means)
    # prompt_toolkit takes long to load; a pipe and a dumb terminal do without.
    from asiakaskunto_cli.visit.key_asker import KeyAsker  # noqa: PLC0415
    from asiakaskunto_cli.visit.key_line import KeyLine  # noqa: PLC0415

    return KeyAsker(KeyLine.of_terminal(sys.stderr), screen, means, opening.language)


def keys_work() -> bool:
    """Return whether the terminal can be painted on, and nobody asked for plain lines."""
    dumb = os.environ.get("TERM", "dumb") == "dumb"
    accessible = os.environ.get("ACCESSIBLE", "0") not in {"", "0"}
    return sys.stderr.isatty() and not dumb and not accessible


def warn_of_position() -> None:
    """Say that a photo tells where it was taken; it is for the person to decide."""
    streams.talk(_("The photo tells where it was taken. Remove that if nobody should know."))


def evidence_keeper(folder: Path) -> KeepEvidence:
    """Return what copies a file into a visit's evidence folder, by an item's id and a path."""

    def keep(item: str, path: str) -> Attached:
        stored = store_evidence(Path(path), folder)
        if stored.has_position:
            warn_of_position()
        return Attached(item=item, file=stored.file, sha256=stored.sha256, bytes=stored.bytes)

    return keep
