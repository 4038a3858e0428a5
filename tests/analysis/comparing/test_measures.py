"""Every measure with the interval that fits it."""

import math

import pytest

from asiakaskunto_cli.analysis.comparing.measures import Family, Kind, Measure
from asiakaskunto_cli.analysis.comparing.results import Verdict
from asiakaskunto_cli.analysis.permutation import exact_shares_p
from asiakaskunto_cli.analysis.proportions import newcombe_interval, nps_interval, wilson_interval

ITEMS = """
    id: lista
    classify:
      - id: portaat
        title: Portaat
        steps:
          - {id: ylin, label: Ylin, step: 3, when: {item: suosittelu, at_least: 9}}
          - {id: keski, label: Keski, step: 2, when: {item: suosittelu, at_least: 7}}
          - {id: alin, label: Alin, step: 1}
    items:
      - {id: odotus, text: o?, type: scale, weight: 0}
      - id: kokemus
        text: k?
        type: scale
        area: emotion
        measure: subjective
        against: odotus
        touchpoint: greeting
      - {id: suosittelu, text: s?, type: nps, area: emotion, measure: subjective}
      - {id: tervehti, text: t?, type: yes_no, area: skills, measure: objective}
"""


@pytest.fixture(scope="module")
def checklist(make_checklist):
    return make_checklist(ITEMS)


def answers(odotus, kokemus, suosittelu, tervehti):
    return {
        "odotus": odotus,
        "kokemus": kokemus,
        "suosittelu": suosittelu,
        "tervehti": tervehti,
    }


@pytest.fixture
def visits(details, checklist):
    before = [answers(4, 3, 6, False), answers(3, 3, 7, False), answers(4, 4, 9, True)]
    after = [answers(3, 5, 9, True), answers(3, 4, 10, True), answers(4, 4, 8, True)]
    return [
        *details(checklist, before, wave="w1"),
        *details(checklist, after, wave="w2", day=90),
    ]


def figures(compared, visits, measure):
    (group,) = compared(visits, measure=measure).groups
    (change,) = group.changes
    return group, change.overall


@pytest.mark.parametrize(
    ("measure", "before", "after", "kind"),
    [
        ("item:kokemus", (50 + 50 + 75) / 3, (100 + 75 + 75) / 3, Kind.MEAN),
        ("item:tervehti", 100 / 3, 100.0, Kind.SHARE),
        ("touchpoint:greeting", (50 + 50 + 75) / 3, (100 + 75 + 75) / 3, Kind.MEAN),
        ("area:skills", 100 / 3, 100.0, Kind.MEAN),
        ("nps", 0.0, 200 / 3, Kind.NPS),
        ("top2", 100 / 3, 100.0, Kind.SHARE),
        ("gap", -25 / 3, 25.0, Kind.MEAN),
        ("ladder", 50.0, 250 / 3, Kind.MEAN),
    ],
)
def test_the_figures_of_both_waves(compared, visits, measure, before, after, kind):
    group, overall = figures(compared, visits, measure)
    assert [wave.mean for wave in group.waves] == pytest.approx([before, after], abs=1e-4)
    assert overall.difference == pytest.approx(after - before, abs=1e-4)
    assert (group.kind, overall.measure) == (kind, measure)


def test_a_share_has_wilson_and_newcombe_intervals_and_no_p(compared, visits):
    group, overall = figures(compared, visits, "item:tervehti")
    wilson, change = wilson_interval(1, 3, 0.95), newcombe_interval((3, 3), (1, 3), 0.95)
    assert group.waves[0].interval.low == pytest.approx(100 * wilson.low)
    assert group.waves[0].sd is None
    assert overall.interval.low == pytest.approx(100 * change.low)
    assert overall.interval.high == pytest.approx(100 * change.high)
    assert (overall.p_value, overall.verdict) == (None, Verdict.UNCLEAR)


def test_newcombe_agrees_with_the_reference_case(reference_cases, details, checklist, only_change):
    case = reference_cases["newcombe_7_8_3_8"]
    counts = case["input"]
    before = [answers(3, 3, 7, number < counts["k2"]) for number in range(counts["n2"])]
    after = [answers(3, 3, 7, number < counts["k1"]) for number in range(counts["n1"])]
    visits = [*details(checklist, before, wave="w1"), *details(checklist, after, wave="w2", day=90)]
    overall = only_change(visits, measure="item:tervehti").overall
    assert overall.difference == pytest.approx(100 * case["expected"]["diff"])
    assert overall.interval.low == pytest.approx(100 * case["expected"]["lo"], abs=1e-4)
    assert overall.interval.high == pytest.approx(100 * case["expected"]["hi"], abs=1e-4)
    assert overall.verdict is Verdict.BETTER


def test_a_net_promoter_score_changes_by_adjusted_estimates(compared, visits):
    group, overall = figures(compared, visits, "nps")
    assert group.waves[1].interval == nps_interval(2, 1, 0, 0.95)
    # 1, 1, 1 of 6 answers with the imaginary ones; 2, 1, 0: shares 1.75/6 each, then 2.75 and 0.75.
    up, down = 2.75 / 6, 0.75 / 6
    shift = 100 * (up - down)
    first = 2 * 1.75 / 6 / 6
    second = (up + down - (up - down) ** 2) / 6
    half = 1.959964 * 100 * math.sqrt(first + second)
    assert overall.interval.low == pytest.approx(shift - half, abs=1e-4)
    assert overall.interval.high == pytest.approx(shift + half, abs=1e-4)
    assert overall.smallest_visible == pytest.approx(half, abs=1e-4)


def test_a_key_figure_names_the_question_it_is_of(compared, visits):
    groups = {measure: compared(visits, measure=measure).groups for measure in ("nps", "ladder")}
    assert groups["nps"][0].value("item") == "suosittelu"
    assert groups["ladder"][0].value("classification") == "portaat"
    assert compared(visits, measure="nps:kokemus").groups == ()
    assert compared(visits, measure="gap:kokemus").groups[0].value("item") == "kokemus"


def test_by_areas_each_area_is_a_group(compared, visits):
    groups = compared(visits, by="site,area").groups
    assert [group.value("area") for group in groups] == ["skills", "emotion"]
    assert [group.value("method") for group in groups] == ["observe", "observe"]


@pytest.mark.parametrize("family", Family)
def test_a_measure_is_written_as_it_is_read(family):
    name = {"area": "emotion", "touchpoint": "greeting", "item": "hymy"}.get(family, "")
    text = f"{family}:{name}" if name else family.value
    assert Measure.parse(text).text == text


@pytest.mark.parametrize(
    "text", ["", "points", "score:x", "index:", "area", "area:feelings", "item:", "touchpoint"]
)
def test_no_measure_is_refused(text):
    with pytest.raises(ValueError, match="no measure"):
        Measure.parse(text)


def test_shares_and_net_promoters_are_tested_exactly_too(details, checklist, only_change):
    visits = [
        *details(checklist, [answers(3, 3, 9, yes) for yes in (True, True, False)], wave="w1"),
        *details(checklist, [answers(3, 3, 3, False)] * 5, wave="w2", day=90),
    ]
    share = only_change(visits, measure="item:tervehti")
    # Newcombe's interval leaves out 0, and Fisher's test does not confirm it.
    assert share.overall.verdict is Verdict.WORSE
    assert share.p_permutation == exact_shares_p((2, 3), (0, 5)) == pytest.approx(2 * 3 / 28)
    promoters = only_change(visits, measure="nps")
    assert promoters.p_permutation == pytest.approx(2 / 56)
