"""What to do next: which weak items lead to which practice, and in what order."""

import pytest

from asiakaskunto_cli.analysis.points import Point
from asiakaskunto_cli.language import speaking
from asiakaskunto_cli.pages.blocks import Entry, Heading
from asiakaskunto_cli.pages.practices import (
    step_blocks,
    step_data,
    steps_of_points,
    steps_of_visit,
)
from asiakaskunto_cli.scoring.response import Response
from asiakaskunto_cli.words import Area, Method

POOR = {
    "noticed": Response(answer="never"),
    "greeted": Response(answer=False),
    "smile": Response(answer=1),
    "needs": Response(answer=True),
    "solution": Response(answer="none-of-it"),
    "stock": Response(answer=False),
}


@pytest.fixture(scope="session")
def steps(report_of, checklist, practices):
    """From answers to what they call for: each practice with its items, scores and losses."""

    def told(answers=None, checklist=checklist, practices=practices):
        found = steps_of_visit(report_of(answers, checklist), checklist, practices)
        return [
            (step.practice.id, [(one.item.id, one.score, one.lost) for one in step.weaknesses])
            for step in found
        ]

    return told


def test_the_costliest_item_comes_first_and_leads_to_its_first_known_practice(steps):
    """Skills weigh 2 of 4: 50 points in three items; greeted lost 16.67, solution half of that.

    Noticed scored 75, which is what GOOD asks for.
    """
    assert steps() == [
        ("greet-first", [("greeted", 0.0, 16.666667)]),
        ("settle-at-once", [("solution", 50.0, 8.333333)]),
    ]


def test_items_that_share_a_practice_are_named_together_and_only_three_are_taken(steps):
    """Skills are 50 points in three items, emotion 25 in one, knowledge 25 in two.

    Smile lost 25, each of the skills 16.67, stock 12.5.
    """
    third = 16.666667
    assert steps(POOR) == [
        ("greet-first", [("smile", 0.0, 25.0), ("noticed", 0.0, third), ("greeted", 0.0, third)]),
    ]


def test_an_item_without_a_known_practice_makes_room_for_the_next(steps, practices):
    settle = {"settle-at-once": practices["settle-at-once"]}
    assert steps(POOR, practices=settle) == [
        ("settle-at-once", [("solution", 0.0, 16.666667), ("stock", 0.0, 12.5)]),
    ]


def test_an_item_that_counts_for_nothing_calls_for_nothing(steps, checklist):
    weights = dict.fromkeys(Area, 1.0) | {Area.SKILLS: 0.0}
    weightless = checklist.model_copy(update={"area_weights": weights})
    assert steps(checklist=weightless) == []


def test_a_visit_without_weak_items_has_no_heading(steps):
    good = {"greeted": Response(answer=True), "smile": Response(answer=5)}
    assert steps(good) == steps(POOR, practices={}) == []
    assert list(step_blocks((), "en")) == []


def test_the_blocks_say_why_what_and_from_where(report_of, checklist, practices):
    found = steps_of_visit(report_of(), checklist, practices)
    assert list(step_blocks(found, "en")) == [
        Heading("What to do next"),
        Entry(
            "Greet first",
            (
                "“Did anyone greet you?” 0.0 points; took 16.7 points off the score.",
                "Somebody watches the door.",
                "Source: Ihan parasta -blogi",
            ),
        ),
        Entry(
            "Settle it at once",
            (
                "“Did you get what you came for?” 50.0 points; took 8.3 points off the score.",
                "Whoever takes it on ends it.",
            ),
        ),
    ]


def test_the_blocks_speak_finnish_where_the_practice_does(report_of, checklist, practices):
    found = steps_of_visit(report_of(), checklist, practices)
    with speaking("fi"):
        heading, entry, other = step_blocks(found, "fi")
    assert heading == Heading("Mitä seuraavaksi?")
    assert (entry.text, other.text) == ("Tervehdi ensin", "Settle it at once")
    assert entry.details == (
        "”Tervehdittiinkö sinua?” 0,0 pistettä; vei tuloksesta 16,7 pistettä.",
        "Joku katsoo ovelle.",
        "Lähde: Ihan parasta -blogi",
    )


def test_the_data_hold_every_language(report_of, checklist, practices):
    first, second = step_data(steps_of_visit(report_of(), checklist, practices))
    assert first == {
        "id": "greet-first",
        "title": {"en": "Greet first", "fi": "Tervehdi ensin"},
        "text": {"en": "Somebody watches the door.", "fi": "Joku katsoo ovelle."},
        "source": "Ihan parasta -blogi",
        "items": [{"id": "greeted", "score": 0.0, "lost": 16.666667}],
    }
    assert second["source"] is None


def test_a_group_of_visits_is_led_by_five_points(checklist, practices):
    """A point lost its share of the points that it missed: a fifth of 50 is 10."""
    known = ["noticed", "greeted", "smile", "solution", "stock"]
    shares = [0.2, 0.1, 0.3, 0.2, 0.2]
    means = [50.0, 74.9, 75.0, 20.0, 60.0]

    def point(name, share, mean):
        lost = share * (100 - mean)
        return Point(checklist, checklist.items[name], Method.TEST, 4, mean, None, share, lost, ())

    group = [point(*given) for given in zip(known, shares, means, strict=True)]
    found = steps_of_points(group, practices)
    assert [(one.practice.id, [weak.item.id for weak in one.weaknesses]) for one in found] == [
        ("settle-at-once", ["solution", "stock"]),
        ("greet-first", ["noticed", "greeted"]),
    ]
    assert [weak.lost for one in found for weak in one.weaknesses] == pytest.approx(
        [16.0, 8.0, 10.0, 2.51]
    )
    many = [point("noticed", 0.1 + number / 100, 0.0) for number in range(7)]
    (only,) = steps_of_points(many, practices)
    assert [weak.lost for weak in only.weaknesses] == pytest.approx([16, 15, 14, 13, 12])
