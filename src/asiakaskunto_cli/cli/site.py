"""Asks for the one thing that a visit cannot begin without: the site."""

from __future__ import annotations

import io
import sys
from typing import BinaryIO

from asiakaskunto_cli.cli import streams
from asiakaskunto_cli.errors import UsageError, VisitIncompleteError
from asiakaskunto_cli.language import gettext as _
from asiakaskunto_cli.programme.find import Engagement
from asiakaskunto_cli.programme.model import Programme
from asiakaskunto_cli.report.model import Site
from asiakaskunto_cli.visit.begin import site_named
from asiakaskunto_cli.visit.grammar import place_of
from asiakaskunto_cli.visit.typed_lines import EndOfInputError, read_line


def keyboard() -> tuple[BinaryIO, bool]:
    """Return where lines are typed, and whether that is a terminal; a closed stdin has none."""
    if sys.stdin is None:
        return io.BytesIO(), False
    return sys.stdin.buffer, sys.stdin.isatty()


def ask_site(engagement: Engagement) -> Site:
    """Return the site a person picks by number, or names; a mistyped one is asked again.

    Raises VisitIncompleteError when the answers end before that.
    """
    programme = engagement.programme
    for number, site in enumerate(programme.sites, 1):
        streams.talk(f"{number:>3} {site.shown_name}")
    question = _("Site (number):") if programme.sites else _("Which site is this?")
    while True:
        name = _line(question)
        try:
            return _picked(name, programme)
        except UsageError as error:
            streams.talk(error.message)
            streams.talk(error.remedy)


def _picked(name: str, programme: Programme) -> Site:
    place = place_of(name, len(programme.sites))
    return site_named(name if place is None else programme.sites[place - 1].id, programme)


def _line(question: str) -> str:
    lines, terminal = keyboard()
    try:
        sys.stderr.write(f"{question} ")
        sys.stderr.flush()
        line = read_line(lines, terminal=terminal)
    except KeyboardInterrupt:
        streams.talk("")
        streams.talk(_("The visit has not begun."))
        raise
    except EndOfInputError as error:
        streams.talk("")
        raise VisitIncompleteError(
            _("The visit has not begun: its site is missing."),
            remedy=_("Name it with --site."),
        ) from error
    if not terminal:
        streams.talk("")
    return line.text.strip()
