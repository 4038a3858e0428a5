"""The illusion of expertise: the staff know a lot, and the customer does not understand it.

Knowing more may take one further from the customer (palveluarkisto, teksti 004).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from asiakaskunto_cli.analysis.key_figures.means import SCORES, Mean
from asiakaskunto_cli.report.detail import VisitDetail
from asiakaskunto_cli.scoring.policy import LEVELS
from asiakaskunto_cli.words import Level

# The touchpoints that checklists give to items about knowing the matter, and about being clear.
EXPERTISE = "expertise"
CLARITY = "clarity"

# Knowing that would earn GOOD on its own beside clarity that GOOD would not let pass as an area.
EXPERTISE_FROM = LEVELS[Level.GOOD].score
CLARITY_BELOW = LEVELS[Level.GOOD].area


@dataclass(frozen=True, slots=True)
class ExpertiseIllusion:
    """The mean scores (0..100) of both touchpoints over the visits that have both.

    ``flagged`` tells that expertise is high while clarity is low.
    """

    expertise: Mean
    clarity: Mean
    flagged: bool


def expertise_illusions(
    details: Sequence[VisitDetail], confidence: float
) -> tuple[ExpertiseIllusion, ...]:
    """Return expertise beside clarity; nothing where no visit has both."""
    found = [(one.touchpoints.get(EXPERTISE), one.touchpoints.get(CLARITY)) for one in details]
    both = [(knows, clear) for knows, clear in found if knows is not None and clear is not None]
    if not both:
        return ()
    expertise = Mean.of((knows for knows, _clear in both), SCORES, confidence)
    clarity = Mean.of((clear for _knows, clear in both), SCORES, confidence)
    flagged = expertise.mean >= EXPERTISE_FROM and clarity.mean < CLARITY_BELOW
    return (ExpertiseIllusion(expertise, clarity, flagged),)
