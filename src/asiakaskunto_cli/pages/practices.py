"""What to do next: the weakest points, and the practice that each leads to."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from asiakaskunto_cli.analysis.points import WEAK_BELOW, Point
from asiakaskunto_cli.checklist.items import ItemBase
from asiakaskunto_cli.checklist.model import Checklist
from asiakaskunto_cli.checklist.practices import Practice
from asiakaskunto_cli.language import active, in_language
from asiakaskunto_cli.language import gettext as _
from asiakaskunto_cli.pages.blocks import Block, Entry, Heading
from asiakaskunto_cli.pages.contributions import losses
from asiakaskunto_cli.pages.figures import points, rounded
from asiakaskunto_cli.report.model import Report

# After one visit a team can be asked for a few things, after a wave for some more.
ITEMS_OF_A_VISIT = 3
ITEMS_OF_A_GROUP = 5


@dataclass(frozen=True, slots=True)
class Weakness:
    """A scored item: its score (0..100), and how many points of the whole score it cost."""

    item: ItemBase
    score: float
    lost: float


@dataclass(frozen=True, slots=True)
class Step:
    """A practice and the weak items that lead to it, the costliest first."""

    practice: Practice
    weaknesses: tuple[Weakness, ...]


def steps_of_visit(
    report: Report, checklist: Checklist, practices: Mapping[str, Practice]
) -> tuple[Step, ...]:
    """Return what the costliest items of a visit call for; practices are by id."""
    lost = losses(report)
    found = (
        Weakness(checklist.items[one.id], 100 * one.score, lost[one.id])
        for one in report.items
        if one.score is not None and one.id in lost and one.id in checklist.items
    )
    return _steps(found, practices, ITEMS_OF_A_VISIT)


def steps_of_points(group: Iterable[Point], practices: Mapping[str, Practice]) -> tuple[Step, ...]:
    """Return what the costliest points of a group of visits call for; practices are by id."""
    found = (Weakness(point.item, point.mean, point.lost) for point in group)
    return _steps(found, practices, ITEMS_OF_A_GROUP)


def _steps(
    found: Iterable[Weakness], practices: Mapping[str, Practice], count: int
) -> tuple[Step, ...]:
    """Return the practices of so many items, those that cost the most; each practice once.

    An item leads to the first of its practices that somebody wrote; one without any is left out.
    """
    weak = [one for one in found if one.score < WEAK_BELOW and one.lost > 0]
    led = [(one, _first(one.item, practices)) for one in weak]
    costly = sorted(
        ((one, practice) for one, practice in led if practice is not None),
        key=lambda pair: (-pair[0].lost, pair[0].score),
    )
    grouped: dict[str, list[Weakness]] = {}
    for one, practice in costly[:count]:
        grouped.setdefault(practice.id, []).append(one)
    return tuple(Step(practices[name], tuple(ones)) for name, ones in grouped.items())


def _first(item: ItemBase, practices: Mapping[str, Practice]) -> Practice | None:
    return next((practices[name] for name in item.develop if name in practices), None)


def step_blocks(steps: Sequence[Step], language: str, *, figures: bool = True) -> Iterator[Block]:
    """Yield the steps under their heading; questions in the language, where they have it.

    Without ``figures`` their items are only named: the page has shown how they scored.
    """
    said = _weakness if figures else _named
    if steps:
        yield Heading(_("What to do next"))
    for step in steps:
        details = (
            *(said(one, language) for one in step.weaknesses),
            in_language(step.practice.text, active()),
            *source_words(step.practice),
        )
        yield Entry(in_language(step.practice.title, active()), details)


def _weakness(one: Weakness, language: str) -> str:
    return _("“{question}” {score} points; took {lost} points off the score.").format(
        question=in_language(one.item.text, language),
        score=points(one.score),
        lost=points(one.lost),
    )


def _named(one: Weakness, language: str) -> str:
    return _("Helps: “{question}”").format(question=in_language(one.item.text, language))


def source_words(practice: Practice) -> Iterator[str]:
    """Yield where a practice comes from, if that is told."""
    if practice.source:
        yield _("Source: {source}").format(source=practice.source)


def step_data(steps: Sequence[Step]) -> list[dict[str, Any]]:
    """Return the steps as JSON keeps them: texts in all their languages."""
    return [
        {
            "id": step.practice.id,
            "title": step.practice.title,
            "text": step.practice.text,
            "source": step.practice.source,
            "items": [
                {"id": one.item.id, "score": rounded(one.score), "lost": rounded(one.lost)}
                for one in step.weaknesses
            ],
        }
        for step in steps
    ]
