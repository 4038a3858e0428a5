"""Segments, classes and channels: the score of each kind of visit, where it hides nobody."""

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from asiakaskunto_cli.analysis.intervals import Interval
from asiakaskunto_cli.analysis.segments import By, Group, Segmentation, segmentations
from asiakaskunto_cli.analysis.site import Estimate
from asiakaskunto_cli.scoring.response import Response
from asiakaskunto_cli.words import Method

NOON = datetime(2026, 10, 1, 12, tzinfo=UTC)

CHECKLIST = """
method: [observe, ask]
items:
  - {id: arvio, text: Arvio?, type: nps, area: emotion, measure: subjective}
  - id: ryhma
    text: Ryhmä?
    type: choice
    segment: true
    options: [{id: uusi, label: L}, {id: joskus, label: L}, {id: aina, label: L}]
  - id: kanava
    text: Kanava?
    type: choice
    options: [{id: auto, label: L}, {id: kavely, label: L}]
  - {id: kerrat, text: Kerrat?, type: number}
classify:
  - id: porras
    title: Porras
    steps:
      - {id: vakio, step: 3, label: Vakio, when: {item: kerrat, at_least: 9}}
      - {id: asiakas, step: 2, label: Asiakas, when: {item: kerrat, at_least: 2}}
      - {id: kokeilija, step: 1, label: Kokeilija}
"""


@pytest.fixture(scope="session")
def lista(make_checklist):
    return make_checklist(CHECKLIST)


def sizes(found):
    """Return the groups of each segmentation with their sizes."""
    return {
        (one.by, one.method, one.name): [(group.id, group.visits) for group in one.groups]
        for one in found
    }


def grouped(scores, item="ryhma"):
    """Return answers: one for every score (0..10) in each group."""
    return [{"arvio": score, item: name} for name, ones in scores.items() for score in ones]


def test_no_visits_tell_nothing_apart():
    assert segmentations([], 5, 0.95) == ()


def test_segments_are_scored_in_the_order_of_their_options(lista, details):
    visits = details(lista, grouped({"aina": [8, 9, 10], "uusi": [7, 8, 8]}))
    # aina: 80, 90, 100, standard error 10 / 3 ** 0.5; uusi: 70, 80, 80, standard error 10 / 3;
    # t 0.975 at 2 degrees of freedom is 4.302653. aina would reach 114.8: no score does.
    t = 4.302653
    assert segmentations(visits, 3, 0.95) == (
        Segmentation(
            by=By.SEGMENT,
            checklist=lista,
            method=Method.OBSERVE,
            name="ryhma",
            groups=(
                Group(
                    "uusi",
                    3,
                    Estimate(
                        3,
                        pytest.approx(230 / 3),
                        Interval(
                            pytest.approx(230 / 3 - t * 10 / 3),
                            pytest.approx(230 / 3 + t * 10 / 3),
                        ),
                    ),
                ),
                Group(
                    "aina",
                    3,
                    Estimate(3, 90.0, Interval(pytest.approx(90 - t * 10 / 3**0.5), 100.0)),
                ),
            ),
        ),
    )


def test_the_confidence_is_that_of_the_intervals(lista, details):
    visits = details(lista, grouped({"aina": [1, 1], "uusi": [7, 8, 8]}))
    ((uusi, _aina),) = (one.groups for one in segmentations(visits, 2, 0.8))
    # t 0.9 at 2 degrees of freedom is 1.885618.
    assert uusi.score.interval.high == pytest.approx(230 / 3 + 1.885618 * 10 / 3)


@pytest.mark.parametrize(("min_group", "shown"), [(2, True), (3, True), (4, False)])
def test_a_small_group_is_told_of_without_its_score(lista, details, min_group, shown):
    visits = details(lista, grouped({"uusi": [7, 8, 8], "aina": [5, 6, 7, 8]}))
    ((uusi, aina),) = (one.groups for one in segmentations(visits, min_group, 0.95))
    assert (uusi.id, uusi.visits, uusi.score is not None) == ("uusi", 3, shown)
    assert (aina.visits, aina.score.mean) == (4, 65.0)


def test_one_visit_is_a_group_without_an_interval(lista, details):
    visits = details(lista, grouped({"uusi": [7], "aina": [9]}))
    ((uusi, aina),) = (one.groups for one in segmentations(visits, 1, 0.95))
    assert (uusi.score, aina.score) == (Estimate(1, 70.0, None), Estimate(1, 90.0, None))


def test_visits_that_are_all_alike_make_an_interval_without_width(lista, details):
    visits = details(lista, grouped({"uusi": [7, 7], "aina": [7, 7]}))
    (found,) = segmentations(visits, 2, 0.95)
    assert {group.score for group in found.groups} == {Estimate(2, 70.0, Interval(70.0, 70.0))}


def test_visits_of_one_kind_are_not_told_apart(lista, details):
    assert segmentations(details(lista, grouped({"uusi": [7, 8, 9]})), 1, 0.95) == ()


def test_a_choice_that_is_no_segment_tells_nothing_apart(lista, details):
    visits = details(lista, grouped({"auto": [7], "kavely": [9]}, item="kanava"))
    assert segmentations(visits, 1, 0.95) == ()


@pytest.mark.parametrize(
    "response",
    [Response(not_applicable=True), Response(not_observed=True), Response()],
)
def test_who_did_not_answer_is_in_no_segment(lista, details, response):
    answers = [*grouped({"uusi": [7], "aina": [9]}), {"arvio": 1, "ryhma": response}]
    found = segmentations(details(lista, answers), 1, 0.95)
    assert sizes(found) == {(By.SEGMENT, Method.OBSERVE, "ryhma"): [("uusi", 1), ("aina", 1)]}


def test_a_hidden_segment_is_not_counted(make_checklist, details):
    shown_to_some = make_checklist(
        CHECKLIST.replace("segment: true", "segment: true\n    when: {item: arvio, at_least: 5}")
    )
    answers = grouped({"uusi": [7, 2], "aina": [9, 3, 4]})
    found = segmentations(details(shown_to_some, answers), 1, 0.95)
    assert sizes(found) == {(By.SEGMENT, Method.OBSERVE, "ryhma"): [("uusi", 1), ("aina", 1)]}


def test_a_visit_without_a_score_is_in_no_group(lista, details):
    unseen = {"arvio": Response(not_observed=True), "ryhma": "joskus"}
    visits = details(lista, [*grouped({"uusi": [7], "aina": [9]}), unseen])
    assert visits[-1].record.score is None
    found = segmentations(visits, 1, 0.95)
    assert sizes(found) == {(By.SEGMENT, Method.OBSERVE, "ryhma"): [("uusi", 1), ("aina", 1)]}
    # Nor does it make a second group of its own.
    assert segmentations([visits[0], visits[-1]], 1, 0.95) == ()


def test_classes_are_scored_in_the_order_of_their_steps(lista, details):
    visits = details(
        lista,
        [
            {"arvio": 4, "kerrat": 1},
            {"arvio": 10, "kerrat": 12},
            {"arvio": 6, "kerrat": 0},
            {"arvio": 7, "kerrat": 3},
            {"arvio": 0, "kerrat": Response(not_observed=True)},  # the class is not known
        ],
    )
    (found,) = segmentations(visits, 1, 0.95)
    assert (found.by, found.checklist, found.name) == (By.CLASS, lista, "porras")
    assert [(group.id, group.visits, group.score.mean) for group in found.groups] == [
        ("vakio", 1, 100.0),
        ("asiakas", 1, 70.0),
        ("kokeilija", 2, 50.0),
    ]


def test_two_classifications_may_have_steps_of_one_name(make_checklist, details):
    twice = make_checklist(
        CHECKLIST
        + """  - id: into
    title: Into
    steps:
      - {id: kokeilija, label: Kokeilija, when: {item: arvio, below: 0.5}}
      - {id: vakio, label: Vakio}
"""
    )
    visits = details(twice, [{"arvio": 2, "kerrat": 9}, {"arvio": 8, "kerrat": 0}])
    assert sizes(segmentations(visits, 1, 0.95)) == {
        (By.CLASS, Method.OBSERVE, "into"): [("kokeilija", 1), ("vakio", 1)],
        (By.CLASS, Method.OBSERVE, "porras"): [("vakio", 1), ("kokeilija", 1)],
    }


def test_channels_are_of_a_method_whatever_the_checklist(lista, make_checklist, detail):
    other = make_checklist(CHECKLIST.replace("method:", "id: toinen\nmethod:"))
    visits = [
        detail(lista, {"arvio": 8}, channel="verkko"),
        detail(other, {"arvio": 6}, channel="verkko", day=1),
        detail(lista, {"arvio": 5}, channel="puhelin", day=2),
        detail(lista, {"arvio": 1}, day=3),
        detail(lista, {"arvio": 1}, channel="verkko", method=Method.ASK, day=4),
    ]
    (found,) = segmentations(visits, 1, 0.95)
    assert (found.by, found.checklist, found.method, found.name) == (
        By.CHANNEL,
        None,
        Method.OBSERVE,
        "",
    )
    assert [(group.id, group.visits, group.score.mean) for group in found.groups] == [
        ("puhelin", 1, 50.0),
        ("verkko", 2, 70.0),
    ]


def test_everything_that_tells_visits_apart_comes_in_one_order(lista, make_checklist, detail):
    other = make_checklist(CHECKLIST.replace("method:", "id: a-lista\nmethod:"))
    answers = grouped({"uusi": [5], "aina": [9]})
    visits = [
        detail(checklist, one | {"kerrat": 9 * number}, method=method, channel=str(number))
        for checklist in (lista, other)
        for method in (Method.ASK, Method.OBSERVE)
        for number, one in enumerate(answers)
    ]
    found = segmentations(visits, 1, 0.95)
    assert [(one.by, one.checklist and one.checklist.id, one.method) for one in found] == [
        (By.CHANNEL, None, Method.OBSERVE),
        (By.CHANNEL, None, Method.ASK),
        *[
            (by, checklist, method)
            for by in (By.SEGMENT, By.CLASS)
            for checklist in ("a-lista", "lista")
            for method in (Method.OBSERVE, Method.ASK)
        ],
    ]


def test_two_methods_of_one_checklist_are_told_apart_each(lista, detail):
    visits = [
        detail(lista, {"arvio": score, "ryhma": name}, method=method, day=score)
        for score, (name, method) in enumerate(
            [("uusi", Method.ASK), ("aina", Method.ASK), ("uusi", Method.OBSERVE)]
        )
    ]
    assert sizes(segmentations(visits, 1, 0.95)) == {
        (By.SEGMENT, Method.ASK, "ryhma"): [("uusi", 1), ("aina", 1)]
    }


@pytest.mark.parametrize("turn", [1, -1])
def test_the_newest_version_names_and_orders_the_groups(lista, make_checklist, detail, turn):
    newer = make_checklist(
        "version: 2.0.0\n"
        + CHECKLIST.replace(
            "[{id: uusi, label: L}, {id: joskus, label: L}, {id: aina, label: L}]",
            "[{id: aina, label: Aina}, {id: uusi, label: Uusi}]",
        )
    )
    visits = [
        detail(newer, {"arvio": 8, "ryhma": "uusi"}, day=5),
        detail(newer, {"arvio": 9, "ryhma": "aina"}, day=4),
        detail(lista, {"arvio": 2, "ryhma": "joskus"}, day=1),
        detail(lista, {"arvio": 4, "ryhma": "uusi"}, day=2),
    ]
    (found,) = segmentations(visits[::turn], 1, 0.95)
    assert found.checklist is newer
    # What only the older version had is not lost, and comes last.
    assert [(group.id, group.visits, group.score.mean) for group in found.groups] == [
        ("aina", 1, 90.0),
        ("uusi", 2, 60.0),
        ("joskus", 1, 20.0),
    ]


def test_a_segment_that_was_dropped_keeps_the_checklist_that_had_it(lista, make_checklist, details):
    newer = make_checklist("version: 2.0.0\n" + CHECKLIST.replace("    segment: true\n", ""))
    older = details(lista, grouped({"uusi": [7], "aina": [9]}))
    (found,) = segmentations([*older, *details(newer, grouped({"uusi": [1]}), day=5)], 1, 0.95)
    assert found.checklist is lista
    assert sizes([found]) == {(By.SEGMENT, Method.OBSERVE, "ryhma"): [("uusi", 1), ("aina", 1)]}


plans = st.lists(
    st.tuples(
        st.fixed_dictionaries(
            {},
            optional={
                "arvio": st.integers(0, 10),
                "ryhma": st.sampled_from(["uusi", "joskus", "aina"]),
                "kerrat": st.sampled_from([0, 2, 9]),
            },
        ),
        st.sampled_from([Method.OBSERVE, Method.ASK]),
        st.sampled_from([None, "verkko", "myymälä"]),
        st.booleans(),  # by the newer version?
        st.integers(0, 2),  # so that some visits are of one moment
    ),
    max_size=8,
)


@pytest.fixture(scope="session")
def newer(make_checklist):
    """A later version: an option more and one less."""
    return make_checklist(
        "version: 1.1.0\n"
        + CHECKLIST.replace("[{id: uusi, label: L}, {id: joskus", "[{id: aika-ajoin").replace(
            "{id: aina, label: L}]", "{id: uusi, label: L}, {id: joskus, label: L}]"
        )
    )


def planned(plan, detail, older, newer):
    return [
        detail(
            newer if is_newer and answers.get("ryhma") != "aina" else older,
            answers,
            method=method,
            channel=channel,
            day=number,
            visited_at=NOON + timedelta(days=day),
        )
        for number, (answers, method, channel, is_newer, day) in enumerate(plan)
    ]


@given(plans, st.integers(1, 4), st.randoms(use_true_random=False))
def test_the_order_of_visits_plays_no_part(lista, newer, detail, plan, min_group, random):
    visits = planned(plan, detail, lista, newer)
    found = segmentations(visits, min_group, 0.95)
    assert segmentations(random.sample(visits, len(visits)), min_group, 0.95) == found


@given(plans, st.integers(1, 4))
def test_no_group_smaller_than_agreed_shows_its_score(lista, newer, detail, plan, min_group):
    visits = planned(plan, detail, lista, newer)
    for one in segmentations(visits, min_group, 0.95):
        assert len(one.groups) > 1
        assert len({group.id for group in one.groups}) == len(one.groups)
        scored = [visit for visit in visits if visit.record.score is not None]
        assert sum(group.visits for group in one.groups) <= len(scored)
        for group in one.groups:
            assert group.visits >= 1
            assert (group.score is None) == (group.visits < min_group)
            assert group.score is None or group.score.visits == group.visits


@given(plans)
def test_the_channels_share_out_the_visits_that_have_one(lista, newer, detail, plan):
    visits = planned(plan, detail, lista, newer)
    for one in segmentations(visits, 1, 0.95):
        if one.by is By.CHANNEL:
            scores = {
                (visit.record.channel, visit.record.file): visit.record.score
                for visit in visits
                if visit.record.method is one.method and visit.record.score is not None
            }
            for group in one.groups:
                own = [score for (channel, _file), score in scores.items() if channel == group.id]
                assert group.visits == len(own)
                assert group.score.mean == pytest.approx(sum(own) / len(own))
