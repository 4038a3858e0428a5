"""Contributions add up, whatever was answered."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from asiakaskunto_cli.language import format_number
from asiakaskunto_cli.pages.contributions import (
    contributions,
    counted_areas,
    decimals_that_add_up,
    losses,
)
from asiakaskunto_cli.scoring.response import Response
from asiakaskunto_cli.words import Area

ANSWERS = st.fixed_dictionaries(
    {
        "noticed": st.floats(0, 60, allow_nan=False) | st.just("never"),
        "greeted": st.booleans(),
        "smile": st.integers(1, 5),
        "needs": st.booleans(),
        "solution": st.sampled_from(["all", "partly", "none-of-it"]),
        "stock": st.booleans(),
        "price": st.booleans(),
        "recommend": st.integers(0, 10),
    }
)


@st.composite
def visits(draw):
    """Draw answers to some items; the others were not observed."""
    answers = draw(ANSWERS)
    seen = draw(st.sets(st.sampled_from(sorted(answers))))
    return {
        name: Response(answer=answer) if name in seen else Response(not_observed=True)
        for name, answer in answers.items()
    }


@given(visits())
@settings(max_examples=settings.default.max_examples)
def test_contributions_sum_to_the_score(report_of, checklist, visit):
    report = report_of(visit, checklist)
    brought = contributions(report)
    if report.scores.score is None:
        assert brought == {}
    else:
        assert sum(brought.values()) == pytest.approx(report.scores.score, abs=1e-5)
        assert all(brought[one.id] == 0 for one in report.items if one.score == 0)


@given(visits())
@settings(max_examples=settings.default.max_examples)
def test_losses_sum_to_what_the_score_lacks_of_100(report_of, checklist, visit):
    report = report_of(visit, checklist)
    lost = losses(report)
    assert list(lost) == list(contributions(report))
    if lost:
        assert sum(lost.values()) == pytest.approx(100 - report.scores.score, abs=1e-5)
        assert all(lost[one.id] == 0 for one in report.items if one.score == 1)


@given(visits())
@settings(max_examples=settings.default.max_examples)
def test_the_shown_areas_make_the_shown_score(report_of, checklist, visit):
    report = report_of(visit, checklist)
    areas = counted_areas(report).values()
    if not areas:
        return
    decimals = decimals_that_add_up(report, report.scores.score)
    shown = sum(float(format_number(score, decimals)) * weight for score, weight in areas)
    mean = shown / sum(weight for _score, weight in areas)
    # 0.05 is a half of the last shown digit, and a tie may be rounded to either side.
    assert abs(mean - float(format_number(report.scores.score))) <= 0.05 + 1e-9


def test_items_of_one_area_share_its_weight(report_of):
    """Skills weigh 2 of 4, so 50 points in three items: 0.75, 0 and 0.5 of 16.67 each."""
    brought = contributions(report_of())
    assert brought["noticed"] == 12.5
    assert brought["greeted"] == 0
    assert brought["solution"] == 8.333333


def test_what_was_not_scored_brought_nothing(report_of):
    assert {"stock", "price", "words", "chosen"}.isdisjoint(contributions(report_of()))


def test_an_area_without_weight_brings_nothing(report_of, checklist):
    weightless = checklist.model_copy(
        update={"area_weights": {Area.KNOWLEDGE: 1.0, Area.SKILLS: 0.0, Area.EMOTION: 1.0}}
    )
    brought = contributions(report_of(checklist=weightless))
    assert set(brought) == {"smile", "needs", "recommend"}
