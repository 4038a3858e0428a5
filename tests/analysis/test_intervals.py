"""Intervals against reference cases, and what they say where nothing can be known."""

import statistics

import pytest
from hypothesis import given
from hypothesis import strategies as st

from asiakaskunto_cli.analysis.intervals import (
    Change,
    Interval,
    WeightedMean,
    mean_interval,
    weighted_mean,
    welch,
)
from asiakaskunto_cli.analysis.moments import Moments
from asiakaskunto_cli.analysis.student import t_quantile

summaries = st.builds(
    Moments, n=st.integers(2, 200), mean=st.floats(0, 100), variance=st.floats(0, 2500)
)
weights = st.floats(0.01, 1)


def test_mean_interval_agrees_with_the_reference_case(reference_cases, moments):
    case = reference_cases["t_interval_n8"]
    summary = moments(case["input"]["x"])
    interval = mean_interval(summary, case["input"]["conf"])
    found = {"mean": summary.mean, "sd": summary.sd, "lo": interval.low, "hi": interval.high}
    assert found == pytest.approx(case["expected"], abs=case["tolerance"])


@pytest.mark.parametrize("case_id", ["welch_8_8", "welch_3_5"])
def test_welch_agrees_with_the_reference_cases(reference_cases, moments, case_id):
    case = reference_cases[case_id]
    change = welch(moments(case["input"]["wave1"]), moments(case["input"]["wave2"]), 0.95)
    quantile = t_quantile(0.975, change.degrees_of_freedom)
    found = {
        "df": change.degrees_of_freedom,
        "diff": change.difference,
        "lo": change.interval.low,
        "hi": change.interval.high,
        "p": change.p_value,
        "t": change.difference / change.half_width * quantile,
    }
    assert found == pytest.approx(case["expected"], abs=case["tolerance"])


@pytest.mark.parametrize("case_id", ["mde_n3", "mde_n5", "mde_n8", "mde_n15", "mde_n30"])
def test_half_width_is_the_smallest_change_that_these_visits_could_show(reference_cases, case_id):
    case = reference_cases[case_id]
    wave = Moments(case["input"]["n_per_wave"], 70.0, case["input"]["sd"] ** 2)
    found = welch(wave, wave, 0.95).half_width
    assert found == pytest.approx(case["expected"]["distinguishable"], abs=case["tolerance"])


def parts_of(case, moments):
    return [
        (case["input"]["weights"][method], moments(scores))
        for method, scores in case["input"]["scores"].items()
    ]


def test_weighted_mean_agrees_with_the_reference_case(reference_cases, moments):
    case = reference_cases["site_index"]
    index = weighted_mean(parts_of(case, moments), 0.95)
    width = index.interval.high - index.interval.low
    found = {
        "df": index.degrees_of_freedom,
        "index": index.mean,
        "lo": index.interval.low,
        "hi": index.interval.high,
        "se": width / 2 / t_quantile(0.975, index.degrees_of_freedom),
    }
    assert found == pytest.approx(case["expected"], abs=case["tolerance"])


def test_weights_are_renormalised_over_the_methods_present(reference_cases, moments):
    case = reference_cases["site_index_missing_method"]
    index = weighted_mean(parts_of(case, moments), 0.95)
    assert index.mean == pytest.approx(case["expected"]["index"], abs=case["tolerance"])


@given(summaries, st.floats(0.5, 0.999))
def test_an_interval_is_symmetric_about_its_mean(summary, confidence):
    interval = mean_interval(summary, confidence)
    assert interval.low <= summary.mean <= interval.high
    middle = (interval.low + interval.high) / 2
    assert middle == pytest.approx(summary.mean, abs=1e-9)


@given(summaries, summaries)
def test_welch_back_is_welch_there_with_the_sign_turned(before, after):
    there, back = welch(before, after, 0.95), welch(after, before, 0.95)
    turned = there.interval and Interval(-there.interval.high, -there.interval.low)
    assert back == Change(
        -there.difference, turned, there.p_value, there.degrees_of_freedom, there.half_width
    )


@given(summaries, summaries)
def test_welch_degrees_of_freedom_lie_between_the_smaller_group_and_both(before, after):
    freedom = welch(before, after, 0.95).degrees_of_freedom
    if freedom is not None:
        smaller = min(before.n, after.n) - 1
        assert smaller - 1e-6 <= freedom <= before.n + after.n - 2 + 1e-6


@given(summaries, summaries)
def test_p_is_under_5_percent_exactly_where_the_95_percent_interval_excludes_0(before, after):
    change = welch(before, after, 0.95)
    if change.interval is not None and abs(change.p_value - 0.05) > 1e-9:
        assert (change.p_value < 0.05) == change.interval.excludes(0)


@given(summaries, weights)
def test_one_group_weighted_is_the_group_itself(summary, weight):
    whole = weighted_mean([(weight, summary)], 0.95)
    assert (whole.mean, whole.interval) == (summary.mean, mean_interval(summary, 0.95))


@given(st.lists(st.tuples(weights, summaries), min_size=1, max_size=3))
def test_a_weighted_mean_lies_among_the_means(parts):
    means = [summary.mean for _, summary in parts]
    found = weighted_mean(parts, 0.95).mean
    assert min(means) - 1e-9 <= found <= max(means) + 1e-9


def test_one_score_has_no_interval():
    assert mean_interval(Moments(1, 80.0, None), 0.95) is None


def test_equal_scores_have_a_point_interval():
    assert mean_interval(Moments(3, 80.0, 0.0), 0.95) == Interval(80.0, 80.0)


def test_a_group_of_one_takes_the_interval_from_the_whole():
    parts = [(0.5, Moments(5, 80.0, 9.0)), (0.5, Moments(1, 60.0, None))]
    assert weighted_mean(parts, 0.95) == WeightedMean(70.0, None, None)


def test_groups_without_variation_have_a_point_interval():
    parts = [(0.5, Moments(5, 80.0, 0.0)), (0.5, Moments(2, 60.0, 0.0))]
    assert weighted_mean(parts, 0.95) == WeightedMean(70.0, Interval(70.0, 70.0), None)


def test_a_group_without_variation_leaves_the_noise_to_the_other():
    change = welch(Moments(4, 70.0, 0.0), Moments(9, 75.0, 36.0), 0.95)
    assert change.degrees_of_freedom == pytest.approx(8)
    assert change.half_width == pytest.approx(t_quantile(0.975, 8) * 2)


@pytest.mark.parametrize("other", [Moments(1, 75.0, None), Moments(8, 75.0, 20.0)])
def test_one_visit_shows_a_difference_and_no_more(other):
    single = Moments(1, 70.0, None)
    assert welch(single, other, 0.95) == Change(5.0, None, None, None, None)
    assert welch(other, single, 0.95) == Change(-5.0, None, None, None, None)


def test_two_equal_single_visits_have_no_p():
    single = Moments(1, 70.0, None)
    assert welch(single, single, 0.95) == Change(0.0, None, None, None, None)


def test_no_variation_at_all_is_no_certainty():
    before, after = Moments(3, 70.0, 0.0), Moments(3, 75.0, 0.0)
    assert welch(before, after, 0.95) == Change(5.0, None, None, None, None)


def test_no_variation_and_no_difference_has_p_1():
    wave = Moments(3, 70.0, 0.0)
    assert welch(wave, wave, 0.95) == Change(0.0, None, 1.0, None, None)


def test_scores_that_differ_by_their_rounding_alone_show_no_variation(moments):
    third, even = moments([33.333333, 33.3333, 33.33335]), Moments(3, 50.0, 0.0)
    assert welch(third, even, 0.95).interval is None
    assert not mean_interval(third, 0.95).has_width
    assert welch(Moments(3, 33.3, 1e-3), even, 0.95).interval is not None


@pytest.mark.parametrize("confidence", [-0.5, 0, 1, 95])
def test_a_confidence_is_a_share(confidence):
    with pytest.raises(ValueError, match="a confidence between 0 and 1"):
        mean_interval(Moments(3, 70.0, 4.0), confidence)


def test_both_ends_belong_to_an_interval():
    assert [Interval(1, 2).excludes(value) for value in (0.9, 1, 2, 2.1)] == [
        True,
        False,
        False,
        True,
    ]


@given(st.lists(st.integers(0, 100), min_size=2, max_size=20), st.randoms(use_true_random=False))
def test_more_confidence_makes_a_wider_interval(scores, random):
    summary = Moments(len(scores), statistics.fmean(scores), statistics.variance(scores))
    confidence = random.uniform(0.1, 0.9)
    narrow, wide = mean_interval(summary, confidence), mean_interval(summary, confidence + 0.05)
    assert wide.low <= narrow.low <= narrow.high <= wide.high
