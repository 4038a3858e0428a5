"""`kunto checklist`: what there is to measure with."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Annotated

import typer

from asiakaskunto_cli.checklist.library import read_library
from asiakaskunto_cli.checklist.load import Loaded
from asiakaskunto_cli.checklist.search import Found, search
from asiakaskunto_cli.cli.checklist_new import new
from asiakaskunto_cli.cli.command import App
from asiakaskunto_cli.cli.options import (
    ForceOption,
    Format,
    FormatOption,
    LangOption,
    OutputOption,
)
from asiakaskunto_cli.cli.output import write_page
from asiakaskunto_cli.cli.practices import practices
from asiakaskunto_cli.cli.schema import schema
from asiakaskunto_cli.cli.setting import engagement_around, speak
from asiakaskunto_cli.cli.sound import sound_checklist
from asiakaskunto_cli.errors import ExitCode
from asiakaskunto_cli.language import speaking
from asiakaskunto_cli.pages.checklist import checklist_page
from asiakaskunto_cli.pages.library import library_page
from asiakaskunto_cli.pages.paper import paper_page
from asiakaskunto_cli.words import Method, Theme

app = App(
    no_args_is_help=True,
    help="List, show and print the checklists; make a new one; their JSON Schema.",
)
app.command(help="Make a checklist of your own, from a template or another checklist.")(new)


@app.command("list", help="List the checklists: the programme's own and the shipped ones.")
def list_all(
    theme: Annotated[Theme | None, typer.Option(help="Only those of this theme.")] = None,
    method: Annotated[Method | None, typer.Option(help="Only those of this method.")] = None,
    find: Annotated[
        str | None,
        typer.Option(metavar="WORDS", help="Only those whose title or questions hold the words."),
    ] = None,
    form: FormatOption = Format.TERMINAL,
    lang: LangOption = None,
) -> int:
    """List the checklists that are wanted; those with findings are named beside the sound ones."""
    engagement = engagement_around()
    language = speak(lang, engagement)
    entries = [
        (path, loaded)
        for path, loaded in read_library(engagement.checklists)
        if _is_wanted(loaded, theme, method)
    ]
    found = None if find is None else _found(entries, find, language)
    write_page(library_page(entries, language, found), form, None, force=False)
    return ExitCode.FINE


def _is_wanted(loaded: Loaded, theme: Theme | None, method: Method | None) -> bool:
    """Tell whether a checklist is to be listed; of one with findings nothing else is known."""
    checklist = loaded.checklist
    return checklist is None or (
        theme in {None, checklist.theme} and (method is None or method in checklist.methods)
    )


def _found(entries: Sequence[tuple[Path, Loaded]], query: str, language: str) -> Found:
    sound = {path: one.checklist for path, one in entries if one.checklist is not None}
    return search(sound, query, language)


@app.command(help="Show one checklist: its questions and how they are scored.")
def show(
    name: Annotated[str, typer.Argument(metavar="CHECKLIST", help="Id or file.")],
    form: FormatOption = Format.TERMINAL,
    output: OutputOption = None,
    force: ForceOption = False,
    lang: LangOption = None,
) -> int:
    """Show one checklist."""
    engagement = engagement_around()
    language = speak(lang, engagement)
    page = checklist_page(sound_checklist(name, engagement), language)
    write_page(page, form, output, force=force)
    return ExitCode.FINE


@app.command("print", help="Print a paper form, for places where no screen can be shown.")
def print_form(
    name: Annotated[str, typer.Argument(metavar="CHECKLIST", help="Id or file.")],
    form: FormatOption = Format.HTML,
    output: OutputOption = None,
    force: ForceOption = False,
    lang: LangOption = None,
) -> int:
    """Print the form of a checklist, in one language throughout: one that the checklist has."""
    engagement = engagement_around()
    language = speak(lang, engagement)
    checklist = sound_checklist(name, engagement)
    languages = checklist.languages
    spoken = language if language in languages else languages[0]
    with speaking(spoken):
        write_page(paper_page(checklist, spoken), form, output, force=force)
    return ExitCode.FINE


app.command("practices", help="Show what a team can do about weak points.")(practices)


app.command(help="Print the JSON Schema of checklists and other files, for editors.")(schema)
