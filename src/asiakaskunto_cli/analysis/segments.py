"""Visits by who the customer was and how they came: segments, classes and channels.

A group too small to hide a person in is told of, but not its result.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from enum import StrEnum
from typing import NamedTuple

from asiakaskunto_cli.analysis.intervals import score_interval
from asiakaskunto_cli.analysis.key_figures.questions import oldest_first
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

    ``name`` is the id of the item or classification, ``checklist`` the newest that has it, and the
    groups are in its order; channels are of a method, without a name, and by their own names.
    """

    by: By
    checklist: Checklist | None
    method: Method
    name: str
    groups: tuple[Group, ...]


class _Key(NamedTuple):
    """By what visits are told apart, in the checklist of this id (empty for channels)."""

    by: By
    checklist: str
    method: Method
    name: str

    @property
    def place(self) -> tuple[int, str, int, str]:
        """Where it stands among others: channels first, methods in their own order."""
        kind, method = list(By).index(self.by), list(Method).index(self.method)
        return kind, self.checklist, method, self.name


@dataclass(slots=True)
class _Split:
    """The scores of visits by group, and the newest checklist that told them apart."""

    scores: dict[str, ExactSums] = field(default_factory=lambda: defaultdict(ExactSums))
    checklist: Checklist | None = None


def segmentations(
    visits: Iterable[VisitDetail], min_group: int, confidence: float
) -> tuple[Segmentation, ...]:
    """Return the scores of visits by every segment, class and channel that tells them apart.

    Only what splits the visits that have a score into two groups or more; the score of a group of
    fewer than ``min_group`` (at least 1) visits is left out. The confidence of the intervals is
    between 0 and 1. The order of the visits plays no part.
    """
    splits: dict[_Key, _Split] = defaultdict(_Split)
    for visit in oldest_first(visits):
        if visit.record.score is None:
            continue
        for key, group in _groups_of(visit):
            splits[key].scores[group].add(visit.record.score)
            if key.by is not By.CHANNEL:
                splits[key].checklist = visit.checklist
    return tuple(
        _segmentation(key, splits[key], min_group, confidence)
        for key in sorted(splits, key=lambda key: key.place)
        if len(splits[key].scores) > 1
    )


def _groups_of(visit: VisitDetail) -> Iterator[tuple[_Key, str]]:
    """Yield what a visit is told apart by, and the group that it belongs to."""
    record = visit.record
    if record.channel:
        yield _Key(By.CHANNEL, "", record.method, ""), record.channel
    for item in visit.checklist.items.values():
        if isinstance(item, ChoiceItem) and item.segment and item.id in visit.items:
            answer = visit.items[item.id].answer
            if isinstance(answer, str):
                yield _Key(By.SEGMENT, record.checklist, record.method, item.id), answer
    for name, found in visit.classes.items():
        if found.id is not None:
            yield _Key(By.CLASS, record.checklist, record.method, name), found.id


def _segmentation(key: _Key, split: _Split, min_group: int, confidence: float) -> Segmentation:
    known = _known_groups(key, split.checklist)
    # What only an older version of the checklist had comes last.
    names = [*(one for one in known if one in split.scores), *sorted(split.scores.keys() - known)]
    return Segmentation(
        by=key.by,
        checklist=split.checklist,
        method=key.method,
        name=key.name,
        groups=tuple(_group(one, split.scores[one], min_group, confidence) for one in names),
    )


def _known_groups(key: _Key, checklist: Checklist | None) -> list[str]:
    """Return the groups that a checklist knows, in its order; it knows no channels."""
    if checklist is None:
        return []
    if key.by is By.CLASS:
        return [step.id for one in checklist.classify if one.id == key.name for step in one.steps]
    item = checklist.items[key.name]
    return item.option_ids if isinstance(item, ChoiceItem) else []


def _group(name: str, sums: ExactSums, min_group: int, confidence: float) -> Group:
    if sums.n < min_group:
        return Group(name, sums.n, None)
    moments = sums.moments()
    interval = score_interval(moments, confidence)
    return Group(name, sums.n, Estimate(moments.n, moments.mean, interval))
