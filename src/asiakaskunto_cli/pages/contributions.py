"""What each answer brought to the score of its visit, and what it cost."""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping
from decimal import ROUND_HALF_EVEN, Decimal

from asiakaskunto_cli.report.model import Report, ReportItem
from asiakaskunto_cli.scoring.levels import DECIMALS
from asiakaskunto_cli.words import Area, State


def counted_areas(report: Report) -> Mapping[Area, tuple[float, float]]:
    """Return the score and the weight of every area that the visit's score is made of."""
    return {
        area: (score, report.area_weights[area])
        for area, score in report.scores.areas.items()
        if score is not None and report.area_weights.get(area, 0) > 0
    }


def contributions(report: Report) -> Mapping[str, float]:
    """Return the points that every scored item brought, by item id; they sum to the score.

    An item of an area without weight brought nothing and is left out. Each is rounded to 6
    decimals, so the sum differs from the score by at most a millionth an item.
    """
    return {one.id: round(stake * (one.score or 0.0), DECIMALS) for one, stake in _stakes(report)}


def losses(report: Report) -> Mapping[str, float]:
    """Return the points that every scored item cost, by item id; they sum to 100 − the score.

    Left out and rounded as contributions are.
    """
    return {
        one.id: round(stake * (1 - (one.score or 0.0)), DECIMALS) for one, stake in _stakes(report)
    }


def _stakes(report: Report) -> Iterator[tuple[ReportItem, float]]:
    """Yield every scored item of a weighted area with the points that it could bring."""
    areas = counted_areas(report)
    total = math.fsum(weight for _score, weight in areas.values())
    scored = [one for one in report.items if one.state is State.SCORED and one.area in areas]
    within = {area: math.fsum(one.weight for one in scored if one.area is area) for area in areas}
    for one in scored:
        if one.area is not None:
            yield one, 100 * areas[one.area][1] / total * one.weight / within[one.area]


def decimals_that_add_up(report: Report, score: float) -> int:
    """Return how many decimals the areas need for their shown mean to be the shown score.

    81.2, 75.0 and 91.7 make 82.6 only when they are given as 81.25, 75.00 and 91.67.
    """
    areas = [(score, Decimal(str(weight))) for score, weight in counted_areas(report).values()]
    total = sum((weight for _score, weight in areas), Decimal(0))
    for decimals in range(1, DECIMALS):
        shown = (_shown(value, decimals) * weight for value, weight in areas)
        if _tenths(sum(shown, Decimal(0)) / total) == _tenths(Decimal(str(score))):
            return decimals
    return DECIMALS


def _shown(value: float, decimals: int) -> Decimal:
    return Decimal(str(value)).quantize(Decimal(1).scaleb(-decimals), ROUND_HALF_EVEN)


def _tenths(value: Decimal) -> Decimal:
    return value.quantize(Decimal("0.1"), ROUND_HALF_EVEN)
