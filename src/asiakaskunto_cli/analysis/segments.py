"""Visits by who the customer was and how they came: segments, classes and channels.

A group too small to hide a person in is told of, but not its result.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum

from asiakaskunto_cli.analysis.intervals import score_interval
from asiakaskunto_cli.analysis.moments import ExactSums
from asiakaskunto_cli.analysis.site import Estimate
from asiakaskunto_cli.checklist.items import ChoiceItem
from asiakaskunto_cli.checklist.model import Checklist
from asiakaskunto_cli.report.detail import VisitDetail
from asiakaskunto_cli.words import Method


class By(StrEnum):
    """What visits are told apart by."""

    CHANNEL = "channel"
    SEGMENT = "segment"
    CLASS = "class"


@dataclass(frozen=True, slots=True)
class Group:
    """The visits of one kind; ``score`` (0..100) is None where they are too few to be shown."""

    id: str
    visits: int
    score: Estimate | None


@dataclass(frozen=True, slots=True)
class Segmentation:
    """Visits told apart by one thing: a segment item or classification of a checklist, a channel.

    ``name`` is the id of the item or classification; empty for channels, which are of a method.
    """

    by: By
    checklist: Checklist | None
    method: Method
    name: str
    groups: tuple[Group, ...]


Key = tuple[By, str, Method, str]


def segmentations(
    visits: Iterable[VisitDetail], min_group: int, confidence: float
) -> tuple[Segmentation, ...]:
    """Return the scores of visits by every segment, class and channel that tells them apart.

    Only what splits the visits into two groups or more; the score of a group of fewer than
    ``min_group`` visits is left out. The confidence of the intervals is between 0 and 1.
    """
    sums: dict[Key, dict[str, ExactSums]] = defaultdict(lambda: defaultdict(ExactSums))
    checklists: dict[Key, Checklist] = {}
    for visit in visits:
        for key, group in _groups_of(visit):
            sums[key][group].add(visit.record.score)
            if key[0] is not By.CHANNEL:
                checklists[key] = visit.checklist
    return tuple(
        Segmentation(
            by=key[0],
            checklist=checklists.get(key),
            method=key[2],
            name=key[3],
            groups=tuple(
                _group(name, found, min_group, confidence) for name, found in sorted(groups.items())
            ),
        )
        for key, groups in sorted(sums.items())
        if len(groups) > 1
    )


def _groups_of(visit: VisitDetail) -> Iterator[tuple[Key, str]]:
    """Yield what a visit is told apart by, and the group that it belongs to."""
    record = visit.record
    if record.channel:
        yield (By.CHANNEL, "", record.method, ""), record.channel
    for item in visit.checklist.items.values():
        if isinstance(item, ChoiceItem) and item.segment and item.id in visit.items:
            answer = visit.items[item.id].answer
            if isinstance(answer, str):
                yield (By.SEGMENT, record.checklist, record.method, item.id), answer
    for name, found in visit.classes.items():
        if found.id is not None:
            yield (By.CLASS, record.checklist, record.method, name), found.id


def _group(name: str, sums: ExactSums, min_group: int, confidence: float) -> Group:
    if sums.n < min_group:
        return Group(name, sums.n, None)
    moments = sums.moments()
    interval = score_interval(moments, confidence)
    return Group(name, sums.n, Estimate(moments.n, moments.mean, interval))
