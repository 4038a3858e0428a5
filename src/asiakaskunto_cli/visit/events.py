"""What can happen on a visit; a draft is the list of them."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field, TypeAdapter

from asiakaskunto_cli.checklist.answer import Answer
from asiakaskunto_cli.report.model import Part


class Answered(Part):
    """An item was answered, for the first time or anew."""

    event: Literal["answered"] = "answered"
    item: str
    answer: Answer


class NotApplicable(Part):
    """An item does not apply here; a reason may be owed."""

    event: Literal["not_applicable"] = "not_applicable"
    item: str


class NotObserved(Part):
    """An item could not be seen."""

    event: Literal["not_observed"] = "not_observed"
    item: str


class Reasoned(Part):
    """Why an item does not apply."""

    event: Literal["reasoned"] = "reasoned"
    item: str
    text: str


class Explained(Part):
    """The WHY of an answer, verbatim."""

    event: Literal["explained"] = "explained"
    item: str
    text: str


class Declined(Part):
    """The person would not say why; that is an answer too."""

    event: Literal["declined"] = "declined"
    item: str


class Noted(Part):
    """A note on an item; it replaces an earlier one, and an empty one removes it."""

    event: Literal["noted"] = "noted"
    item: str
    text: str


class Closed(Part):
    """The note on the whole visit."""

    event: Literal["closed"] = "closed"
    text: str


class Moved(Part):
    """The person went to an item, or (None) to the review."""

    event: Literal["moved"] = "moved"
    item: str | None


class Finished(Part):
    """The visit is over; its report may be written."""

    event: Literal["finished"] = "finished"


Event = (
    Answered
    | NotApplicable
    | NotObserved
    | Reasoned
    | Explained
    | Declined
    | Noted
    | Closed
    | Moved
    | Finished
)
EVENTS: TypeAdapter[Event] = TypeAdapter(Annotated[Event, Field(discriminator="event")])
