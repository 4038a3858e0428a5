"""What the scores of many visits are made of, item by item, summed up without rounding.

Parts are whole numbers of picopoints, and those of a visit add up to its score exactly: what is
left over by the rounding of stored item scores goes to its weightiest item.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, field

from asiakaskunto_cli.analysis.comparing.schemes import Part
from asiakaskunto_cli.analysis.moments import MICROPOINTS, ExactSums

PICO = 10**12
PICO_IN_MICRO = PICO // MICROPOINTS


@dataclass(slots=True)
class Making:
    """One item over visits: its weights (in 10⁻¹² of a score), its points, its own scores."""

    weight: int = 0
    points: int = 0
    scores: ExactSums = field(default_factory=ExactSums)


@dataclass(slots=True)
class Makings:
    """What the scores of the visits of one site in one wave are made of; ``n`` counts them."""

    n: int = 0
    items: dict[str, Making] = field(default_factory=lambda: defaultdict(Making))

    def add(self, score: float, parts: Mapping[str, Part]) -> None:
        """Count one visit by its score (0..100) and the parts of it; no parts count nothing."""
        if not parts:
            return
        self.n += 1
        weights = {name: round(PICO * one.weight) for name, one in parts.items()}
        points = {name: round(100 * PICO * one.weight * one.score) for name, one in parts.items()}
        weightiest = min(parts, key=lambda name: (-parts[name].weight, name))
        weights[weightiest] += PICO - sum(weights.values())
        points[weightiest] += PICO_IN_MICRO * round(MICROPOINTS * score) - sum(points.values())
        for name, one in parts.items():
            making = self.items[name]
            making.weight += weights[name]
            making.points += points[name]
            making.scores.add(100 * one.score)
