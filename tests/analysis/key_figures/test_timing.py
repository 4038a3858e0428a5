"""Times against their best limit."""

import pytest

from asiakaskunto_cli.analysis.key_figures.timing import Timing, best_limit, timings
from asiakaskunto_cli.analysis.proportions import Proportion
from asiakaskunto_cli.scoring.response import Response
from asiakaskunto_cli.words import Method

ITEM = """
items:
  - id: aika
    text: T
    type: duration
    never: true
    area: emotion
    measure: objective
    {rule}
"""
BANDS = "bands: [{up_to: 8, score: 1}, {up_to: 15, score: 0.75}, {up_to: 60, score: 0.25}]"


def listed(make_checklist, rule):
    return make_checklist(ITEM.replace("{rule}", rule))


@pytest.fixture
def figures(make_checklist, details):
    def run(*answers):
        checklist = listed(make_checklist, BANDS)
        return timings(details(checklist, [{"aika": one} for one in answers]), 0.95)

    return run


def test_within_the_limit_the_middle_and_the_slowest(figures):
    # 3, 8 | 8.5, 40, 120: two within 8 s, its end included; the middle one is 8.5.
    assert figures(40, 8, 3, 120, 8.5) == (
        Timing(
            checklist="lista",
            item="aika",
            method=Method.OBSERVE,
            unit="s",
            limit=8.0,
            within=Proportion.of(2, 5, 0.95),
            median=8.5,
            slowest=120.0,
            never=0,
        ),
    )


def test_never_is_slower_than_any_time(figures):
    # 5, 7, never, never: the middle lies between 7 and never, so there is none.
    (figure,) = figures(5, "never", 7, "never")
    assert (figure.within.count, figure.within.n, figure.never) == (2, 4, 2)
    assert (figure.median, figure.slowest) == (None, 7.0)
    (only_never,) = figures("never")
    assert (only_never.median, only_never.slowest, only_never.never) == (None, None, 1)


def test_a_middle_before_never_is_known(figures):
    (figure,) = figures(5, "never", 7)
    assert figure.median == 7.0


def test_nothing_answered_is_nothing_told(figures):
    assert figures(Response(not_observed=True), Response(not_applicable=True), None) == ()


@pytest.mark.parametrize(
    ("rule", "limit"),
    [
        (BANDS, 8.0),
        ("bands: [{up_to: 8, score: 1}, {up_to: 15, score: 1}, {up_to: 60, score: 0.5}]", 15.0),
        ("{target: 120, limit: 600}", 120.0),
        ("bands: [{up_to: 5, score: 0.5}, {up_to: 15, score: 1}]", None),
        ("bands: [{up_to: 5, score: 0.5}, {score: 1}]", None),
        (f"{BANDS}\n    weight: 0", None),
    ],
)
def test_the_limit_of_the_best_score(make_checklist, rule, limit):
    rule = rule.strip("{}").replace(", ", "\n    ") if "target" in rule else rule
    assert best_limit(listed(make_checklist, rule).items["aika"]) == limit


def test_a_promise_has_its_own_figure(make_checklist):
    checklist = make_checklist("""
        items:
          - {id: luvattu, text: T, type: duration, weight: 0}
          - id: kesti
            text: T
            type: duration
            against: luvattu
            area: skills
            measure: objective
    """)
    assert best_limit(checklist.items["kesti"]) is None
