"""The page of all checklists that can be run."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from asiakaskunto_cli.checklist.load import Loaded
from asiakaskunto_cli.checklist.model import Checklist
from asiakaskunto_cli.checklist.search import Found
from asiakaskunto_cli.language import gettext as _
from asiakaskunto_cli.language import in_language, ngettext
from asiakaskunto_cli.pages.blocks import (
    Block,
    Entry,
    Heading,
    Page,
    Row,
    Sentence,
    Table,
    Tone,
    figure_column,
    lower_column,
    text_column,
)
from asiakaskunto_cli.pages.figures import NO_FIGURE
from asiakaskunto_cli.pages.names import in_a_row, theme_name
from asiakaskunto_cli.words import Theme

SCHEMA_VERSION = 1
# More would hide the next checklist.
QUESTIONS_SHOWN = 3


def library_page(
    entries: Sequence[tuple[Path, Loaded]], language: str, found: Found | None = None
) -> Page:
    """Return the page of a library; checklists with findings are named, not shown.

    ``found`` says what a search found: only those are listed, with the questions it was found in.
    """
    broken = [(path, one) for path, one in entries if one.checklist is None]
    sound = [
        (path, one.checklist)
        for path, one in entries
        if one.checklist is not None and (found is None or path in found.items)
    ]
    title = _("Checklists")
    blocks = (
        Heading(title, level=1),
        *_read_as(found),
        *_table(sound, language, found),
        *(_broken(path, one) for path, one in broken),
    )
    data = {
        "schema_version": SCHEMA_VERSION,
        "kind": "checklists",
        "checklists": [_data(path, checklist, found) for path, checklist in sound],
        "unusable": [{"file": str(path), "findings": len(one.findings)} for path, one in broken],
    }
    return Page(title, blocks, data)


def _read_as(found: Found | None) -> Iterator[Sentence]:
    """Yield what was looked for in place of words that are nowhere."""
    for word, nearest in found.read_as.items() if found else ():
        if nearest:
            said = _("“{word}” is nowhere; the nearest: {words}.")
            yield Sentence(said.format(word=word, words=in_a_row(f"“{one}”" for one in nearest)))
        else:
            yield Sentence(_("“{word}” is nowhere.").format(word=word))


def _table(
    sound: Sequence[tuple[Path, Checklist]], language: str, found: Found | None
) -> Iterator[Block]:
    if not sound:
        yield Sentence(_("There are no such checklists."), Tone.WARNING)
        return
    columns = [
        text_column(_("Checklist")),
        text_column(_("Command")),
        figure_column(_("Items")),
        figure_column(_("Minutes")),
        lower_column(_("Title")),
    ]
    if found is not None:
        columns.append(lower_column(_("Questions")))
    rows = tuple(_rows(sound, language, found))
    example = rows[0].cells
    caption = _("Look at one: {show}. Begin a visit: {begin}.").format(
        show=f"kunto checklist show {example[0]}",
        begin=f"kunto {example[1].partition(',')[0]} {example[0]}",
    )
    yield Table(tuple(columns), rows, caption)


def _rows(
    sound: Sequence[tuple[Path, Checklist]], language: str, found: Found | None
) -> Iterator[Row]:
    """Yield a row for every checklist, grouped by theme; those without one come last."""
    order: list[Theme | None] = [*Theme, None]
    above = ""
    for path, checklist in sorted(sound, key=lambda one: (order.index(one[1].theme), one[1].id)):
        theme = theme_name(checklist.theme)
        cells = [
            checklist.id,
            in_a_row(checklist.methods),
            str(len(checklist.items)),
            NO_FIGURE if checklist.minutes is None else str(checklist.minutes),
            in_language(checklist.title, language),
        ]
        if found is not None:
            cells.append(_questions(checklist, found.items[path], language))
        yield Row(tuple(cells), group="" if theme == above else theme)
        above = theme


def _questions(checklist: Checklist, ids: Sequence[str], language: str) -> str:
    shown = [in_language(checklist.items[name].text, language) for name in ids[:QUESTIONS_SHOWN]]
    return " · ".join(shown) + (" …" if len(ids) > QUESTIONS_SHOWN else "")


def _broken(path: Path, loaded: Loaded) -> Entry:
    words = ngettext(
        "{file} cannot be used: {count} finding.",
        "{file} cannot be used: {count} findings.",
        len(loaded.findings),
    ).format(file=path, count=len(loaded.findings))
    return Entry(words, (_("See them with: kunto validate {file}").format(file=path),), Tone.BAD)


def _data(path: Path, checklist: Checklist, found: Found | None) -> dict[str, Any]:
    data = {
        "id": checklist.id,
        "version": checklist.version,
        "methods": checklist.methods,
        "theme": checklist.theme,
        "title": checklist.title,
        "purpose": checklist.purpose,
        "languages": checklist.languages,
        "items": len(checklist.items),
        "minutes": checklist.minutes,
        "index": checklist.index,
        "anonymous": checklist.anonymous,
        "file": str(path),
    }
    return data if found is None else {**data, "found_in": list(found.items[path])}
