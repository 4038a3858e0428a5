"""The plan of the example: every visit, by name, with what is settled before it is made."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from pathlib import Path
from typing import Any

from asiakaskunto_cli.source.reader import read_source
from asiakaskunto_cli.visit.answers_file import GivenAnswer
from asiakaskunto_cli.words import Method
from example.chance import Chance
from example.diary import Diary

HERE = Path(__file__).parent

# A visit lies at most this many spreads from the middle of its kind.
FARTHEST = 1.2


@dataclass(frozen=True, slots=True)
class Mood:
    """How well a visit goes, 0..1: what is done, what is felt; ``shifts`` by item or touchpoint."""

    done: float
    felt: float
    shifts: Mapping[str, float] = field(default_factory=dict)

    def moved(self, by: float) -> Mood:
        """Return a mood that is better, or worse, all over."""
        return replace(self, done=self.done + by, felt=self.felt + by)


@dataclass(frozen=True, slots=True)
class Visit:
    """One visit before it is made; ``twin`` names the visit that another evaluator saw too."""

    name: str
    site: str
    wave: str
    method: Method
    checklist: str
    own: bool
    evaluator: str | None
    visited_at: datetime
    mood: Mood
    scenario: str | None
    channel: str | None
    note: str | None
    rehearsal: bool
    twin: str | None
    answers: Mapping[str, GivenAnswer]


@dataclass(frozen=True, slots=True)
class Correction:
    """A visit whose answers are to be put right, and why."""

    of: str
    days: int
    reason: str
    answers: Mapping[str, GivenAnswer]


@dataclass(frozen=True, slots=True)
class Withdrawal:
    """A visit that is to be taken back."""

    of: str
    days: int
    reason: str


@dataclass(frozen=True, slots=True)
class Kind:
    """Visits that are planned together, by their names; ``said`` is what the plan says of them."""

    names: Sequence[str]
    site: str
    wave: str
    method: Method
    checklist: str
    said: Mapping[str, Any]

    @property
    def together(self) -> bool:
        """Whether the first two are one visit, seen by both evaluators."""
        return bool(self.said.get("together"))

    @property
    def anonymous(self) -> bool:
        """Whether nobody may be told from the answers."""
        return bool(self.said.get("anonymous"))

    @property
    def mood(self) -> Mood:
        """The mood in the middle of them."""
        shifts = {name: by / 100 for name, by in self.said.get("shifts", {}).items()}
        return Mood(self.said["done"] / 100, self.said["felt"] / 100, shifts)


class Plan:
    """The plan in plan.yaml."""

    def __init__(self) -> None:
        """Read it."""
        self._data: dict[str, Any] = mapping(HERE / "plan.yaml")
        self.version: str = self._data["version"]
        self._sites, self._waves = list(self._data["visits"]), list(self._data["waves"])
        self._evaluators: list[str] = self._data["evaluators"]
        self._diary = Diary(self._data["weeks"])
        self._scenarios: list[dict[str, str]] = mapping(HERE / "words.yaml")["scenarios"]

    @property
    def corrections(self) -> Iterator[Correction]:
        """The corrections, in order."""
        for one in self._data["corrections"]:
            yield Correction(one["of"], one["days"], one["reason"], given(one["answers"]))

    @property
    def withdrawals(self) -> Iterator[Withdrawal]:
        """The withdrawals, in order."""
        for one in self._data["withdrawals"]:
            yield Withdrawal(one["of"], one["days"], one["reason"])

    @property
    def visits(self) -> Iterator[Visit]:
        """Every visit; those of one kind by their number."""
        for visit in (*self._base(), *self._more()):
            yield self._particular(visit)

    def _base(self) -> Iterator[Visit]:
        for site, waves in self._data["visits"].items():
            for wave, methods in waves.items():
                for method, said in methods.items():
                    names = numbered(f"{wave}-{site}-{method}", said["visits"])
                    checklist = self._data["checklists"][method]
                    kind = Kind(names, site, wave, Method(method), checklist, said)
                    for number, visit in enumerate(self._of_kind(kind)):
                        yield replace(visit, scenario=self._scenario(kind, number))

    def _scenario(self, kind: Kind, number: int) -> str | None:
        """Return one of the scenarios for a test: at one site they take turns."""
        if kind.method is not Method.TEST:
            return None
        turn = 2 * self._waves.index(kind.wave) + self._sites.index(kind.site) + number
        return self._scenarios[turn % len(self._scenarios)]["scenario"]

    def _more(self) -> Iterator[Visit]:
        for said in self._data["more"]:
            site, wave, method, checklist = (
                said[key] for key in ("site", "wave", "method", "checklist")
            )
            stem = f"{wave}-{site}-{method}-{said.get('name', checklist)}"
            names = numbered(stem, len(said["answers"]))
            kind = Kind(names, site, wave, Method(method), checklist, said)
            for visit, fixed in zip(self._of_kind(kind), said["answers"], strict=True):
                yield replace(visit, scenario=said.get("scenario"), answers=given(fixed))

    def _of_kind(self, kind: Kind) -> Iterator[Visit]:
        """Yield visits: spread in their moods, over the days and over the evaluators."""
        chance = Chance(kind.names[0])
        places = chance.shuffled(spread_out(len(kind.names)))
        evaluators = [self._evaluator(kind, number) for number in range(len(kind.names))]
        moments = self._moments(kind, evaluators, chance)
        for number, name in enumerate(kind.names):
            yield Visit(
                name=name,
                site=kind.site,
                wave=kind.wave,
                method=kind.method,
                checklist=kind.checklist,
                own=bool(kind.said.get("own")),
                evaluator=evaluators[number],
                visited_at=moments[number],
                mood=kind.mood.moved(places[number] * kind.said.get("spread", 0) / 100),
                scenario=None,
                channel=self._channel(kind, number),
                note=kind.said.get("note"),
                rehearsal=bool(kind.said.get("rehearsal")),
                twin=kind.names[0] if kind.together and number == 1 else None,
                answers={},
            )

    def _channel(self, kind: Kind, number: int) -> str | None:
        """Return how the customer came, where the method asks for it; they take turns."""
        channels = self._data["channels"].get(kind.method, {}).get(kind.site)
        return channels[number % len(channels)] if channels and not kind.anonymous else None

    def _evaluator(self, kind: Kind, number: int) -> str | None:
        """Return who goes: both see every site, and neither sees it first every time."""
        if kind.anonymous:
            return None
        turn = self._sites.index(kind.site) + self._waves.index(kind.wave) + number
        return str(kind.said.get("evaluator", self._evaluators[turn % len(self._evaluators)]))

    def _moments(
        self, kind: Kind, evaluators: Sequence[str | None], chance: Chance
    ) -> list[datetime]:
        """Return when each visit is made; two together, at the same moment."""
        first_day = date.fromisoformat(str(self._data["waves"][kind.wave]))
        moments: list[datetime] = []
        for number, evaluator in enumerate(evaluators):
            if kind.together and number == 1:
                moments.append(moments[0])
                continue
            going = evaluators[:2] if kind.together and number == 0 else [evaluator]
            who = [one for one in going if one is not None]
            share = (number + chance.share()) / len(evaluators)
            moment = self._diary.agree(first_day, share, kind.site, who, chance)
            # The hour would tell who answered an anonymous one.
            moments.append(moment.replace(hour=0, minute=0) if kind.anonymous else moment)
        return moments

    def _particular(self, visit: Visit) -> Visit:
        """Return a visit with what is particular about it, and with what is corrected later."""
        found = self._data["particulars"].get(visit.name, {})
        answers = {**visit.answers, **given(found.get("answers", {}))}
        for one in self._data["corrections"]:
            if one["of"] == visit.name:
                answers.update(given(one["before"]))
        return replace(visit, answers=answers, note=found.get("note", visit.note))


def numbered(stem: str, count: int) -> list[str]:
    """Return so many names."""
    return [f"{stem}-{number}" for number in range(1, count + 1)]


def spread_out(count: int) -> list[float]:
    """Return so many places that lie evenly around 0; one alone is at 0."""
    if count == 1:
        return [0.0]
    return [FARTHEST * (2 * number / (count - 1) - 1) for number in range(count)]


def given(answers: Mapping[str, Any]) -> dict[str, GivenAnswer]:
    """Return answers as an answers file says them: a value, or a map of what there is to say."""
    keys = set(GivenAnswer.model_fields)
    return {
        name: GivenAnswer.model_validate(value)
        if isinstance(value, dict) and keys.issuperset(value)
        else GivenAnswer(value=value)
        for name, value in answers.items()
    }


def mapping(path: Path) -> dict[str, Any]:
    """Return what a YAML file of the example says, read the way kunto reads YAML.

    Raises ValueError where it cannot be read so.
    """
    source = read_source(path)
    if source.findings or not isinstance(source.data, dict):
        raise ValueError(f"{path}: {[one.message for one in source.findings]}")
    return source.data
