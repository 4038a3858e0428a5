"""Every text of a file in every language that it is said in, for the rules about wording."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from types import MappingProxyType
from typing import NamedTuple

from asiakaskunto_cli.checklist.items import ItemBase
from asiakaskunto_cli.checklist.model import Checklist
from asiakaskunto_cli.checklist.texts import Path
from asiakaskunto_cli.checklist.vocabulary import bare

# What an item itself says.
OF_ITEMS = frozenset({"text", "help"})
LONGEST_READ = 300
LONGEST_QUOTE = 40


class Said(NamedTuple):
    """A text in one language; ``path`` leads to the words, ``text`` is it in all languages.

    ``key`` says what it is: title, text, help, label … (the point of a scale is a label too);
    ``item`` whose it is, where it is an item's own text or help.
    """

    path: Path
    key: str
    language: str
    words: str
    text: str | Mapping[str, str]
    item: ItemBase | None = None


def bare_lines(texts: Sequence[Said]) -> Sequence[str]:
    """Return the words of texts without signs and dots, a line each.

    All at once takes an eighth of the time of one after the other.
    """
    lines = [said.words.replace("\n", " ") for said in texts]
    return bare("\n".join(lines)).split("\n") if lines else []


def begun(words: str) -> str:
    """Return a text, or as many whole words of its beginning as a message has room for."""
    line = " ".join(words.split())
    if len(line) <= LONGEST_QUOTE:
        return line
    room = line[: LONGEST_QUOTE - 1]
    # What is cut is not followed by a space, so the last word in the room may be a part of one.
    whole = room if line[len(room)] == " " else room.rpartition(" ")[0] or room
    return f"{whole.rstrip(' .,:;–—-')}…"


class Texts(list[Said]):
    """The texts of a file; most rules find nothing of theirs in all of them together."""

    @cached_property
    def together(self) -> str:
        """All texts, a line each."""
        return "\n".join([said.words for said in self])

    @cached_property
    def small(self) -> str:
        """All texts in small letters, a line each."""
        return self.together.casefold()

    @cached_property
    def questions(self) -> Sequence[tuple[Said, ItemBase]]:
        """What items ask, and whose it is."""
        return [(said, said.item) for said in self if said.item and said.key == "text"]

    @cached_property
    def bare_questions(self) -> Sequence[str]:
        """The same without signs and dots."""
        return bare_lines([said for said, _item in self.questions])

    @cached_property
    def asked(self) -> str:
        """All questions in small letters, a line each."""
        return "\n".join([said.words for said, _item in self.questions]).casefold()

    @cached_property
    def readable(self) -> Sequence[tuple[Said, ItemBase]]:
        """The questions whose wording is worth a look: others are far too long in the first place.

        So no pattern of words, however long it searches, takes much time.
        """
        return [(said, item) for said, item in self.questions if len(said.words) <= LONGEST_READ]

    def readable_with(self, marks: Iterable[str]) -> Iterator[tuple[Said, ItemBase]]:
        """Yield those of them that hold any of some parts, given in small letters."""
        there = [mark for mark in marks if mark in self.asked]
        if there:
            for said, item in self.readable:
                words = said.words.casefold()
                if any(mark in words for mark in there):
                    yield said, item


def said_in(checklist: Checklist) -> Texts:
    """Return every text of a checklist in every language, in the order of its parts."""
    items = dict(checklist.places)
    return said_of(checklist.texts, items, checklist.languages[0])


def said_of(
    texts: Iterable[tuple[Path, str | Mapping[str, str]]],
    items: Mapping[Path, ItemBase] = MappingProxyType({}),
    first: str = "",
) -> Texts:
    """Return texts in every language; plain ones are in the first, where that is known."""
    found = Texts()
    for path, text in texts:
        key = "label" if path[0] == "scales" else str(path[-1])
        item = items.get(path[:-1]) if key in OF_ITEMS else None
        if isinstance(text, str):
            found.append(Said(path, key, first, text, text, item))
        else:
            for language, words in text.items():
                found.append(Said((*path, language), key, language, words, text, item))
    return found
