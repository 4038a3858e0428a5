"""Leagues: places as far as the intervals tell sites apart, and only among the same methods."""

import math
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from asiakaskunto_cli.analysis.intervals import Interval
from asiakaskunto_cli.analysis.league import leagues
from asiakaskunto_cli.analysis.site import Estimate, summarise
from asiakaskunto_cli.scoring.policy import Policy
from asiakaskunto_cli.words import Method, Outcome


@pytest.fixture(scope="session")
def tested(visits):
    """From the scores of test visits by site to the summaries of the sites."""

    def run(policy=None, **scores):
        records = [record for name, ones in scores.items() for record in visits(ones, site=name)]
        return summarise(records, policy or Policy())

    return run


@pytest.fixture(scope="session")
def site(visit):
    """A site of its own, whose index is handed in."""

    def run(name, index):
        (summary,) = summarise([visit(site=name)], Policy())
        return replace(summary, index=index)

    return run


def places(league):
    return {one.site.site: (one.best_place, one.worst_place) for one in league.standings}


def test_no_sites_make_no_league():
    assert leagues([]) == ()


def test_places_are_sure_where_the_intervals_lie_apart(tested):
    # Each has the standard error 1 / 3 ** 0.5, and t 0.975 at 2 degrees of freedom is 4.302653:
    # half width 2.484, so that 91 and 85 lie apart (88.5 > 87.5), and 85 and 81 do not.
    sites = tested(asema=[80, 81, 82], keskusta=[90, 91, 92], satama=[84, 85, 86])
    (league,) = leagues(sites)
    assert [(one.site.site, one.index.mean) for one in league.standings] == [
        ("keskusta", 91.0),
        ("satama", 85.0),
        ("asema", 81.0),
    ]
    assert places(league) == {"keskusta": (1, 1), "satama": (2, 3), "asema": (2, 3)}
    assert (league.methods, league.lowest, league.highest) == ((Method.TEST,), 81.0, 91.0)
    # (91 + 85 + 81) / 3 = 257 / 3; deviations 16/3, −2/3, −14/3: (256 + 4 + 196) / 9 / 2 = 76/3.
    assert (league.mean, league.sd) == pytest.approx((257 / 3, math.sqrt(76 / 3)))


def test_a_site_that_varies_a_lot_may_have_any_place(tested):
    # t 0.975 at 1 degree of freedom is 12.7: the interval of satama is the whole scale.
    sites = tested(asema=[60, 61, 62], keskusta=[90, 91, 92], satama=[70, 90])
    (league,) = leagues(sites)
    assert places(league) == {"keskusta": (1, 2), "satama": (1, 3), "asema": (2, 3)}


def test_one_site_is_a_league_without_spread(tested):
    (league,) = leagues(tested(keskusta=[70, 80, 90]))
    assert places(league) == {"keskusta": (1, 1)}
    assert (league.mean, league.sd, league.lowest, league.highest) == (80.0, None, 80.0, 80.0)


def test_sites_without_an_interval_are_ranked_but_not_told_apart(tested):
    (league,) = leagues(tested(asema=[10], keskusta=[99], satama=[90, 91, 92]))
    assert [one.site.site for one in league.standings] == ["keskusta", "satama", "asema"]
    assert set(places(league).values()) == {(1, 3)}


ALIKE, VARIED = [60, 60, 60], [60, 61, 62]


@pytest.mark.parametrize(
    ("lower", "higher"),
    [(ALIKE, [90, 90, 90]), (VARIED, [90, 90, 90]), (ALIKE, [90, 91, 92])],
)
def test_visits_that_are_all_alike_tell_no_site_from_another(tested, lower, higher):
    (league,) = leagues(tested(asema=lower, keskusta=higher))
    first, last = (one.index.interval for one in league.standings)
    assert first.low > last.high
    assert places(league) == {"keskusta": (1, 2), "asema": (1, 2)}


@pytest.mark.parametrize(("low", "sure"), [(80.0, False), (80.000001, True)])
def test_intervals_that_touch_do_not_tell_sites_apart(site, low, sure):
    sites = [
        site("asema", Estimate(5, 75.0, Interval(70.0, 80.0))),
        site("keskusta", Estimate(5, 85.0, Interval(low, 90.0))),
    ]
    (league,) = leagues(sites)
    expected = ((1, 1), (2, 2)) if sure else ((1, 2), (1, 2))
    assert (places(league)["keskusta"], places(league)["asema"]) == expected


def test_ties_come_by_site_and_share_their_places(tested):
    alike = [70, 75, 80]
    (league,) = leagues(tested(satama=alike, asema=alike, keskusta=[98, 99, 99.5]))
    assert [one.site.site for one in league.standings] == ["keskusta", "asema", "satama"]
    assert places(league) == {"keskusta": (1, 1), "asema": (2, 3), "satama": (2, 3)}


def test_sites_without_an_index_are_in_no_league(visit, tested):
    left_out = summarise([visit(site="asema", outcome=Outcome.INCOMPLETE)], Policy())
    assert leagues(left_out) == ()
    (league,) = leagues([*left_out, *tested(keskusta=[80])])
    assert places(league) == {"keskusta": (1, 1)}


def test_indexes_of_different_methods_are_never_ranked_together(visit):
    methods = {
        "asema": [Method.ASK],
        "keskusta": [Method.TEST, Method.OBSERVE],
        "laituri": [Method.OBSERVE, Method.TEST],
        "satama": list(Method),
        "tori": [Method.OBSERVE],
    }
    records = [visit(site=name, method=one) for name, used in methods.items() for one in used]
    found = [
        (league.methods, [one.site.site for one in league.standings])
        for league in leagues(summarise(records, Policy()))
    ]
    # The largest first, then by their methods.
    assert found == [
        ((Method.OBSERVE, Method.TEST), ["keskusta", "laituri"]),
        ((Method.OBSERVE,), ["tori"]),
        (tuple(Method), ["satama"]),
        ((Method.ASK,), ["asema"]),
    ]


def test_a_method_without_weight_parts_no_sites(visit):
    # Observing is not in any index here, so both indexes are of tests alone.
    policy = Policy(method_weights={Method.OBSERVE: 0.0, Method.TEST: 0.5, Method.ASK: 0.5})
    records = [
        visit(90.0, site="asema"),
        visit(80.0, site="keskusta"),
        visit(20.0, site="keskusta", method=Method.OBSERVE),
    ]
    (league,) = leagues(summarise(records, policy))
    assert league.methods == (Method.TEST,)
    assert [one.index.mean for one in league.standings] == [90.0, 80.0]


@st.composite
def estimates(draw):
    """Draw an index, with an interval around it or without."""
    mean = draw(st.integers(0, 100))
    interval = Interval(draw(st.integers(0, mean)), draw(st.integers(mean, 100)))
    return Estimate(draw(st.integers(1, 9)), mean, draw(st.sampled_from([None, interval])))


indexes = st.lists(estimates(), min_size=1, max_size=7)


def sites_of(drawn, site):
    return [site(f"site-{number}", index) for number, index in enumerate(drawn)]


@given(indexes)
def test_places_are_consistent(site, drawn):
    (league,) = leagues(sites_of(drawn, site))
    ranked = league.standings
    for rank, one in enumerate(ranked, start=1):
        assert 1 <= one.best_place <= one.worst_place <= len(ranked)
        # The rank by the means is always one of the places that the site may have.
        assert one.best_place <= rank <= one.worst_place
    sure = [one.best_place for one in ranked if one.best_place == one.worst_place]
    assert len(sure) == len(set(sure))
    assert league.lowest <= league.mean <= league.highest


@given(indexes)
def test_a_site_over_all_others_is_the_sure_first(site, drawn):
    over = Estimate(5, 150, Interval(140, 160))  # an index that no site can have, to be above all
    apart = [one for one in drawn if one.interval is not None and one.interval.has_width]
    (league,) = leagues([*sites_of(apart, site), site("huippu", over)])
    first = league.standings[0]
    assert (first.site.site, first.best_place, first.worst_place) == ("huippu", 1, 1)
    assert all(one.best_place > 1 for one in league.standings[1:])


@given(indexes, st.randoms(use_true_random=False))
def test_the_order_of_sites_plays_no_part(site, drawn, random):
    sites = sites_of(drawn, site)
    assert leagues(random.sample(sites, len(sites))) == leagues(sites)


@given(indexes, estimates())
def test_one_more_site_moves_the_others_by_one_place_at_most(site, drawn, another):
    sites = sites_of(drawn, site)
    (before,) = leagues(sites)
    (after,) = leagues([*sites, site("uusi", another)])
    found = {one.site.site: one for one in after.standings}
    for one in before.standings:
        moved = found[one.site.site]
        assert (moved.site, moved.index) == (one.site, one.index)
        assert moved.best_place - one.best_place in {0, 1}
        assert moved.worst_place - one.worst_place in {0, 1}


@given(indexes, estimates())
def test_a_site_of_other_methods_changes_nothing(site, drawn, another):
    sites = sites_of(drawn, site)
    stranger = replace(site("uusi", another), methods_missing=())
    assert leagues(sites)[0] in leagues([*sites, stranger])


scores = st.lists(st.integers(0, 100), min_size=1, max_size=4)


@given(st.dictionaries(st.sampled_from(["asema", "satama", "tori"]), scores, min_size=1), scores)
def test_the_figures_of_a_site_are_its_own(tested, others, own):
    (alone,) = leagues(tested(keskusta=own))
    (beside,) = leagues(tested(keskusta=own, **others))
    found = {one.site.site: one for one in beside.standings}
    assert found["keskusta"].index == alone.standings[0].index
    assert found["keskusta"].site == alone.standings[0].site
