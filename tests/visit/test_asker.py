"""What is not on the disk has not happened."""

import pytest

from asiakaskunto_cli.errors import DiskError
from asiakaskunto_cli.visit.asker import run_visit
from asiakaskunto_cli.visit.events import Answered
from asiakaskunto_cli.visit.interview import Interview


class Person:
    """Stands in for an asker: answers whatever is asked with yes."""

    def greet(self, interview, opening):
        """Say nothing."""

    def next_event(self, interview):
        """Answer what is asked."""
        return Answered(item=interview.item.id, answer=True)


def test_an_answer_that_cannot_be_written_is_not_taken(interview, opening, journal, monkeypatch):
    def full(_event, _moment):
        raise DiskError("No space left.")

    monkeypatch.setattr(journal, "record", full)
    untouched = Interview(interview.checklist, opening.facts())
    with pytest.raises(DiskError, match="No space left"):
        run_visit(interview, opening, journal, Person(), lambda: "2026-11-16T14:10:00+02:00")
    assert (interview.responses, interview.item) == (untouched.responses, untouched.item)
