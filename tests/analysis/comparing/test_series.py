"""From five waves a trend, from six natural limits, of waves that were measured alike."""

import math

import pytest

from asiakaskunto_cli.analysis.comparing.measures import Measure
from asiakaskunto_cli.analysis.comparing.request import Dimension, Request
from asiakaskunto_cli.analysis.comparison import compare
from asiakaskunto_cli.words import Method

LEVEL = 30.0053


def series(visits, means, **facts):
    return [
        record
        for number, mean in enumerate(means)
        for record in visits([mean - 1, mean + 1], wave=f"w{number}", day=30 * number, **facts)
    ]


def trend_of(records, request=None):
    (group,) = compare(records, request).groups
    return group.trend


def test_a_series_over_sites_names_those_in_all_of_its_waves(visits):
    records = [*series(visits, [60.0] * 5, site="a"), *series(visits, [70.0] * 5, site="b")]
    records += series(visits, [90.0] * 4, site="new")
    by_method = Request(by=(Dimension.parse("method"),))
    trend = trend_of(records, by_method)
    assert (trend.series, trend.sites, trend.left_out) == ((65.0,) * 5, ("a", "b"), ("new",))
    assert trend.is_over_sites
    assert not trend_of(series(visits, [60.0] * 5)).is_over_sites


def test_a_level_series_lies_within_its_limits_whatever_its_last_digit(visits):
    # The mean of six of these is a last bit beside them.
    trend = trend_of(series(visits, [LEVEL] * 6))
    assert math.fsum([LEVEL] * 6) / 6 != LEVEL
    assert (trend.limits.outside, trend.test.s) == ((), 0)


def test_four_waves_make_no_trend(visits):
    assert trend_of(series(visits, [60.0, 65.0, 70.0, 75.0])) is None


def test_five_rising_waves_do(visits):
    trend = trend_of(series(visits, [60.0, 65.0, 70.0, 75.0, 80.0]))
    assert trend.distinguishable
    assert trend.test.p_value == pytest.approx(2 / 120)
    assert (trend.line.slope, trend.line.intercept) == (5.0, 60.0)
    assert trend.limits is None
    assert trend.waves == ("w0", "w1", "w2", "w3", "w4")


def test_a_series_agrees_with_the_reference_case(reference_cases, visits):
    case = reference_cases["mann_kendall_exact_8"]
    trend = trend_of(series(visits, case["input"]["y"]))
    assert trend.test.p_value == pytest.approx(case["expected"]["p"], abs=case["tolerance"])


def test_limits_agree_with_the_reference_case_and_are_settled_at_ten(reference_cases, visits):
    case = reference_cases["xmr_10"]
    limits = trend_of(series(visits, case["input"]["y"])).limits
    assert limits.upper == pytest.approx(case["expected"]["unpl"], abs=case["tolerance"])
    assert not limits.provisional
    assert trend_of(series(visits, case["input"]["y"][:6])).limits.provisional


def test_waves_before_a_change_of_rules_are_no_part_of_the_trend(visits):
    old = series(visits, [20.0, 90.0])
    new = [
        record
        for number in range(5)
        for record in visits(
            [60.0 + number, 61.0 + number],
            wave=f"x{number}",
            day=200 + 30 * number,
            scoring_sha256="b" * 64,
        )
    ]
    assert trend_of([*old, *new]).waves == ("x0", "x1", "x2", "x3", "x4")
    assert trend_of([*old, *new[:-2]]) is None


def test_only_sites_in_every_wave_make_the_trend_of_pooled_sites(visits):
    always = series(visits, [60.0, 61.0, 62.0, 63.0, 64.0], site="a")
    lately = series(visits, [99.0, 99.0], site="b")
    request = Request(by=(Dimension.parse("method"),))
    assert trend_of([*always, *lately], request).series == (60.0, 61.0, 62.0, 63.0, 64.0)


def test_no_site_in_every_wave_makes_no_trend(visits):
    halves = [
        *series(visits, [60.0, 61.0, 62.0], site="a"),
        *(
            record
            for number in (2, 3, 4)
            for record in visits([60.0, 62.0], wave=f"w{number}", day=30 * number, site="b")
        ),
    ]
    assert trend_of(halves, Request(by=(Dimension.parse("method"),))) is None


def test_the_index_has_a_trend_where_the_methods_stayed(visits):
    ask = series(visits, [60.0, 61.0, 62.0, 63.0, 64.0], method=Method.ASK)
    test = series(visits, [50.0, 50.0, 50.0, 50.0], method=Method.TEST)
    request = Request(by=(Dimension.parse("site"),), measure=Measure.parse("index"))
    assert trend_of(ask, request).series == (60.0, 61.0, 62.0, 63.0, 64.0)
    assert trend_of([*ask, *test], request) is None
