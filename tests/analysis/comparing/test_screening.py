"""Areas are tested together, items are screened together."""

import pytest

from asiakaskunto_cli.analysis.adjust import benjamini_hochberg, holm
from asiakaskunto_cli.analysis.comparing.results import Verdict
from asiakaskunto_cli.analysis.comparison import compare
from asiakaskunto_cli.analysis.intervals import welch
from asiakaskunto_cli.report.model import Site
from asiakaskunto_cli.words import Area

ITEMS = """
    id: lista
    items:
      - {id: a, text: a?, type: scale, area: emotion, measure: subjective}
      - {id: b, text: b?, type: scale, area: emotion, measure: subjective}
      - {id: k, text: k?, type: yes_no, area: knowledge, measure: objective}
"""


def by_area(visit, wave, day, scores):
    return [
        visit(sum(one) / 3, wave=wave, day=day + number, areas=dict(zip(Area, one, strict=True)))
        for number, one in enumerate(scores)
    ]


def test_the_areas_are_adjusted_by_holm(visit, moments):
    before = [(50.0, 60.0, 70.0), (52.0, 66.0, 80.0), (54.0, 60.0, 60.0)]
    after = [(70.0, 70.0, 71.0), (72.0, 74.0, 82.0), (74.0, 66.0, 62.0)]
    records = [*by_area(visit, "w1", 0, before), *by_area(visit, "w2", 90, after)]
    (change,) = compare(records).groups[0].changes
    pairs = [
        (moments(first), moments(last))
        for first, last in zip(zip(*before, strict=True), zip(*after, strict=True), strict=True)
    ]
    p_values = [welch(first, last, 0.95).p_value for first, last in pairs]
    assert [area.measure for area in change.areas] == [f"area:{area}" for area in Area]
    assert [area.p_value for area in change.areas] == pytest.approx(p_values)
    assert [area.p_adjusted for area in change.areas] == pytest.approx(holm(p_values))
    assert [area.verdict for area in change.areas] == ["better", "unclear", "unclear"]


def test_an_area_that_was_scored_in_one_wave_alone_is_not_tested(visit):
    first = [visit(70.0, wave="w1", day=day, areas={Area.SKILLS: 70.0 + day}) for day in (0, 1)]
    last = [visit(70.0, wave="w2", day=day, areas={Area.EMOTION: 70.0}) for day in (90, 91)]
    (change,) = compare([*first, *last]).groups[0].changes
    assert change.areas == ()


def test_items_are_adjusted_by_benjamini_and_hochberg(make_checklist, details, only_change):
    checklist = make_checklist(ITEMS)
    before = [{"a": 1, "b": 3, "k": False}, {"a": 2, "b": 4, "k": False}] * 3
    after = [{"a": 4, "b": 4, "k": True}, {"a": 5, "b": 3, "k": True}] * 3
    visits = [*details(checklist, before, wave="w1"), *details(checklist, after, wave="w2", day=90)]
    change = only_change(visits)
    found = {item.measure: item for item in change.items}
    assert list(found) == ["item:a", "item:b", "item:k"]
    # Six of six against none of six: 2 of the 924 ways to deal them.
    assert found["item:k"].p_value == pytest.approx(2 / 924)
    adjusted = benjamini_hochberg([item.p_value for item in change.items])
    assert [item.p_adjusted for item in change.items] == pytest.approx(adjusted)
    assert [item.verdict for item in change.items] == ["better", "unclear", "better"]


def test_an_item_that_cannot_be_tested_takes_no_part_in_the_screening(
    make_checklist, details, only_change
):
    checklist = make_checklist(ITEMS)
    before = [{"a": 1, "b": 3, "k": True}, {"a": 2, "b": 3, "k": True}]
    after = [{"a": 4, "b": 5, "k": True}, {"a": 5, "b": 5, "k": True}]
    visits = [*details(checklist, before, wave="w1"), *details(checklist, after, wave="w2", day=90)]
    found = {item.measure: item for item in only_change(visits).items}
    # b went from 3 to 5 on every visit: no variation, so nothing to tell chance by.
    assert found["item:b"].difference == 50.0
    assert (found["item:b"].p_adjusted, found["item:b"].verdict) == (None, Verdict.UNCLEAR)
    assert found["item:a"].p_adjusted == pytest.approx(
        benjamini_hochberg([found["item:a"].p_value, 1.0])[0]
    )


def test_sites_that_changed_alike_but_for_the_rounding_of_an_item_screen_nothing(
    details, make_checklist, compared
):
    checklist = make_checklist(
        "items:\n  - {id: a, text: a?, type: scale, max: 7, min: 1, area: emotion, "
        "measure: subjective}\n  - {id: b, text: b?, type: scale, area: skills, "
        "measure: objective}\n"
    )
    # A sixth is added at both sites, kept as 0.166667 less 0 and as 0.833333 less 0.666667.
    answers = {"w1": {"x": 1, "y": 5}, "w2": {"x": 2, "y": 6}}
    visits = [
        visit
        for day, (wave, sites) in enumerate(answers.items())
        for place, (site, a) in enumerate(sites.items())
        for visit in details(
            checklist,
            [{"a": a, "b": 3 + place}] * 2,
            wave=wave,
            day=100 * day + 10 * place,
            site=Site(id=site, name=site),
        )
    ]
    (group,) = compared(visits, by="method").groups
    by_measure = {one.measure: one for one in group.changes[0].items}
    item = by_measure["item:a"]
    assert item.difference == pytest.approx(100 / 6, abs=1e-4)
    assert (item.interval, item.p_value, item.verdict) == (None, None, Verdict.UNCLEAR)
