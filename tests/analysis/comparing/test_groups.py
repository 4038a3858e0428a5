"""By what visits are told apart, and which groups are too small to be told of."""

import pytest

from asiakaskunto_cli.analysis.comparing.request import Dimension, Request
from asiakaskunto_cli.analysis.comparing.results import Obstacle
from asiakaskunto_cli.analysis.comparison import compare
from asiakaskunto_cli.report.model import Site
from asiakaskunto_cli.scoring.response import Response

ITEMS = """
    id: lista
    classify:
      - id: portaat
        title: Portaat
        steps:
          - {id: ylin, label: Ylin, when: {item: a, at_least: 4}}
          - {id: alin, label: Alin}
    items:
      - {id: a, text: a?, type: scale, area: emotion, measure: subjective}
      - id: ika
        text: ika?
        type: choice
        segment: true
        options: [{id: nuori, label: Nuori}, {id: vanha, label: Vanha}]
"""


@pytest.fixture(scope="module")
def checklist(make_checklist):
    return make_checklist(ITEMS)


def wave(details, checklist, name, day, counts):
    answers = [{"a": level, "ika": age} for age, level in counts]
    return details(checklist, answers, wave=name, day=day)


def test_segments_are_told_apart_by_the_answer_to_their_question(details, checklist, compared):
    young, old = [("nuori", 3)] * 2, [("vanha", 5)] * 2
    visits = [
        *wave(details, checklist, "w1", 0, young + old),
        *wave(details, checklist, "w2", 90, [*young, *old, (None, 1)]),
    ]
    visits = [visit for visit in visits if visit.items["a"].answer != 1]
    found = compared(visits, by="site,segment:ika", min_group=2)
    keys = [(group.value("segment:ika"), group.waves[0].mean) for group in found.groups]
    assert keys == [("nuori", 50.0), ("vanha", 100.0)]


def test_a_group_too_small_to_hide_in_is_counted_and_nothing_more(details, checklist, compared):
    visits = [
        *wave(details, checklist, "w1", 0, [("nuori", 3)] * 5),
        *wave(details, checklist, "w2", 90, [("nuori", 5)] * 4),
    ]
    (group,) = compared(visits, by="segment:ika", min_group=5).groups
    assert [(one.visits, one.mean, one.values) for one in group.waves] == [
        (5, 50.0, (50.0,) * 5),
        (4, None, ()),
    ]
    (change,) = group.changes
    assert (change.obstacle, change.overall.difference) == (Obstacle.TOO_FEW, None)
    assert (change.areas, change.items, change.contributions) == ((), (), None)


def test_classes_are_told_apart_and_what_has_none_is_counted_outside(
    details, checklist, make_checklist, compared
):
    other = make_checklist(
        "id: muu\nitems:\n  - {id: a, text: a?, type: scale, area: emotion, measure: subjective}\n"
    )
    visits = [
        *wave(details, checklist, "w1", 0, [("nuori", 5), ("nuori", 2)]),
        *details(other, [{"a": 3}], wave="w1", day=50),
    ]
    found = compared(visits, by="class:portaat", min_group=1)
    assert [group.value("class:portaat") for group in found.groups] == ["alin", "ylin"]
    assert found.outside == 1


def test_what_is_not_known_is_a_group_of_its_own_and_comes_last(visits):
    records = [
        *visits([60.0], channel=None, file="a"),
        *visits([70.0], channel="verkko", file="b"),
        *visits([80.0], channel="puhelin", file="c"),
    ]
    groups = compare(records, Request(by=(Dimension.parse("channel"),))).groups
    assert [group.value("channel") for group in groups] == ["puhelin", "verkko", None]


def test_sites_are_pooled_by_the_groups_of_the_programme(visits):
    records = [*visits([60.0], site="a"), *visits([80.0], site="b"), *visits([50.0], site="c")]
    request = Request(by=(Dimension.parse("group"),), groups={"a": "etelä", "b": "etelä"})
    groups = compare(records, request).groups
    assert [(group.value("group"), group.waves[0].mean) for group in groups] == [
        ("etelä", 70.0),
        (None, 50.0),
    ]


def test_evaluators_can_be_told_apart(visits):
    records = [*visits([60.0], evaluator="h1", file="a"), *visits([80.0], evaluator="h2", file="b")]
    groups = compare(records, Request(by=(Dimension.parse("evaluator"),))).groups
    assert [group.value("evaluator") for group in groups] == ["h1", "h2"]


@pytest.mark.parametrize("text", ["", "wave", "segment", "segment:", "site:x"])
def test_no_dimension_is_refused(text):
    with pytest.raises(ValueError, match="no dimension"):
        Dimension.parse(text)


PARTS = """
    id: lista
    items:
      - {id: a, text: a?, type: scale, area: emotion, measure: subjective}
      - {id: b, text: b?, type: yes_no, area: skills, measure: objective, na: allowed}
      - id: ika
        text: ika?
        type: choice
        segment: true
        options: [{id: nuori, label: Nuori}, {id: vanha, label: Vanha}]
"""


def test_an_item_that_few_of_a_segment_answered_is_not_told(details, make_checklist, compared):
    checklist = make_checklist(PARTS)

    def wave_of(name, day, answers):
        free = Response(not_applicable=True)
        told = [{"a": a, "b": free if b is None else b, "ika": "nuori"} for a, b in answers]
        return details(checklist, told, wave=name, day=day)

    visits = [
        *wave_of("w1", 0, [(3, True), (3, None), (4, None)]),
        *wave_of("w2", 90, [(3, False), (4, True), (5, True)]),
    ]
    (group,) = compared(visits, by="segment:ika", min_group=3).groups
    (change,) = group.changes
    assert [one.measure for one in change.areas] == ["area:emotion"]
    assert [one.measure for one in change.items] == ["item:a"]
    assert change.contributions is None


@pytest.mark.parametrize("measure", ["score", "index"])
def test_a_part_of_a_segment_is_told_of_no_fewer_than_the_whole(
    details, checklist, compared, measure
):
    def at(site, name, day, count):
        return details(
            checklist,
            [{"a": 3, "ika": "nuori"}] * count,
            wave=name,
            day=day,
            site=Site(id=site, name=site),
        )

    visits = [*at("x", "w1", 0, 1), *at("gone", "w1", 10, 2), *at("x", "w2", 90, 3)]
    (group,) = compared(visits, by="segment:ika", measure=measure, min_group=3).groups
    assert [wave.mean for wave in group.waves] == [50.0, 50.0]
    assert group.changes[0].obstacle is Obstacle.TOO_FEW


def test_feelings_against_facts_are_told_of_no_fewer_than_the_rest(
    details, make_checklist, compared
):
    felt = "type: scale, area: emotion, measure: subjective, notes: false"
    done = "type: yes_no, area: skills, measure: objective, notes: false"
    items = dict.fromkeys(("f1", "f2", "f3"), felt) | dict.fromkeys(("d1", "d2", "d3"), done)
    lines = "".join(f"  - {{id: {name}, text: {name}?, {rest}}}\n" for name, rest in items.items())
    ages = "[{id: x, label: X}, {id: z, label: Z}]"
    age = f"  - {{id: ika, text: ika?, type: choice, segment: true, options: {ages}}}\n"
    checklist = make_checklist(f"items:\n{lines}{age}")
    whole = dict.fromkeys(("f1", "f2", "f3"), 1) | dict.fromkeys(("d1", "d2", "d3"), True)
    whole |= {"ika": "x"}
    partly = whole | {"d1": Response(not_applicable=True)}

    def contradiction(newest):
        visits = [
            *details(checklist, [whole] * 4, wave="w1"),
            *details(checklist, newest, wave="w2", day=90),
        ]
        return compared(visits, by="segment:ika", min_group=4).groups[0].contradiction

    assert contradiction([whole] * 4).difference.n == 4
    assert contradiction([whole, whole, whole, partly]) is None
