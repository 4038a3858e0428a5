"""Whether what has to work always worked: core and critical items, stage by stage.

A core process is to work 100 % of the time (autohuoltokirjoitus, teksti 002), so every checklist
with a gated item has this figure; its sections are the stages.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from asiakaskunto_cli.analysis.key_figures.questions import oldest_first
from asiakaskunto_cli.analysis.proportions import Proportion
from asiakaskunto_cli.checklist.items import ItemBase
from asiakaskunto_cli.report.detail import VisitDetail
from asiakaskunto_cli.scoring.gates import check_gates
from asiakaskunto_cli.words import Method, State


@dataclass(frozen=True, slots=True)
class Stage:
    """The gated items of one section over all visits, by how they ended."""

    section: str
    passed: int
    failed: int
    unchecked: int


@dataclass(frozen=True, slots=True)
class CoreProcess:
    """The core and critical items of one checklist over its visits.

    ``share`` (0..1) is passed of those that were checked, None where none was; ``complete`` tells
    that every one was checked and passed. ``flawless`` is the share of such visits among those
    that had a gated item to check. Items of one visit belong together, so only visits have an
    interval.
    """

    checklist: str
    method: Method
    stages: tuple[Stage, ...]
    passed: int
    failed: int
    unchecked: int
    share: float | None
    complete: bool
    flawless: Proportion


@dataclass(frozen=True, slots=True)
class _Checked:
    """A gated item that was shown; it fits what gates look at."""

    item: ItemBase
    state: State
    score: float | None


@dataclass(slots=True)
class _Counts:
    passed: int = 0
    failed: int = 0
    unchecked: int = 0


@dataclass(frozen=True, slots=True)
class _Visit:
    """How the gated items of one visit ended, by section."""

    stages: dict[str, _Counts]

    @property
    def flawless(self) -> bool:
        return not any(one.failed or one.unchecked for one in self.stages.values())


def core_processes(details: Sequence[VisitDetail], confidence: float) -> tuple[CoreProcess, ...]:
    """Return how the gated items of every checklist that has some went, by method.

    An item that did not apply or was hidden is no check; sections without a check are left out.
    """
    groups: dict[tuple[str, int], list[_Visit]] = {}
    # The newest checklist decides the order of the stages.
    for detail in reversed(oldest_first(details)):
        visit = _visit(detail)
        if visit.stages:
            key = (detail.checklist.id, list(Method).index(detail.record.method))
            groups.setdefault(key, []).append(visit)
    return tuple(
        _process(checklist, list(Method)[method], visits, confidence)
        for (checklist, method), visits in sorted(groups.items(), key=lambda entry: entry[0])
    )


def _visit(detail: VisitDetail) -> _Visit:
    shown = list(_shown(detail))
    gates = check_gates(shown)
    failed = {*gates.critical_failed, *gates.core_failed}
    unchecked = {*gates.critical_unchecked, *gates.core_unchecked}
    stages: dict[str, _Counts] = {}
    for one in shown:
        name = one.item.id
        if name not in failed and name not in unchecked and one.score is None:
            continue
        counts = stages.setdefault(detail.checklist.section_of[name].id, _Counts())
        counts.failed += name in failed
        counts.unchecked += name in unchecked
        counts.passed += name not in failed and name not in unchecked
    return _Visit(stages)


def _shown(detail: VisitDetail) -> Iterator[_Checked]:
    for item in detail.checklist.items.values():
        found = detail.items.get(item.id)
        if item.gate is not None and found is not None:
            yield _Checked(item, found.state, found.score)


def _process(
    checklist: str, method: Method, visits: Sequence[_Visit], confidence: float
) -> CoreProcess:
    sections = list(dict.fromkeys(name for visit in visits for name in visit.stages))
    stages = tuple(_stage(section, visits) for section in sections)
    passed = sum(stage.passed for stage in stages)
    failed = sum(stage.failed for stage in stages)
    unchecked = sum(stage.unchecked for stage in stages)
    return CoreProcess(
        checklist=checklist,
        method=method,
        stages=stages,
        passed=passed,
        failed=failed,
        unchecked=unchecked,
        share=passed / (passed + failed) if passed + failed else None,
        complete=not failed and not unchecked,
        flawless=Proportion.of(sum(visit.flawless for visit in visits), len(visits), confidence),
    )


def _stage(section: str, visits: Sequence[_Visit]) -> Stage:
    counts = [visit.stages[section] for visit in visits if section in visit.stages]
    return Stage(
        section,
        sum(one.passed for one in counts),
        sum(one.failed for one in counts),
        sum(one.unchecked for one in counts),
    )
