"""How many hear of it, by the figures that a source claims."""

import pytest

from asiakaskunto_cli.analysis.key_figures.word_of_mouth import WordOfMouth, words_of_mouth
from asiakaskunto_cli.analysis.proportions import Proportion
from asiakaskunto_cli.checklist.figures import ReferenceFigure
from asiakaskunto_cli.words import Method

BODY = """
method: ask
items:
  - id: kokemus
    text: T
    type: choice
    options:
      - {id: hyva, label: L, score: 1}
      - {id: siina-ja-siina, label: L, score: 0.5}
      - {id: huono, label: L, score: 0}
    figures: [muu, kolmelle, yhdelletoista]
    area: emotion
    measure: subjective
  - {id: hyva, text: T, type: yes_no, figures: [kolmelle], area: emotion, measure: objective}
  - {id: sana, text: T, type: text, figures: [kolmelle, yhdelletoista]}
"""


def figure(name, value, per):
    return ReferenceFigure(id=name, text="T", value=value, per=per, source="Lähde")


REFERENCE = {
    "muu": figure("muu", 33.0, None),
    "kolmelle": figure("kolmelle", 3.0, "good"),
    "yhdelletoista": figure("yhdelletoista", 11.0, "bad"),
}


@pytest.fixture
def figures(make_checklist, details):
    def run(*answers, reference=REFERENCE):
        visits = [{"kokemus": one} for one in answers]
        return words_of_mouth(details(make_checklist(BODY), visits), reference, 0.95)

    return run


def test_good_and_bad_answers_times_their_figures(figures):
    # 5 good · 3 = 15 tellings, 2 bad · 11 = 22: 7 more of the bad. They balance at
    # 3 / (3 + 11) = 21.4 % of bad; measured 2 of 7.
    answers = ["hyva"] * 5 + ["huono"] * 2 + ["siina-ja-siina"]
    assert figures(*answers) == (
        WordOfMouth(
            checklist="lista",
            item="kokemus",
            method=Method.ASK,
            good=5,
            bad=2,
            neither=1,
            told_good=15.0,
            told_bad=22.0,
            balance=-7.0,
            bad_share=Proportion.of(2, 7, 0.95),
            break_even=3 / 14,
        ),
    )
    assert round(100 * figures("hyva")[0].break_even, 1) == 21.4


def test_at_the_break_even_share_nothing_is_left_over(figures):
    (found,) = figures(*["hyva"] * 11, *["huono"] * 3)
    assert (found.balance, found.bad_share.share) == (0.0, found.break_even)


def test_answers_between_have_no_share_of_bad(figures):
    (found,) = figures("siina-ja-siina")
    assert (found.good, found.bad, found.neither, found.bad_share) == (0, 0, 1, None)


@pytest.mark.parametrize(
    "reference",
    [
        {},
        {name: REFERENCE[name] for name in ("muu", "kolmelle")},
        REFERENCE | {"kolmelle": figure("kolmelle", None, "good")},
        REFERENCE | {"yhdelletoista": figure("yhdelletoista", 0.0, "bad")},
    ],
)
def test_without_both_figures_nothing_is_multiplied(figures, reference):
    assert figures("hyva", "huono", reference=reference) == ()


def test_an_unanswered_or_wordy_item_has_none(figures, make_checklist, detail):
    assert figures(None) == ()
    visit = detail(make_checklist(BODY), {"hyva": True, "sana": "Hyvin meni."})
    assert words_of_mouth([visit], REFERENCE, 0.95) == ()
