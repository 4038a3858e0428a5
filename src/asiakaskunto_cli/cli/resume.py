"""`kunto resume`: go on with a visit that was left unfinished."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from asiakaskunto_cli.cli import streams
from asiakaskunto_cli.cli.askers import person
from asiakaskunto_cli.cli.command import App
from asiakaskunto_cli.cli.conduct import conduct
from asiakaskunto_cli.cli.options import PlainOption
from asiakaskunto_cli.cli.prompt import on_terminal, typed
from asiakaskunto_cli.cli.setting import engagement_if_sound
from asiakaskunto_cli.errors import BadInputError, ExitCode, UsageError, VisitIncompleteError
from asiakaskunto_cli.language import (
    activate,
    format_date_and_time,
    format_number,
    in_language,
    negotiate,
)
from asiakaskunto_cli.language import gettext as _
from asiakaskunto_cli.visit.draft import Draft, DraftWriter, drafts_in, read_draft
from asiakaskunto_cli.visit.grammar import place_of
from asiakaskunto_cli.visit.places import drafts_folder
from asiakaskunto_cli.words import clean

app = App()


@app.command(help="Go on with a visit that was left unfinished.")
def resume(
    draft: Annotated[
        str | None,
        typer.Argument(
            metavar="DRAFT", help="End of the draft's id; needed where there are several."
        ),
    ] = None,
    plain: PlainOption = False,
) -> int:
    """Go on with a draft, in its language and with the checklist it began with."""
    chosen = _choose(draft, list(drafts_in(drafts_folder())))
    if chosen is None:
        streams.talk(_("There is no unfinished visit."))
        return ExitCode.FINE
    writer = DraftWriter.reopen(chosen)
    found = read_draft(chosen)
    activate(negotiate([found.opening.language]))
    streams.talk(described(found))
    programme = engagement_if_sound().programme
    return conduct(writer, person(found.opening, found.reports, programme, plain=plain))


def described(draft: Draft) -> str:
    """Return a draft in one line: its id, checklist, site, when, how far."""
    words = _("{draft}  {checklist} · {site} · {moment} · {share} % done")
    return words.format(
        draft=draft.short_id,
        checklist=in_language(draft.checklist.title, draft.opening.language),
        site=draft.opening.site.name,
        moment=format_date_and_time(draft.last_moment),
        share=format_number(100 * draft.replay().progress.completeness, 0),
    )


def _choose(name: str | None, drafts: list[Path]) -> Path | None:
    if name is not None:
        return draft_named(name, drafts)
    if len(drafts) < 2:  # noqa: PLR2004 one is no choice
        return drafts[0] if drafts else None
    if on_terminal():
        return _picked(drafts)
    _list(drafts)
    raise UsageError(_("There are several unfinished visits."), remedy=_("Run: kunto resume DRAFT"))


def draft_named(name: str, drafts: list[Path]) -> Path:
    """Return the draft whose id ends like this.

    Raises UsageError, after listing them, where that is none or several.
    """
    fitting = [path for path in drafts if path.stem.endswith(name)]
    if len(fitting) == 1:
        return fitting[0]
    _list(drafts)
    raise UsageError(
        _("No single draft ends in “{draft}”.").format(draft=clean(name)),
        remedy=_("Name one of those above, or none where there is only one."),
    )


def _picked(drafts: list[Path]) -> Path:
    """Return the draft that a person picks by number.

    Raises VisitIncompleteError at Ctrl-D.
    """
    _list(drafts, numbered=True)
    while True:
        line = typed(_("Which one (number):"))
        if line is None:
            raise VisitIncompleteError(_("No draft was picked; all of them are kept."))
        place = place_of(line, len(drafts))
        if place is not None:
            return drafts[place - 1]


def _list(drafts: list[Path], *, numbered: bool = False) -> None:
    for number, path in enumerate(drafts, 1):
        try:
            line = described(read_draft(path))
        except BadInputError as error:
            line = error.message
        streams.talk(f"{number:>3} {line}" if numbered else line)
