"""K340: a question asks one thing.

Whoever was greeted but not helped cannot answer whether they were greeted and helped. Judged by
joined verbs and joined words of praise or blame, in Finnish and English.

Fails::

        items:
          - id: alku
            text: "Tervehtikö ja hymyilikö myyjä?"
            type: yes_no
            area: emotion
            measure: objective

Passes::

        items:
          - id: tervehdys
            text: "Tervehtikö myyjä?"
            type: yes_no
            area: emotion
            measure: objective
          - {id: hymy, text: "Hymyilikö myyjä?", type: yes_no, area: emotion, measure: objective}
"""

from __future__ import annotations

from collections.abc import Iterator

from asiakaskunto_cli.checklist.items import NpsItem, ScaleItem, TallyItem, YesNoItem
from asiakaskunto_cli.checklist.rules.problem import Problem
from asiakaskunto_cli.checklist.said import Texts
from asiakaskunto_cli.checklist.vocabulary import BAD, GOOD, any_of, pattern
from asiakaskunto_cli.language import gettext as _
from asiakaskunto_cli.source.finding import Severity

CODE = "K340"
SEVERITY = Severity.WARNING

# Options, boxes and free words have room for two answers; these have not.
ONE_ANSWER = (YesNoItem, ScaleItem, NpsItem, TallyItem)

# What staff do, as it is told of them afterwards.
DID = (
    "antoi|auttoi|ehdotti|esitteli|esittäytyi|haki|huomasi|huomioi|hymyili|hyvästeli|kertoi|"
    "katsoi|kiitti|kuunteli|kysyi|neuvoi|näytti|ohjasi|opasti|otti|palasi|paneutui|pyysi|"
    "sanoi|selitti|selvitti|sopi|suositteli|tarjosi|teki|tervehti|tiedusteli|toivotti|tutustui|"
    "varmisti|vastasi|vahvisti|vei|ymmärsi"
)
DO = (
    "apologi[sz]e|answer|ask|check|confirm|explain|give|greet|guide|help|introduce|invite|"
    "listen|look|make|offer|recommend|repeat|say|show|smile|suggest|take|tell|thank|understand|"
    "wish"
)
FEEL = f"{any_of('fi', GOOD['fi'], BAD['fi'])}"
SEEM = f"{any_of('en', GOOD['en'], BAD['en'])}"

# "Did they come and ask": one thing done.
ON_THE_WAY = r"(?<!\bcome )(?<!\bgo )(?<!\btry )(?<!\bstop )(?<!\bwait )"
AUXILIARY = "did|does|do|was|were|is|are|has|have|had|will|would|could|can"
SUBJECT = "you|your|he|she|they|it|we|our|the|this|that|anyone|someone|staff"

JOINED = {
    "fi": pattern(
        r"\b\w+(?<!k)k[oö]\b[^?]*\b(?:ja|sekä)\s+\w+(?<!k)k[oö]\b",
        rf"\b\w+(?<!k)k[oö]\b[^?,;:]*\b(?:ja|sekä)\s+(?:hän\s+|myös\s+)?(?:{DID})\b",
        rf"\b(?:{DID})(?:\s+\w+)?\s+(?:ja|sekä)\s+(?:{DID})\b",
        rf"{FEEL}\s+(?:ja|sekä)\s+(?:\w+\s+)?{FEEL}",
        rf"\bsekä\b[^?]*{FEEL}[^?]*\bettä\b[^?]*{FEEL}",
    ),
    "en": pattern(
        rf"^(?:how \w+ )?(?:did|does|do|will|would|could|can)\b[^,;:?]*\b{ON_THE_WAY}and\s+"
        rf"(?:then\s+|also\s+)?(?:{DO})\b",
        rf"\band\s+(?:{AUXILIARY})\s+(?:{SUBJECT})\b",
        rf"{SEEM}\s+and\s+(?:\w+\s+)?{SEEM}",
        rf"\bboth\b[^?]*{SEEM}[^?]*\band\b[^?]*{SEEM}",
        r"\b(?!(?:need|speed|hundred|indeed)\b)\w{3,}ed\s+and\s+(?:\w+\s+)?(?!hundred\b)\w{3,}ed\b",
    ),
}
# What is told apart is named together.
TOLD_APART = {
    "fi": pattern(r"\b(?:toisistaan|erilleen|erikseen|välillä|väliltä)\b"),
    "en": pattern(r"\b(?:apart|between|separate\w*|from each other)\b"),
}
AND = (" ja ", "sekä ", " and ")


def check(texts: Texts) -> Iterator[Problem]:
    """Yield every question for one answer that asks two things."""
    for said, item in texts.readable_with(AND):
        if said.language not in JOINED or not isinstance(item, ONE_ANSWER):
            continue
        joined = JOINED[said.language].search(said.words)
        if joined and not TOLD_APART[said.language].search(said.words):
            message = _("The question seems to ask two things at once.")
            remedy = _("Ask each in an item of its own: one of them may be so, the other not.")
            yield Problem(said.path, message, remedy)
