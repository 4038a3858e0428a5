"""K342: a question does not ask for all or nothing.

Nothing is always friendly or completely clear: an honest answer to such a question is no. Judged by
words such as always, never and completely beside what is praised, in Finnish and English.

Fails::

        items:
          - id: palvelu
            text: "Onko palvelu aina ystävällistä?"
            type: yes_no
            area: emotion
            measure: objective

Passes::

        items:
          - id: palvelu
            text: "Kuinka usein palvelu on ystävällistä?"
            type: scale
            area: emotion
            measure: subjective
"""

from __future__ import annotations

from collections.abc import Iterator

from asiakaskunto_cli.checklist.rules.problem import Problem
from asiakaskunto_cli.checklist.said import Texts
from asiakaskunto_cli.checklist.vocabulary import GOOD, any_of, pattern
from asiakaskunto_cli.language import gettext as _
from asiakaskunto_cli.source.finding import Severity

CODE = "K342"
SEVERITY = Severity.WARNING

PRAISED = {language: any_of(language, stems) for language, stems in GOOD.items()}
WHOLLY = {
    "fi": r"\b(?:aivan täysin|ehdottoman|kaikin puolin|sataprosenttisesti|täydellisesti|täysin)\b",
    "en": r"\b(?:absolutely|completely|entirely|perfectly|totally|fully|100\s?%|100 percent)",
}
EVER = {
    "fi": r"\b(?:aina|joka kerta|poikkeuksetta|ei koskaan)\b",
    "en": r"\b(?:always|every (?:single )?time|never|without exception)\b",
}
EVERYBODY = {
    "fi": r"\b(?:kaikki\w*|kaikkea|kaikkia|kaikille|kaikessa|kaikista|jokai\w+|joka ikinen)\b",
    "en": r"\b(?:all|every|everyone|everybody|everything|each)\b",
}

IS = {
    "fi": r"^\W*(?:on|oli|ovat|olivat|olet|olit)\w*k[oö]\b",
    "en": r"^\W*(?:is|are|was|were|has|have)\b",
}
ABSOLUTE = {
    "fi": pattern(
        rf"{IS['fi']}[^?]*{EVER['fi']}[^?]*{PRAISED['fi']}",
        rf"{IS['fi']}[^?]*{PRAISED['fi']}[^?]*{EVER['fi']}",
        rf"{EVER['fi']}[^?]*{EVERYBODY['fi']}",
        rf"{EVERYBODY['fi']}[^?]*{EVER['fi']}",
        rf"{WHOLLY['fi']}\s+{PRAISED['fi']}",
    ),
    "en": pattern(
        rf"{IS['en']}[^?]*{EVER['en']}[^?]*{PRAISED['en']}",
        rf"{IS['en']}[^?]*{PRAISED['en']}[^?]*{EVER['en']}",
        rf"{EVER['en']}[^?]*{EVERYBODY['en']}",
        rf"{EVERYBODY['en']}[^?]*{EVER['en']}",
        rf"{WHOLLY['en']}\s+{PRAISED['en']}",
    ),
}
# Without one of these no question is absolute.
MARKS = (
    *("aina", "joka kerta", "poikkeuksetta", "koskaan", "täysin", "ehdottoman", "kaikin puolin"),
    *("sataprosenttisesti", "täydellisesti", "always", "every ", "never", "exception", "100"),
    *("absolutely", "completely", "entirely", "perfectly", "totally", "fully"),
)


def check(texts: Texts) -> Iterator[Problem]:
    """Yield every question that only perfection could say yes to."""
    for said, _item in texts.readable_with(MARKS):
        if said.language in ABSOLUTE and ABSOLUTE[said.language].search(said.words):
            message = _("The question asks for all or nothing.")
            remedy = _("Ask how often or how well, on a scale, or about this one visit.")
            yield Problem(said.path, message, remedy)
