"""Expectation and experience: gains, and the strict share of those that were better after."""

import pytest

from asiakaskunto_cli.analysis.intervals import Interval
from asiakaskunto_cli.analysis.key_figures.gap import Gap, gaps
from asiakaskunto_cli.analysis.key_figures.means import Mean
from asiakaskunto_cli.analysis.proportions import Proportion
from asiakaskunto_cli.scoring.response import Response
from asiakaskunto_cli.words import Method

BODY = """
method: ask
items:
  - {id: odotus, text: T, type: scale, weight: 0, area: emotion, measure: subjective}
  - {id: kokemus, text: T, type: scale, against: odotus, area: emotion, measure: subjective}
"""
WORRY = BODY.replace("type: scale, against", "type: scale, invert: true, against")
LONG = BODY.replace("type: scale", "type: scale, min: 0, max: 10")


def pairs_of(first, second):
    return [{"odotus": one, "kokemus": two} for one, two in zip(first, second, strict=True)]


def test_the_gap_agrees_with_the_reference_case(reference_cases, make_checklist, details):
    case = reference_cases["expectation_gap_8"]
    expected = case["expected"]
    visits = pairs_of(case["input"]["odotus"], case["input"]["kokemus"])
    (gap,) = gaps(details(make_checklist(BODY), visits), 0.95)

    def near(value, times=1):
        return pytest.approx(times * value, abs=times * case["tolerance"])

    # A scale of 1–5 is four steps long, so a step is 25 points. Expectations of 5: two of eight.
    assert gap == Gap(
        checklist="lista",
        item="kokemus",
        against="odotus",
        method=Method.ASK,
        steps=Mean(8, near(expected["mean"]), Interval(near(expected["lo"]), near(expected["hi"]))),
        points=Mean(
            8,
            near(expected["points"]),
            Interval(near(expected["lo"], 25), near(expected["hi"], 25)),
        ),
        exceeded=round(8 * expected["exceeded"]),
        met=round(8 * expected["met"]),
        below=round(8 * expected["below"]),
        better=Proportion.of(5, 8, 0.95),
        at_ceiling=2,
        better_below_ceiling=Proportion.of(5, 6, 0.95),
    )


def test_on_an_inverted_scale_lower_is_better_and_the_lowest_is_the_ceiling(
    make_checklist, details
):
    # Worry 4 → 2 is 2 steps better, 1 → 3 is 2 worse, 1 → 1 stays at the best point.
    (gap,) = gaps(details(make_checklist(WORRY), pairs_of([4, 1, 1], [2, 3, 1])), 0.95)
    assert (gap.exceeded, gap.met, gap.below) == (1, 1, 1)
    assert (gap.steps.mean, gap.points.mean) == (0.0, 0.0)
    assert gap.at_ceiling == 2
    assert gap.better_below_ceiling == Proportion(1, 1, 1.0, None)


def test_points_are_of_the_whole_scale_and_intervals_stay_on_it(make_checklist, details):
    # +10 and −2 of ten steps: mean 4 steps = 40 points; t(1) = 12.706, far over the ends.
    (gap,) = gaps(details(make_checklist(LONG), pairs_of([0, 10], [10, 8])), 0.95)
    assert (gap.steps, gap.points) == (
        Mean(2, 4.0, Interval(-10, 10)),
        Mean(2, 40.0, Interval(-100.0, 100.0)),
    )


def test_where_all_expected_the_best_there_is_no_share_below_the_ceiling(make_checklist, details):
    (gap,) = gaps(details(make_checklist(BODY), pairs_of([5, 5], [5, 4])), 0.95)
    assert (gap.better.count, gap.at_ceiling, gap.better_below_ceiling) == (0, 2, None)


@pytest.mark.parametrize("pairs", [[(3, 5)], [(3, 5), (2, 4), (1, 3)]])
def test_one_pair_or_pairs_all_alike_have_no_interval(make_checklist, details, pairs):
    (gap,) = gaps(details(make_checklist(BODY), pairs_of(*zip(*pairs, strict=True))), 0.95)
    assert (gap.steps, gap.points) == (Mean(len(pairs), 2.0, None), Mean(len(pairs), 50.0, None))


def test_a_pair_needs_both_answers(make_checklist, details):
    half = [
        {"odotus": 3},
        {"kokemus": 3},
        {"odotus": Response(not_applicable=True), "kokemus": 5},
        {"odotus": 4, "kokemus": Response(not_observed=True)},
        {},
    ]
    assert gaps(details(make_checklist(BODY), half), 0.95) == ()
