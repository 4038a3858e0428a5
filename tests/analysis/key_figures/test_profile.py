"""Area weights that are not equal, beside equal ones."""

import pytest

from asiakaskunto_cli.analysis.key_figures.means import Mean
from asiakaskunto_cli.analysis.key_figures.profile import Profile, profiles
from asiakaskunto_cli.report.opening import Rules
from asiakaskunto_cli.scoring.policy import Policy
from asiakaskunto_cli.words import Area, Method

ITEMS = """
method: [ask, test]
items:
  - {id: tieto, text: T, type: yes_no, area: knowledge, measure: objective}
  - {id: taito, text: T, type: scale, area: skills, measure: subjective}
  - {id: tunne, text: T, type: scale, area: emotion, measure: subjective}
"""
FEELING = "area_weights: {knowledge: 1, skills: 1, emotion: 4}\n" + ITEMS


def test_the_reference_case_by_two_thirds_of_emotion(reference_cases, make_checklist, detail):
    expected = reference_cases["scoring_worked"]["expected"]
    # 50, 75 and 91.67 as in the case: half of two questions, three quarters, 11 of 12.
    checklist = make_checklist("""
        area_weights: {knowledge: 1, skills: 1, emotion: 4}
        items:
          - {id: a, text: T, type: yes_no, area: knowledge, measure: objective}
          - {id: b, text: T, type: yes_no, area: knowledge, measure: objective}
          - {id: c, text: T, type: scale, area: skills, measure: subjective}
          - {id: d, text: T, type: scale, max: 13, area: emotion, measure: subjective}
    """)
    visit = detail(checklist, {"a": True, "b": False, "c": 4, "d": 12})
    (found,) = profiles([visit], 0.95)
    assert found == Profile(
        method=Method.OBSERVE,
        weights={
            Area.KNOWLEDGE: pytest.approx(1 / 6),
            Area.SKILLS: pytest.approx(1 / 6),
            Area.EMOTION: pytest.approx(2 / 3),
        },
        weighted=Mean(1, pytest.approx(expected["index_tunne_two_thirds"], abs=1e-6), None),
        equal=Mean(1, pytest.approx(expected["index_equal_thirds"], abs=1e-6), None),
    )


def test_both_means_are_of_the_same_visits(make_checklist, details):
    # (0 + 50 + 4·100)/6 = 75 and (0 + 50 + 100)/3 = 50; (100 + 50 + 4·25)/6 = 41.67 and 58.33.
    visits = [{"tieto": False, "taito": 3, "tunne": 5}, {"tieto": True, "taito": 3, "tunne": 2}]
    (found,) = profiles(details(make_checklist(FEELING), visits), 0.95)
    assert (found.weighted.n, found.equal.n) == (2, 2)
    assert found.weighted.mean == pytest.approx((75 + 125 / 3) / 2, abs=1e-6)
    assert found.equal.mean == pytest.approx((50 + 175 / 3) / 2, abs=1e-6)


def test_equal_weights_in_other_numbers_are_equal(make_checklist, detail):
    twos = "area_weights: {knowledge: 2, skills: 2, emotion: 2}\n" + ITEMS
    for text in (ITEMS, twos):
        assert profiles([detail(make_checklist(text), {"taito": 3})], 0.95) == ()


def test_the_programme_weights_count_too_and_every_set_of_weights_is_apart(make_checklist, detail):
    rules = Rules.of(Policy(area_weights={Area.KNOWLEDGE: 0, Area.SKILLS: 1, Area.EMOTION: 1}))
    answers = {"tieto": True, "taito": 3, "tunne": 3}
    visits = [
        detail(make_checklist(FEELING), answers),
        detail(make_checklist(ITEMS), answers, day=1, rules=rules),
        detail(make_checklist(FEELING), answers, day=2, method=Method.TEST),
    ]
    found = [(one.method, one.weights[Area.EMOTION]) for one in profiles(visits, 0.95)]
    assert found == [
        (Method.TEST, pytest.approx(2 / 3)),
        (Method.ASK, 0.5),
        (Method.ASK, pytest.approx(2 / 3)),
    ]
    # Knowledge weighs nothing there: (50 + 50)/2 beside (100 + 50 + 50)/3.
    means = [(one.weighted.mean, one.equal.mean) for one in profiles(visits, 0.95)]
    assert means[1] == (50.0, pytest.approx(200 / 3, abs=1e-6))


def test_a_visit_without_a_score_has_no_profile(make_checklist, detail):
    assert profiles([detail(make_checklist(FEELING), {})], 0.95) == ()
    assert profiles([], 0.95) == ()
