"""Unfinished visits: one row each, and what makes a draft another thing than a visit."""

from datetime import UTC, datetime, timedelta

import pytest

from asiakaskunto_cli.errors import BadInputError
from asiakaskunto_cli.language import speaking
from asiakaskunto_cli.pages.blocks import Entry, Sentence, Table, Tone
from asiakaskunto_cli.pages.drafts import drafts_page
from asiakaskunto_cli.visit.events import Answered
from asiakaskunto_cli.words import Status

NOON = datetime(2026, 11, 22, 12, tzinfo=UTC)
OTHER_ID = "01890000-0000-7000-8000-0000000000ff"


def row_of(draft, after=timedelta(hours=3)):
    (table, _how) = drafts_page([draft], [], NOON + after).blocks
    assert isinstance(table, Table)
    return table.rows[0].cells


def test_a_draft_is_a_row(draft):
    one = draft([Answered(item="noticed", answer=4)])
    assert row_of(one) == (
        "00000001",
        "Small test",
        "Keskustan myymälä",
        "22 Nov 2026 12:00",
        "22 Nov 2026 12:30",
        "3 hours",
        "14.2",
    )


@pytest.mark.parametrize(
    ("after", "english", "finnish"),
    [
        (timedelta(seconds=-5), "1 minute", "1 minuutti"),
        (timedelta(seconds=80), "1 minute", "1 minuutti"),
        (timedelta(minutes=59), "59 minutes", "59 minuuttia"),
        (timedelta(hours=30), "30 hours", "30 tuntia"),
        (timedelta(days=6), "6 days", "6 päivää"),
        (timedelta(days=20), "3 weeks", "3 viikkoa"),
    ],
)
def test_the_age_is_in_words(draft, after, english, finnish):
    assert row_of(draft(), after)[5] == english
    with speaking("fi"):
        assert row_of(draft(), after)[5] == finnish


def test_a_correction_and_a_rehearsal_say_so(draft):
    assert row_of(draft(supersedes=OTHER_ID))[1] == "Small test (a correction)"
    assert row_of(draft(status=Status.REHEARSAL))[1] == "Small test (a rehearsal)"


def test_a_damaged_draft_is_named_and_nothing_at_all_is_said(draft):
    damaged = BadInputError("The draft x is damaged.", remedy="Start again.")
    assert drafts_page([], [damaged], NOON).blocks == (
        Entry("The draft x is damaged.", ("Start again.",), Tone.BAD),
    )
    assert drafts_page([], [], NOON).blocks == (Sentence("There is no unfinished visit."),)
    assert len(drafts_page([draft()], [damaged], NOON).blocks) == 3


def test_the_data_of_drafts(draft):
    damaged = BadInputError("The draft x is damaged.", remedy="Start again.")
    one = draft([Answered(item="noticed", answer=4)])
    assert drafts_page([one], [damaged], NOON).data == {
        "schema_version": 1,
        "kind": "drafts",
        "drafts": [
            {
                "draft": "00000001",
                "report_id": "01890000-0000-7000-8000-000000000001",
                "supersedes": None,
                "status": "final",
                "checklist": "small",
                "method": "test",
                "site": {"id": "keskusta", "name": "Keskustan myymälä"},
                "started_at": "2026-11-22T12:00:00+00:00",
                "last_touched_at": "2026-11-22T12:30:00+00:00",
                "completeness": 0.142857,
            }
        ],
        "damaged": [{"message": "The draft x is damaged.", "remedy": "Start again."}],
    }
