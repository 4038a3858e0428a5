"""Whether a text still says what it said: by its words, as far as a program can tell.

All of this only leads to warnings. A text in several languages is judged by the language in which
it changed least, so that a mended translation alone does not make another question of it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from collections.abc import Set as AbstractSet

Said = Mapping[str, str]

# Two questions that share less of what they are about are taken for two questions.
LEAST_ALIKE = 0.25
SHORTEST_WORD = 3
# Finnish inflects at the end of a word: its beginning tells which word it is.
STEM = 4

_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)?")

# What questions of this field share, whatever they ask: who, whom, how, and forms of "to be".
_FRAME = re.compile(
    r"and|are|could|cust|did|does|else|from|had|has|have|how|into|it|its|sale|say|said|sell|should|"
    r"staf|that|the|their|them|there|they|this|was|were|what|when|which|who|will|with|would|you|"
    r"your|asia|henk|jos|kuin|kuka|että|mikä|mill|mite|mitä|moni|mont|muut|myyj|myös|olet|oli|olik|"
    r"oliv|onko|ovat|sen|sinn|sinu|sinä|sitä|tai"
)

_NEGATION = re.compile(
    r"cannot|neither|never|no|nobody|none|nor|not|nothing|without|[^\W_]+n['’]t|"
    r"(?:ett)?(?:ei|eivät|emme|en|et|ette)(?:kä|kö)?|ilman|älkää|älä"
)
_LACKING = re.compile(r"[^\W_]*(?:maton|mätön|ttom|ttöm)[^\W_]*")
# A shorter word with such a beginning is another one: to, into.
SHORTEST_OPPOSED = 4
_OPPOSITES = ("dis", "epä", "il", "im", "in", "ir", "mis", "non", "un")


def normal(text: str) -> str:
    """Return a text without what does not change its words: case, spaces, full stops."""
    return " ".join(_WORD.findall(text.casefold())) or text.strip()


def is_another(old: Said, new: Said) -> bool:
    """Return whether hardly a word of what a question is about is left, in any shared language."""
    shared = old.keys() & new.keys()
    return bool(shared) and all(_likeness(old[one], new[one]) < LEAST_ALIKE for one in shared)


def is_reversed(old: Said, new: Said) -> bool:
    """Return whether a negation came or went in some shared language."""
    return any(_reversed(old[one], new[one]) for one in old.keys() & new.keys())


def _likeness(old: str, new: str) -> float:
    """Return how much two texts share of what they are about, 0..1 (Dice over word stems)."""
    stems = _stems(old), _stems(new)
    if not all(stems):
        # One of them is all frame, or as short as "no": every word counts.
        stems = _beginnings(old), _beginnings(new)
    total = sum(map(len, stems))
    return 2 * len(stems[0] & stems[1]) / total if total else float(old == new)


def _stems(text: str) -> AbstractSet[str]:
    stems = _beginnings(text)
    return {
        one
        for one in stems
        if one.isdecimal() or (len(one) >= SHORTEST_WORD and not _FRAME.fullmatch(one))
    }


def _beginnings(text: str) -> AbstractSet[str]:
    return {word[:STEM] for word in _WORD.findall(text.casefold())}


def _reversed(old: str, new: str) -> bool:
    before, after = (_WORD.findall(text.casefold()) for text in (old, new))
    negations = _count(_NEGATION, after) - _count(_NEGATION, before)
    lacking = _count(_LACKING, after) - _count(_LACKING, before)
    # "Neither satisfied nor dissatisfied" takes back what it says.
    if (negations + lacking) % 2 and (negations % 2 or not negations):
        return True
    gone, come = set(before) - set(after), set(after) - set(before)
    return any(_opposite(one, other) for one in gone for other in come)


def _count(pattern: re.Pattern[str], words: Iterable[str]) -> int:
    return sum(pattern.fullmatch(word) is not None for word in words)


def _opposite(one: str, other: str) -> bool:
    """Return whether one of the words is the other with an un- before it."""
    shorter, longer = sorted((one, other), key=len)
    opposed = (prefix + shorter for prefix in _OPPOSITES)
    return len(shorter) >= SHORTEST_OPPOSED and longer in opposed
