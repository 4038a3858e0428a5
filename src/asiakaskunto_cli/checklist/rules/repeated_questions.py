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

import re
from collections import Counter
from collections.abc import Iterator

from asiakaskunto_cli.checklist.items import ItemBase
from asiakaskunto_cli.checklist.rules.problem import Problem
from asiakaskunto_cli.checklist.said import Texts
from asiakaskunto_cli.checklist.texts import Path
from asiakaskunto_cli.language import gettext as _
from asiakaskunto_cli.source.finding import Severity

CODE = "K333"
SEVERITY = Severity.WARNING

# So many questions alike but for long words are a made list; one of them is enough to tell.
MOST_COMPARED = 50
# In a shorter word another letter makes another word: till, tile. Nobody mistypes the first one.
LONG_WORD = re.compile(r"[^\W\d_]{6,}")
AFTER_ITS_LETTER = re.compile(r"(?<=\b[^\W\d_])[^\W\d_]{5,}")


def check(texts: Texts) -> Iterator[Problem]:
    """Yield every item whose question an earlier one has asked, in any language."""
    asked: dict[tuple[str, str], list[tuple[str, ItemBase]]] = {}
    told = set()
    lines = texts.bare_questions
    # Questions alike but for long words are few, and their words begin alike; those are compared.
    beginnings = ["".join([word[0] for word in line.split()]) for line in lines]
    counts = Counter(beginnings)
    for (said, item), line, beginning in zip(texts.questions, lines, beginnings, strict=True):
        if counts[beginning] == 1:
            continue
        outline = AFTER_ITS_LETTER.sub("\0", line)
        before = asked.setdefault((said.language, outline), [])
        for other_line, other in before[:MOST_COMPARED]:
            if item.id not in told and _are_alike(line, other_line) and not _may(item, other):
                told.add(item.id)
                yield _problem(said.path, item, other)
        before.append((line, item))


def _are_alike(line: str, other: str) -> bool:
    """Tell whether at most one long word differs, as if it was mistyped."""
    pairs = zip(LONG_WORD.finditer(line), LONG_WORD.finditer(other), strict=True)
    differing = [(one[0], two[0]) for one, two in pairs if one[0] != two[0]]
    return not differing or (len(differing) == 1 and _is_mistyped(*differing[0]))


def _is_mistyped(one: str, other: str) -> bool:
    """Tell whether one word becomes the other by a letter changed, added or left out."""
    pairs = zip(f"{one}.", f"{other};", strict=False)
    same = next(number for number, pair in enumerate(pairs) if pair[0] != pair[1])
    rest, further = one[same:], other[same:]
    return rest[1:] in {further, further[1:]} or rest == further[1:]


def _may(item: ItemBase, other: ItemBase) -> bool:
    """Tell whether two items may share their words."""
    if item.id == other.id:
        return True  # which is a finding of its own
    if item.when is not None and other.when is not None and item.when != other.when:
        return True
    return getattr(item, "against", None) == other.id


def _problem(path: Path, item: ItemBase, other: ItemBase) -> Problem:
    message = _("“{id}” asks the same as “{other}”.").format(id=item.id, other=other.id)
    remedy = _("Ask it once, or say in each what it is about: results name items by their words.")
    return Problem(path, message, remedy)
