"""The page of all checklists that can be run."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from asiakaskunto_cli.checklist.load import Loaded
from asiakaskunto_cli.checklist.model import Checklist
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
    text_column,
)
from asiakaskunto_cli.pages.figures import NO_FIGURE
from asiakaskunto_cli.pages.names import capitalised, in_a_row, method_name
from asiakaskunto_cli.words import Method

SCHEMA_VERSION = 1


def library_page(entries: Sequence[tuple[Path, Loaded]], language: str) -> Page:
    """Return the page of a library; checklists with findings are named, not shown."""
    sound = [(path, one.checklist) for path, one in entries if one.checklist is not None]
    broken = [(path, one) for path, one in entries if one.checklist is None]
    title = _("Checklists")
    blocks = (
        Heading(title, level=1),
        *_table([checklist for _path, checklist in sound], language),
        *(_broken(path, one) for path, one in broken),
    )
    data = {
        "schema_version": SCHEMA_VERSION,
        "kind": "checklists",
        "checklists": [_data(path, checklist) for path, checklist in sound],
        "unusable": [{"file": str(path), "findings": len(one.findings)} for path, one in broken],
    }
    return Page(title, blocks, data)


def _table(checklists: Sequence[Checklist], language: str) -> Iterator[Block]:
    if not checklists:
        yield Sentence(_("There are no checklists."), Tone.WARNING)
        return
    columns = (
        text_column(_("Checklist")),
        text_column(_("Title")),
        figure_column(_("Version")),
        figure_column(_("Items")),
        figure_column(_("Minutes")),
    )
    yield Table(columns, tuple(_rows(checklists, language)))


def _rows(checklists: Sequence[Checklist], language: str) -> Iterator[Row]:
    """Yield a row for every checklist, grouped by what it is run with."""
    order = list(Method)
    above = ""
    for checklist in sorted(checklists, key=lambda one: [order.index(m) for m in one.methods]):
        methods = capitalised(in_a_row(method_name(method) for method in checklist.methods))
        cells = (
            checklist.id,
            in_language(checklist.title, language),
            checklist.version,
            str(len(checklist.items)),
            NO_FIGURE if checklist.minutes is None else str(checklist.minutes),
        )
        yield Row(cells, group="" if methods == above else methods)
        above = methods


def _broken(path: Path, loaded: Loaded) -> Entry:
    words = ngettext(
        "{file} cannot be used: {count} finding.",
        "{file} cannot be used: {count} findings.",
        len(loaded.findings),
    ).format(file=path, count=len(loaded.findings))
    return Entry(words, (_("See them with: kunto validate {file}").format(file=path),), Tone.BAD)


def _data(path: Path, checklist: Checklist) -> dict[str, Any]:
    return {
        "id": checklist.id,
        "version": checklist.version,
        "methods": checklist.methods,
        "title": checklist.title,
        "languages": checklist.languages,
        "items": len(checklist.items),
        "minutes": checklist.minutes,
        "file": str(path),
    }
