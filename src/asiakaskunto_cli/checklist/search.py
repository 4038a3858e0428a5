"""Finds checklists by what they ask: words, however they are cased, and typing errors forgiven."""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from asiakaskunto_cli.checklist.model import Checklist
from asiakaskunto_cli.language import in_language

# Lower, and "palvelu" would be read as "palkkio"; higher, and a Finnish case ending is too far off.
ALIKE = 0.7


@dataclass(frozen=True, slots=True)
class Found:
    """What a search found.

    ``items`` has the ids of the items that hold a wanted word, by file, for every checklist that
    holds all of them somewhere. ``read_as`` has the nearest words for each that is nowhere.
    """

    items: Mapping[Path, tuple[str, ...]]
    read_as: Mapping[str, tuple[str, ...]]


def search(checklists: Mapping[Path, Checklist], query: str, language: str) -> Found:
    """Return the checklists that hold every word of a query, in one language.

    A word is looked for in ids, titles, purposes and questions, also inside longer words.
    """
    texts = {path: tuple(_texts(one, language)) for path, one in checklists.items()}
    everything = "\n".join(text for own in texts.values() for text in own)
    wanted = {word: _taken_for(word, everything) for word in query.casefold().split()}
    return Found(
        items={
            path: tuple(_items(one, language, wanted))
            for path, one in checklists.items()
            if all(_holds("\n".join(texts[path]), words) for words in wanted.values())
        },
        read_as={word: words for word, words in wanted.items() if words != (word,)},
    )


def _texts(checklist: Checklist, language: str) -> Iterator[str]:
    yield checklist.id
    for text in (checklist.title, checklist.purpose):
        if text is not None:
            yield in_language(text, language).casefold()
    for item in checklist.items.values():
        yield in_language(item.text, language).casefold()


def _taken_for(word: str, everything: str) -> tuple[str, ...]:
    """Return the word itself where it is held anywhere, else the nearest words there are."""
    if word in everything:
        return (word,)
    vocabulary = sorted(set(re.findall(r"\w+", everything)))
    return tuple(difflib.get_close_matches(word, vocabulary, n=3, cutoff=ALIKE))


def _items(
    checklist: Checklist, language: str, wanted: Mapping[str, tuple[str, ...]]
) -> Iterator[str]:
    for item in checklist.items.values():
        text = in_language(item.text, language).casefold()
        if any(_holds(text, words) for words in wanted.values()):
            yield item.id


def _holds(text: str, words: Sequence[str]) -> bool:
    return any(word in text for word in words)
