"""All key figures at once: of counted visits only."""

from dataclasses import fields

from hypothesis import given
from hypothesis import strategies as st

from asiakaskunto_cli.analysis.key_figures.gather import key_figures
from asiakaskunto_cli.checklist.figures import ReferenceFigure
from asiakaskunto_cli.scoring.response import Response
from asiakaskunto_cli.words import Method, Status

BODY = """
method: [ask, test]
area_weights: {knowledge: 1, skills: 1, emotion: 4}
items:
  - {id: odotus, text: T, type: scale, weight: 0, area: emotion, measure: subjective}
  - {id: luvattu, text: T, type: duration, weight: 0}
  - id: huomio
    text: T
    type: duration
    never: true
    bands: [{up_to: 8, score: 1}]
    area: skills
    measure: objective
    gate: core
  - {id: kesti, text: T, type: duration, against: luvattu, area: skills, measure: objective}
  - id: tuntee
    text: T
    type: yes_no
    touchpoint: expertise
    figures: [hyva, huono]
    area: knowledge
    measure: objective
  - {id: kokemus, text: T, type: scale, against: odotus, area: emotion, measure: subjective}
  - id: selkea
    text: T
    type: scale
    touchpoint: clarity
    area: knowledge
    measure: subjective
  - {id: suosittelu, text: T, type: nps, area: emotion, measure: subjective}
classify:
  - id: vauhti
    title: T
    steps:
      - {id: nopea, step: 2, label: L, when: {item: huomio, at_most: 8}}
      - {id: hidas, step: 1, label: L}
"""
REFERENCE = {
    name: ReferenceFigure(id=name, text="T", value=value, per=per, source="Lähde")
    for name, value, per in (("hyva", 3.0, "good"), ("huono", 11.0, "bad"))
}
ANSWERS = {
    "odotus": 3,
    "luvattu": 60,
    "huomio": 5,
    "kesti": 50,
    "tuntee": True,
    "kokemus": 4,
    "selkea": 2,
    "suosittelu": 9,
}


def test_every_figure_is_there_and_counts_the_same_visits(make_checklist, details):
    found = key_figures(details(make_checklist(BODY), [ANSWERS] * 3), REFERENCE)
    empty = [one.name for one in fields(found) if not getattr(found, one.name)]
    assert empty == []
    (nps,), (gap,), (promise,) = found.nps, found.gaps, found.promises
    (timing,), (process,), (clear,) = found.timings, found.core_processes, found.expertise
    assert {
        nps.result.n,
        gap.steps.n,
        promise.kept.n,
        timing.within.n,
        process.flawless.n,
        clear.clarity.n,
        found.contradiction[0].difference.n,
        found.profiles[0].weighted.n,
        found.ladders[0].n,
        found.word_of_mouth[0].bad_share.n,
    } == {3}
    assert {one.item: one.result.n for one in found.top_box} == {"kokemus": 3, "selkea": 3}
    assert [one.item for one in found.cited] == ["tuntee"]


def test_what_does_not_count_is_in_no_figure(make_checklist, detail):
    checklist = make_checklist(BODY)
    internal = make_checklist("index: false\n" + BODY)
    half = ANSWERS | dict.fromkeys(("huomio", "kesti", "tuntee"), Response(not_observed=True))
    visits = [
        detail(checklist, ANSWERS, status=Status.REHEARSAL),
        detail(checklist, ANSWERS, day=1, status=Status.WITHDRAWN),
        detail(checklist, half, day=2),
        detail(internal, ANSWERS, day=3),
    ]
    assert key_figures(visits, REFERENCE) == key_figures([], REFERENCE)
    assert not any(getattr(key_figures([], {}), one.name) for one in fields(key_figures([], {})))


@given(st.permutations(range(5)))
def test_the_order_of_the_visits_plays_no_part(make_checklist, detail, order):
    checklist = make_checklist(BODY)
    visits = [
        detail(
            checklist,
            ANSWERS | {"suosittelu": 4 + day, "kokemus": 1 + day, "huomio": 3 * day},
            day=day,
            method=Method.TEST if day == 2 else Method.ASK,
        )
        for day in range(5)
    ]
    shuffled = [visits[number] for number in order]
    assert key_figures(shuffled, REFERENCE) == key_figures(visits, REFERENCE)


def test_the_confidence_asked_for_is_the_one_given(make_checklist, details):
    visits = details(make_checklist(BODY), [ANSWERS, ANSWERS | {"suosittelu": 3}])
    (wide,), (narrow,) = (
        key_figures(visits, {}, confidence=confidence).nps for confidence in (0.95, 0.5)
    )
    assert wide.result.interval.low < narrow.result.interval.low
