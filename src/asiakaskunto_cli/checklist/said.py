"""Every text of a file in every language that it is said in, for the rules about wording."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from asiakaskunto_cli.checklist import walk
from asiakaskunto_cli.checklist.items import ItemBase
from asiakaskunto_cli.checklist.model import Checklist


class Said(NamedTuple):
    """A text in one language; ``path`` leads to the words, ``text`` is it in all languages.

    ``key`` says what it is: title, text, help, label … (the point of a scale is a label too);
    ``item`` whose it is, where it is an item's own text or help.
    """

    path: walk.Path
    key: str
    language: str
    words: str
    text: str | Mapping[str, str]
    item: ItemBase | None = None

    @property
    def is_question(self) -> bool:
        """Whether it is what an item asks."""
        return self.item is not None and self.key == "text"


def said_in(checklist: Checklist) -> Sequence[Said]:
    """Return every text of a checklist in every language, in the order of its parts."""
    items = {(*path, key): item for path, item in walk.items(checklist) for key in ("text", "help")}
    found: list[Said] = []
    for path, text in walk.texts(checklist):
        key = "label" if path[0] == "scales" else str(path[-1])
        found += _in_languages(path, key, text, checklist.languages, items.get(path))
    return found


def said_of(texts: Iterable[tuple[walk.Path, str | Mapping[str, str]]]) -> Sequence[Said]:
    """Return texts that belong to no item, in every language; of a plain one that is not known."""
    return [
        said
        for path, text in texts
        for said in _in_languages(path, str(path[-1]), text, [""], None)
    ]


def _in_languages(
    path: walk.Path,
    key: str,
    text: str | Mapping[str, str],
    languages: Sequence[str],
    item: ItemBase | None,
) -> Iterator[Said]:
    """Yield a text in every language; a plain one is in the first."""
    if isinstance(text, str):
        yield Said(path, key, languages[0], text, text, item)
        return
    for language, words in text.items():
        yield Said((*path, language), key, language, words, text, item)
