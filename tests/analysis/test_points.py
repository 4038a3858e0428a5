"""Points: what each item brought over many visits, by one method and one rule."""

import math
from datetime import UTC, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from asiakaskunto_cli.analysis.intervals import Interval
from asiakaskunto_cli.analysis.points import (
    Said,
    points_of,
    reasons_by_point,
    shares,
    strongest,
    weakest,
)
from asiakaskunto_cli.checklist.items import YesNoItem
from asiakaskunto_cli.checklist.model import Checklist, Section
from asiakaskunto_cli.report.opening import Rules
from asiakaskunto_cli.scoring.policy import Policy
from asiakaskunto_cli.scoring.response import Response
from asiakaskunto_cli.words import Area, Measure, Method

NOON = datetime(2026, 10, 1, 12, tzinfo=UTC)

CHECKLIST = """
items:
  - {id: tervehdys, text: Tervehdys?, type: yes_no, area: skills, measure: objective}
  - {id: hymy, text: Hymy?, type: scale, area: emotion, measure: subjective, weight: 2}
  - {id: kiire, text: Kiire?, type: yes_no, invert: true, area: emotion, measure: subjective}
  - {id: asiantuntemus, text: Tiesikö?, type: nps, area: knowledge, measure: subjective}
"""
SHARES = {
    "tervehdys": 1 / 3,  # all of one area of three
    "hymy": 1 / 3 * 2 / 3,  # 2 of the weight 3 in its area
    "kiire": 1 / 3 * 1 / 3,
    "asiantuntemus": 1 / 3,
}
BEST = {"tervehdys": True, "hymy": 5, "kiire": False, "asiantuntemus": 10}


@pytest.fixture(scope="session")
def lista(make_checklist):
    return make_checklist(CHECKLIST)


@pytest.fixture(scope="session")
def choice(make_checklist):
    """From option ids with their scores, and other keys, to a checklist with one choice."""

    def run(options, keys=""):
        listed = ", ".join(f"{{id: {name}, label: L, score: {s}}}" for name, s in options.items())
        item = f"{{id: palvelu, text: Palvelu?, type: choice, options: [{listed}]"
        return make_checklist(
            f"{keys}\nitems:\n  - {item}, area: skills, measure: subjective, weight: 1}}\n"
        )

    return run


def weighing(weights_of_areas):
    return Rules.of(Policy(area_weights=weights_of_areas))


def by_item(points):
    return {point.item.id: point for point in points}


def test_no_visits_make_no_points():
    assert points_of([], 0.95) == ()
    assert strongest([], 3) == weakest([], 3) == reasons_by_point([]) == ()


def test_a_point_is_the_mean_of_its_item_with_its_interval_and_share(lista, details):
    visits = details(lista, [BEST | {"asiantuntemus": answer} for answer in (7, 8, 8)])
    found = by_item(points_of(visits, 0.95))
    assert list(found) == list(lista.items)
    point = found["asiantuntemus"]
    # 70, 80, 80: mean 230 / 3; variance (44.44 + 11.11 + 11.11) / 2 = 33.33, standard error
    # (33.33 / 3) ** 0.5 = 10 / 3, and t 0.975 at 2 degrees of freedom is 4.302653.
    half_width = 4.302653 * 10 / 3
    assert (point.visits, point.mean, point.method) == (3, pytest.approx(230 / 3), Method.OBSERVE)
    assert point.interval == Interval(
        pytest.approx(230 / 3 - half_width), pytest.approx(230 / 3 + half_width)
    )
    assert {name: one.share for name, one in found.items()} == pytest.approx(SHARES)
    assert point.lost == pytest.approx(1 / 3 * (100 - 230 / 3))


def test_the_confidence_is_that_of_the_interval(lista, details):
    visits = details(lista, [{"asiantuntemus": answer} for answer in (7, 8, 8)])
    # t 0.95 at 2 degrees of freedom is 2.919986.
    (point,) = points_of(visits, 0.9)
    assert point.interval.high == pytest.approx(230 / 3 + 2.919986 * 10 / 3)


def test_one_visit_is_a_point_without_an_interval(lista, detail):
    found = by_item(points_of([detail(lista, BEST | {"hymy": 4})], 0.95))
    assert (found["hymy"].visits, found["hymy"].mean, found["hymy"].interval) == (1, 75.0, None)


def test_visits_that_are_all_alike_make_an_interval_without_width(lista, details):
    found = by_item(points_of(details(lista, [BEST] * 3), 0.95))
    assert {(one.visits, one.mean, one.interval) for one in found.values()} == {
        (3, 100.0, Interval(100.0, 100.0))
    }


def test_an_inverted_item_is_better_the_lower_its_answer(lista, details):
    in_a_hurry = [True, False, False, False]
    visits = details(lista, [{"kiire": answer} for answer in in_a_hurry])
    assert by_item(points_of(visits, 0.95))["kiire"].mean == 75.0


@pytest.mark.parametrize(
    "response",
    [Response(not_applicable=True), Response(not_observed=True), Response()],
)
def test_what_was_not_scored_on_a_visit_is_not_in_its_mean(lista, details, response):
    visits = details(lista, [{"hymy": 3, "tervehdys": True}, {"hymy": response}])
    found = by_item(points_of(visits, 0.95))
    assert (found["hymy"].visits, found["hymy"].mean) == (1, 50.0)
    assert list(found) == ["tervehdys", "hymy"]


def test_a_hidden_item_is_counted_where_it_was_shown(make_checklist, details):
    checklist = make_checklist("""
        items:
          - {id: jono, text: Jono?, type: yes_no, area: skills, measure: objective, weight: 3}
          - id: odotus
            text: Pahoittelu?
            type: yes_no
            area: skills
            measure: objective
            when: {item: jono, is: true}
        """)
    answers = [{"jono": True, "odotus": False}, {"jono": False, "odotus": True}, {"jono": False}]
    found = by_item(points_of(details(checklist, answers), 0.95))
    assert (found["odotus"].visits, found["odotus"].mean) == (1, 0.0)
    # Where everything applies, 1 of the weight 4 of the only area.
    assert found["odotus"].share == 0.25


def test_what_only_records_is_no_point_though_its_answer_has_a_score(make_checklist, detail):
    checklist = make_checklist("""
        items:
          - id: odotettu
            text: Odotus?
            type: scale
            area: emotion
            measure: subjective
            weight: 0
          - id: koettu
            text: Kokemus?
            type: scale
            area: emotion
            measure: subjective
            against: odotettu
          - {id: kuvaus, text: Kuvaus?, type: text}
        """)
    answers = {"odotettu": Response(5, why="Mainos."), "koettu": 2, "kuvaus": "Hiljaista."}
    visit = detail(checklist, answers)
    assert visit.items["odotettu"].score == 1.0
    (point,) = points_of([visit], 0.95)
    assert (point.item.id, point.mean, point.share, point.reasons) == ("koettu", 25.0, 1.0, ())


def test_an_item_of_an_area_without_weight_decides_nothing(lista, detail):
    rules = weighing({Area.KNOWLEDGE: 0.0, Area.SKILLS: 1.0, Area.EMOTION: 9.0})
    answers = {"tervehdys": True, "hymy": 1, "kiire": False, "asiantuntemus": 10}
    points = points_of([detail(lista, answers, rules=rules)], 0.95)
    assert {name: one.share for name, one in by_item(points).items()} == pytest.approx(
        {"tervehdys": 0.1, "hymy": 0.9 * 2 / 3, "kiire": 0.9 / 3, "asiantuntemus": 0.0}
    )
    # Neither a strength nor a weakness is told of what the client gave no weight.
    assert [one.item.id for one in strongest(points, 9)] == ["kiire", "tervehdys"]
    unknown = points_of([detail(lista, {"asiantuntemus": 0}, rules=rules)], 0.95)
    assert [(one.mean, one.lost) for one in unknown] == [(0.0, 0.0)]
    assert weakest(unknown, 9) == ()


def test_two_methods_of_one_checklist_are_points_of_their_own(make_checklist, detail):
    both = make_checklist("method: [observe, ask]\n" + CHECKLIST)
    visits = [
        detail(both, {"hymy": 1}, method=Method.ASK),
        detail(both, {"hymy": 5}, method=Method.OBSERVE, day=1),
        detail(both, {"hymy": 2}, method=Method.ASK, day=2),
    ]
    found = [(one.method, one.visits, one.mean) for one in points_of(visits, 0.95)]
    assert found == [(Method.OBSERVE, 1, 100.0), (Method.ASK, 2, 12.5)]


def test_two_checklists_never_share_an_item(make_checklist, detail):
    lists = [make_checklist(f"id: {name}\n{CHECKLIST}") for name in ("b-lista", "a-lista")]
    visits = [detail(one, {"hymy": 3, "tervehdys": True}) for one in lists]
    assert [(one.checklist.id, one.item.id) for one in points_of(visits, 0.95)] == [
        ("a-lista", "tervehdys"),
        ("a-lista", "hymy"),
        ("b-lista", "tervehdys"),
        ("b-lista", "hymy"),
    ]


def test_the_newest_wording_and_weight_win(lista, make_checklist, detail):
    newer = make_checklist(
        "version: 1.1.0\n"
        + CHECKLIST.replace("Hymy?", "Hymyilikö hän?").replace("weight: 2", "weight: 4")
    )
    visits = [detail(newer, {"hymy": 5}, day=1), detail(lista, {"hymy": 1}, day=0)]
    (point,) = points_of(visits, 0.95)
    assert (point.item.text, point.checklist.version) == ("Hymyilikö hän?", "1.1.0")
    assert (point.visits, point.mean) == (2, 50.0)
    assert point.share == pytest.approx(1 / 3 * 4 / 5)


def test_the_newest_area_weights_win(lista, detail):
    only_skills = weighing({Area.KNOWLEDGE: 0.0, Area.SKILLS: 1.0, Area.EMOTION: 0.0})
    visits = [
        detail(lista, {"tervehdys": True}, day=1, rules=only_skills),
        detail(lista, {"tervehdys": True}, day=0),
    ]
    (point,) = points_of(visits, 0.95)
    assert point.share == 1.0


@pytest.mark.parametrize("turn", [1, -1])
def test_of_visits_of_one_moment_the_later_report_is_the_newest(
    lista, make_checklist, detail, turn
):
    newer = make_checklist("version: 1.1.0\n" + CHECKLIST.replace("Hymy?", "Hymyilikö hän?"))
    visits = [
        detail(lista, {"hymy": 1}, day=1, visited_at=NOON),
        detail(newer, {"hymy": 1}, day=2, visited_at=NOON),
    ]
    (point,) = points_of(visits[::turn], 0.95)
    assert point.item.text == "Hymyilikö hän?"


def test_a_visit_is_dated_across_time_zones(lista, make_checklist, detail):
    newer = make_checklist("version: 1.1.0\n" + CHECKLIST.replace("Hymy?", "Hymyilikö hän?"))
    helsinki = timezone(timedelta(hours=3))
    visits = [
        detail(newer, {"hymy": 1}, day=1, visited_at=NOON + timedelta(hours=1)),
        detail(lista, {"hymy": 1}, day=2, visited_at=NOON.astimezone(helsinki)),  # reads 15:00
    ]
    (point,) = points_of(visits, 0.95)
    assert point.item.text == "Hymyilikö hän?"


def test_an_item_with_a_new_rule_is_a_new_point(choice, detail):
    older = choice({"hyva": 1, "valttava": 0.5, "huono": 0})
    newer = choice({"hyva": 1, "huono": 0}, "version: 2.0.0")
    visits = [
        detail(older, {"palvelu": Response("valttava", why="Ihan ok.")}),
        detail(newer, {"palvelu": Response("huono", why="Ei mitään.")}, day=1),
    ]
    points = points_of(visits, 0.95)
    assert [(one.checklist.version, one.visits, one.mean) for one in points] == [
        ("1.0.0", 1, 50.0),
        ("2.0.0", 1, 0.0),
    ]
    # Whatever was answered, the item of the point has a label for it.
    for point in points:
        assert {said.answer for said in point.reasons} <= set(point.item.option_ids)


def test_an_item_that_was_dropped_keeps_the_checklist_that_had_it(lista, make_checklist, detail):
    shorter = make_checklist("version: 2.0.0\n" + CHECKLIST.replace("id: hymy", "id: katse"))
    visits = [detail(shorter, {"katse": 5}, day=1), detail(lista, {"hymy": 1})]
    points = points_of(visits, 0.95)
    # They stand in the same place of their versions: then by id.
    assert [(one.item.id, one.checklist.version) for one in points] == [
        ("hymy", "1.0.0"),
        ("katse", "2.0.0"),
    ]
    assert points_of(visits[::-1], 0.95) == points
    newer_is_as_good = points_of([visits[0], detail(lista, {"hymy": 5})], 0.95)
    assert [one.item.id for one in strongest(newer_is_as_good[::-1], 9)] == ["hymy", "katse"]


def test_reasons_are_kept_verbatim_with_their_answers_by_file(lista, detail):
    visits = [
        detail(lista, {"hymy": Response(5, why="Lämmin!")}, day=3),
        detail(lista, {"hymy": Response(2, why="“Ehkä”…")}, day=1),
        detail(lista, {"hymy": Response(1, why_declined=True)}, day=2),
    ]
    (point,) = points_of(visits, 0.95)
    assert point.reasons == (
        Said("“Ehkä”…", 2, 25.0, "detail-1.json"),
        Said("Lämmin!", 5, 100.0, "detail-3.json"),
    )
    assert point.visits == 3


def test_a_reason_for_what_was_not_scored_has_no_score(lista, details):
    answers = [{"hymy": 1}, {"hymy": Response(not_observed=True, why="En nähnyt kasvoja.")}]
    (point,) = points_of(details(lista, answers), 0.95)
    assert point.reasons == (Said("En nähnyt kasvoja.", None, None, "detail-1.json"),)


def test_the_point_with_the_most_reasons_comes_first_and_one_without_not_at_all(lista, details):
    why = Response(1, why="Siksi.")
    answers = [
        {"tervehdys": Response(True, why="Heti."), "hymy": why, "kiire": False},
        {"hymy": why, "asiantuntemus": why},
    ]
    found = reasons_by_point(points_of(details(lista, answers), 0.95))
    assert [(one.item.id, len(one.reasons)) for one in found] == [
        ("hymy", 2),
        ("tervehdys", 1),  # before asiantuntemus, as in the checklist
        ("asiantuntemus", 1),
    ]


def test_the_weakest_points_are_those_that_cost_the_most(lista, detail):
    answers = {"tervehdys": False, "hymy": 2, "kiire": True, "asiantuntemus": 4}
    points = points_of([detail(lista, answers)], 0.95)
    # 1/3 of 100, 1/3 of 60, 2/9 of 75, 1/9 of 100
    found = [(one.item.id, one.mean, one.lost) for one in weakest(points, 4)]
    assert found == [
        ("tervehdys", 0.0, pytest.approx(33.333333)),
        ("asiantuntemus", 40.0, pytest.approx(20.0)),
        ("hymy", 25.0, pytest.approx(16.666667)),
        ("kiire", 0.0, pytest.approx(11.111111)),
    ]
    assert weakest(points, 2) == weakest(points, 4)[:2]


def test_the_strongest_points_are_the_highest_and_then_the_weightiest(lista, detail):
    points = points_of([detail(lista, BEST | {"asiantuntemus": 9})], 0.95)
    assert [(one.item.id, one.mean) for one in strongest(points, 9)] == [
        ("tervehdys", 100.0),
        ("hymy", 100.0),
        ("kiire", 100.0),
        ("asiantuntemus", 90.0),
    ]
    assert strongest(points, 1) == strongest(points, 9)[:1]


def test_points_that_are_alike_come_by_method_checklist_and_place(make_checklist, detail):
    items = [
        f"  - {{id: {name}, text: T, type: yes_no, area: skills, measure: objective}}"
        for name in ("z", "a", "m")
    ]
    checklist = make_checklist("method: [test, ask]\nitems:\n" + "\n".join(items))
    for answer, best in ((True, strongest), (False, weakest)):
        visits = [
            detail(checklist, dict.fromkeys("zam", answer), method=method)
            for method in (Method.ASK, Method.TEST)
        ]
        points = points_of(visits, 0.95)
        found = [(one.method, one.item.id) for one in best(points[::-1], 9)]
        assert found == [(method, name) for method in ("test", "ask") for name in "zam"]


def test_points_with_as_many_reasons_come_by_place(lista, detail):
    why = Response(1, why="Siksi.")
    points = points_of([detail(lista, {"hymy": why, "asiantuntemus": why})], 0.95)
    found = [one.item.id for one in reasons_by_point(points[::-1])]
    assert found == ["hymy", "asiantuntemus"]


def test_of_points_that_cost_the_same_the_lower_is_the_weaker(make_checklist, detail):
    checklist = make_checklist("""
        items:
          - {id: yksin, text: T, type: nps, area: knowledge, measure: subjective}
          - {id: toinen, text: T, type: nps, area: skills, measure: subjective}
          - {id: kolmas, text: T, type: nps, area: skills, measure: subjective}
        """)
    points = points_of([detail(checklist, {"yksin": 6, "toinen": 10, "kolmas": 2})], 0.95)
    # half of 40 and a quarter of 80
    found = [(one.item.id, one.lost) for one in weakest(points, 9)]
    assert found == [("kolmas", 20.0), ("yksin", 20.0)]


@pytest.mark.parametrize(
    ("score", "is_strong", "is_weak"),
    [(0.875, True, False), (0.8749, False, False), (0.75, False, False), (0.7499, False, True)],
)
def test_a_threshold_itself_is_reached(choice, detail, score, is_strong, is_weak):
    checklist = choice({"tama": score, "muu": 0.1})
    points = points_of([detail(checklist, {"palvelu": "tama"})], 0.95)
    assert (bool(strongest(points, 1)), bool(weakest(points, 1))) == (is_strong, is_weak)


def test_a_threshold_is_met_at_the_precision_of_stored_scores(make_checklist, details):
    checklist = make_checklist(
        "items:\n  - {id: osuus, text: T, type: tally, area: skills, measure: objective}\n"
    )

    def point(parts):
        (found,) = points_of(details(checklist, [{"osuus": {"k": k, "n": 3}} for k in parts]), 0.95)
        return found

    # (3 · 1/3 + 5 · 1) / 8 is 0.75, but 1/3 is stored as 0.333333, which makes 74.9999875.
    not_weak = point([1, 1, 1, 3, 3, 3, 3, 3])
    assert (not_weak.mean, weakest([not_weak], 1)) == (pytest.approx(74.9999875, abs=1e-9), ())
    # (3 · 1/3 + 13 · 1) / 16 is 0.875, and is stored as 87.49999375.
    strong = point([1] * 3 + [3] * 13)
    assert (strong.mean, strongest([strong], 1)) == (
        pytest.approx(87.49999375, abs=1e-9),
        (strong,),
    )


def test_no_area_with_weight_leaves_nothing_to_share(lista):
    assert shares(lista, {}) == {}
    assert shares(lista, {Area.KNOWLEDGE: 2.0}) == {"asiantuntemus": 1.0}


def test_an_area_whose_items_only_record_takes_no_share(make_checklist):
    checklist = make_checklist(
        CHECKLIST.replace("type: nps", "type: nps, weight: 0").replace("type: scale", "type: text")
    )
    assert shares(checklist, dict.fromkeys(Area, 1.0)) == {"tervehdys": 0.5, "kiire": 0.5}


SMALLEST = 5e-324
weights = st.floats(0, 1000) | st.sampled_from([0.0, 1.0, 2.0, SMALLEST])


@st.composite
def checklists(draw):
    """Draw a checklist of items of any weight in any area."""
    drawn = draw(st.lists(st.tuples(st.sampled_from(Area), weights), min_size=1, max_size=8))
    items = [
        YesNoItem(
            id=f"kohta-{number}",
            text="T",
            type="yes_no",
            area=area,
            measure=Measure.OBJECTIVE,
            weight=weight,
        )
        for number, (area, weight) in enumerate(drawn)
    ]
    section = Section(id="osa", title="Osa", items=items)
    return Checklist(
        kunto=1, id="lista", version="1.0.0", method=Method.TEST, title="L", sections=[section]
    )


@given(checklists(), st.fixed_dictionaries(dict.fromkeys(Area, weights)))
def test_the_shares_of_a_checklist_sum_to_one(checklist, weights_of_areas):
    found = shares(checklist, weights_of_areas)
    assert all(0 <= share <= 1 for share in found.values())
    counts = any(
        item.weight > 0 and weights_of_areas[item.area] > 0 for item in checklist.items.values()
    )
    assert math.fsum(found.values()) == pytest.approx(1.0 if counts else 0.0, abs=1e-9)


complete = st.lists(
    st.fixed_dictionaries(
        {
            "tervehdys": st.booleans(),
            "hymy": st.integers(1, 5),
            "kiire": st.booleans(),
            "asiantuntemus": st.integers(0, 10),
        }
    ),
    min_size=1,
    max_size=6,
)


eighths = st.fixed_dictionaries(dict.fromkeys(Area, st.integers(0, 80).map(lambda one: one / 8)))


@given(complete, eighths.filter(lambda drawn: any(drawn.values())))
def test_what_the_points_cost_is_what_the_score_lacks(lista, details, answered, weights_of_areas):
    visits = details(lista, answered, rules=weighing(weights_of_areas))
    score = math.fsum(visit.record.score for visit in visits) / len(visits)
    points = points_of(visits, 0.95)
    assert math.fsum(point.lost for point in points) == pytest.approx(100 - score, abs=1e-3)


def responses(values):
    return st.sampled_from(
        [Response(value, why=why) for value in values for why in ("", "Siksi.")]
        + [Response(), Response(not_applicable=True), Response(not_observed=True)]
    )


plans = st.lists(
    st.tuples(
        st.fixed_dictionaries(
            {
                "tervehdys": responses([True, False]),
                "hymy": responses([1, 3, 5]),
                "asiantuntemus": responses([0, 7, 10]),
            }
        ),
        st.sampled_from([Method.OBSERVE, Method.ASK]),
        st.booleans(),  # by the newer version?
        st.integers(0, 2),  # so that some visits are of one moment
    ),
    max_size=8,
)


def planned(plan, detail, older, newer, method=None):
    """Return the visits of a plan, by one method where it is named."""
    return [
        detail(
            newer if is_newer else older,
            answers,
            method=method or drawn,
            day=number,
            visited_at=NOON + timedelta(days=day),
        )
        for number, (answers, drawn, is_newer, day) in enumerate(plan)
    ]


@pytest.fixture(scope="session")
def newer(make_checklist):
    """A later version: another wording, another scale, another order."""
    return make_checklist("""
        version: 1.1.0
        items:
          - {id: asiantuntemus, text: Tunsiko?, type: nps, area: knowledge, measure: subjective}
          - {id: hymy, text: Hymy?, type: scale, max: 7, area: emotion, measure: subjective}
          - {id: tervehdys, text: Moi?, type: yes_no, area: skills, measure: objective, weight: 0}
        """)


@given(plans, st.randoms(use_true_random=False))
def test_the_order_of_visits_plays_no_part(lista, newer, detail, plan, random):
    visits = planned(plan, detail, lista, newer)
    points = points_of(visits, 0.95)
    assert points_of(random.sample(visits, len(visits)), 0.95) == points
    for best in (strongest, weakest):
        assert best(random.sample(points, len(points)), 3) == best(points, 3)


@given(plans)
def test_every_point_lies_within_its_interval_and_the_visits(lista, newer, detail, plan):
    visits = planned(plan, detail, lista, newer)
    points = points_of(visits, 0.95)
    for point in points:
        assert 1 <= point.visits <= len(visits)
        assert 0 <= point.mean <= 100
        assert 0 <= point.lost <= 100
        assert point.interval is None or not point.interval.excludes(point.mean)
    assert not {id(one) for one in strongest(points, 9)} & {id(one) for one in weakest(points, 9)}


@given(plans)
def test_what_the_items_of_a_visit_cost_is_what_it_missed(lista, newer, detail, plan):
    for visit in planned(plan, detail, lista, newer):
        points = points_of([visit], 0.95)
        score = visit.record.score
        missed = 0.0 if score is None else 100 - score
        assert math.fsum(one.lost for one in points) == pytest.approx(missed, abs=1e-3)


def test_a_point_costs_what_the_visits_say_it_cost(lista, detail):
    """Knowledge, skills and emotion weigh alike; without knowledge an area is half the score."""
    whole = detail(lista, BEST | {"tervehdys": False})
    unseen = {"tervehdys": False, "asiantuntemus": Response(not_observed=True)}
    part = detail(lista, BEST | unseen, day=2)
    (point,) = (one for one in points_of([whole, part], 0.95) if one.item.id == "tervehdys")
    assert point.share == pytest.approx(1 / 3)
    assert point.lost == pytest.approx(100 * (1 / 3 + 1 / 2) / 2)


@given(plans, plans)
def test_one_method_changes_no_point_of_another(lista, newer, detail, plan, others):
    observed = planned(plan, detail, lista, newer, Method.OBSERVE)
    asked = planned(others, detail, lista, newer, Method.ASK)
    alone, beside = points_of(observed, 0.95), points_of(observed + asked, 0.95)
    assert tuple(one for one in beside if one.method is Method.OBSERVE) == alone
