"""The index from wave to wave: weighted methods, never other ones, never another mix of lists."""

import pytest

from asiakaskunto_cli.analysis.comparing.measures import Measure
from asiakaskunto_cli.analysis.comparing.request import Dimension, Request
from asiakaskunto_cli.analysis.comparing.results import IndexMix, Obstacle
from asiakaskunto_cli.analysis.comparison import compare
from asiakaskunto_cli.words import Area, Method

INDEX = Request(by=(Dimension.parse("site"),), measure=Measure.parse("index"))
METHODS = {"havainnointi": Method.OBSERVE, "testaus": Method.TEST, "kysely": Method.ASK}


def wave(visits, name, day, by_method, **facts):
    return [
        record
        for method, scores in by_method.items()
        for record in visits(
            scores, wave=name, day=day, method=method, checklist=f"l-{method}", **facts
        )
    ]


def only_group(records, request=INDEX):
    (group,) = compare(records, request).groups
    return group


def test_a_wave_agrees_with_the_reference_case(reference_cases, visits):
    case = reference_cases["site_index"]
    scores = {METHODS[name]: list(map(float, one)) for name, one in case["input"]["scores"].items()}
    (figures,) = only_group(wave(visits, "w1", 0, scores)).waves
    expected, near = case["expected"], case["tolerance"]
    assert figures.mean == pytest.approx(expected["index"], abs=near)
    assert figures.interval.low == pytest.approx(expected["lo"], abs=near)
    assert figures.interval.high == pytest.approx(expected["hi"], abs=near)
    assert figures.visits == 20
    assert figures.methods == tuple(Method)


def test_the_change_is_the_weighted_change_of_the_methods(visits):
    before = {Method.OBSERVE: [60.0, 64.0], Method.ASK: [70.0, 72.0, 74.0]}
    after = {Method.OBSERVE: [67.0, 71.0], Method.ASK: [77.0, 79.0, 81.0]}
    records = [*wave(visits, "w1", 0, before), *wave(visits, "w2", 90, after)]
    (change,) = only_group(records).changes
    assert change.overall.difference == pytest.approx(7.0)
    # Variances (2/7)²·8/2 and (5/7)²·4/3 a wave; by Satterthwaite 6.00 degrees of freedom, for
    # which the table has t = 2.447.
    observe, ask = (2 / 7) ** 2 * 8 / 2, (5 / 7) ** 2 * 4 / 3
    error = (2 * observe + 2 * ask) ** 0.5
    freedom = (2 * observe + 2 * ask) ** 2 / (2 * observe**2 / 1 + 2 * ask**2 / 2)
    assert freedom == pytest.approx(6.0, abs=0.01)
    assert change.overall.interval.low == pytest.approx(7.0 - 2.447 * error, abs=0.01)


def test_other_methods_are_never_compared(visits):
    before = {Method.OBSERVE: [60.0, 64.0], Method.ASK: [70.0, 72.0]}
    records = [*wave(visits, "w1", 0, before), *wave(visits, "w2", 90, {Method.ASK: [90.0, 92.0]})]
    (change,) = only_group(records).changes
    assert (change.obstacle, change.overall.difference) == (Obstacle.METHODS, None)


def test_a_checklist_of_one_wave_alone_does_not_move_the_index(visits):
    records = [
        *wave(visits, "w1", 0, {Method.ASK: [70.0, 72.0]}),
        *wave(visits, "w2", 90, {Method.ASK: [70.0, 72.0]}),
        *visits([10.0, 12.0], wave="w2", day=95, method=Method.ASK, checklist="toinen", file="x"),
    ]
    (change,) = only_group(records).changes
    assert (change.overall.difference, change.before, change.after) == (0.0, 2, 2)
    assert change.index_mix == IndexMix(("toinen",), 41.0 - 71.0)


def test_another_mix_of_the_same_checklists_is_no_change(visits):
    records = []
    for name, day, counts in (("w1", 0, (4, 2)), ("w2", 90, (2, 4))):
        for checklist, level, count in zip(("a", "b"), (50.0, 90.0), counts, strict=True):
            records += visits(
                [level - 1, level + 1] * (count // 2),
                wave=name,
                day=day,
                method=Method.ASK,
                checklist=checklist,
                file=f"{name}-{checklist}",
            )
    group = only_group(records)
    assert [round(one.mean, 1) for one in group.waves] == [63.3, 76.7]
    assert group.changes[0].overall.difference == 0.0
    assert group.changes[0].index_mix.left_out == ()
    assert group.changes[0].index_mix.as_measured == pytest.approx(40 / 3)


def test_a_method_by_new_rules_is_refused(visits):
    records = [
        *wave(visits, "w1", 0, {Method.ASK: [70.0, 72.0]}),
        *wave(visits, "w2", 90, {Method.ASK: [80.0, 82.0]}, scoring_sha256="b" * 64),
    ]
    assert only_group(records).changes[0].obstacle is Obstacle.SCORING


def test_several_sites_change_by_the_mean_of_their_indexes(visits):
    records = []
    for site, before, after in (("a", 60.0, 64.0), ("b", 80.0, 90.0)):
        for name, day, level in (("w1", 0, before), ("w2", 90, after)):
            records += wave(visits, name, day, {Method.ASK: [level, level + 2]}, site=site)
    request = Request(by=(), measure=Measure.parse("index"))
    (change,) = only_group(records, request).changes
    assert change.overall.difference == pytest.approx((4 + 10) / 2)
    assert change.site_mix.sites == ("a", "b")
    assert change.overall.interval is not None


@pytest.mark.parametrize(
    ("facts", "obstacle"),
    [
        ({"area_weights": {Area.EMOTION: 1.0}}, Obstacle.AREA_WEIGHTS),
        ({"checklist": "toinen", "scoring_sha256": "b" * 64}, Obstacle.CHECKLIST),
    ],
)
def test_a_method_that_has_nothing_in_common_says_what(visits, facts, obstacle):
    records = [
        *visits([70.0, 72.0], wave="w1", method=Method.ASK),
        *visits([80.0, 82.0], wave="w2", day=90, method=Method.ASK, **facts),
    ]
    assert only_group(records).changes[0].obstacle is obstacle
