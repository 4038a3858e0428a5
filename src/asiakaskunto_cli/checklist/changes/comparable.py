"""Whether visits by two versions can be compared: as `kunto compare` treats them.

By the digests alone: it knows nothing of version numbers.
"""

from __future__ import annotations

from collections.abc import Sequence
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

    ``common`` count in both versions and are scored by the same rule; ``left_out`` count in one
    of the two, or are scored by another rule. ``levels`` tells whether levels mean the same.
    """

    extent: Extent
    common: Sequence[str]
    left_out: Sequence[str]
    levels: bool


def comparability(before: Checklist, after: Checklist) -> Comparability:
    """Return what of the visits by two versions of a checklist can be compared."""
    scored = [[one.id for one in side.items.values() if one.scorable] for side in (before, after)]
    common = [name for name in scored[1] if name in scored[0] and _same_rule(before, after, name)]
    either = dict.fromkeys([*scored[1], *scored[0]])
    left_out = [name for name in either if name not in common]
    return Comparability(
        _extent(before, after, scored, common), common, left_out, _levels(before, after)
    )


def _same_rule(before: Checklist, after: Checklist, name: str) -> bool:
    rules = [rule_sha256(one, one.items[name]) for one in (before, after)]
    return rules[0] == rules[1]


def _extent(
    before: Checklist, after: Checklist, scored: Sequence[Sequence[str]], common: Sequence[str]
) -> Extent:
    if not set(before.methods).intersection(after.methods):
        return Extent.NONE
    if not scored[0]:
        return Extent.UNSCORED
    if scoring_sha256(before) == scoring_sha256(after):
        return Extent.WHOLE
    return Extent.COMMON if common else Extent.NONE


def _levels(before: Checklist, after: Checklist) -> bool:
    gates = [
        {one.id: (one.gate, one.pass_at) for one in side.items.values() if one.gate}
        for side in (before, after)
    ]
    return gates[0] == gates[1]
