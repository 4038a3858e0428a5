"""The level of a visit or a site: HYVÄ, ERINOMAINEN, IHAN PARAS, or none yet."""

from __future__ import annotations

from collections.abc import Mapping

from asiakaskunto_cli.checklist import worth
from asiakaskunto_cli.scoring.policy import LEVEL_NEEDS_AREAS, Threshold
from asiakaskunto_cli.words import Area, Level

DECIMALS = worth.DECIMALS


def level_for(
    score: float | None,
    areas: Mapping[Area, float | None],
    levels: Mapping[Level, Threshold],
    *,
    critical: bool,
    core: bool,
) -> Level | None:
    """Return the highest level that a score and its areas (0..100) reach, or None.

    ``critical`` tells that a critical item failed or went unchecked: no level at all.
    ``core`` tells the same of a core item: at most good. An area without a score is left out.
    """
    scored = [value for value in areas.values() if value is not None]
    if score is None or critical or len(scored) < LEVEL_NEEDS_AREAS:
        return None
    lowest = round(min(scored), DECIMALS)
    reached = None
    for level in Level:
        threshold = levels[level]
        if round(score, DECIMALS) >= threshold.score and lowest >= threshold.area:
            reached = level
    if core and reached is not None:
        return Level.GOOD
    return reached
