"""The two best points of a scale."""

from asiakaskunto_cli.analysis.key_figures.top_box import TopBox, top_boxes
from asiakaskunto_cli.analysis.proportions import Proportion
from asiakaskunto_cli.words import Method

BODY = """
method: ask
scales:
  pitka: {0: ei, 10: kyllä}
items:
  - {id: tyytyvainen, text: T, type: scale, area: emotion, measure: subjective}
  - {id: kiire, text: T, type: scale, invert: true, area: emotion, measure: subjective}
  - {id: pitka, text: T, type: scale, scale: pitka, area: emotion, measure: subjective}
  - {id: lyhyt, text: T, type: scale, max: 4, area: emotion, measure: subjective}
  - {id: odotus, text: T, type: scale, weight: 0, area: emotion, measure: subjective}
  - {id: mitattu, text: T, type: scale, area: skills, measure: objective}
"""


def boxes(visits):
    return {one.item: (one.best, one.result.count, one.result.n) for one in top_boxes(visits, 0.95)}


def test_the_two_best_points_are_counted_wherever_they_are(make_checklist, details):
    answers = [
        {"tyytyvainen": 3, "kiire": 1, "pitka": 8},
        {"tyytyvainen": 4, "kiire": 2, "pitka": 9},
        {"tyytyvainen": 5, "kiire": 5, "pitka": 10},
        {"tyytyvainen": 1},
    ]
    # 4 and 5 of 1–5; 1 and 2 where a high number is bad; 9 and 10 of 0–10.
    assert boxes(details(make_checklist(BODY), answers)) == {
        "tyytyvainen": ((4, 5), 2, 4),
        "kiire": ((2, 1), 2, 3),
        "pitka": ((9, 10), 2, 3),
    }


def test_short_unscored_and_objective_scales_have_none(make_checklist, detail):
    visit = detail(make_checklist(BODY), {"lyhyt": 4, "odotus": 5, "mitattu": 5})
    assert top_boxes([visit], 0.95) == ()


def test_one_answer_has_no_interval(make_checklist, detail):
    visit = detail(make_checklist(BODY), {"tyytyvainen": 5})
    expected = TopBox("lista", "tyytyvainen", Method.ASK, (4, 5), Proportion(1, 1, 1.0, None))
    assert top_boxes([visit], 0.95) == (expected,)
