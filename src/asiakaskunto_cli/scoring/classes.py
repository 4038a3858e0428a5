"""Classes: a visit sorted by its answers, such as onto a step of the customer ladder."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from asiakaskunto_cli.checklist.model import Classification, Step
from asiakaskunto_cli.scoring.conditions import Seen, truth_of


@dataclass(frozen=True, slots=True)
class ClassResult:
    """The step that a visit falls into (None: not known), and whether its answers disagree."""

    step: Step | None
    contradictory: bool


def classify(seen: Seen) -> Mapping[str, ClassResult]:
    """Return the class of the visit in every classification of its checklist."""
    return {
        one.id: ClassResult(
            _first_true(one, seen),
            one.contradictory is not None and truth_of(one.contradictory, seen) is True,
        )
        for one in seen.checklist.classify
    }


def _first_true(classification: Classification, seen: Seen) -> Step | None:
    for step in classification.steps:
        truth = step.when is None or truth_of(step.when, seen)
        if truth is None:
            return None
        if truth:
            return step
    return None
