"""Whether the labels of a scale rise or fall, by words of praise, of blame and of how often."""

from __future__ import annotations

from functools import lru_cache

from asiakaskunto_cli.checklist.vocabulary import BAD, GOOD, any_of, pattern

PRAISE = {
    "fi": pattern(any_of("fi", GOOD["fi"], "paras|parha")),
    "en": pattern(any_of("en", GOOD["en"], "best")),
}
BLAME = {
    "fi": pattern(any_of("fi", BAD["fi"])),
    "en": pattern(any_of("en", BAD["en"], "worst")),
}
# "Not good" is no praise, "not bad" no blame.
NEGATED = {"fi": pattern(r"\b(?:ei|en|et|eivät)\b"), "en": pattern(r"\b(?:not|no|nor)\b|n[’']t\b")}

# A whole label that says how often, how much or how surely, or whether one agrees.
MUCH = {
    "fi": pattern(
        r"\W*(?:(?:lähes|melkein|hyvin|erittäin)\s+)?(?:aina|usein|paljon|varmasti)\W*\Z",
        r"\W*(?:ehdottomasti|joka kerta|kyllä|täysin|täydellisesti)\W*\Z",
        r"\W*(?:\w+\s+){0,3}samaa mieltä\W*\Z",
    ),
    "en": pattern(
        r"\W*(?:(?:almost|nearly|very)\s+)?(?:always|often|much)\W*\Z",
        r"\W*(?:a lot|absolutely|certainly|completely|definitely|every time|fully|yes)\W*\Z",
        r"\W*(?:\w+\s+){0,3}agree\W*\Z",
    ),
}
LITTLE = {
    "fi": pattern(
        r"\W*(?:ei|en)(?:\s+juuri)?(?:\s+(?:koskaan|lainkaan|milloinkaan|ollenkaan|yhtään))?\W*\Z",
        r"\W*(?:(?:hyvin|erittäin)\s+)?(?:harvoin|vähän)\W*\Z",
        r"\W*(?:\w+\s+){0,3}eri mieltä\W*\Z",
        r"\W*(?:ei|en)\s+(?:\w+\s+){0,3}samaa mieltä\W*\Z",
    ),
    "en": pattern(
        r"\W*(?:(?:almost|very)\s+)?(?:little|never|rarely|seldom)\W*\Z",
        r"\W*(?:\w+\s+){0,3}disagree\W*\Z",
        r"\W*(?:\w+\s+){0,3}(?:not|do ?n[’']t)\s+agree\W*\Z",
        r"\W*(?:definitely not|hardly (?:at all|ever)|no|not(?: at all)?)\W*\Z",
    ),
}
# What nobody wants much of; a question that says "not" asks for the opposite too.
TROUBLE = {
    "fi": pattern(
        any_of("fi", BAD["fi"]),
        r"\b(?:ei|en|et|eivät|ilman|turha\w*)\b|ma(?:tta|ton)\b|mä(?:ttä|tön)\b",
        r"(?:häir|jono|jou[td]u|jätt|jää|keskey|kiire|kiist|laimin|lik[ao]|mel[ua]|myöhä|odot|ongelm|"
        r"pahoi|peit|pett|puuttu|riide|riite|rik[ko]|sotk|stress|unoh|vai[vn]|vali[t]|vi[ak]|"
        r"viivä|virhe|väsy|väist|vält|ärsy)",
    ),
    "en": pattern(
        any_of("en", BAD["en"]),
        r"\b(?:no|nobody|not|nothing|without)\b|n[’']t\b|\b(?:dis|un)\w{4}",
        r"\b(?:annoy|argu|avoid|block|broke|complain|conflict|delay|dirt|err|fail|fault|forg|frustr|"
        r"ha(?:d|ve) to\b|hid|hurr|ignor|interrupt|lack|late\b|lea?ve|left|lose|lost|miss|mistake|"
        r"nois|press|problem|queu|refus|regret|repeat|stress|trouble|wait|wast|worr|wrong)",
    ),
}


@lru_cache(maxsize=1000)
def rises(lowest: str, highest: str, language: str) -> bool | None:
    """Return whether labels rise from the lowest point to the highest; None where no word tells."""
    if language not in PRAISE:
        return None
    return _is_rise(_tone(lowest, language), _tone(highest, language))


@lru_cache(maxsize=1000)
def grows(lowest: str, highest: str, language: str) -> bool | None:
    """Return whether labels grow from little to much, or from no to yes; None where none tells.

    That is a rise only of something good.
    """
    if language not in MUCH:
        return None
    return _is_rise(_amount(lowest, language), _amount(highest, language))


def speaks_of_trouble(question: str, language: str) -> bool:
    """Return whether a question is about something that nobody wants much of, or asks for "not"."""
    return language in TROUBLE and TROUBLE[language].search(question) is not None


def _is_rise(lowest: int, highest: int) -> bool | None:
    return None if 0 in {lowest, highest} or lowest == highest else lowest < highest


def _tone(words: str, language: str) -> int:
    """Return 1 for praise, -1 for blame, 0 where it is neither, both or not known."""
    if NEGATED[language].search(words):
        return 0
    return bool(PRAISE[language].search(words)) - bool(BLAME[language].search(words))


def _amount(words: str, language: str) -> int:
    """Return 1 for much, -1 for little, 0 where a label is neither."""
    return bool(MUCH[language].match(words)) - bool(LITTLE[language].match(words))
