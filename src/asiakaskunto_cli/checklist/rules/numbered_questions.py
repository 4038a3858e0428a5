"""K362: questions do not differ in a number alone.

Several of them are often one: asked as a time, an amount or a count, with bands for the scores.

Fails::

        items:
          - id: alle-30
            text: "Palveltiinko sinua 30 sekunnissa?"
            type: yes_no
            area: emotion
            measure: objective
          - id: alle-60
            text: "Palveltiinko sinua 60 sekunnissa?"
            type: yes_no
            area: emotion
            measure: objective
          - {id: muuta, text: "Mitä muuta huomasit?", type: text}

Passes::

        items:
          - {id: odotus, text: "Kuinka pian sinua palveltiin?", type: duration}
          - {id: muuta, text: "Mitä muuta huomasit?", type: text}
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from string import digits

from asiakaskunto_cli.checklist.rules.problem import Problem
from asiakaskunto_cli.checklist.said import Texts
from asiakaskunto_cli.checklist.vocabulary import WORD
from asiakaskunto_cli.language import gettext as _
from asiakaskunto_cli.source.finding import Severity

CODE = "K362"
SEVERITY = Severity.INFORMATION

DIGITS = re.compile(r"[0-9]+")


def check(texts: Texts) -> Iterator[Problem]:
    """Yield every question that an earlier item has asked with another number."""
    if not any(digit in texts.asked for digit in digits):
        return
    asked: dict[tuple[str, tuple[str, ...]], tuple[str, list[str]]] = {}
    told = set()
    for (said, item), line in zip(texts.questions, texts.bare_questions, strict=True):
        if DIGITS.search(line):
            words = WORD.findall(line)
            bare = tuple(DIGITS.sub("#", word) for word in words)
            first, earlier = asked.setdefault((said.language, bare), (item.id, words))
            if words != earlier and item.id not in told:
                told.add(item.id)
                message = _("“{id}” differs from “{other}” in a number alone.")
                message = message.format(id=item.id, other=first)
                remedy = _("Ask once for the time or the amount, and score it by bands.")
                yield Problem(said.path, message, remedy)
