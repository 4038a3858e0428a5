"""The interview: a pure state machine from events to what is asked next.

It knows no terminal, no clock and no disk. The same events always lead to the same place, so a
draft is resumed by applying its events again.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum
from functools import singledispatchmethod

from asiakaskunto_cli.checklist.items import ItemBase, TextItem, WhyBelow
from asiakaskunto_cli.checklist.model import Checklist
from asiakaskunto_cli.scoring.conditions import visible_items
from asiakaskunto_cli.scoring.items import score_of, state_of
from asiakaskunto_cli.scoring.response import NO_RESPONSE, Evidence, Response, VisitFacts
from asiakaskunto_cli.scoring.visit import ItemResult, completeness_of
from asiakaskunto_cli.visit.events import (
    Amended,
    Answered,
    Attached,
    ClockStarted,
    ClockStopped,
    Closed,
    Declined,
    Event,
    Explained,
    Finished,
    Measured,
    Moved,
    NotApplicable,
    Noted,
    NotObserved,
    Reasoned,
)


class Asking(StrEnum):
    """What is asked now."""

    ANSWER = "answer"
    WHY = "why"
    REASON = "reason"
    REVIEW = "review"
    NOTHING = "nothing"


@dataclass(frozen=True, slots=True)
class Progress:
    """How far the visit is: the place of the current item (from 1), and the share settled."""

    number: int
    total: int
    completeness: float


class Interview:
    """One visit under way."""

    def __init__(self, checklist: Checklist, facts: VisitFacts) -> None:
        """Begin at the first item."""
        self.checklist = checklist
        self.facts = facts
        self.responses: dict[str, Response] = {}
        self.closing_note = ""
        self.clocks: dict[str, str] = {}
        self.amendments: dict[str, object] = {}
        self.asking = Asking.ANSWER
        self._reviewed = False
        self._current: str | None = next(iter(checklist.items))
        self._visible = visible_items(checklist, self.responses, facts)
        self._go_to(self._visible[0] if self._visible else None)

    @property
    def visible(self) -> list[str]:
        """The ids of the items that are shown, in order."""
        return self._visible

    @property
    def item(self) -> ItemBase:
        """The item that is asked about now.

        Raises LookupError at the review.
        """
        if self._current is None:
            raise LookupError("no item is asked at the review")
        return self.checklist.items[self._current]

    @property
    def finished(self) -> bool:
        """Whether the visit is over."""
        return self.asking is Asking.NOTHING

    @property
    def shown(self) -> dict[str, Response]:
        """What is known of the items that are shown; what is hidden decides nothing."""
        return {name: self.response(name) for name in self._visible}

    def response(self, name: str) -> Response:
        """Return what is known of an item."""
        return self.responses.get(name, NO_RESPONSE)

    @property
    def progress(self) -> Progress:
        """How far the visit is."""
        place = self._visible.index(self._current) if self._current in self._visible else -1
        shown = self.shown
        results = [
            ItemResult(
                item,
                state_of(self.checklist, item, shown),
                score_of(self.checklist, item, shown),
            )
            for item in map(self.checklist.items.__getitem__, self._visible)
        ]
        return Progress(place + 1, len(self._visible), completeness_of(results))

    def unanswered(self) -> list[str]:
        """Return the shown items that still need an answer; words are never needed."""
        return [
            name
            for name in self._visible
            if not self.response(name).settled
            and not isinstance(self.checklist.items[name], TextItem)
        ]

    def owed_reasons(self) -> list[str]:
        """Return the shown items that do not apply and whose reason is missing."""
        return [name for name in self._visible if self._owes_reason(self.checklist.items[name])]

    def owed_whys(self) -> list[str]:
        """Return the shown items whose answer calls for a WHY that is missing."""
        return [name for name in self._visible if self._owes_why(self.checklist.items[name])]

    def owed_evidence(self) -> list[str]:
        """Return the shown, answered items that need a piece of evidence and have none."""
        return [
            name
            for name in self._visible
            if self.checklist.items[name].evidence == "required"
            and self.response(name).answered
            and not self.response(name).evidence
        ]

    def owed(self) -> list[str]:
        """Return the shown items that owe a reason, a WHY or evidence, in order."""
        owing = {*self.owed_reasons(), *self.owed_whys(), *self.owed_evidence()}
        return [name for name in self._visible if name in owing]

    @property
    def may_finish(self) -> bool:
        """Whether nothing is owed; unanswered items never block."""
        return not self.owed()

    @property
    def complete(self) -> bool:
        """Whether nothing is owed and nothing unanswered."""
        return self.may_finish and not self.unanswered()

    def calls_for_why(self, item: ItemBase) -> bool:
        """Return whether the item's answer must be followed by a WHY."""
        if not self.response(item.id).answered:
            return False
        rule = self.checklist.why_of(item)
        if isinstance(rule, WhyBelow):
            score = self._score(item)
            return score is not None and score < rule.below
        return rule == "always"

    def after(self, name: str | None) -> str | None:
        """Return the shown item after this one, None (the review) after the last."""
        place = self._visible.index(name) + 1 if name in self._visible else 0
        return self._visible[place] if place < len(self._visible) else None

    def before(self, name: str | None) -> str | None:
        """Return the shown item before this one; the first stays, and the review has the last."""
        if name is None or name not in self._visible:
            return self._visible[-1] if self._visible else None
        return self._visible[max(0, self._visible.index(name) - 1)]

    def apply(self, event: Event, at: str) -> None:
        """Let an event happen at a moment (RFC 3339)."""
        self._apply(event, at)
        self._visible = visible_items(self.checklist, self.responses, self.facts)

    @singledispatchmethod
    def _apply(self, event: Event, at: str) -> None:
        raise TypeError(f"{type(event).__name__} at {at} is no event of a visit")

    @_apply.register
    def _answered(self, event: Answered, at: str) -> None:
        self._set(event.item, answer=event.answer, at=at)
        item = self.checklist.items[event.item]
        if self.calls_for_why(item):
            self._ask(event.item, Asking.WHY)
            return
        optional = self.checklist.why_of(item) == "optional"
        if not optional:
            self._change(event.item, why="", why_declined=False)
        self._ask(event.item, Asking.WHY) if optional else self._advance(event.item)

    @_apply.register
    def _not_applicable(self, event: NotApplicable, at: str) -> None:
        self._set(event.item, not_applicable=True, at=at)
        if self.checklist.na_of(self.checklist.items[event.item]) == "with_reason":
            self._ask(event.item, Asking.REASON)
        else:
            self._advance(event.item)

    @_apply.register
    def _not_observed(self, event: NotObserved, at: str) -> None:
        self._set(event.item, not_observed=True, at=at)
        self._advance(event.item)

    @_apply.register
    def _reasoned(self, event: Reasoned, at: str) -> None:
        self._change(event.item, na_reason=event.text, answered_at=at)
        self._advance(event.item)

    @_apply.register
    def _explained(self, event: Explained, at: str) -> None:
        self._change(event.item, why=event.text, why_declined=False, answered_at=at)
        self._advance(event.item)

    @_apply.register
    def _declined(self, event: Declined, at: str) -> None:
        self._change(event.item, why="", why_declined=True, answered_at=at)
        self._advance(event.item)

    @_apply.register
    def _noted(self, event: Noted, at: str) -> None:
        del at
        self._change(event.item, note=event.text)

    @_apply.register
    def _attached(self, event: Attached, at: str) -> None:
        known = self.response(event.item).evidence
        new = Evidence(event.file, event.sha256, event.bytes, at)
        if all(one.sha256 != new.sha256 for one in known):
            self._change(event.item, evidence=(*known, new))

    @_apply.register
    def _clock_started(self, event: ClockStarted, at: str) -> None:
        self.clocks[event.item] = at

    @_apply.register
    def _clock_stopped(self, event: ClockStopped, at: str) -> None:
        del at
        self.clocks.pop(event.item, None)

    @_apply.register
    def _measured(self, event: Measured, at: str) -> None:
        self._set(event.item, answer=event.answer, at=at)

    @_apply.register
    def _amended(self, event: Amended, at: str) -> None:
        del at
        changes = event.model_dump(exclude={"event"}, exclude_none=True)
        self.amendments.update({name: getattr(event, name) for name in changes})

    @_apply.register
    def _closed(self, event: Closed, at: str) -> None:
        del at
        self.closing_note = event.text

    @_apply.register
    def _moved(self, event: Moved, at: str) -> None:
        del at
        self._go_to(event.item)

    @_apply.register
    def _finished(self, event: Finished, at: str) -> None:
        del event, at
        self.asking = Asking.NOTHING

    def _set(
        self,
        name: str,
        *,
        at: str,
        answer: object = None,
        not_applicable: bool = False,
        not_observed: bool = False,
    ) -> None:
        """Replace what is known of an item, keeping its note and its WHY."""
        before = self.response(name)
        self.clocks.pop(name, None)
        self.responses[name] = Response(
            answer=answer,  # type: ignore[arg-type] # events hold legal answers
            not_applicable=not_applicable,
            not_observed=not_observed,
            why=before.why if answer is not None else "",
            why_declined=before.why_declined if answer is not None else False,
            na_reason=before.na_reason if not_applicable else "",
            note=before.note,
            evidence=before.evidence,
            answered_at=at,
        )
        self._visible = visible_items(self.checklist, self.responses, self.facts)

    def _change(self, name: str, **changes: object) -> None:
        self.responses[name] = replace(self.response(name), **changes)  # type: ignore[arg-type]

    def _score(self, item: ItemBase) -> float | None:
        return score_of(self.checklist, item, self.shown)

    def _owes_why(self, item: ItemBase) -> bool:
        response = self.response(item.id)
        return self.calls_for_why(item) and not response.why and not response.why_declined

    def _owes_reason(self, item: ItemBase) -> bool:
        response = self.response(item.id)
        needed = self.checklist.na_of(item) == "with_reason"
        return needed and response.not_applicable and not response.na_reason

    def _advance(self, name: str) -> None:
        """Go to the next item that is open; past the last, to the review."""
        following = self.after(name)
        while following is not None and not self._open(following):
            following = self.after(following)
        self._go_to(following)

    def _open(self, name: str) -> bool:
        """Return whether an item is asked on the way: words that were passed over are not."""
        passed_over = self._reviewed and isinstance(self.checklist.items[name], TextItem)
        return not self.response(name).settled and not passed_over

    def _go_to(self, name: str | None) -> None:
        self._reviewed = self._reviewed or name is None
        self._ask(name, Asking.REVIEW if name is None else Asking.ANSWER)

    def _ask(self, name: str | None, asking: Asking) -> None:
        self._current = name
        self.asking = asking
