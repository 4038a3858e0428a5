"""Subjective minus objective, and when it is flagged."""

import pytest

from asiakaskunto_cli.analysis.intervals import Interval
from asiakaskunto_cli.analysis.key_figures.contradiction import contradictions
from asiakaskunto_cli.analysis.key_figures.means import Mean

SIDES = {"o": "objective", "s": "subjective"}
BODY = "items:\n" + "".join(
    f"  - {{id: {side}{number}, text: T, type: scale, max: 101, area: skills, "
    f"measure: {measure}}}\n"
    for side, measure in SIDES.items()
    for number in (1, 2, 3)
)


def answers(objective, subjective, *, without=()):
    """Return answers that score each side so; on a scale of 1–101 an answer is score plus 1."""
    scores = {"o": objective, "s": subjective}
    given = {f"{side}{number}": scores[side] + 1 for side in scores for number in (1, 2, 3)}
    return {name: answer for name, answer in given.items() if name not in without}


@pytest.fixture
def figures(make_checklist, details):
    def run(*visits):
        return contradictions(details(make_checklist(BODY), visits), 0.95)

    return run


def test_the_difference_agrees_with_the_reference_case(reference_cases, figures):
    case = reference_cases["contradiction_paired"]
    pairs = zip(case["input"]["objective"], case["input"]["subjective"], strict=True)
    (found,) = figures(*(answers(*pair) for pair in pairs))
    expected = {
        "D": found.difference.mean,
        "lo": found.difference.interval.low,
        "hi": found.difference.interval.high,
        "flag": int(found.flagged),
    }
    assert expected == pytest.approx(case["expected"], abs=case["tolerance"])
    # The six objective scores add up to 530, the subjective ones to 410.
    assert found.objective.mean == pytest.approx(530 / 6, abs=1e-6)
    assert found.subjective.mean == pytest.approx(410 / 6, abs=1e-6)


@pytest.mark.parametrize(
    ("pairs", "flagged"),
    [
        # −14, −15, −16: mean −15, half width 4.303 · 1/√3 = 2.48.
        ([(50, 36), (50, 35), (50, 34)], True),
        ([(36, 50), (35, 50), (34, 50)], True),
        # −13.9… would round to the limit; −14 on average is under it.
        ([(50, 37), (50, 36), (50, 35)], False),
        # −20 on average, but between −40 and 0: chance could do that.
        ([(50, 10), (50, 30), (50, 50)], False),
        # Two visits are too few, whatever they say.
        ([(90, 10), (90, 11)], False),
        # All alike: nothing was seen of chance.
        ([(90, 60), (90, 60), (90, 60)], False),
    ],
)
def test_when_it_is_flagged(figures, pairs, flagged):
    (found,) = figures(*(answers(*pair) for pair in pairs))
    assert found.flagged is flagged


def test_a_side_of_two_items_says_too_little_of_its_kind(figures):
    short = answers(90, 10, without=("s3",))
    assert figures(short) == ()
    (found,) = figures(short, answers(80, 70))
    assert found.difference == Mean(1, -10.0, None)


def test_a_difference_cannot_be_over_the_ends(figures):
    # −100 and 0: mean −50, s = 70.7, and t(1) = 12.706 reaches far beyond.
    (found,) = figures(answers(100, 0), answers(50, 50))
    assert found.difference == Mean(2, -50.0, Interval(-100.0, 100.0))


def test_a_visit_without_one_side_has_no_difference(figures):
    assert figures(answers(90, 10, without=("s1", "s2", "s3"))) == ()
    assert figures() == ()
