"""K337: a scale rises from poor to good, as its score does.

The highest point scores best. Where the labels say otherwise, turn them round; where the question
is about something bad, invert the item. Judged by words of praise and blame in Finnish and English.

Fails::

        scales:
          arvio: {1: "erinomaista", 3: "kohtalaista", 5: "huonoa"}
        items:
          - id: palvelu
            text: "Millaista palvelua sait?"
            type: scale
            scale: arvio
            area: emotion
            measure: subjective

Passes::

        scales:
          arvio: {1: "huonoa", 3: "kohtalaista", 5: "erinomaista"}
        items:
          - id: palvelu
            text: "Millaista palvelua sait?"
            type: scale
            scale: arvio
            area: emotion
            measure: subjective
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from asiakaskunto_cli.checklist.items import ScaleItem
from asiakaskunto_cli.checklist.model import Checklist
from asiakaskunto_cli.checklist.rules.problem import Problem
from asiakaskunto_cli.checklist.terms import Text
from asiakaskunto_cli.checklist.vocabulary import BAD, GOOD, any_of, pattern
from asiakaskunto_cli.language import gettext as _
from asiakaskunto_cli.source.finding import Severity

CODE = "K337"
SEVERITY = Severity.WARNING

PRAISE = {
    "fi": pattern(any_of("fi", GOOD["fi"]), r"\bsamaa mieltä\b"),
    "en": pattern(any_of("en", GOOD["en"]), r"\bagree\b"),
}
BLAME = {
    "fi": pattern(any_of("fi", BAD["fi"]), r"\beri mieltä\b"),
    "en": pattern(any_of("en", BAD["en"]), r"\bdisagree\b"),
}
# "Not good" is no praise, "not bad" no blame.
NEGATED = {"fi": pattern(r"\b(?:ei|en|et|eivät)\b"), "en": pattern(r"\b(?:not|no|nor)\b|n[’']t\b")}


def check(checklist: Checklist) -> Iterator[Problem]:
    """Yield every scored scale whose labels and scores run against each other."""
    for path, item in checklist.places:
        if isinstance(item, ScaleItem) and item.scale is not None and item.weight > 0:
            points = list(checklist.points_of(item).values())
            worst, best = (points[-1], points[0]) if item.invert else (points[0], points[-1])
            if _praises(worst, checklist.languages) and _blames(best, checklist.languages):
                message = _("“{id}” scores 0 at its best label.").format(id=item.id)
                remedy = _("Turn the labels of the scale round, or change invert.")
                yield Problem((*path, "scale"), message, remedy)


def _praises(label: Text, languages: list[str]) -> bool:
    return any(_tone(words, language) > 0 for language, words in _said(label, languages))


def _blames(label: Text, languages: list[str]) -> bool:
    return any(_tone(words, language) < 0 for language, words in _said(label, languages))


def _said(label: Text, languages: list[str]) -> Iterator[tuple[str, str]]:
    yield from [(languages[0], label)] if isinstance(label, str) else label.items()


@lru_cache(maxsize=1000)
def _tone(words: str, language: str) -> int:
    """Return 1 for praise, -1 for blame, 0 where it is neither, both or not known."""
    if language not in PRAISE or NEGATED[language].search(words):
        return 0
    return bool(PRAISE[language].search(words)) - bool(BLAME[language].search(words))
