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
# After a number the mark stands for inches or minutes, and after a word of English for "of them".
ALONE = re.compile(r"[^\"]*[^\"\d]\"|[^']*[.?!]'", re.DOTALL)


def check(texts: Texts, source: Source) -> Iterator[Problem]:
    """Yield every text without quotes around it that ends in the only one that it has."""
    for said in texts:
        if said.words.endswith(MARKS) and ALONE.fullmatch(said.words):
            start = locate(source.nodes, said.path).index
            # Otherwise the text stands in quotes, or below | or >: the mark is meant.
            if source.lines.text[start] == said.words[0]:
                message = _("A quotation mark ends this text, and none begins it.")
                remedy = _("Write one before the text too, or remove the one at its end.")
                yield Problem(said.path, message, remedy)
