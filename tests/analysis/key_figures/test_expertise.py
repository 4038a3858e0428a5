"""Expertise without clarity."""

import pytest

from asiakaskunto_cli.analysis.key_figures.expertise import (
    CLARITY_BELOW,
    EXPERTISE_FROM,
    ExpertiseIllusion,
    expertise_illusions,
)
from asiakaskunto_cli.analysis.key_figures.means import Mean

BODY = """
items:
  - id: tuntee
    text: T
    type: scale
    max: 101
    touchpoint: expertise
    area: knowledge
    measure: subjective
  - id: selkea
    text: T
    type: scale
    max: 101
    touchpoint: clarity
    area: knowledge
    measure: subjective
"""


@pytest.fixture
def figures(make_checklist, details):
    def run(*pairs):
        # On a scale of 1–101 an answer is its score plus 1.
        visits = [
            {"tuntee": knows and knows + 1, "selkea": clear and clear + 1} for knows, clear in pairs
        ]
        return expertise_illusions(details(make_checklist(BODY), visits), 0.95)

    return run


def test_the_thresholds_are_those_of_good():
    assert (EXPERTISE_FROM, CLARITY_BELOW) == (75.0, 60.0)


def test_means_of_the_visits_that_have_both(figures):
    # (90 + 80)/2 and (50 + 60)/2; the third visit tells nothing of clarity.
    (found,) = figures((90, 50), (80, 60), (10, None))
    assert (found.expertise.n, found.expertise.mean) == (2, 85.0)
    assert (found.clarity.n, found.clarity.mean) == (2, 55.0)
    assert found.flagged


@pytest.mark.parametrize(
    ("knows", "clear", "flagged"),
    [(75, 59, True), (74, 59, False), (75, 60, False), (100, 100, False)],
)
def test_it_is_flagged_where_much_is_known_and_little_understood(figures, knows, clear, flagged):
    expected = ExpertiseIllusion(Mean(1, knows, None), Mean(1, clear, None), flagged)
    assert figures((knows, clear)) == (expected,)


def test_nothing_is_told_where_no_visit_has_both(figures):
    assert figures((90, None), (None, 10)) == ()
    assert figures() == ()
