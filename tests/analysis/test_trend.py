"""Trends against reference cases, and what too short or flat a series says."""

import statistics
from itertools import permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from asiakaskunto_cli.analysis.trend import Line, exact_p, mann_kendall, theil_sen

figures = st.lists(st.integers(0, 100).map(float), min_size=2, max_size=12)


def test_exact_p_agrees_with_the_reference_case(reference_cases):
    case = reference_cases["mann_kendall_exact_8"]
    found = mann_kendall(case["input"]["y"])
    near = case["tolerance"]
    assert (found.s, found.exact) == (case["input"]["S"], True)
    assert found.p_value == pytest.approx(case["expected"]["p"], abs=near)
    assert found.s / 28 == pytest.approx(case["expected"]["tau"], abs=near)


def test_variance_and_z_agree_with_the_reference_case(reference_cases):
    case = reference_cases["mann_kendall_8"]
    found = mann_kendall(case["input"]["y"])
    normal = 2 * (1 - statistics.NormalDist().cdf(abs(found.z)))
    assert {"S": found.s, "p": normal, "var_s": found.variance, "z": found.z} == pytest.approx(
        case["expected"], abs=case["tolerance"]
    )


def test_ties_make_it_normal_and_agree_with_the_reference_case(reference_cases):
    case = reference_cases["mann_kendall_ties"]
    found = mann_kendall(case["input"]["y"])
    assert not found.exact
    assert {"S": found.s, "p": found.p_value, "var_s": found.variance, "z": found.z} == (
        pytest.approx(case["expected"], abs=case["tolerance"])
    )


def test_a_perfect_series_has_the_smallest_p_of_its_length(reference_cases):
    case = reference_cases["mann_kendall_floor"]
    found = [mann_kendall([float(one) for one in range(n)]).p_value for n in case["input"]["n"]]
    assert found == pytest.approx(case["expected"], abs=case["tolerance"])


def test_exact_p_is_the_share_of_all_orders():
    series = [3.0, 1.0, 4.0, 5.0, 2.0]
    found = mann_kendall(series)
    as_far = [abs(mann_kendall(order).s) >= abs(found.s) for order in permutations(series)]
    assert found.p_value == pytest.approx(sum(as_far) / len(as_far))
    assert exact_p(0, 5) == 1.0


def test_a_flat_series_shows_nothing():
    found = mann_kendall([70.0] * 6)
    assert (found.s, found.p_value, found.variance, found.z) == (0, 1.0, 0.0, 0.0)
    assert theil_sen([70.0] * 6) == Line(0.0, 70.0)


def test_more_than_ten_waves_are_tested_by_the_normal_distribution():
    found = mann_kendall([float(one) for one in range(11)])
    assert not found.exact
    assert found.p_value < 0.001


@pytest.mark.parametrize("series", [[], [70.0]])
def test_one_figure_has_no_direction(series):
    with pytest.raises(ValueError, match="two figures"):
        mann_kendall(series)


def test_theil_sen_agrees_with_the_reference_case(reference_cases):
    case = reference_cases["theil_sen_8"]
    found = theil_sen(case["input"]["y"])
    assert {"slope": found.slope, "intercept": found.intercept} == pytest.approx(case["expected"])


def test_one_odd_wave_does_not_make_a_slope():
    assert theil_sen([70.0, 70.0, 70.0, 20.0, 70.0]).slope == 0.0


@given(figures)
def test_backwards_everything_turns_its_sign(series):
    ahead, back = mann_kendall(series), mann_kendall(series[::-1])
    assert (back.s, back.z) == (-ahead.s, -ahead.z)
    assert back.p_value == ahead.p_value
    assert theil_sen(series[::-1]).slope == -theil_sen(series).slope


@given(figures, st.integers(-50, 50))
def test_a_shift_changes_no_trend(series, points):
    moved = [one + points for one in series]
    assert mann_kendall(moved) == mann_kendall(series)
    assert theil_sen(moved).slope == theil_sen(series).slope


def test_figures_that_differ_by_rounding_alone_are_ties():
    found = mann_kendall([33.3333, 33.333333, 33.33335, 50.0, 50.0001])
    assert found == mann_kendall([33.0, 33.0, 33.0, 50.0, 50.0])
    assert found.s == 6
