"""Student's t against published tables and its own symmetries."""

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from asiakaskunto_cli.analysis.student import (
    regularised_beta,
    t_cdf,
    t_density,
    t_quantile,
    two_sided_p,
)

freedoms = st.floats(min_value=1, max_value=10_000)


def test_beta_agrees_with_the_reference_cases(reference_cases):
    case = reference_cases["betainc"]
    found = [regularised_beta(a, b, x) for a, b, x in case["input"]["abx"]]
    assert found == pytest.approx(case["expected"], abs=case["tolerance"])


def test_quantiles_agree_with_the_reference_cases(reference_cases):
    case = reference_cases["t_quantiles_975"]
    found = [t_quantile(case["input"]["p"], freedom) for freedom in case["input"]["df"]]
    assert found == pytest.approx(case["expected"], abs=case["tolerance"])


def test_beta_runs_from_0_to_1():
    assert (regularised_beta(2, 3, 0), regularised_beta(2, 3, 1)) == (0.0, 1.0)


@given(a=st.floats(0.1, 500), b=st.floats(0.1, 500), x=st.floats(0.001, 0.999))
def test_beta_is_mirrored_by_its_parameters(a, b, x):
    assert regularised_beta(a, b, x) + regularised_beta(b, a, 1 - x) == pytest.approx(1, abs=1e-9)


@given(t=st.floats(-50, 50))
def test_one_degree_of_freedom_is_the_cauchy_distribution(t):
    assert t_cdf(t, 1) == pytest.approx(0.5 + math.atan(t) / math.pi, abs=1e-12)
    assert t_density(t, 1) == pytest.approx(1 / (math.pi * (1 + t * t)), rel=1e-12)


@given(t=st.floats(-50, 50))
def test_two_degrees_of_freedom_have_a_closed_form(t):
    assert t_cdf(t, 2) == pytest.approx(0.5 + t / (2 * math.sqrt(2 + t * t)), abs=1e-12)


@given(probability=st.floats(0.001, 0.999), freedom=freedoms)
def test_quantile_undoes_the_distribution(probability, freedom):
    assert t_cdf(t_quantile(probability, freedom), freedom) == pytest.approx(probability, abs=1e-12)


@given(t=st.floats(0, 40), freedom=freedoms)
def test_both_tails_are_as_heavy(t, freedom):
    both = t_cdf(-t, freedom) + 1 - t_cdf(t, freedom)
    assert both == pytest.approx(two_sided_p(t, freedom), abs=1e-12)


def test_p_keeps_its_digits_next_to_0():
    # P(|T| >= t) = 1 - 2 t f(0) to first order, and f(0) of 3 degrees of freedom is 0.3675526.
    assert 1 - two_sided_p(1e-9, 3) == pytest.approx(2e-9 * 0.3675526, rel=1e-6)


def test_many_degrees_of_freedom_come_to_the_normal_distribution():
    assert t_quantile(0.975, 1e7) == pytest.approx(1.959964, abs=1e-6)


def test_a_fraction_that_cannot_settle_says_so():
    with pytest.raises(ArithmeticError, match="does not converge"):
        regularised_beta(1e14, 1e14, 0.5)


@pytest.mark.parametrize("arguments", [(0, 1, 0.5), (1, -1, 0.5), (1, 1, 1.5), (1, 1, math.nan)])
def test_beta_refuses_what_it_is_not_defined_for(arguments):
    with pytest.raises(ValueError, match="b > 0 and x in 0"):
        regularised_beta(*arguments)


@pytest.mark.parametrize("probability", [0, 1, -0.1, 1.1, math.nan])
def test_quantile_refuses_what_is_no_probability(probability):
    with pytest.raises(ValueError, match="a probability between 0 and 1"):
        t_quantile(probability, 3)


@pytest.mark.parametrize("freedom", [0, -1, math.nan])
def test_quantile_refuses_what_are_no_degrees_of_freedom(freedom):
    with pytest.raises(ValueError, match="positive degrees of freedom"):
        t_quantile(0.975, freedom)
