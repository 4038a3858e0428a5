"""K344: a text differs from one language to another.

The same words twice are a translation that was forgotten. Short labels and titles may be alike.

Fails::

        languages: [fi, en]
        items:
          - {id: hymy, text: {fi: "Hymyilikö myyjä?", en: "Hymyilikö myyjä?"}, type: text}

Passes::

        languages: [fi, en]
        items:
          - {id: hymy, text: {fi: "Hymyilikö myyjä?", en: "Did the seller smile?"}, type: text}
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from asiakaskunto_cli.checklist.rules.problem import Problem
from asiakaskunto_cli.checklist.said import Said
from asiakaskunto_cli.checklist.vocabulary import words_of
from asiakaskunto_cli.language import gettext as _
from asiakaskunto_cli.source.finding import Severity

CODE = "K344"
SEVERITY = Severity.WARNING

# Names of things, such as of a payment or of a chain, have no more words, and no translation.
WORDS_OF_A_NAME = 2
NAMES = frozenset({"label", "title", "unit"})


def check(texts: Sequence[Said]) -> Iterator[Problem]:
    """Yield every text that says in a language what it said in an earlier one."""
    for said in texts:
        if isinstance(said.text, str):
            continue
        first = next(other for other, words in said.text.items() if words == said.words)
        if first == said.language:
            continue
        words = [word for word in words_of(said.words) if word.isalpha()]
        if len(words) > (WORDS_OF_A_NAME if said.key in NAMES else 0):
            message = _("The text is the same in “{first}” and “{other}”.")
            remedy = _("Translate it.")
            yield Problem(said.path, message.format(first=first, other=said.language), remedy)
