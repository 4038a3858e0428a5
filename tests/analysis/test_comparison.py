"""Comparing waves: figures, verdicts, and what must never be claimed."""

import math
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from asiakaskunto_cli.analysis.comparing.facts import reduce
from asiakaskunto_cli.analysis.comparing.measures import Kind, Measure
from asiakaskunto_cli.analysis.comparing.reading import Reading
from asiakaskunto_cli.analysis.comparing.request import Period, Request
from asiakaskunto_cli.analysis.comparing.results import (
    Comparison,
    Difference,
    GroupComparison,
    Obstacle,
    Verdict,
    WaveChange,
    WaveFigures,
)
from asiakaskunto_cli.analysis.comparing.selection import Selection
from asiakaskunto_cli.analysis.comparison import compare
from asiakaskunto_cli.analysis.intervals import Interval
from asiakaskunto_cli.analysis.reduce import Exclusion, Reason
from asiakaskunto_cli.words import Area, Method, Status

KEY = (("site", "keskusta"), ("method", "test"))


def only_group(records, request=None):
    (group,) = compare(records, request).groups
    return group


def only_change(records, request=None):
    (change,) = only_group(records, request).changes
    return change


def two_waves(visits, before, after, **facts_of_after):
    return visits(before, wave="w1") + visits(after, wave="w2", day=90, **facts_of_after)


def refused(obstacle, before=2, after=2):
    figures = Difference("score", None, None, None, None, None, None, Verdict.NOT_COMPARABLE)
    return WaveChange("w1", "w2", before, after, figures, obstacle)


def test_no_visits_make_no_groups():
    assert compare([]) == Comparison(Request(), (), (), (), {}, 0, (), (), too_many=False)


def test_two_waves_agree_with_the_reference_case(reference_cases, visits):
    case, exact = reference_cases["welch_8_8"], reference_cases["permutation_exact_8_8"]
    change = only_change(two_waves(visits, case["input"]["wave1"], case["input"]["wave2"]))
    expected, near = case["expected"], case["tolerance"]
    assert change.overall == Difference(
        measure="score",
        difference=pytest.approx(expected["diff"], abs=near),
        interval=Interval(
            pytest.approx(expected["lo"], abs=near), pytest.approx(expected["hi"], abs=near)
        ),
        p_value=pytest.approx(expected["p"], abs=near),
        p_adjusted=pytest.approx(expected["p"], abs=near),
        distinguishable=False,
        smallest_visible=pytest.approx((expected["hi"] - expected["lo"]) / 2, abs=near),
        verdict=Verdict.UNCLEAR,
    )
    assert (change.before, change.after) == (8, 8)
    assert change.p_permutation == pytest.approx(exact["expected"]["p"], abs=near)


def test_a_single_visit_in_each_wave_is_changed_and_nothing_more(visits):
    group = only_group(two_waves(visits, [60.0], [95.0]))
    assert group == GroupComparison(
        key=KEY,
        kind=Kind.MEAN,
        checklists=("testaus-perusmittaus",),
        waves=(
            WaveFigures("w1", visits=1, mean=60.0, sd=None, interval=None, values=(60.0,)),
            WaveFigures("w2", visits=1, mean=95.0, sd=None, interval=None, values=(95.0,)),
        ),
        changes=(
            WaveChange(
                from_wave="w1",
                to_wave="w2",
                before=1,
                after=1,
                overall=Difference("score", 35.0, None, None, None, None, None, Verdict.CHANGED),
                areas=tuple(
                    Difference(f"area:{area}", 35.0, None, None, None, None, None, Verdict.CHANGED)
                    for area in Area
                ),
            ),
        ),
        trend=None,
    )


@pytest.mark.parametrize(("before", "after"), [([60.0], [80.0, 90.0]), ([60.0, 61.0], [90.0])])
def test_a_single_visit_in_either_wave_is_changed(visits, before, after):
    assert only_change(two_waves(visits, before, after)).overall.verdict is Verdict.CHANGED


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
    overall = only_change(two_waves(visits, before, after)).overall
    assert (overall.distinguishable, overall.verdict) == (distinguishable, verdict)


@pytest.mark.parametrize(
    ("facts", "obstacle"),
    [
        ({"checklist": "toinen", "scoring_sha256": "b" * 64}, Obstacle.CHECKLIST),
        ({"scoring_sha256": "b" * 64}, Obstacle.SCORING),
        ({"area_weights": {Area.EMOTION: 1.0}}, Obstacle.AREA_WEIGHTS),
    ],
)
def test_waves_scored_by_different_rules_are_not_compared_without_their_answers(
    visits, facts, obstacle
):
    change = only_change(two_waves(visits, [60.0, 61.0], [90.0, 91.0], **facts))
    assert change == refused(obstacle)


def test_rules_that_differ_within_one_wave_are_not_compared_either(visits, visit):
    mixed = visit(wave="w1", scoring_sha256="b" * 64)
    change = only_change([mixed, *two_waves(visits, [60.0, 61.0], [90.0, 91.0])])
    assert change == refused(Obstacle.SCORING, before=3)


def test_the_same_rules_in_other_numbers_or_another_version_are_compared(visits):
    facts = {"area_weights": dict.fromkeys(Area, 2.0), "checklist_version": "1.0.1"}
    change = only_change(two_waves(visits, [60.0, 61.0], [90.0, 91.0], **facts))
    assert change.obstacle is None
    assert (change.versions.before, change.versions.after) == (("1.0.0",), ("1.0.1",))


def test_one_break_in_the_rules_leaves_the_other_changes_alone(visits):
    records = [
        *visits([60.0, 61.0], wave="w1"),
        *visits([70.0, 71.0], wave="w2", day=90),
        *visits([70.0, 71.0], wave="w3", day=180, scoring_sha256="b" * 64),
    ]
    assert [(c.from_wave, c.to_wave, c.overall.verdict) for c in only_group(records).changes] == [
        ("w1", "w2", Verdict.BETTER),
        ("w2", "w3", Verdict.NOT_COMPARABLE),
    ]


def test_checklists_of_one_method_are_told_apart_where_one_was_used_twice(visits):
    records = [
        *visits([60.0, 61.0], wave="w1"),
        *visits([70.0, 71.0], wave="w2", day=90),
        *visits([20.0, 21.0], wave="w2", day=95, checklist="toinen", file="toinen.json"),
    ]
    groups = compare(records).groups
    assert [group.key for group in groups] == [
        (*KEY, ("checklist", "testaus-perusmittaus")),
        (*KEY, ("checklist", "toinen")),
    ]
    assert [change.overall.difference for change in groups[0].changes] == [10.0]
    assert groups[1].changes == ()


def test_waves_go_by_their_earliest_visit_and_then_by_name(visits):
    records = [
        *visits([70.0, 71.0], wave="a", day=50),
        *visits([70.0, 71.0], wave="c", day=10),
        *visits([70.0, 71.0], wave="b", day=10),
        *visits([70.0], wave="a", day=5, file="early.json"),
    ]
    waves = [(wave.wave, wave.visits) for wave in only_group(records).waves]
    assert waves == [("a", 3), ("b", 2), ("c", 2)]


def test_one_wave_has_figures_within_the_scale_and_no_change(visits):
    group = only_group(visits([70.0, 80.0, 90.0], wave="w1"))
    half_width = 4.302653 * 10 / math.sqrt(3)
    interval = Interval(pytest.approx(80 - half_width), 100.0)
    figures = WaveFigures("w1", 3, 80.0, pytest.approx(10.0), interval, (70.0, 80.0, 90.0))
    assert group.waves == (figures,)
    assert group.changes == ()


def test_groups_come_by_site_and_method(visits):
    records = [
        *visits([70.0], method=Method.ASK),
        *visits([70.0], method=Method.OBSERVE),
        *visits([70.0], site="asema"),
    ]
    assert [group.key for group in compare(records).groups] == [
        (("site", "asema"), ("method", "test")),
        (("site", "keskusta"), ("method", "observe")),
        (("site", "keskusta"), ("method", "ask")),
    ]


def test_visits_left_out_are_named_and_make_no_group(visit):
    comparison = compare([visit(status=Status.REHEARSAL, file="harjoitus.json")])
    assert comparison.groups == ()
    assert comparison.exclusions == (Exclusion("harjoitus.json", "keskusta", Reason.REHEARSAL),)


def test_the_confidence_widens_the_intervals(visits):
    records = two_waves(visits, [60.0, 70.0, 80.0], [75.0, 85.0, 95.0])
    widths = [
        only_change(records, Request(confidence=confidence)).overall.smallest_visible
        for confidence in (0.8, 0.95, 0.99)
    ]
    assert widths == sorted(widths)


scores = st.lists(st.floats(0, 100).map(lambda score: round(score, 6)), min_size=1, max_size=8)


@given(scores, st.randoms(use_true_random=False))
def test_an_identical_copy_has_changed_by_exactly_0(visits, values, random):
    copy = random.sample(values, len(values))
    change = only_change(two_waves(visits, values, copy))
    assert change.overall.difference == 0.0
    assert [area.difference for area in change.areas] == [0.0, 0.0, 0.0]
    alone = len(values) == 1
    assert change.overall.verdict is (Verdict.CHANGED if alone else Verdict.UNCLEAR)


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

    group = only_group(two_waves(visits, before, after))
    moved = only_group(two_waves(visits, shifted(before), shifted(after)))
    for old, new in zip(group.waves, moved.waves, strict=True):
        assert new.mean == pytest.approx(old.mean + points, abs=1e-5)
    change, again = group.changes[0].overall, moved.changes[0].overall
    assert again.difference == pytest.approx(change.difference, abs=1e-5)


def three_waves(visits):
    return [
        *visits([60.0, 62.0], wave="w1"),
        *visits([70.0, 72.0], wave="w2", day=90),
        *visits([80.0, 82.0], wave="w3", day=180),
    ]


@pytest.mark.parametrize(
    ("baseline", "pairs"),
    [
        ("previous", [("w1", "w2"), ("w2", "w3")]),
        ("first", [("w1", "w2"), ("w1", "w3")]),
        ("w2", [("w2", "w3")]),
        ("w3", []),
        ("w9", []),
    ],
)
def test_a_wave_is_compared_with_its_baseline(visits, baseline, pairs):
    changes = only_group(three_waves(visits), Request(baseline=baseline)).changes
    assert [(change.from_wave, change.to_wave) for change in changes] == pairs


@pytest.mark.parametrize(
    ("period", "waves"),
    [
        (Period.MONTH, ["2026-10", "2026-12", "2027-03"]),
        (Period.QUARTER, ["2026-Q4", "2027-Q1"]),
        (Period.YEAR, ["2026", "2027"]),
    ],
)
def test_waves_may_go_by_the_calendar(visits, period, waves):
    group = only_group(three_waves(visits), Request(period=period))
    assert [wave.wave for wave in group.waves] == waves


def test_only_what_is_asked_for_is_compared(visits):
    records = [
        *three_waves(visits),
        *visits([50.0], wave="w3", day=180, site="asema"),
        *visits([50.0], wave="w3", day=180, method=Method.ASK),
    ]
    since = {"since": "w2", "sites": frozenset({"keskusta"}), "methods": frozenset({Method.TEST})}
    found = compare(records, Request(**since))
    assert [group.key for group in found.groups] == [KEY]
    assert [wave.wave for wave in found.groups[0].waves] == ["w2", "w3"]
    assert found.waves == ("w1", "w2", "w3")
    assert found.sites == {"asema": "Asema", "keskusta": "Keskusta"}


def test_since_a_day_counts_the_visits_from_that_day_on(visits):
    first = three_waves(visits)[3].visited_at.date()
    group = only_group(three_waves(visits), Request(since=first))
    assert [(wave.wave, wave.visits) for wave in group.waves] == [("w2", 1), ("w3", 2)]


def test_a_wave_that_the_programme_names_begins_on_its_first_day(visits):
    records = three_waves(visits)
    (late,) = visits([70.0], wave="w0", file="late.json")
    starts = {"w1": records[0].visited_at.date(), "w0": records[-1].visited_at.date()}
    group = only_group([late, *records], Request(wave_starts=starts))
    assert [wave.wave for wave in group.waves] == ["w1", "w2", "w3", "w0"]


@given(scores, st.integers(0, 3), st.booleans())
def test_scores_are_counted_in_the_short_loop_as_in_the_long_one(visits, values, left_out, renamed):
    records = [
        *two_waves(visits, values, values),
        *visits([None] * left_out, wave="w2", day=120, file="unscored"),
        *visits([50.0], wave="w2", day=130, status=Status.REHEARSAL, file="rehearsal"),
    ]
    if renamed:
        records += visits([50.0], wave="w2", day=140, site_name="Uusi nimi", file="renamed")
    request = Request(sites=frozenset({"keskusta"}))
    selection = Selection(records, request, Reading(None, {}))
    short = selection.cells()
    known = selection.sites, selection.waves, sorted(selection.exclusions)
    assert short == reduce(selection.observed())
    assert known == (selection.sites, selection.waves, sorted(selection.exclusions))


def test_a_period_goes_by_the_calendar_though_a_wave_is_called_like_it(visits):
    records = [
        *visits([60.0, 61.0], wave="2026-Q4", day=0),
        *visits([70.0, 71.0], wave="2027-Q1", day=100),
    ]
    named = {"2026-Q4": date(2027, 5, 1), "2027-Q1": date(2026, 1, 1)}
    quarters = Request(period=Period.QUARTER, wave_starts=named)
    assert [wave.wave for wave in only_group(records, quarters).waves] == ["2026-Q4", "2027-Q1"]
    since = replace(quarters, since="2027-Q1")
    assert [wave.wave for wave in only_group(records, since).waves] == ["2027-Q1"]


@pytest.mark.parametrize("measure", ["score", "index"])
def test_a_wave_in_which_all_scored_the_same_has_no_interval(visits, measure):
    (wave,) = only_group(visits([100.0] * 3), Request(measure=Measure.parse(measure))).waves
    assert (wave.mean, wave.interval) == (100.0, None)
