"""Where what was done and what was felt disagree: subjective minus objective, visit by visit."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from asiakaskunto_cli.analysis.key_figures.means import DIFFERENCES, SCORES, Mean
from asiakaskunto_cli.report.detail import VisitDetail
from asiakaskunto_cli.words import Measure, State

# One item of a kind is an opinion of that item; three say something of the kind.
FEWEST_ITEMS = 3
FEWEST_VISITS = 3
FLAGGED_FROM_POINTS = 15.0


@dataclass(frozen=True, slots=True)
class Contradiction:
    """Both measures (0..100) and their difference, over the visits with enough items of both.

    ``flagged`` tells that the mean difference is at least 15 points, that its interval leaves
    out 0, and that there are at least three visits.
    """

    subjective: Mean
    objective: Mean
    difference: Mean
    flagged: bool


def contradictions(details: Sequence[VisitDetail], confidence: float) -> tuple[Contradiction, ...]:
    """Return subjective minus objective; nothing where no visit has three items of each."""
    both = [pair for pair in map(both_measures, details) if pair is not None]
    return (contradiction_of(both, confidence),) if both else ()


def contradiction_of(both: Sequence[tuple[float, float]], confidence: float) -> Contradiction:
    """Return the contradiction of visits from their subjective and objective scores.

    Raises ZeroDivisionError where there are none.
    """
    differences = (subjective - objective for subjective, objective in both)
    difference = Mean.of(differences, DIFFERENCES, confidence)
    return Contradiction(
        subjective=Mean.of((one for one, _objective in both), SCORES, confidence),
        objective=Mean.of((one for _subjective, one in both), SCORES, confidence),
        difference=difference,
        flagged=_is_flagged(difference),
    )


def both_measures(detail: VisitDetail) -> tuple[float, float] | None:
    """Return the subjective and the objective score of a visit with enough items of both."""
    subjective = detail.measures.get(Measure.SUBJECTIVE)
    objective = detail.measures.get(Measure.OBJECTIVE)
    if subjective is None or objective is None:
        return None
    enough = all(_scored(detail, measure) >= FEWEST_ITEMS for measure in Measure)
    return (subjective, objective) if enough else None


def _scored(detail: VisitDetail, measure: Measure) -> int:
    """Return how many items of a measure were scored."""
    asked = detail.checklist.items
    return sum(
        item.state is State.SCORED and asked[item.id].measure is measure
        for item in detail.items.values()
    )


def _is_flagged(difference: Mean) -> bool:
    if difference.n < FEWEST_VISITS or difference.interval is None:
        return False
    return abs(difference.mean) >= FLAGGED_FROM_POINTS and difference.interval.excludes(0)
