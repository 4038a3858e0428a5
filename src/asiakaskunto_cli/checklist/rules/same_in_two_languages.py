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

from collections.abc import Iterator

from asiakaskunto_cli.checklist.rules.problem import Problem
from asiakaskunto_cli.checklist.said import Texts
from asiakaskunto_cli.checklist.vocabulary import words_of
from asiakaskunto_cli.language import gettext as _
from asiakaskunto_cli.source.finding import Severity

CODE = "K344"
SEVERITY = Severity.WARNING

# Names of things, such as of a payment or of a chain, have no more words, and no translation.
WORDS_OF_A_NAME = 2
NAMES = frozenset({"label", "title", "unit"})


def check(texts: Texts) -> Iterator[Problem]:
    """Yield every text that says in another language what it says in the first."""
    for said in texts:
        text = said.text
        if isinstance(text, str):
            continue
        first = next(iter(text))
        if said.words != text[first] or said.language == first:
            continue
        words = [word for word in words_of(said.words) if word.isalpha()]
        if len(words) > (WORDS_OF_A_NAME if said.key in NAMES else 0):
            message = _("The text is the same in “{first}” and “{other}”.")
            message = message.format(first=first, other=said.language)
            yield Problem(said.path, message, _("Translate it."))
