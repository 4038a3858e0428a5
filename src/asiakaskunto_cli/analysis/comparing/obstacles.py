"""Why two waves have no yardstick in common."""

from __future__ import annotations

from collections.abc import Set as AbstractSet

from asiakaskunto_cli.analysis.comparing.measures import Yardstick
from asiakaskunto_cli.analysis.comparing.results import Obstacle


def in_what_they_differ(before: AbstractSet[Yardstick], after: AbstractSet[Yardstick]) -> Obstacle:
    """Return in what the yardsticks of two waves differ, the coarsest first."""
    checklists = [{one.checklist for one in wave} for wave in (before, after)]
    if not checklists[0] & checklists[1]:
        return Obstacle.CHECKLIST
    rules = [{(one.checklist, one.rule) for one in wave} for wave in (before, after)]
    return Obstacle.AREA_WEIGHTS if rules[0] & rules[1] else Obstacle.SCORING
