"""What a programme may set about scoring: level thresholds, area weights, method weights."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from asiakaskunto_cli.words import Area, Level, Method

# Under this share of answered items a visit is incomplete: kept, shown, not counted.
COMPLETE_FROM = 0.8

# A level speaks of asiakaskunto as a whole, so one area alone cannot earn it.
LEVEL_NEEDS_AREAS = 2

# A site has a level from this many complete visits.
SITE_LEVEL_FROM_VISITS = 3


@dataclass(frozen=True, slots=True)
class Threshold:
    """The least score, and the least score of every scored area, that a level asks for (0..100)."""

    score: float
    area: float


LEVELS: Mapping[Level, Threshold] = {
    Level.GOOD: Threshold(75.0, 60.0),
    Level.EXCELLENT: Threshold(87.5, 75.0),
    Level.BEST: Threshold(95.0, 87.5),
}
AREA_WEIGHTS: Mapping[Area, float] = dict.fromkeys(Area, 1.0)

# Customers themselves give the best and most impartial picture, so asking weighs the most.
METHOD_WEIGHTS: Mapping[Method, float] = {Method.OBSERVE: 0.2, Method.TEST: 0.3, Method.ASK: 0.5}


@dataclass(frozen=True, slots=True)
class Policy:
    """The thresholds and weights in force; handed in, never looked up."""

    levels: Mapping[Level, Threshold] = field(default_factory=lambda: LEVELS)
    area_weights: Mapping[Area, float] = field(default_factory=lambda: AREA_WEIGHTS)
    method_weights: Mapping[Method, float] = field(default_factory=lambda: METHOD_WEIGHTS)
