"""The page of all practices, or of those that a checklist names, beside its questions."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from asiakaskunto_cli.checklist.items import ItemBase
from asiakaskunto_cli.checklist.model import Checklist
from asiakaskunto_cli.checklist.practices import Practice
from asiakaskunto_cli.language import gettext as _
from asiakaskunto_cli.language import in_language
from asiakaskunto_cli.pages.blocks import Block, Entry, Heading, Page, Sentence, Tone
from asiakaskunto_cli.pages.names import in_a_row
from asiakaskunto_cli.pages.practices import source_words

SCHEMA_VERSION = 1


def practices_page(
    practices: Mapping[str, Practice], language: str, checklist: Checklist | None = None
) -> Page:
    """Return the page of the practices (by id), in the language where their texts have it.

    With a checklist, only those that its items name are on it, in the order of the items; names
    that no practice has are told.
    """
    named = _named(checklist)
    shown = [practices[name] for name in named if name in practices]
    unknown = [name for name in named if name not in practices]
    if checklist is None:
        shown = list(practices.values())
    title = _("Practices")
    if checklist is not None:
        title = f"{title} · {in_language(checklist.title, language)}"
    blocks: tuple[Block, ...] = (
        Heading(title, level=1),
        *(_practice(one, named.get(one.id, ()), language) for one in shown),
        *_missing(shown, unknown),
    )
    data = {
        "schema_version": SCHEMA_VERSION,
        "kind": "practices",
        "checklist": checklist and checklist.id,
        "practices": [_data(one, named.get(one.id)) for one in shown],
        "unknown": unknown,
    }
    return Page(title, blocks, data)


def _named(checklist: Checklist | None) -> Mapping[str, Sequence[ItemBase]]:
    """Return the items by the practices that they name, in their order."""
    named: dict[str, list[ItemBase]] = defaultdict(list)
    for item in checklist.items.values() if checklist else ():
        for name in item.develop:
            named[name].append(item)
    return named


def _practice(practice: Practice, items: Sequence[ItemBase], language: str) -> Entry:
    questions = (in_language(item.text, language) for item in items)
    details = (
        *(_("“{question}”").format(question=question) for question in questions),
        in_language(practice.text, language),
        " · ".join((practice.id, *source_words(practice))),
    )
    return Entry(in_language(practice.title, language), details)


def _missing(shown: Sequence[Practice], unknown: Sequence[str]) -> Iterator[Sentence]:
    """Yield what the reader of a checklist's practices would look for in vain."""
    if not shown and not unknown:
        yield Sentence(_("The items of this checklist name no practice."), Tone.WARNING)
    if unknown:
        words = _("Nobody has written the practices that it names: {names}.")
        yield Sentence(words.format(names=in_a_row(unknown)), Tone.WARNING)


def _data(practice: Practice, items: Sequence[ItemBase] | None) -> dict[str, Any]:
    data = {
        "id": practice.id,
        "title": practice.title,
        "text": practice.text,
        "source": practice.source,
    }
    return data if items is None else {**data, "items": [item.id for item in items]}
