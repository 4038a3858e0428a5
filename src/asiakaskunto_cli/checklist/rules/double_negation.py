"""K343: an inverted question is asked without a no.

“invert: true” already turns yes into the bad answer. With a no in the question too, people answer
the wrong way round. Judged by the main clause, in Finnish and English.

Fails::

        items:
          - id: huomio
            text: "Jäikö asiakas huomaamatta?"
            type: yes_no
            invert: true
            area: emotion
            measure: objective

Passes::

        items:
          - id: huomio
            text: "Huomattiinko asiakas?"
            type: yes_no
            area: emotion
            measure: objective
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from asiakaskunto_cli.checklist.items import NpsItem, ScaleItem, TallyItem, YesNoItem
from asiakaskunto_cli.checklist.rules.problem import Problem
from asiakaskunto_cli.checklist.said import Texts
from asiakaskunto_cli.checklist.vocabulary import pattern
from asiakaskunto_cli.language import gettext as _
from asiakaskunto_cli.source.finding import Severity

CODE = "K343"
SEVERITY = Severity.WARNING

INVERTIBLE = (YesNoItem, ScaleItem, NpsItem, TallyItem)
# Where the main clause of a question ends: what follows tells more of it.
CLAUSE_END = {
    "fi": re.compile(r"[,;:?]"),
    "en": re.compile(r"[,;:?]|\b(?:because|that|which|who|although|when|if|so)\b", re.IGNORECASE),
}
NEGATED = {
    "fi": pattern(
        r"\b(?:ei|eivät|en|et|emme|ette)(?:k[oö])?\b",
        r"^\W*(?:jäi|jät)\w*\b.*\b(?:ilman|\w+m[aä]tt[aä])\b",
    ),
    "en": pattern(
        r"\b(?:not|never|no|nobody|nothing|none|neither|left without|fail(?:ed)?)\b",
        r"n[’']t\b",
    ),
}


def check(texts: Texts) -> Iterator[Problem]:
    """Yield every inverted question that says no."""
    for said, item in texts.readable:
        if isinstance(item, INVERTIBLE) and item.invert and said.language in NEGATED:
            end = CLAUSE_END[said.language].search(said.words)
            clause = said.words[: end.start()] if end else said.words
            if NEGATED[said.language].search(clause):
                message = _("The question says no, and invert turns its answer round again.")
                remedy = _("Ask without the no, and remove invert.")
                yield Problem(said.path, message, remedy)
