"""Which waves are compared with which, and whose answers that takes."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from itertools import pairwise

from asiakaskunto_cli.analysis.comparing.facts import Observed, Strata
from asiakaskunto_cli.analysis.comparing.grouping import CHECKLIST, Ordered, key_of
from asiakaskunto_cli.analysis.comparing.looks import Look
from asiakaskunto_cli.analysis.comparing.measures import Family, Yardstick
from asiakaskunto_cli.analysis.comparing.reading import Reading
from asiakaskunto_cli.analysis.comparing.request import FIRST, PREVIOUS, Request
from asiakaskunto_cli.analysis.comparing.results import Key
from asiakaskunto_cli.analysis.comparing.schemes import Common, common_scheme
from asiakaskunto_cli.report.detail import VisitDetail
from asiakaskunto_cli.words import Area

# Reading the answers of more visits than this would keep people waiting: they have to ask for it.
MOST_READ = 5_000

# What can be worked out anew from the answers to common items.
RESCORED = frozenset({Family.SCORE, Family.AREA})


@dataclass(frozen=True, slots=True)
class Pair:
    """Two waves of a group that are compared, with what their answers tell where they were read.

    ``common`` is how visits of different rules can be compared, if they can.
    """

    from_wave: str
    to_wave: str
    before: Strata
    after: Strata
    common: Common | None = None
    looks: tuple[Look, Look] | None = None

    @property
    def yardsticks(self) -> set[Yardstick]:
        """By what the visits of both waves were measured."""
        return {facts.yardstick for facts in (*self.before, *self.after)}


@dataclass(slots=True)
class Plan:
    """The pairs of every group, and the looks that the visits of a wave have to be shown to."""

    pairs: dict[Key, list[Pair]] = field(default_factory=dict)
    looks: dict[tuple[Key, str], list[Look]] = field(default_factory=dict)
    too_many: bool = False

    def show(self, seen: Observed, reading: Reading, request: Request) -> None:
        """Show a visit to the looks that it is wanted for."""
        looks = self.looks.get((self._key(seen, request), seen.facts.wave))
        detail = reading.of(seen.record.file) if looks else None
        if looks and detail is not None:
            for look in looks:
                look.add(seen, detail)

    def _key(self, seen: Observed, request: Request) -> Key:
        key = key_of(seen.facts, request)
        return key if key in self.pairs else (*key, (CHECKLIST, seen.facts.yardstick.checklist))


def plan_of(groups: dict[Key, Ordered], request: Request, reading: Reading) -> Plan:
    """Return what is compared with what; checklists that changed are read for it."""
    plan = Plan()
    bare = {key: list(_pairs(waves, request.baseline)) for key, waves in groups.items()}
    why = _is_why_wanted(bare, request, reading, plan)
    for key, pairs in bare.items():
        plan.pairs[key] = [_prepared(key, pair, request, reading, plan, why=why) for pair in pairs]
    return plan


def _pairs(waves: Ordered, baseline: str) -> Iterator[Pair]:
    """Yield the waves that follow each other, or the baseline with every later one."""
    if baseline == PREVIOUS:
        found: Iterator[tuple[tuple[str, Strata], tuple[str, Strata]]] = pairwise(waves)
    else:
        names = [wave for wave, _strata in waves]
        start = 0 if baseline == FIRST else names.index(baseline) if baseline in names else None
        found = iter(
            [(waves[start], later) for later in waves[start + 1 :]] if start is not None else []
        )
    for (from_wave, before), (to_wave, after) in found:
        yield Pair(from_wave, to_wave, before, after)


def _is_why_wanted(
    pairs: dict[Key, list[Pair]], request: Request, reading: Reading, plan: Plan
) -> bool:
    """Tell whether every visit's answers are to be read for what the changes are made of."""
    of_scores = request.measure.family is Family.SCORE and not request.splits_areas
    if request.why is False or not of_scores or not reading.is_possible:
        return False
    waves = {
        (key, wave): strata
        for key, of_key in pairs.items()
        for one in of_key
        for wave, strata in ((one.from_wave, one.before), (one.to_wave, one.after))
    }
    visits = sum(cell.value.n for strata in waves.values() for cell in strata.values())
    plan.too_many = request.why is None and visits > MOST_READ
    return not plan.too_many


def _prepared(
    key: Key, pair: Pair, request: Request, reading: Reading, plan: Plan, *, why: bool
) -> Pair:
    """Return a pair with the looks that it needs, which the plan then knows too."""
    if len(pair.yardsticks) == 1:
        if not why:
            return pair
        looks = tuple(_own_look(plan, (key, wave)) for wave in (pair.from_wave, pair.to_wave))
        return _with(pair, None, looks)
    common = _common(pair, reading) if request.measure.family in RESCORED else None
    if common is None:
        return pair
    looks = tuple(Look(common, _area(key, request)) for _wave in range(2))
    for wave, look in zip((pair.from_wave, pair.to_wave), looks, strict=True):
        plan.looks.setdefault((key, wave), []).append(look)
    return _with(pair, common, looks)


def _with(pair: Pair, common: Common | None, looks: Sequence[Look]) -> Pair:
    return Pair(pair.from_wave, pair.to_wave, pair.before, pair.after, common, (looks[0], looks[1]))


def _own_look(plan: Plan, place: tuple[Key, str]) -> Look:
    """Return the look at a wave by its own weights, the same one for all of its pairs."""
    known = plan.looks.setdefault(place, [])
    for look in known:
        if look.common is None:
            return look
    known.append(Look())
    return known[-1]


def _area(key: Key, request: Request) -> Area | None:
    """Return the area that is compared, or None where it is the whole score."""
    name = request.measure.name or dict(key).get("area")
    return Area(name) if name else None


def _common(pair: Pair, reading: Reading) -> Common | None:
    """Return how visits of different rules can be compared; None where they cannot.

    The newest visit of every yardstick shows its checklist; the highest version is the newer one,
    and of one version the one used last.
    """
    if len({one.checklist for one in pair.yardsticks}) > 1:
        return None
    newest: dict[Yardstick, tuple[datetime, str]] = {}
    for facts, cell in (*pair.before.items(), *pair.after.items()):
        newest[facts.yardstick] = max(newest.get(facts.yardstick, cell.newest), cell.newest)
    read = [reading.of(file) for _moment, file in sorted(newest.values())]
    details: list[VisitDetail] = [detail for detail in read if detail is not None]
    if len(details) < len(newest):
        return None
    *older, last = sorted(details, key=_version)
    others = [one.checklist for one in older]
    return common_scheme(last.checklist, others, last.record.area_weights)


def _version(detail: VisitDetail) -> tuple[list[int], datetime]:
    return [int(part) for part in detail.checklist.version.split(".")], detail.record.visited_at
