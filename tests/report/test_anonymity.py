"""A staff pulse: its report tells the answers and the day, and nothing of who gave them."""

from datetime import datetime

import pytest

from asiakaskunto_cli.report.build import Closing, build_report
from asiakaskunto_cli.report.seal import sealed
from asiakaskunto_cli.scoring.response import Evidence, Response

SENTINEL = "Sanoma"
PULSE = """
anonymous: true
index: false
items:
  - {id: jaksaa, text: "Jaksatko?", type: scale, area: emotion, measure: subjective, notes: false}
  - {id: tuki, text: "Saatko tukea?", type: yes_no, area: skills, measure: subjective, notes: false}
"""


@pytest.fixture
def pulse(make_checklist, opening):
    """Return the report of an anonymous visit to which everything was said that can be."""
    evidence = Evidence(f"{SENTINEL}.jpg", "a" * 64, 3, "2026-10-05T12:31:00+03:00")
    said = {
        "jaksaa": Response(
            answer=4,
            why=SENTINEL,
            note=SENTINEL,
            evidence=(evidence,),
            answered_at="2026-10-05T12:31:00+03:00",
        ),
        "tuki": Response(not_applicable=True, na_reason=SENTINEL),
    }
    finished = datetime.fromisoformat("2026-10-05T12:41:07+03:00")
    begun = opening(evaluator=SENTINEL)
    return build_report(make_checklist(PULSE), begun, Closing(said, SENTINEL, finished))


def test_nothing_that_somebody_said_in_words_is_in_the_file(pulse):
    assert SENTINEL.encode() not in sealed(pulse)


def test_the_answers_are_there(pulse):
    assert [item.answer for item in pulse.items] == [4, None]
    assert (pulse.scores.score, pulse.scores.completeness) == (75.0, 1.0)


def test_the_day_is_told_and_not_the_hour(pulse):
    day = datetime.fromisoformat("2026-10-05T00:00:00+03:00")
    visit = pulse.visit
    assert {visit.visited_at, visit.started_at, visit.finished_at} == {day}
    assert [item.answered_at for item in pulse.items] == [None, None]
