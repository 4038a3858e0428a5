"""Invents the answers of a visit from its mood: what was done, what was felt, and chance."""

from __future__ import annotations

import math
from collections.abc import Mapping

from asiakaskunto_cli.checklist.answer import Answer, legal_answer
from asiakaskunto_cli.checklist.items import (
    Band,
    ChoiceItem,
    DurationItem,
    ItemBase,
    MultiItem,
    NpsItem,
    NumberItem,
    ScaleItem,
    TallyItem,
    YesNoItem,
)
from asiakaskunto_cli.checklist.model import Checklist
from asiakaskunto_cli.scoring.items import score_of
from asiakaskunto_cli.scoring.response import VisitFacts
from asiakaskunto_cli.visit.answers_file import GivenAnswer
from asiakaskunto_cli.visit.events import (
    Answered,
    Declined,
    Event,
    Explained,
    Moved,
    NotApplicable,
    NotObserved,
    Reasoned,
)
from asiakaskunto_cli.visit.interview import Asking, Interview
from asiakaskunto_cli.words import Measure, Method
from example.chance import Chance
from example.plan import Visit
from example.words import Tone, Words, tone_of, tone_of_recommending

# How far an item may lie from the mood of its visit, 0..1; what has to work varies less.
REACH = 0.24
GATE_REACH = 0.1

# What has to work, works from here on: chance does not decide over gates.
GATE_PASSES_FROM = 0.6

# Yes becomes likely along this line: never at its foot, always at its top.
YES_FOOT, YES_TOP = 0.25, 0.94

EXPECTED = 0.6
DECLINES = 0.1
SILENT = 0.3
NOTES = 0.5
TICKED = 0.35
FEWEST_CUSTOMERS, MOST_CUSTOMERS = 4, 9
LONGEST = 30
BEYOND = 1.5

# Tells how a visit by a scenario went.
COURSE = "kaynnin-kulku"

# Answers are invented before the visit, outside time.
NO_MOMENT = ""

# A twin differs in a feeling this often, by one step; times differ by so many units.
DIFFERS = 0.3
APART = 1


class Inventor:
    """Answers one visit."""

    def __init__(self, visit: Visit, checklist: Checklist, words: Words) -> None:
        """Begin; nothing is answered yet."""
        self._visit = visit
        self._checklist = checklist
        self._words = words
        self._chance = Chance(visit.name)
        self._chance_of_words = Chance(f"{visit.name}/words")

    def answers(self, twin: Mapping[str, GivenAnswer]) -> dict[str, GivenAnswer]:
        """Return what is said to every item that is asked, in order.

        ``twin`` is what the other evaluator of the same visit said, if there was one.
        """
        facts = VisitFacts(self._visit.method, self._visit.channel, self._visit.scenario)
        interview = Interview(self._checklist, facts)
        found: dict[str, GivenAnswer] = {}
        while interview.asking is Asking.ANSWER:
            item = interview.item
            given = self._asked(item, interview, twin.get(item.id))
            if given != GivenAnswer():
                found[item.id] = given
        return found

    def _asked(self, item: ItemBase, interview: Interview, twin: GivenAnswer | None) -> GivenAnswer:
        """Answer an item and what is asked after it, and return what was said."""
        # Every item has a chance of its own: one more leaves the others as they were.
        self._chance = Chance(f"{self._visit.name}/{item.id}")
        given = self._answer(item, interview, twin)
        interview.apply(_event(item.id, given, interview), NO_MOMENT)
        match interview.asking:
            case Asking.REASON:
                interview.apply(Reasoned(item=item.id, text=given.na_reason), NO_MOMENT)
            case Asking.WHY:
                given = self._explained(item, given, interview)
                why = Explained(item=item.id, text=given.why) if given.why else None
                interview.apply(why or Declined(item=item.id), NO_MOMENT)
            case _:
                pass
        return self._noted(item, given, interview)

    def _answer(
        self, item: ItemBase, interview: Interview, twin: GivenAnswer | None
    ) -> GivenAnswer:
        fixed = self._visit.answers.get(item.id)
        if fixed is not None:
            return fixed
        if twin is not None and item.type != "text":
            return GivenAnswer(value=self._seen_again(item, twin.value), na=twin.na)
        return GivenAnswer(value=self._invented(item, interview))

    def _explained(self, item: ItemBase, given: GivenAnswer, interview: Interview) -> GivenAnswer:
        if given.why or given.why_declined:
            return given
        optional = self._checklist.why_of(item) == "optional"
        asked = self._visit.method is Method.ASK
        tone = _tone(item, interview)
        words = self._words.said(self._visit, item.id, tone, self._chance_of_words)
        if words is None and not asked and not optional:
            words = self._words.otherwise(tone)
        if words is None or (asked and self._chance.share() < DECLINES):
            return given.model_copy(update={"why_declined": not optional})
        return given.model_copy(update={"why": words})

    def _noted(self, item: ItemBase, given: GivenAnswer, interview: Interview) -> GivenAnswer:
        fixed = item.id in self._visit.answers
        if fixed or given.value is None or self._chance.share() > NOTES:
            return given
        tone = _tone(item, interview)
        words = self._words.noted(self._visit, item.id, tone, self._chance_of_words)
        return given.model_copy(update={"note": words})

    def _seen_again(self, item: ItemBase, value: Answer | None) -> Answer | None:
        """Return what the other evaluator makes of the same thing: feelings differ a little."""
        if isinstance(item, DurationItem) and isinstance(value, int):
            return max(1, value + self._chance.whole(-APART, APART))
        if isinstance(item, ScaleItem) and isinstance(value, int):
            if self._chance.share() > DIFFERS:
                return value
            lowest, highest = self._checklist.bounds_of(item)
            return min(highest, max(lowest, value + self._chance.one_of([-1, 1])))
        return value

    def _invented(self, item: ItemBase, interview: Interview) -> Answer | None:
        level = self._level(item)
        value = self._value(item, level, interview)
        return None if value is None else legal_answer(self._checklist, item, value)

    def _level(self, item: ItemBase) -> float:
        """Return how well an item goes, 0..1."""
        mood = self._visit.mood
        level = mood.done if item.measure is Measure.OBJECTIVE else mood.felt
        level += mood.shifts.get(item.touchpoint or "", 0) + mood.shifts.get(item.id, 0)
        return min(1.0, max(0.0, self._chance.near(level, GATE_REACH if item.gate else REACH)))

    def _value(self, item: ItemBase, level: float, interview: Interview) -> object:
        match item:
            case YesNoItem():
                return self._is_good(item, level) is not item.invert
            case ScaleItem():
                return self._on_scale(item, level if item.weight else EXPECTED)
            case NpsItem():
                return rounded(10 * level)
            case ChoiceItem():
                return self._choice(item, level)
            case MultiItem():
                return [one for one in item.option_ids if self._chance.share() < TICKED]
            case DurationItem(against=str() as promise):
                return self._against(interview.response(promise).answer, level)
            case DurationItem() | NumberItem():
                return self._amount(item.bands or [], level)
            case TallyItem():
                return self._tally(level)
            case _:
                return self._told(item)

    def _is_good(self, item: ItemBase, level: float) -> bool:
        if item.gate is not None:
            return level >= GATE_PASSES_FROM
        return self._chance.share() < (level - YES_FOOT) / (YES_TOP - YES_FOOT)

    def _on_scale(self, item: ScaleItem, level: float) -> int:
        lowest, highest = self._checklist.bounds_of(item)
        value = lowest + rounded(level * (highest - lowest))
        return lowest + highest - value if item.invert else value

    def _choice(self, item: ChoiceItem, level: float) -> str:
        if not item.has_rule:
            return self._chance.one_of(item.option_ids)
        wanted = 1.0 if item.gate is not None and level >= GATE_PASSES_FROM else level
        best = min(item.options, key=lambda option: abs((option.score or 0) - wanted))
        return best.id

    def _against(self, promised: object, level: float) -> float:
        known = promised if isinstance(promised, int | float) else LONGEST
        return rounded(known * (1 if level >= GATE_PASSES_FROM else BEYOND))

    def _amount(self, bands: list[Band], level: float) -> int:
        """Return an amount in the band whose score is nearest; where there are none, any."""
        if not bands:
            return self._chance.whole(1, LONGEST)
        limits = [0 if band.up_to is None else int(band.up_to) for band in bands]
        scores = [band.score for band in bands]
        place = min(range(len(bands)), key=lambda number: abs(scores[number] - level))
        lowest = limits[place - 1] if place else limits[0] // 3
        return self._chance.whole(lowest + 1, limits[place])

    def _tally(self, level: float) -> dict[str, int]:
        seen = self._chance.whole(FEWEST_CUSTOMERS, MOST_CUSTOMERS)
        missed = 0 if level >= GATE_PASSES_FROM else self._chance.whole(1, 2)
        return {"k": seen - missed, "n": seen}

    def _told(self, item: ItemBase) -> str | None:
        """Return words that were asked for, in the tone of the whole visit; not all have any."""
        tone = tone_of(self._visit.mood.felt)
        if item.id == COURSE and self._visit.scenario:
            return self._words.course_of(self._visit, tone)
        if self._chance.share() < SILENT:
            return None
        return self._words.said(self._visit, item.id, tone, self._chance_of_words)


def rounded(value: float) -> int:
    """Return the nearest whole number, halves upwards: people do not round to even."""
    return math.floor(value + 0.5)


def _tone(item: ItemBase, interview: Interview) -> Tone:
    score = score_of(interview.checklist, item, interview.shown)
    if score is None:
        return Tone.MID
    return tone_of_recommending(score) if isinstance(item, NpsItem) else tone_of(score)


def _event(name: str, given: GivenAnswer, interview: Interview) -> Event:
    """Return what happens in an interview when this is said to an item."""
    if given.na:
        return NotApplicable(item=name)
    if given.not_observed:
        return NotObserved(item=name)
    if given.value is None:
        return Moved(item=interview.after(name))
    return Answered(item=name, answer=given.value)
