"""K341: a question leaves the answer open.

It does not begin with “isn't”, end with “isn't it”, praise what it asks about or take for granted
that it was enjoyed. Judged by such words in Finnish and English.

Fails::

        items:
          - id: palvelu
            text: "Eikö palvelu ollutkin mukavaa?"
            type: yes_no
            area: emotion
            measure: objective

Passes::

        items:
          - id: palvelu
            text: "Millaista palvelu oli?"
            type: scale
            area: emotion
            measure: subjective
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from asiakaskunto_cli.checklist.rules.problem import Problem
from asiakaskunto_cli.checklist.said import Said
from asiakaskunto_cli.checklist.vocabulary import pattern
from asiakaskunto_cli.language import gettext as _
from asiakaskunto_cli.source.finding import Severity

CODE = "K341"
SEVERITY = Severity.WARNING

PRAISED = {
    "fi": r"\b(?:erinomai|ihana|loistav|mahtav|mainio|upea|huippu|ykkös|laadukka|ensiluokkai)\w*",
    "en": (
        r"\b(?:amazing|award-winning|brilliant|excellent|exceptional|fantastic|great|outstanding|"
        r"superb|terrific|wonderful|world-class)"
    ),
}
LEADING = {
    "fi": pattern(
        r"^\W*(?:eikö|eivätkö|enkö|etkö|emmekö|ettekö)\b",
        r"^\W*(?:on|oli|ovat|olivat|olet|olit|olette|sait|saitte|tunsit|haluat)h[aä]n\b",
        r",\s*(?:eikö|vai mitä|eikö totta|eikö niin|eikö vain)\b[^,?]{0,20}\?",
        rf"{PRAISED['fi']}\s+(?:\w+\s+)?\w+(?:mme|staamme)\b",
        r"\bsamaa mieltä siitä, että\b",
        r"^\W*kuinka paljon (?:nautit|ihastuit|ilahduit|rakastat)\b",
        r"(?:^\W*|,\s*)(?:tietenkin|totta kai|varmaankin)\b",
    ),
    "en": pattern(
        r"^\W*(?:are|could|did|do|does|had|has|have|is|should|was|were|would)n[’']t\b",
        r"^\W*won[’']t\b",
        r",\s*(?:are|did|do|does|has|have|is|was|were|would|could)n[’']t\s+\w+\s*\?",
        r",\s*(?:right|correct|no)\s*\?",
        rf"\bour\s+(?:\w+\s+)?{PRAISED['en']}\b",
        r"\b(?:would|do|don[’']t|wouldn[’']t)\s+you\s+(?:not\s+)?agree\s+that\b",
        r"^\W*how much did you (?:enjoy|love|like|appreciate)\b",
        r"(?:^\W*|,\s*)(?:obviously|surely|of course)\b",
    ),
}


def check(texts: Sequence[Said]) -> Iterator[Problem]:
    """Yield every question that tells which answer it wants."""
    for said in texts:
        leading = LEADING.get(said.language) if said.is_question else None
        if leading is not None and leading.search(said.words):
            message = _("The question suggests its answer.")
            remedy = _("Ask so that either answer is as easy to give: how, or what kind of.")
            yield Problem(said.path, message, remedy)
