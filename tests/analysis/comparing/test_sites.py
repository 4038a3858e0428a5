"""Pooled sites: the change within them is the headline, the pooled one stands beside it."""

import pytest

from asiakaskunto_cli.analysis.comparing.request import Dimension, Request
from asiakaskunto_cli.analysis.comparing.results import Obstacle, Verdict
from asiakaskunto_cli.analysis.comparison import compare

BY_METHOD = Request(by=(Dimension.parse("method"),))


def spread(mean, n):
    """Return n scores with this mean; their spread plays no part in what is tested."""
    return [mean + step - (n - 1) / 2 for step in range(n)]


def sites_of(visits, wave, day, sites):
    return [
        record
        for site, scores in sites.items()
        for record in visits(scores, wave=wave, day=day, site=site)
    ]


def change_of(visits, before, after):
    records = [*sites_of(visits, "w1", 0, before), *sites_of(visits, "w2", 90, after)]
    (group,) = compare(records, BY_METHOD).groups
    return group.changes[0]


def test_a_changed_mix_agrees_with_the_reference_case(reference_cases, visits):
    case = reference_cases["site_mix"]
    waves = [
        {site.lower(): spread(one["mean"], one["n"]) for site, one in case["input"][wave].items()}
        for wave in ("wave1", "wave2")
    ]
    change = change_of(visits, *waves)
    found = {
        "paired": change.overall.difference,
        "paired_lo": change.overall.interval.low,
        "paired_hi": change.overall.interval.high,
        "pooled_change": change.site_mix.pooled.difference,
        "standardised_change": change.site_mix.standardised,
    }
    assert found == pytest.approx(case["expected"], abs=case["tolerance"])
    assert change.overall.verdict is Verdict.UNCLEAR
    assert (change.site_mix.sites, change.site_mix.left_out) == (("a", "b", "c"), ())


def test_a_site_in_one_wave_alone_is_left_out_and_named(visits):
    change = change_of(
        visits,
        {"a": [60.0, 62.0], "b": [70.0, 74.0], "gone": [90.0]},
        {"a": [64.0, 66.0], "b": [76.0, 78.0], "new": [20.0]},
    )
    assert change.overall.difference == pytest.approx((4.0 + 5.0) / 2)
    assert (change.site_mix.sites, change.site_mix.left_out) == (("a", "b"), ("gone", "new"))
    assert change.site_mix.standardised == pytest.approx((2 * 4.0 + 2 * 5.0) / 4)
    assert (change.before, change.after) == (4, 4)


def test_sites_that_changed_alike_but_for_the_rounding_give_no_interval(visits):
    change = change_of(
        visits,
        {"a": [90.625, 90.625], "b": [87.5, 87.5]},
        # 100 times 0.916667, and 88.541666 as the score of a visit has it.
        {"a": [91.6667, 91.6667], "b": [88.541666, 88.541666]},
    )
    assert change.overall.difference == pytest.approx(1.041683)
    assert change.overall.interval is None
    assert change.overall.verdict is Verdict.UNCLEAR


def test_one_site_in_both_waves_is_compared_by_its_visits(visits):
    change = change_of(visits, {"a": [60.0, 62.0, 64.0], "gone": [90.0]}, {"a": [80.0, 82.0, 84.0]})
    assert change.overall.difference == 20.0
    assert change.overall.verdict is Verdict.BETTER
    assert change.site_mix.pooled.difference == pytest.approx(82.0 - 69.0)
    # Three against three of that site; the visit elsewhere plays no part in it.
    assert change.p_permutation == pytest.approx(2 / 20)


def test_one_site_in_all_needs_no_word_of_a_mix(visits):
    assert change_of(visits, {"a": [60.0, 62.0]}, {"a": [80.0, 82.0]}).site_mix is None


def test_no_site_in_both_waves_is_refused(visits):
    change = change_of(visits, {"a": [60.0, 62.0]}, {"b": [80.0, 82.0]})
    assert change.obstacle is Obstacle.SITES
    assert change.overall.difference is None


def test_sites_that_changed_alike_show_no_variation_and_no_interval(visits):
    change = change_of(visits, {"a": [60.0], "b": [70.0]}, {"a": [65.0], "b": [75.0]})
    assert (change.overall.difference, change.overall.interval) == (5.0, None)
    assert change.overall.verdict is Verdict.UNCLEAR
