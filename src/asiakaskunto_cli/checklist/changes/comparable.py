"""Whether visits by two versions can be compared: as `kunto compare` treats them.

By the digests alone: it knows nothing of version numbers.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from asiakaskunto_cli.checklist.digest import rule_sha256, scoring_sha256
from asiakaskunto_cli.checklist.model import Checklist


class Extent(StrEnum):
    """How much of two versions' visits can be compared.

    ``whole`` scores as they are, ``common`` the items of both by the newer weights, ``none``
    nothing; ``unscored`` is a checklist that never gave a score.
    """

    WHOLE = "whole"
    COMMON = "common"
    NONE = "none"
    UNSCORED = "unscored"


@dataclass(frozen=True, slots=True)
class Comparability:
    """What can be compared; items by id, in the order in which they are asked.

    ``common`` count now, and were answered by the same rule then (they may have weighed nothing);
    ``left_out`` count now or counted then, and are not common. ``levels`` tells whether levels
    mean the same.
    """

    extent: Extent
    common: Sequence[str]
    left_out: Sequence[str]
    levels: bool


def comparability(before: Checklist, after: Checklist) -> Comparability:
    """Return what of the visits by two versions of a checklist can be compared."""
    counted = [_counted(before), _counted(after)]
    common = [name for name in counted[1] if _is_shared(before, after, name)]
    left_out = [name for name in counted[1] if name not in common]
    left_out += [name for name in counted[0] if name not in counted[1]]
    extent = _extent(before, after, common)
    return Comparability(extent, common, left_out, _gates(before) == _gates(after))


def unchanged(checklist: Checklist) -> Comparability:
    """Return what can be compared where nothing has changed: all that there is."""
    counted = _counted(checklist)
    return Comparability(Extent.WHOLE if counted else Extent.UNSCORED, counted, [], levels=True)


def _counted(checklist: Checklist) -> list[str]:
    return [item.id for item in checklist.items.values() if item.scorable]


def _is_shared(before: Checklist, after: Checklist, name: str) -> bool:
    old = before.items.get(name)
    if old is None or not old.has_rule:
        return False
    return rule_sha256(before, old) == rule_sha256(after, after.items[name])


def _extent(before: Checklist, after: Checklist, common: Sequence[str]) -> Extent:
    if not set(before.methods).intersection(after.methods):
        return Extent.NONE
    if not _counted(before):
        return Extent.UNSCORED
    if scoring_sha256(before) == scoring_sha256(after):
        return Extent.WHOLE
    return Extent.COMMON if any(_weighs(after, name) for name in common) else Extent.NONE


def _weighs(checklist: Checklist, name: str) -> bool:
    """Return whether an item moves the score at all: its area may be given no weight."""
    area = checklist.items[name].area
    weights = checklist.area_weights
    return weights is None or (area is not None and weights.get(area, 0.0) > 0)


def _gates(checklist: Checklist) -> Mapping[str, object]:
    return {item.id: (item.gate, item.pass_at) for item in checklist.items.values() if item.gate}
