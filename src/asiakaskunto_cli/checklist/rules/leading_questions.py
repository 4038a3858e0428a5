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

from collections.abc import Iterator

from asiakaskunto_cli.checklist.rules.problem import Problem
from asiakaskunto_cli.checklist.said import Texts
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
ASKING = "are|ca|could|did|do|does|had|has|have|is|should|was|were|wo|would"
PRONOUN = "(?:he|it|she|there|they|we|you)"
# How a question begins that wants a certain answer; what it ends with; what it says of itself.
BEGINNING = {
    "fi": pattern(
        r"\W*(?:eikö|eivätkö|enkö|etkö|emmekö|ettekö)\b",
        r"\W*(?:on|oli|ovat|olivat|olet|olit|olette|sait|saitte|tunsit|haluat)h[aä]n\b",
        r"\W*(?:tietenkin|totta kai|varmaankin)\b",
        r"\W*kuinka paljon (?:nautit|ihastuit|ilahduit|rakastat)\b",
    ),
    "en": pattern(
        rf"\W*(?:{ASKING})n[’']t\b",
        r"\W*(?:obviously|of course|surely)\b",
        r"\W*how much did you (?:enjoy|love|like|appreciate)\b",
    ),
}
END = {
    "fi": pattern(r",\s*(?:eikö|vai mitä)\b[^,?]{0,20}\?"),
    "en": pattern(
        rf",\s*(?:{ASKING})n[’']t\s+\w+\s*\?",
        # Of what is not, it is asked without: "It wasn't slow, was it?"
        rf"^(?!\W*(?:if|when)\b)[^?]*(?:n[’']t|\b(?:never|no|nobody|not))\b[^,?]*,\s*"
        rf"(?:{ASKING}|can|will)\s+{PRONOUN}\s*\?",
        r",\s*(?:right|correct|no)\s*\?",
    ),
}
# Asked so, agreeing and disagreeing are as easy to say.
BALANCED = {
    "fi": r"^(?!\W*(?:missä määrin|kuinka)\b)[^?]*",
    "en": r"^(?!\W*(?:how|to what)\b)[^?]*",
}
ITSELF = {
    "fi": pattern(
        rf"{PRAISED['fi']}\s+(?:\w+\s+)?\w+mme\b",
        rf"{BALANCED['fi']}\b(?:samaa|yhtä) mieltä(?: siitä)?, että\b",
    ),
    "en": pattern(
        rf"\bour\s+(?:\w+\s+)?{PRAISED['en']}\b",
        rf"{BALANCED['en']}\byou\s+(?:not\s+)?agree\s+that\b",
    ),
}
OF_ITSELF = ("mme", "mieltä", "our", "agree")


def check(texts: Texts) -> Iterator[Problem]:
    """Yield every question that tells which answer it wants."""
    of_itself = any(mark in texts.asked for mark in OF_ITSELF)
    for said, _item in texts.readable:
        language = said.language
        if language in BEGINNING and (
            _leads(said.words, language) or (of_itself and ITSELF[language].search(said.words))
        ):
            message = _("The question suggests its answer.")
            remedy = _("Ask so that either answer is as easy to give: how, or what kind of.")
            yield Problem(said.path, message, remedy)


def _leads(words: str, language: str) -> bool:
    return bool(BEGINNING[language].match(words) or ("," in words and END[language].search(words)))
