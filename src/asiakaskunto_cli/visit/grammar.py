"""What is typed or pressed on a visit: commands, the same in every language, and answers.

Both askers speak it. A line is a command only if it is exactly a token; a leading backslash makes
it words.
"""

from __future__ import annotations

import re
from enum import StrEnum

from asiakaskunto_cli.checklist.answer import (
    NEVER,
    NPS_HIGHEST,
    Answer,
    IllegalAnswerError,
    legal_answer,
)
from asiakaskunto_cli.checklist.items import (
    ChoiceItem,
    DurationItem,
    ItemBase,
    MultiItem,
    NpsItem,
    NumberItem,
    ScaleItem,
    TallyItem,
    TextItem,
    YesNoItem,
)
from asiakaskunto_cli.checklist.model import Checklist
from asiakaskunto_cli.language import gettext as _


class Command(StrEnum):
    """The tokens."""

    BACK = "<"
    LATER = ">"
    NOT_APPLICABLE = "-"
    NOT_OBSERVED = "."
    NOTE = "+"
    EVIDENCE = "@"
    STOPWATCH = "!"
    HELP = "?"
    REVIEW = "="
    LEAVE = ":q"
    FINISH_WITH_GAPS = ":f"
    FACTS = ":v"


# Where one key answers, one key commands too; ":" begins a command of two keys.
COMMAND_KEYS = frozenset(command for command in Command if len(command) == 1)

# On a tally these count one more: somebody who was noticed, or somebody who was not.
COUNT_ONE = {"o": 1, "x": 0}
MOST_ONE_KEY_CHOICES = 9

YES = frozenset({"k", "y", "kyllä", "yes"})
NO = frozenset({"e", "n", "ei", "no"})
NEVER_WORDS = frozenset({"e", "n", "ei", "no", "never", "ei koskaan"})
CLOCK = re.compile(r"(\d{1,4}):([0-5]\d)")
NUMBER = re.compile(r"\d{1,12}(?:[.,]\d{1,6})?")
PLACE = re.compile(r"\d{1,4}")
TALLY = re.compile(r"(\d{1,9})(?:\s*/\s*|\s+)(\d{1,9})")
SECONDS_PER_MINUTE = 60


def command_of(line: str) -> Command | None:
    """Return the command that a line is, if it is exactly one."""
    return Command(line) if line in set(Command) else None


def literal(line: str) -> str:
    """Return the words of a line: a leading backslash only says that they are no command."""
    return line.removeprefix("\\")


def escaped(words: str) -> str:
    """Return words as they have to be typed, so that ``literal`` gives them back."""
    return f"\\{words}" if words.startswith("\\") or command_of(words.strip()) else words


def read_answer(checklist: Checklist, item: ItemBase, line: str) -> Answer:
    """Return the answer that a typed line means.

    Raises IllegalAnswerError with a sentence that says what would be one.
    """
    if isinstance(item, TextItem):
        return legal_answer(checklist, item, literal(line))
    value = _value(item, line.strip().casefold())
    if value is None:
        raise IllegalAnswerError(_("Type: {how}.").format(how=how_to_answer(checklist, item)))
    return legal_answer(checklist, item, value)


def place_of(line: str, count: int) -> int | None:
    """Return the place, from 1 to ``count``, that a line is the number of, if it is."""
    place = int(line) if PLACE.fullmatch(line) else 0
    return place if 1 <= place <= count else None


def number_keys(count: int) -> frozenset[str]:
    """Return the keys that pick one of a list; none where it has too many for one key.

    Where they pick, the commands that lead away work at once too.
    """
    if count > MOST_ONE_KEY_CHOICES:
        return frozenset()
    return frozenset({Command.BACK, *(str(place) for place in range(1, count + 1))})


def _value(item: ItemBase, line: str) -> object:
    """Return what the line says in the item's own terms, None where it says nothing of the kind."""
    match item:
        case YesNoItem():
            return True if line in YES else False if line in NO else None
        case ScaleItem() | NpsItem():
            return int(line) if re.fullmatch(r"-?\d{1,4}", line) else None
        case ChoiceItem():
            return _picked(item.option_ids, line)
        case MultiItem():
            return _ticked(item.option_ids, line)
        case TallyItem():
            pair = TALLY.fullmatch(line)
            return {"k": int(pair[1]), "n": int(pair[2])} if pair else None
        case DurationItem():
            return _duration(item, line)
        case _:
            return _number(line)


def _picked(options: list[str], line: str) -> object:
    """Return the option of a number (from 1) or of an id."""
    place = place_of(line, len(options))
    if place is not None:
        return options[place - 1]
    return line if line in options else None


def _ticked(options: list[str], line: str) -> object:
    """Return the options of several numbers: 1 3 or 1,3; a lone 0 is none of them."""
    parts = re.split(r"[\s,;]+", line)
    if parts == ["0"]:
        return []
    ticked = [_picked(options, part) for part in parts]
    return None if None in ticked else ticked


def _duration(item: DurationItem, line: str) -> object:
    if item.never and line in NEVER_WORDS:
        return NEVER
    clock = CLOCK.fullmatch(line) if item.unit == "s" else None
    if clock:
        return int(clock[1]) * SECONDS_PER_MINUTE + int(clock[2])
    return _number(line)


def _number(line: str) -> object:
    return float(line.replace(",", ".")) if NUMBER.fullmatch(line) else None


def how_to_answer(checklist: Checklist, item: ItemBase) -> str:
    """Return what may be typed as an answer to the item, in one short line."""
    match item:
        case YesNoItem():
            return _("k or y = yes, e or n = no")
        case ScaleItem():
            lowest, highest = checklist.bounds_of(item)
            return _("{lowest} to {highest}").format(lowest=lowest, highest=highest)
        case NpsItem():
            return _("{lowest} to {highest}").format(lowest=0, highest=NPS_HIGHEST)
        case ChoiceItem():
            return _("{lowest} to {highest}").format(lowest=1, highest=len(item.options))
        case MultiItem():
            return _("numbers, such as 1 3; 0 = none")
        case TallyItem():
            return _("two numbers, such as 9/10")
        case DurationItem():
            return _how_long(item)
        case NumberItem():
            return _("a number ({unit})").format(unit=item.unit) if item.unit else _("a number")
        case _:
            return _("in your own words; Enter = nothing to add")


def _how_long(item: DurationItem) -> str:
    words = {
        "s": _("seconds, or minutes as 1:30"),
        "min": _("minutes"),
        "h": _("hours"),
        "d": _("days"),
    }[item.unit]
    return _("{unit}; e or n = never").format(unit=words) if item.never else words


def answer_keys(checklist: Checklist, item: ItemBase) -> frozenset[str]:
    """Return the keys that answer the item by themselves; none where the answer is typed."""
    match item:
        case YesNoItem():
            return frozenset("kyen")
        case ChoiceItem() if len(item.options) <= MOST_ONE_KEY_CHOICES:
            return number_keys(len(item.options)) - COMMAND_KEYS
        case ScaleItem():
            lowest, highest = checklist.bounds_of(item)
            if lowest >= 0 and highest <= MOST_ONE_KEY_CHOICES:
                return frozenset(str(point) for point in range(lowest, highest + 1))
    return frozenset()
