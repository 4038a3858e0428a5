"""`kunto drafts`: the visits that were left unfinished."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import Annotated

import typer

from asiakaskunto_cli.cli import streams
from asiakaskunto_cli.cli.command import App
from asiakaskunto_cli.cli.options import Format, FormatOption, LangOption
from asiakaskunto_cli.cli.output import write_page
from asiakaskunto_cli.cli.prompt import agreed, on_terminal
from asiakaskunto_cli.cli.resume import described, draft_named
from asiakaskunto_cli.cli.setting import engagement_if_sound, speak
from asiakaskunto_cli.errors import BadInputError, ExitCode, UsageError
from asiakaskunto_cli.language import gettext as _
from asiakaskunto_cli.pages.drafts import drafts_page
from asiakaskunto_cli.visit.discard import discard as discard_draft
from asiakaskunto_cli.visit.draft import Draft, drafts_in, read_draft
from asiakaskunto_cli.visit.places import drafts_folder
from asiakaskunto_cli.visit.unfinished import retire_if_reported

app = App(
    help="List the visits that were left unfinished; discard one.",
)


@app.callback(invoke_without_command=True)
def drafts(
    context: typer.Context, form: FormatOption = Format.TERMINAL, lang: LangOption = None
) -> int:
    """List the drafts; one whose report is there already is cleared away."""
    speak(lang, engagement_if_sound())
    if context.invoked_subcommand is not None:
        return ExitCode.FINE
    found: list[Draft] = []
    damaged: list[BadInputError] = []
    for path in drafts_in(drafts_folder()):
        try:
            draft = read_draft(path)
        except BadInputError as error:
            damaged.append(error)
            continue
        if retire_if_reported(draft):
            words = _("{draft} is finished and its report is written; the draft is removed.")
            streams.talk(words.format(draft=draft.short_id))
        else:
            found.append(draft)
    write_page(drafts_page(found, damaged, datetime.now().astimezone()), form, None, force=False)
    return ExitCode.FINE


@app.command(help="Throw a draft away, with the evidence that only it holds.")
def discard(
    draft: Annotated[str, typer.Argument(metavar="DRAFT", help="End of the draft's id.")],
    yes: Annotated[bool, typer.Option("--yes", help="Do not ask.")] = False,
) -> int:
    """Remove a draft after asking; without a terminal only with --yes."""
    path = draft_named(draft, list(drafts_in(drafts_folder())))
    streams.talk(_told(path))
    if not yes and not _agreed():
        streams.talk(_("The draft is kept."))
        return ExitCode.FINE
    discard_draft(path)
    streams.talk(_("The draft is discarded."))
    return ExitCode.FINE


def _told(path: Path) -> str:
    try:
        return described(read_draft(path))
    except BadInputError as error:
        return error.message


def _agreed() -> bool:
    """Return whether the person lets the draft go.

    Raises UsageError where nobody can be asked.
    """
    if not on_terminal():
        raise UsageError(
            _("Nothing is discarded without being asked."), remedy=_("Say --yes to discard it.")
        )
    return agreed(_("Discard it? Its answers are lost. (k/y, e/n)")) is True
