"""Words that the rules about wording look for, in the languages that they know.

Finnish words are stems, because they bend; an English adjective may be an adverb too.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cached_property

# What a service is praised or blamed for.
GOOD = {
    "fi": (
        "aito|aido|arvostav|ammattimai|ammattitaito|asialli|asiantunte|avoime|avoin(?!na)|"
        "avuli|hieno|hyv(?!in\\b)|hyödylli|huolelli|huomaavai|iloi|joustav|kattav|kiinnostun|"
        "kiitettäv|kohtelia|kärsivälli|laadukka|loistav|luotettav|luontev|lämmin|lämpimä|"
        "mieluisa|miellyttäv|mukav|nope|osaav|palvelualt|perusteelli|puhta|rauhalli|reilu|"
        "rehelli|reip|riittäv|ripe|selke|selv|siisti|sujuv|tarkka|tarka|tehokka|toimiv|"
        "turvalli|tyytyväi|kannustav|kilti|kiltti|kunnioittav|pätev|raikas|raikka|taitav|tasapuoli|"
        "tasaverta|tuore|täsmälli|vaivat|viihtyis|ymmärrettäv|ystävälli|helppo|helpo|erinomai|"
        "oikeudenmukai"
    ),
    "en": (
        "accurate|attentive|calm|capable|careful|caring|cheerful|clean|clear|comfortable|"
        "competent|complete|considerate|correct|courteous|easi|easy|efficient|excellent|fair|"
        "fast|fresh|friendly|good|great|happy|helpful|honest|interested|interesting|kind|"
        "knowledgeable|neat|open(?=ly)|patient|pleasant|pleased|polite|professional|prompt|"
        "quick|relevant|reliable|respectful|safe|satisfied|simple|sincere|skilful|skilled|"
        "smooth|thorough|tidi|tidy|timely|trustworthy|useful|warm|welcoming|well"
    ),
}
BAD = {
    "fi": (
        "epäselv|epäkohtelia|epäluotettav|epämiellyttäv|epäystävälli|hankal|heikko|heiko|hidas|"
        "hita|huono|kehno|likai|riittämät|sekav|sotkui|surke|tyly|tympe|tyytymät|töykeä|vaike|"
        "vaivalloi|välttäv|välinpitämät"
    ),
    "en": (
        "awful|bad|badly|confusing|difficult|dirty|disappointing|dissatisfied|hard|impolite|"
        "indifferent|messy|poor|poorly|rude|slow|slowly|terrible|unclear|unfriendly|unhappy|"
        "unhelpful|unpleasant|unreliable|unsatisfied|weak"
    ),
}
ENDINGS = {"fi": r"\w*", "en": r"(?:ly|er|y)?"}


def any_of(language: str, *stems: str) -> str:
    """Return a pattern for a whole word that begins with one of some stems."""
    return rf"\b(?:{'|'.join(stems)}){ENDINGS[language]}\b"


class Pattern:
    """A pattern that is compiled when it is first looked for: most checklists need few of them."""

    def __init__(self, parts: Sequence[str]) -> None:
        self._parts = parts

    def search(self, words: str) -> re.Match[str] | None:
        """Return where it is first found anywhere in a text."""
        return self._compiled.search(words)

    def match(self, words: str) -> re.Match[str] | None:
        """Return where it is found at the beginning of a text."""
        return self._compiled.match(words)

    @cached_property
    def _compiled(self) -> re.Pattern[str]:
        return re.compile("|".join(f"(?:{part})" for part in self._parts), re.IGNORECASE)


def pattern(*parts: str) -> Pattern:
    """Return a pattern for any of some parts, in capital letters or small ones."""
    return Pattern(parts)


def words_of(words: str) -> Sequence[str]:
    """Return the words of a text in small letters, without signs and dots: ä is a."""
    return WORD.findall(bare(words))


def bare(words: str) -> str:
    """Return a text in small letters, without signs and dots: ä is a."""
    words = words.casefold()
    # One after the other is faster than all at once by translate.
    for sign, letter in LETTERS.items():
        words = words.replace(sign, letter)
    return words


LETTERS = {"ä": "a", "ö": "o", "å": "a", "é": "e", **dict.fromkeys("?.,:;!()”\"'’…–-", "")}
WORD = re.compile(r"[^\W_]+")
