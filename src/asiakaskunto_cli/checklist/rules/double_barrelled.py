"""K340: a question asks one thing.

Whoever was greeted but not helped cannot answer whether they were greeted and helped. Judged by
joined verbs and joined words of praise or blame, in Finnish and English, and by a second question
mark.

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

import re
from collections.abc import Iterator

from asiakaskunto_cli.checklist.items import NpsItem, ScaleItem, TallyItem, YesNoItem
from asiakaskunto_cli.checklist.rules.problem import Problem
from asiakaskunto_cli.checklist.said import Said, Texts
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
    "advise|apologi[sz]e|answer|ask|check|confirm|explain|give|greet|guide|help|introduce|invite|"
    "listen|look|make|offer|recommend|repeat|say|show|smile|suggest|take|tell|thank|understand|"
    "wish"
)
FEEL = f"{any_of('fi', GOOD['fi'], BAD['fi'])}"
SEEM = f"{any_of('en', GOOD['en'], BAD['en'])}"
PRAISED = {language: any_of(language, stems) for language, stems in GOOD.items()}
BLAMED = {language: any_of(language, stems) for language, stems in BAD.items()}

# What one may be content with, or not with both.
OFFER = {
    "fi": (
        r"\b(?:asenn?e|aukiolo|hin(?:ta|na|no|ni|to)|henkilökun|ilmapiiri|laatu|laadu|nopeu|palvelu|"
        r"ruoka|ruoa|siistey|sijain|toimitu|tunnelma|tuotte|valikoim)\w*"
    ),
    "en": (
        r"\b(?:atmosphere|cleanliness|comfort|delivery|expertise|food|friendliness|location|"
        r"opening hours|prices?|products?|quality|range|selection|service|speed|staff)\b"
    ),
}
# What a thing is looked at for: into the price, into the staff.
INTO = r"\w+(?:(?:aa|ee|ii|oo|uu|yy|ää|öö)(?:n|mme|si|nne)|h[aeiouyäö]n|siin)\b"
THE = r"(?:(?:the|our|your|their|its)\s+)?"

AND = {
    "fi": r"(?:\s+(?:ja|sekä)\s+|\s*&\s*)",
    "en": r"(?:\s+(?:and|as\s+well\s+as)\s+|\s*&\s*)",
}
# "Good or excellent" is one thing in two degrees, as "good or bad" is.
OR = {
    "fi": (
        r"(?:\s+tai\s+|\s*/\s*)(?!(?:erittäin|jopa|erinomai\w*|kiitettäv\w*|loistav\w*)\b)"
        r"(?:\w+\s+)?"
    ),
    "en": r"(?:\s+or\s+|\s*/\s*)(?!(?:even|excellent|great|very)\b)(?:\w+\s+)?",
}
# "And was it …?" The others are words that end like a question in Finnish.
ASKS = r"(?!(?:\w*koko|asko|aurinko|jako|lanko|tanko)\b)\w+(?<!k)k[oö]\b"

# "Did they come and ask": one thing done.
ON_THE_WAY = r"(?<!\bcome )(?<!\bgo )(?<!\btry )(?<!\bstop )(?<!\bwait )"
AUXILIARY = "did|does|do|was|were|is|are|has|have|had|will|would|could|can"
SUBJECT = "you|your|he|she|they|it|we|our|the|this|that|anyone|someone|staff"

JOINED = {
    "fi": pattern(
        rf"\b\w+(?<!k)k[oö]\b[^?]*\b(?:ja|sekä)\s+{ASKS}",
        rf"^\W*(?:kuinka|miksi|millai\w+|milloin|missä|miten|mitä)\b[^?]*\b(?:ja|sekä)\s+{ASKS}",
        rf"\b\w+(?<!k)k[oö]\b[^?,;:]*\b(?:ja|sekä)\s+(?:hän\s+|myös\s+)?(?:{DID})\b",
        rf"\b(?:{DID})(?:\s+\w+)?\s+(?:ja|sekä)\s+(?:{DID})\b",
        rf"{FEEL}{AND['fi']}(?:\w+\s+)?{FEEL}",
        rf"{FEEL},\s+\w+\s+(?:ja|sekä)\s+(?:\w+\s+)?{FEEL}",
        rf"{PRAISED['fi']}{OR['fi']}{PRAISED['fi']}",
        rf"{BLAMED['fi']}{OR['fi']}{BLAMED['fi']}",
        rf"\bsekä\b[^?]*{FEEL}[^?]*\bettä\b[^?]*{FEEL}",
        rf"\btyyty(?:mät|väi)\w+\s+(?:\w+\s+){{0,3}}{INTO}\s+(?:ja|sekä)\s+(?:\w+\s+){{0,2}}{INTO}",
        r"\btodennäköis\w+\b[^?]*\b(?:ja|sekä)\s+(?:kerro|osta|palaa|suosittel|tul[ei])\w*",
        rf"^\W*(?:on|oli|ovat|olivat)ko\s+(?:\w+\s+)?{OFFER['fi']}\s+(?:ja|sekä)\s+(?:\w+\s+)?"
        rf"{OFFER['fi']}\s+(?:\w+\s+)?{FEEL}",
    ),
    "en": pattern(
        rf"^(?:how \w+ )?(?:did|does|do|will|would|could|can)\b[^,;:?]*\b{ON_THE_WAY}and\s+"
        rf"(?:then\s+|also\s+)?(?:{DO})\b",
        rf"\band\s+(?:{AUXILIARY})\s+(?:{SUBJECT})\b",
        rf"{SEEM}{AND['en']}(?:\w+\s+){{0,2}}{SEEM}",
        rf"{SEEM},\s+\w+,?\s+and\s+(?:\w+\s+)?{SEEM}",
        rf"{PRAISED['en']}{OR['en']}{PRAISED['en']}",
        rf"{BLAMED['en']}{OR['en']}{BLAMED['en']}",
        rf"\bboth\b[^?]*{SEEM}[^?]*\band\b[^?]*{SEEM}",
        r"\b(?!(?:need|speed|hundred|indeed)\b)\w{3,}ed\s+and\s+(?:\w+\s+)?(?!hundred\b)\w{3,}ed\b",
        rf"\b(?:(?:dis|un)?satisfied|(?:un)?happy|pleased)\s+with\s+{THE}\w+\s+and\s+{THE}\w+",
        r"\blikely\b[^?]*\band\s+(?:buy|come|recommend|return|tell|visit)\b",
        rf"\brate\s+{THE}{OFFER['en']}\s+and\s+{THE}{OFFER['en']}",
        rf"^\W*how\s+\w+\s+(?:is|are|was|were)\s+{THE}{OFFER['en']}\s+and\s+{THE}{OFFER['en']}",
        rf"^\W*(?:is|are|was|were)\s+{THE}{OFFER['en']}\s+and\s+{THE}{OFFER['en']}\s+"
        rf"(?:\w+\s+)?{SEEM}",
    ),
}
# What is told apart, or held against each other, is named together.
TOLD_APART = {
    "fi": pattern(
        r"\b(?:toisistaan|erilleen|erikseen|välillä|väliltä|suhde|suhtee\w*|tasapaino\w*|yhdistelmä\w*)\b"
    ),
    "en": pattern(
        r"\b(?:apart|balance|between|combination|compared?|from each other|ratio|separate\w*)\b"
    ),
}
# Without one of these in it, a question is one.
MARKS = (" ja ", "sekä ", " tai ", " and ", " as well ", " or ", "&", "/")
# A question, and another one after it. What somebody asks in it is closed by a quotation mark.
# It is sought in texts of any length, so no two parts that repeat take the same character.
ANOTHER = re.compile(r"\?[^\S\n][^\w?\n]*\w[^?\n]*\?")


def check(texts: Texts) -> Iterator[Problem]:
    """Yield every question for one answer that asks two things."""
    for said in [*_joined(texts), *_one_after_the_other(texts)]:
        message = _("The question seems to ask two things at once.")
        remedy = _("Ask each in an item of its own: one of them may be so, the other not.")
        yield Problem(said.path, message, remedy)


def _joined(texts: Texts) -> Iterator[Said]:
    for said, item in texts.readable_with(MARKS):
        if (
            said.language in JOINED
            and isinstance(item, ONE_ANSWER)
            and not ANOTHER.search(said.words)
            and JOINED[said.language].search(said.words)
            and not TOLD_APART[said.language].search(said.words)
        ):
            yield said


def _one_after_the_other(texts: Texts) -> Iterator[Said]:
    if ANOTHER.search(texts.asked):
        for said, item in texts.readable:
            if isinstance(item, ONE_ANSWER) and ANOTHER.search(said.words):
                yield said
