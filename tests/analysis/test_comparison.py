"""Comparing waves: figures, verdicts, and what must never be claimed."""

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from asiakaskunto_cli.analysis.comparison import (
    Comparison,
    GroupComparison,
    Obstacle,
    Verdict,
    WaveChange,
    WaveFigures,
    compare,
)
from asiakaskunto_cli.analysis.intervals import Interval
from asiakaskunto_cli.analysis.reduce import Exclusion, Reason
from asiakaskunto_cli.words import Area, Method, Status


def only_change(records):
    (group,) = compare(records).groups
    (change,) = group.changes
    return change


def two_waves(visits, before, after, **facts_of_after):
    return visits(before, wave="w1") + visits(after, wave="w2", day=90, **facts_of_after)


def test_no_visits_make_no_groups():
    assert compare([]) == Comparison(confidence=0.95, groups=(), exclusions=())


def test_two_waves_agree_with_the_reference_case(reference_cases, visits):
    case = reference_cases["welch_8_8"]
    change = only_change(two_waves(visits, case["input"]["wave1"], case["input"]["wave2"]))
    expected, near = case["expected"], case["tolerance"]
    assert change == WaveChange(
        from_wave="w1",
        to_wave="w2",
        difference=pytest.approx(expected["diff"], abs=near),
        interval=Interval(
            pytest.approx(expected["lo"], abs=near), pytest.approx(expected["hi"], abs=near)
        ),
        p_value=pytest.approx(expected["p"], abs=near),
        p_adjusted=pytest.approx(expected["p"], abs=near),
        distinguishable=False,
        smallest_visible=pytest.approx((expected["hi"] - expected["lo"]) / 2, abs=near),
        verdict=Verdict.UNCLEAR,
        obstacle=None,
    )


def test_a_single_visit_in_each_wave_is_changed_and_nothing_more(visits):
    assert compare(two_waves(visits, [60.0], [95.0])).groups == (
        GroupComparison(
            site="keskusta",
            site_name="Keskusta",
            method=Method.TEST,
            waves=(
                WaveFigures("w1", visits=1, mean=60.0, sd=None, interval=None),
                WaveFigures("w2", visits=1, mean=95.0, sd=None, interval=None),
            ),
            changes=(
                WaveChange(
                    from_wave="w1",
                    to_wave="w2",
                    difference=35.0,
                    interval=None,
                    p_value=None,
                    p_adjusted=None,
                    distinguishable=None,
                    smallest_visible=None,
                    verdict=Verdict.CHANGED,
                    obstacle=None,
                ),
            ),
        ),
    )


@pytest.mark.parametrize(("before", "after"), [([60.0], [80.0, 90.0]), ([60.0, 61.0], [90.0])])
def test_a_single_visit_in_either_wave_is_changed(visits, before, after):
    assert only_change(two_waves(visits, before, after)).verdict is Verdict.CHANGED


@pytest.mark.parametrize(
    ("before", "after", "distinguishable", "verdict"),
    [
        ([60.0, 61.0, 62.0], [80.0, 81.0, 82.0], True, Verdict.BETTER),
        ([80.0, 81.0, 82.0], [60.0, 61.0, 62.0], True, Verdict.WORSE),
        ([60.0, 70.0, 80.0], [65.0, 75.0, 85.0], False, Verdict.UNCLEAR),
        ([70.0, 70.0, 70.0], [80.0, 80.0, 80.0], None, Verdict.UNCLEAR),
    ],
)
def test_a_verdict_needs_an_interval_that_excludes_0(
    visits, before, after, distinguishable, verdict
):
    change = only_change(two_waves(visits, before, after))
    assert (change.distinguishable, change.verdict) == (distinguishable, verdict)


@pytest.mark.parametrize(
    ("facts", "obstacle"),
    [
        ({"checklist": "toinen", "scoring_sha256": "b" * 64}, Obstacle.CHECKLIST),
        ({"scoring_sha256": "b" * 64}, Obstacle.SCORING),
        ({"area_weights": {Area.EMOTION: 1.0}}, Obstacle.AREA_WEIGHTS),
    ],
)
def test_waves_scored_by_different_rules_are_not_compared(visits, facts, obstacle):
    change = only_change(two_waves(visits, [60.0, 61.0], [90.0, 91.0], **facts))
    assert change == WaveChange(
        from_wave="w1",
        to_wave="w2",
        difference=None,
        interval=None,
        p_value=None,
        p_adjusted=None,
        distinguishable=None,
        smallest_visible=None,
        verdict=Verdict.NOT_COMPARABLE,
        obstacle=obstacle,
    )


def test_rules_that_differ_within_one_wave_are_not_compared_either(visits, visit):
    mixed = visit(wave="w1", scoring_sha256="b" * 64)
    change = only_change([mixed, *two_waves(visits, [60.0, 61.0], [90.0, 91.0])])
    assert change.obstacle is Obstacle.SCORING


def test_the_same_rules_in_other_numbers_or_another_version_are_compared(visits):
    facts = {"area_weights": dict.fromkeys(Area, 2.0), "checklist_version": "1.0.1"}
    change = only_change(two_waves(visits, [60.0, 61.0], [90.0, 91.0], **facts))
    assert change.obstacle is None


def test_one_break_in_the_rules_leaves_the_other_changes_alone(visits):
    records = [
        *visits([60.0, 61.0], wave="w1"),
        *visits([70.0, 71.0], wave="w2", day=90),
        *visits([70.0, 71.0], wave="w3", day=180, scoring_sha256="b" * 64),
    ]
    (group,) = compare(records).groups
    assert [(c.from_wave, c.to_wave, c.verdict) for c in group.changes] == [
        ("w1", "w2", Verdict.BETTER),
        ("w2", "w3", Verdict.NOT_COMPARABLE),
    ]


def test_waves_go_by_their_earliest_visit_and_then_by_name(visits):
    records = [
        *visits([70.0, 71.0], wave="a", day=50),
        *visits([70.0, 71.0], wave="c", day=10),
        *visits([70.0, 71.0], wave="b", day=10),
        *visits([70.0], wave="a", day=5, file="early.json"),
    ]
    (group,) = compare(records).groups
    assert [(wave.wave, wave.visits) for wave in group.waves] == [("a", 3), ("b", 2), ("c", 2)]


def test_one_wave_has_figures_within_the_scale_and_no_change(visits):
    (group,) = compare(visits([70.0, 80.0, 90.0], wave="w1")).groups
    half_width = 4.302653 * 10 / math.sqrt(3)
    interval = Interval(pytest.approx(80 - half_width), 100.0)
    assert group.waves == (WaveFigures("w1", 3, 80.0, pytest.approx(10.0), interval),)
    assert group.changes == ()


def test_groups_come_by_site_and_method(visits):
    records = [
        *visits([70.0], method=Method.ASK),
        *visits([70.0], method=Method.OBSERVE),
        *visits([70.0], site="asema"),
    ]
    assert [(group.site, group.method) for group in compare(records).groups] == [
        ("asema", Method.TEST),
        ("keskusta", Method.OBSERVE),
        ("keskusta", Method.ASK),
    ]


def test_visits_left_out_are_named_and_make_no_group(visit):
    comparison = compare([visit(status=Status.REHEARSAL, file="harjoitus.json")])
    excluded = Exclusion("harjoitus.json", "keskusta", Reason.REHEARSAL)
    assert comparison == Comparison(confidence=0.95, groups=(), exclusions=(excluded,))


def test_the_confidence_widens_the_intervals(visits):
    records = two_waves(visits, [60.0, 70.0, 80.0], [75.0, 85.0, 95.0])
    widths = [
        compare(records, confidence=confidence).groups[0].changes[0].smallest_visible
        for confidence in (0.8, 0.95, 0.99)
    ]
    assert widths == sorted(widths)


scores = st.lists(st.floats(0, 100).map(lambda score: round(score, 6)), min_size=1, max_size=8)


@given(scores, st.randoms(use_true_random=False))
def test_an_identical_copy_has_changed_by_exactly_0(visits, values, random):
    copy = random.sample(values, len(values))
    change = only_change(two_waves(visits, values, copy))
    assert change.difference == 0.0
    assert change.verdict is (Verdict.CHANGED if len(values) == 1 else Verdict.UNCLEAR)


@given(scores, scores, st.randoms(use_true_random=False))
def test_the_order_of_files_plays_no_part(visits, before, after, random):
    records = two_waves(visits, before, after)
    assert compare(random.sample(records, len(records))) == compare(records)


@given(scores, scores, scores)
def test_another_site_changes_nothing_here(visits, before, after, elsewhere):
    here = two_waves(visits, before, after)
    there = visits(elsewhere, site="asema", wave="w2")
    assert compare(there + here).groups[1:] == compare(here).groups


low_scores = scores.map(lambda values: [value / 2 for value in values])


@given(low_scores, low_scores, st.integers(0, 50))
def test_a_shift_of_everything_moves_the_means_and_no_change(visits, before, after, points):
    def shifted(values):
        return [value + points for value in values]

    (group,) = compare(two_waves(visits, before, after)).groups
    (moved,) = compare(two_waves(visits, shifted(before), shifted(after))).groups
    for old, new in zip(group.waves, moved.waves, strict=True):
        assert new.mean == pytest.approx(old.mean + points, abs=1e-5)
    assert moved.changes[0].difference == pytest.approx(group.changes[0].difference, abs=1e-5)
