"""K351: the quotation marks around a text are straight ones.

Those that a word processor writes instead are a part of the text: whoever is asked sees them. Where
they are meant, straight ones stand around them.

Fails::

        items:
          - {id: hymy, text: ”Hymyilikö myyjä?”, type: text}

Passes::

        items:
          - {id: hymy, text: "Hymyilikö myyjä?", type: text}
          - {id: muuta, text: "”Mitä muuta huomasit?”", type: text}
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

CODE = "K351"
SEVERITY = Severity.WARNING

MARKS = "“”„«»\u2018\u2019\u201a"
# One text between two marks: between more of them, they belong to its parts.
ENCLOSED = re.compile(
    r"[“”„«»][^“”„«»]*[“”„«»]|[\u2018\u2019\u201a][^“”„«»\u2018\u201a]*[\u2018\u2019]"
)


def check(texts: Texts, source: Source) -> Iterator[Problem]:
    """Yield every text that has no straight quotes around it, but others."""
    if not any(mark in texts.together for mark in MARKS):
        return
    for said in texts:
        if said.words[0] in MARKS and ENCLOSED.fullmatch(said.words):
            start = locate(source.nodes, said.path).index
            if source.lines.text[start] in MARKS:
                message = _("These quotation marks are a part of the text: everybody sees them.")
                remedy = _("Write straight ones instead. Those that are meant stand inside them.")
                yield Problem(said.path, message, remedy)
