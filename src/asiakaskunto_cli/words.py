"""The vocabulary of the field as types: methods, areas, levels, ids, and clean text.

Everything a file or a report may say in one word is here once, so that code, JSON and
checklists cannot drift apart.
"""

from __future__ import annotations

import re
import unicodedata
from enum import StrEnum


class Method(StrEnum):
    """How a visit was made."""

    OBSERVE = "observe"
    """From beside the counter, quickly."""
    TEST = "test"
    """As a mystery shopper."""
    ASK = "ask"
    """From the customer, every question with its why."""


class Area(StrEnum):
    """What an item tells about: tiedot, taidot, tunne."""

    KNOWLEDGE = "knowledge"
    """What people know (tiedot)."""
    SKILLS = "skills"
    """What people can do (taidot)."""
    EMOTION = "emotion"
    """How it feels (tunne)."""


class Measure(StrEnum):
    """Whether an outsider could verify the answer, or it is a feeling."""

    OBJECTIVE = "objective"
    """An outsider could verify it."""
    SUBJECTIVE = "subjective"
    """It is a feeling or a judgement."""


class Gate(StrEnum):
    """What a failed item does to the level: none at all, or at most good."""

    CRITICAL = "critical"
    """Failed, it bars every level."""
    CORE = "core"
    """Failed, the level is at most HYVÄ."""


class Level(StrEnum):
    """The target levels, from the lowest: HYVÄ, ERINOMAINEN, IHAN PARAS."""

    GOOD = "good"
    """HYVÄ."""
    EXCELLENT = "excellent"
    """ERINOMAINEN."""
    BEST = "best"
    """IHAN PARAS."""


class Theme(StrEnum):
    """What a checklist is about, in the order in which a library shows them."""

    BASICS = "basics"
    """The basic measurements."""
    ENCOUNTER = "encounter"
    """The encounter with a customer."""
    PROMISES = "promises"
    """Promises and problems."""
    RELATIONSHIP = "relationship"
    """The customer relationship."""
    TRADE = "trade"
    """A line of business."""
    INTERNAL = "internal"
    """The company's view of itself."""


class State(StrEnum):
    """How an item ended its visit."""

    SCORED = "scored"
    INFORMATIONAL = "informational"
    NOT_APPLICABLE = "not_applicable"
    NOT_OBSERVED = "not_observed"
    UNANSWERED = "unanswered"


class Outcome(StrEnum):
    """Whether enough of a visit was answered to be counted."""

    COMPLETE = "complete"
    INCOMPLETE = "incomplete"


class Status(StrEnum):
    """What a report is worth: final ones count, the others are kept."""

    FINAL = "final"
    REHEARSAL = "rehearsal"
    WITHDRAWN = "withdrawn"


class Entry(StrEnum):
    """Whether a person answered, or a file of answers did."""

    LIVE = "live"
    ANSWERS = "answers"


ITEM_ID = re.compile(r"[a-z][a-z0-9-]{0,63}")
SLUG = re.compile(r"[a-z0-9][a-z0-9-]{0,63}")
WAVE = re.compile(r"[A-Za-z0-9][A-Za-z0-9-]{0,63}")

# YAML 1.1 readers turn these into booleans or null; as ids they would come back changed.
RESERVED_IDS = frozenset({"yes", "no", "on", "off", "true", "false", "null", "y", "n"})

# C0 (without tab and newline), DEL, C1, bidi overrides and isolates, line separators, surrogates.
# ZWJ, ZWNJ, LRM and RLM are left: names in several scripts need them.
UNSAFE = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069\ud800-\udfff]"
)

MARKS = re.compile("[\u0300-\u036f]")


def code_point(character: str) -> str:
    """Return how a character is told that cannot be shown as it is: U+00A0."""
    return f"U+{ord(character):04X}"


def clean(text: str) -> str:
    """Return the text with everything that could steer a terminal spelled out as code points."""
    return UNSAFE.sub(lambda match: f"\\u{ord(match.group()):04x}", text)


def slugify(name: str) -> str:
    """Return an id for a name typed by a person: Keskustan Myymälä → keskustan-myymala."""
    # Taken apart, ä is a with a mark: the same slug whichever way the system had composed it.
    folded = MARKS.sub("", unicodedata.normalize("NFKD", name.casefold()))
    return re.sub(r"[^a-z0-9]+", "-", folded).strip("-")[:64].strip("-")


def uuid7(unix_ms: int, random_bits: int) -> str:
    """Return a version 7 UUID: time-ordered, from milliseconds since 1970 and 74 random bits.

    Source: RFC 9562, section 5.7. The standard library has it only from Python 3.14.
    """
    value = (unix_ms & (1 << 48) - 1) << 80 | 0x7 << 76 | 0b10 << 62
    value |= (random_bits >> 62 & 0xFFF) << 64 | random_bits & (1 << 62) - 1
    digits = f"{value:032x}"
    return "-".join((digits[:8], digits[8:12], digits[12:16], digits[16:20], digits[20:]))


def uuid7_after(earlier: str, unix_ms: int, random_bits: int) -> str:
    """Return a version 7 UUID that comes after another one, wherever the clock was then.

    Of two corrections the one with the later id counts; clocks go backwards, and differ.
    """
    earlier_ms = int(earlier.replace("-", "")[:12], 16)
    return uuid7(max(unix_ms, earlier_ms + 1), random_bits)
