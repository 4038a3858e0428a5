"""What can happen on a visit; a draft is the list of them."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import AwareDatetime, ConfigDict, Field, TypeAdapter

from asiakaskunto_cli.checklist.answer import Answer
from asiakaskunto_cli.report.model import Part, Site


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


class Attached(Part):
    """A file was copied to the visit's evidence folder under a name made from its content."""

    event: Literal["attached"] = "attached"
    item: str
    file: str
    sha256: str
    bytes: int


class ClockStarted(Part):
    """The stopwatch of an item was started; the moment of the event is the start."""

    event: Literal["clock_started"] = "clock_started"
    item: str


class ClockStopped(Part):
    """The stopwatch of an item was thrown away without an answer."""

    event: Literal["clock_stopped"] = "clock_stopped"
    item: str


class Measured(Part):
    """A tally was counted up, or a stopwatch stopped; the interview stays where it is."""

    event: Literal["measured"] = "measured"
    item: str
    answer: Answer


class Amended(Part):
    """A fact of the visit was corrected; what is None stays as it was."""

    event: Literal["amended"] = "amended"
    site: Site | None = None
    wave: str | None = None
    evaluator: str | None = None
    visited_at: AwareDatetime | None = None


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
    | Attached
    | ClockStarted
    | ClockStopped
    | Measured
    | Amended
    | Closed
    | Moved
    | Finished
)
EVENTS: TypeAdapter[Event] = TypeAdapter(
    Annotated[Event, Field(discriminator="event")], config=ConfigDict(defer_build=True)
)
