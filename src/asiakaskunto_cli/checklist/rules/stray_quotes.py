"""K353: a quotation mark that ends a text has one that begins it.

Where the first of them was left out, the last one is a part of the text: whoever is asked sees it.

Fails::

        items:
          - {id: hymy, text: Hymyilikö myyjä?", type: text}

Passes::

        items:
          - {id: hymy, text: "Hymyilikö myyjä?", type: text}
          - {id: muuta, text: Kysyikö hän "mitä muuta?", type: text}
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from asiakaskunto_cli.checklist.rules.problem import Problem
from asiakaskunto_cli.checklist.said import Texts
from asiakaskunto_cli.language import gettext as _
from asiakaskunto_cli.source.finding import Severity
from asiakaskunto_cli.source.nodes import locate
from asiakaskunto_cli.source.reader import Source

CODE = "K353"
SEVERITY = Severity.WARNING

MARKS = ('"', "'")
# After a word of English the mark may stand for "of them".
ALONE = re.compile(r"[^\"]*\"|[^']*[.?!]'", re.DOTALL)
# What begins a word and is no straight one; a second one would be what ends it.
OTHER = r"(?:[^“”„«»\u2018\u201a]*[\s(])?([“”„«»\u2018\u2019\u201a])\w[^“”„«»\u2018\u201a]*"


def check(texts: Texts, source: Source) -> Iterator[Problem]:
    """Yield every text without quotes around it that ends in the only one that it has."""
    for said in texts:
        words = said.words
        if words.endswith(MARKS) and ALONE.fullmatch(words) and not _is_measure(words):
            start = locate(source.nodes, said.path).index
            # Otherwise the text stands in quotes, or below | or >: the mark is meant.
            if source.lines.text[start] == words[0]:
                message = _("A quotation mark ends this text, and none begins it.")
                yield Problem(said.path, message, _remedy(words))


def _is_measure(words: str) -> bool:
    """Return whether the mark stands for inches: after a number, be it ½, and any space."""
    return words[:-1].rstrip()[-1:].isnumeric()


def _remedy(words: str) -> str:
    other = re.fullmatch(OTHER, words)
    if other is None:
        return _("Write one before the text too, or remove the one at its end.")
    if other.start(1) == 0:
        from asiakaskunto_cli.source.quote_marks import in_straight_quotes  # noqa: PLC0415 rare

        return in_straight_quotes(other[1])
    return _("Write {straight} in the place of {mark} too: the two belong together.").format(
        straight=words[-1], mark=other[1]
    )
