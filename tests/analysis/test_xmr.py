"""Natural process limits against the reference case, and what lies outside of them."""

import pytest

from asiakaskunto_cli.analysis.xmr import natural_limits


def test_limits_agree_with_the_reference_case(reference_cases):
    case = reference_cases["xmr_10"]
    found = natural_limits(case["input"]["y"])
    assert {
        "lnpl": found.lower,
        "mean": found.mean,
        "mrbar": found.mean_range,
        "unpl": found.upper,
        "url": found.range_limit,
    } == pytest.approx(case["expected"], abs=case["tolerance"])
    assert (found.outside, found.provisional) == ((), False)


def test_a_wave_beyond_a_limit_is_named_by_its_place():
    # Ranges 1, 1, 1, 1, 1, 20, 20: mean 45/7, reach 17.1; the mean is 72.375.
    found = natural_limits([70.0, 71.0, 70.0, 71.0, 70.0, 71.0, 91.0, 71.0])
    assert found.upper == pytest.approx(73.125 + 2.66 * 45 / 7)
    assert found.outside == (6,)
    assert found.provisional


@pytest.mark.parametrize("level", [round(0.000501 * step, 6) for step in range(1, 200)])
def test_a_flat_series_has_nothing_outside(level):
    # Some of these means are a last bit beside what they are the mean of.
    assert natural_limits([level] * 6).outside == ()


def test_one_figure_has_no_range():
    with pytest.raises(ZeroDivisionError):
        natural_limits([70.0])
