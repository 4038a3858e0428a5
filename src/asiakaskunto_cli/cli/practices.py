"""`kunto checklist practices`: what a team can do about a weak point."""

from __future__ import annotations

from typing import Annotated

import typer

from asiakaskunto_cli.checklist.practices import read_practices
from asiakaskunto_cli.cli.options import (
    ForceOption,
    Format,
    FormatOption,
    LangOption,
    OutputOption,
)
from asiakaskunto_cli.cli.output import write_page
from asiakaskunto_cli.cli.setting import engagement_around, refusal, speak
from asiakaskunto_cli.cli.sound import sound_checklist
from asiakaskunto_cli.errors import ExitCode
from asiakaskunto_cli.pages.practice_library import practices_page


def practices(
    named_by: Annotated[
        str | None,
        typer.Option("--for", metavar="CHECKLIST", help="Only those that its items name."),
    ] = None,
    form: FormatOption = Format.TERMINAL,
    output: OutputOption = None,
    force: ForceOption = False,
    lang: LangOption = None,
) -> int:
    """Show the practices: the programme's own and the shipped ones."""
    engagement = engagement_around()
    language = speak(lang, engagement)
    shelf = read_practices(engagement.checklists)
    if shelf.findings:
        raise refusal(shelf.findings)
    checklist = None if named_by is None else sound_checklist(named_by, engagement)
    write_page(practices_page(shelf.entries, language, checklist), form, output, force=force)
    return ExitCode.FINE
