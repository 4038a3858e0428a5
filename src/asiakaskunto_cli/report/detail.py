"""One visit with its answers: what the key figures need beyond the light record.

The checklist is the one that the visit was run by; visits of the same content share one object.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Annotated

from pydantic import Field

from asiakaskunto_cli.checklist.answer import Answer
from asiakaskunto_cli.checklist.model import Checklist
from asiakaskunto_cli.report.record import VisitRecord
from asiakaskunto_cli.words import Measure, State


@dataclass(frozen=True, slots=True)
class ItemDetail:
    """One item that was shown: how it ended, and its score (0..1) where its answer has one.

    ``personal`` marks what seems to tell who somebody is.
    """

    id: str
    state: State
    answer: Answer | None
    score: Annotated[float, Field(ge=0, le=1)] | None
    why: str
    why_declined: bool
    note: str
    personal: bool


@dataclass(frozen=True, slots=True)
class ClassDetail:
    """Where a classification put the visit; ``id`` is None where it is not known."""

    id: str | None
    step: int | None
    label: str | None
    contradictory: bool


@dataclass(frozen=True, slots=True)
class VisitDetail:
    """One visit with its answers; scores are 0..100, None where nothing was scored.

    ``items`` holds what was shown, by id in the order of asking; every answer is a legal one of
    its item in the checklist.
    """

    record: VisitRecord
    checklist: Checklist
    sections: Mapping[str, float | None]
    measures: Mapping[Measure, float | None]
    touchpoints: Mapping[str, float | None]
    classes: Mapping[str, ClassDetail]
    items: Mapping[str, ItemDetail]
