"""Sites: methods, index, areas, and the level with everything that limits it."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from asiakaskunto_cli.analysis.intervals import Interval
from asiakaskunto_cli.analysis.reduce import Exclusion, Reason
from asiakaskunto_cli.analysis.site import Estimate, MethodSummary, SiteSummary, summarise
from asiakaskunto_cli.scoring.policy import Policy, Threshold
from asiakaskunto_cli.words import Area, Gate, Level, Method, Outcome

POLICY = Policy()
METHOD_NAMES = {"havainnointi": Method.OBSERVE, "testaus": Method.TEST, "kysely": Method.ASK}


def only_site(records, policy=POLICY):
    (site,) = summarise(records, policy)
    return site


def reference_visits(case, visits):
    return [
        record
        for name, scores in case["input"]["scores"].items()
        for record in visits(scores, method=METHOD_NAMES[name])
    ]


def test_no_visits_make_no_sites():
    assert summarise([], POLICY) == ()


def test_the_index_agrees_with_the_reference_case(reference_cases, visits):
    case = reference_cases["site_index"]
    site = only_site(reference_visits(case, visits))
    found = (site.index.mean, site.index.interval.low, site.index.interval.high)
    expected = tuple(case["expected"][key] for key in ("index", "lo", "hi"))
    assert found == pytest.approx(expected, abs=case["tolerance"])
    assert (site.index.visits, site.visits, site.methods_missing) == (20, 20, ())


def test_a_missing_method_is_named_and_its_weight_shared_out(reference_cases, visits):
    case = reference_cases["site_index_missing_method"]
    site = only_site(reference_visits(case, visits))
    assert site.index.mean == pytest.approx(case["expected"]["index"], abs=case["tolerance"])
    assert site.methods_missing == (Method.TEST,)


def test_one_visit_is_a_point_without_an_interval_or_a_level(visit):
    point = Estimate(visits=1, mean=80.0, interval=None)
    areas = dict.fromkeys(Area, point)
    assert only_site([visit(80.0)]) == SiteSummary(
        site="keskusta",
        name="Keskusta",
        visits=1,
        methods={Method.TEST: MethodSummary(1, 80.0, None, None, areas)},
        methods_missing=(Method.OBSERVE, Method.ASK),
        index=point,
        areas=areas,
        level=None,
        confirmed=False,
        limits=(),
        exclusions=(),
    )


def test_each_area_is_combined_over_the_methods_that_scored_it(visit):
    records = [
        visit(80.0, method=Method.OBSERVE, areas={Area.SKILLS: 60.0, Area.EMOTION: 90.0}),
        visit(80.0, method=Method.ASK, areas={Area.SKILLS: 95.0, Area.KNOWLEDGE: None}),
    ]
    site = only_site(records)
    assert {area: (found.visits, found.mean) for area, found in site.areas.items()} == {
        Area.SKILLS: (2, pytest.approx((0.2 * 60 + 0.5 * 95) / 0.7)),
        Area.EMOTION: (1, 90.0),
    }
    assert set(site.methods[Method.ASK].areas) == {Area.SKILLS}


def test_sites_come_by_id_and_waves_are_pooled(visits):
    records = visits([70.0], wave="w2") + visits([90.0], wave="w1") + visits([50.0], site="asema")
    assert [(site.site, site.visits, site.index.mean) for site in summarise(records, POLICY)] == [
        ("asema", 1, 50.0),
        ("keskusta", 2, 80.0),
    ]


def test_a_method_without_weight_is_shown_but_not_in_the_index(visits):
    policy = Policy(method_weights={Method.TEST: 0.5, Method.ASK: 0.5, Method.OBSERVE: 0.0})
    records = visits([80.0]) + visits([20.0] * 3, method=Method.OBSERVE)
    site = only_site(records, policy)
    assert site.methods[Method.OBSERVE].mean == 20.0
    assert (site.index.mean, site.index.visits, site.methods_missing) == (80.0, 1, (Method.ASK,))


def test_a_site_without_a_weighted_method_has_no_index(visits):
    site = only_site(visits([90.0] * 3), Policy(method_weights={Method.ASK: 1.0}))
    assert (site.index, site.areas, site.level, site.confirmed) == (None, {}, None, False)
    assert site.methods_missing == (Method.ASK,)


def test_visits_that_do_not_count_are_named_at_their_site(visit):
    records = [visit(outcome=Outcome.INCOMPLETE, file="v.json"), visit(site="asema")]
    asema, keskusta = summarise(records, POLICY)
    assert asema.exclusions == ()
    assert keskusta.exclusions == (Exclusion("v.json", "keskusta", Reason.INCOMPLETE),)
    assert (keskusta.visits, keskusta.methods, keskusta.index) == (0, {}, None)


@pytest.mark.parametrize(
    ("scores", "level", "confirmed"),
    [
        ([96.0, 97.0], None, False),
        ([74.9, 75.0, 75.0], None, False),
        ([75.0, 75.0, 75.0], Level.GOOD, False),
        ([76.0, 76.1, 76.0], Level.GOOD, True),
        ([70.0, 80.0, 90.0], Level.GOOD, False),
        ([87.0, 88.0, 89.0], Level.EXCELLENT, False),
        ([98.0, 99.0, 98.5, 99.5], Level.BEST, True),
    ],
)
def test_a_level_needs_three_visits_and_a_clear_interval_to_be_confirmed(
    visits, scores, level, confirmed
):
    site = only_site(visits(scores))
    assert (site.level, site.confirmed) == (level, confirmed)


def test_three_visits_by_different_methods_make_a_provisional_level(visit):
    site = only_site([visit(90.0, method=method) for method in Method])
    assert (site.level, site.confirmed, site.index.interval) == (Level.EXCELLENT, False, None)


def test_a_threshold_is_met_at_the_precision_of_scores(visits):
    policy = replace(POLICY, levels={**POLICY.levels, Level.GOOD: Threshold(75.2, 60.0)})
    site = only_site(visits([75.2] * 2) + visits([75.2] * 2, method=Method.ASK), policy)
    assert site.index.mean < 75.2  # 0.375 and 0.625 of 75.2 come to 75.19999999999999
    assert site.level == Level.GOOD


def test_the_weakest_area_holds_the_level_down(visits):
    areas = {Area.KNOWLEDGE: 100.0, Area.SKILLS: 100.0, Area.EMOTION: 74.0}
    assert only_site(visits([91.0] * 3, areas=areas)).level is Level.GOOD


def test_one_area_alone_earns_no_level(visits):
    assert only_site(visits([99.0] * 3, areas={Area.EMOTION: 99.0})).level is None


@pytest.mark.parametrize(
    ("facts", "gate", "level"),
    [
        ({"critical_failed": ("tervehdys",), "level": None}, Gate.CRITICAL, None),
        ({"core_failed": ("kassa",), "level": Level.GOOD}, Gate.CORE, Level.GOOD),
        ({"core_unchecked": ("kassa",), "level": Level.GOOD}, Gate.CORE, Level.GOOD),
        ({"critical_unchecked": ("tervehdys",), "level": None}, Gate.CRITICAL, None),
    ],
)
def test_a_gate_of_one_visit_limits_the_site_and_is_named(visits, visit, facts, gate, level):
    site = only_site([*visits([99.0] * 5), visit(99.0, day=9, file="kassa.json", **facts)])
    assert site.level is level
    assert [(limit.file, limit.gate) for limit in site.limits] == [("kassa.json", gate)]


def test_limits_are_listed_by_file_over_all_methods(visit):
    failed = {"core_failed": ("kassa",)}
    records = [
        visit(file="b.json", **failed),
        visit(file="c.json", method=Method.ASK, **failed),
        visit(file="a.json", wave="2027-Q1", **failed),
    ]
    assert [limit.file for limit in only_site(records).limits] == ["a.json", "b.json", "c.json"]


def test_the_confidence_is_that_of_every_interval(visits):
    (site,) = summarise(visits([70.0, 80.0, 90.0]), POLICY, confidence=0.9)
    # t 0.95 at 2 degrees of freedom is 2.919986, the standard error 10 / sqrt(3).
    half_width = 2.919986 * 10 / 3**0.5
    interval = site.methods[Method.TEST].interval
    expected = Interval(pytest.approx(80 - half_width), pytest.approx(80 + half_width))
    assert (interval, site.index.interval) == (expected, expected)


scores = st.lists(st.floats(0, 100).map(lambda score: round(score, 6)), min_size=1, max_size=8)


@given(scores, scores, st.randoms(use_true_random=False))
def test_the_order_of_files_plays_no_part(visits, tested, asked, random):
    records = visits(tested) + visits(asked, method=Method.ASK)
    again = summarise(random.sample(records, len(records)), POLICY)
    assert again == summarise(records, POLICY)


@given(scores, scores)
def test_another_site_changes_nothing_here(visits, here, elsewhere):
    alone = only_site(visits(here))
    _, beside = summarise(visits(elsewhere, site="asema") + visits(here), POLICY)
    assert beside == alone


@given(scores.filter(lambda values: max(values) <= 90))
def test_ten_points_more_everywhere_is_ten_points_more(visits, values):
    before = only_site(visits(values))
    after = only_site(visits([value + 10 for value in values]))
    assert after.index.mean == pytest.approx(before.index.mean + 10, abs=1e-6)
    assert after.methods[Method.TEST].sd == pytest.approx(before.methods[Method.TEST].sd, abs=1e-6)


@given(scores)
def test_every_interval_contains_its_mean(visits, values):
    site = only_site(visits(values))
    for estimate in (site.index, site.methods[Method.TEST], *site.areas.values()):
        assert estimate.interval is None or not estimate.interval.excludes(estimate.mean)


def test_a_level_of_visits_that_all_scored_the_same_stays_provisional(visits):
    (site,) = summarise(visits([96.0, 96.0, 96.0]), Policy())
    assert (site.level, site.confirmed) == (Level.BEST, False)
    (site,) = summarise(visits([96.0, 96.1, 96.0]), Policy())
    assert (site.level, site.confirmed) == (Level.BEST, True)
