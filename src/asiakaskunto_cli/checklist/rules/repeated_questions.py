"""K333: no two items ask the same.

Signs, capitals and a mistyped letter aside; numbers make another question. Two items may share
their words where each has a condition of its own, or where one is held against the other.

Fails::

        items:
          - id: hymy
            text: "Hymyilikö myyjä sinulle?"
            type: yes_no
            area: emotion
            measure: objective
          - {id: muuta, text: "Mitä muuta huomasit?", type: text}
          - id: ilme
            text: "Hymyilikö myyjä sinulle"
            type: yes_no
            area: emotion
            measure: objective

Passes::

        items:
          - id: hymy
            text: "Hymyilikö myyjä sinulle kassalla?"
            type: yes_no
            area: emotion
            measure: objective
          - {id: muuta, text: "Mitä muuta huomasit?", type: text}
          - id: ilme
            text: "Hymyilikö myyjä sinulle ovella?"
            type: yes_no
            area: emotion
            measure: objective
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from asiakaskunto_cli.checklist.items import ItemBase
from asiakaskunto_cli.checklist.rules.problem import Problem
from asiakaskunto_cli.checklist.said import Said
from asiakaskunto_cli.checklist.vocabulary import words_of
from asiakaskunto_cli.language import gettext as _
from asiakaskunto_cli.source.finding import Severity

CODE = "K333"
SEVERITY = Severity.WARNING

# In a shorter word another letter makes another word: till, tile.
LEAST_LETTERS = 6

Words = tuple[str, ...]


def check(texts: Sequence[Said]) -> Iterator[Problem]:
    """Yield every item whose question an earlier one has asked, in any language."""
    asked: dict[tuple[str, Words], list[tuple[str, ItemBase]]] = {}
    told = set()
    for said in texts:
        if not said.is_question or said.item is None:
            continue
        words = tuple(words_of(said.words))
        for place, word in [(-1, ""), *enumerate(words)]:
            gap = (*words[:place], "", *words[place + 1 :]) if place >= 0 else words
            before = asked.setdefault((said.language, gap), [])
            for other, item in before:
                alike = place < 0 or _is_mistyped(word, other)
                if alike and said.item.id not in told and not _may(said.item, item):
                    told.add(said.item.id)
                    yield _problem(said, item)
            before.append((word, said.item))


def _is_mistyped(one: str, other: str) -> bool:
    """Tell whether one word becomes the other by a letter changed, added or left out."""
    short = min(len(one), len(other)) < LEAST_LETTERS
    if one == other or short or one[0] != other[0] or not (one + other).isalpha():
        return False
    pairs = zip(f"{one}.", f"{other};", strict=False)
    same = next(number for number, pair in enumerate(pairs) if pair[0] != pair[1])
    rest, further = one[same:], other[same:]
    return rest[1:] in {further, further[1:]} or rest == further[1:]


def _may(item: ItemBase, other: ItemBase) -> bool:
    """Tell whether two items may share their words."""
    if item.when is not None and other.when is not None and item.when != other.when:
        return True
    return getattr(item, "against", None) == other.id


def _problem(said: Said, other: ItemBase) -> Problem:
    message = _("“{id}” asks the same as “{other}”.")
    item = said.item.id if said.item else ""
    remedy = _("Ask it once, or say in each what it is about: results name items by their words.")
    return Problem(said.path, message.format(id=item, other=other.id), remedy)
