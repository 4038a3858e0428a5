"""Ladder, expertise, contradiction and word of mouth, each as its figures would have it said."""

import pytest

from asiakaskunto_cli.analysis.intervals import Interval
from asiakaskunto_cli.analysis.key_figures.contradiction import Contradiction
from asiakaskunto_cli.analysis.key_figures.expertise import ExpertiseIllusion
from asiakaskunto_cli.analysis.key_figures.ladder import Ladder, StepCount
from asiakaskunto_cli.analysis.key_figures.means import Mean
from asiakaskunto_cli.analysis.key_figures.word_of_mouth import WordOfMouth
from asiakaskunto_cli.analysis.proportions import Proportion
from asiakaskunto_cli.pages.blocks import Sentence, Tone
from asiakaskunto_cli.pages.group_figures import (
    contradiction_sentence,
    expertise_sentence,
    ladder_entry,
)
from asiakaskunto_cli.pages.question_figures import word_of_mouth_words
from asiakaskunto_cli.pages.wording import Wording
from asiakaskunto_cli.words import Method

LIST = b"""
kunto: 1
id: shop
version: 1.0.0
method: ask
title: Shop
languages: [en]
sections:
  - id: all
    title: All
    items:
      - {id: many, text: T, type: yes_no, area: skills, measure: objective}
classify:
  - id: kind
    title: Kind of customer
    steps:
      - {id: fan, label: Fan, when: {item: many, is: true}}
      - {id: other, label: Other}
"""


def test_classes_without_numbers_are_only_counted(checklist_of):
    figure = Ladder(
        checklist="shop",
        classification="kind",
        method=Method.ASK,
        steps=(StepCount("fan", None, 4), StepCount("other", None, 0)),
        n=4,
        unknown=2,
        contradictory=1,
        index=None,
        top=None,
    )
    entry = ladder_entry(figure, Wording([checklist_of(LIST)], "en"), 0.95)
    assert entry.text == "Kind of customer"
    assert entry.details == (
        "Fan 4, Other 0, not known 2",
        "Answers that contradict each other: 1",
    )


def test_expertise_that_is_understood_is_no_illusion():
    figure = ExpertiseIllusion(Mean(1, 80.0, None), Mean(1, 75.0, None), flagged=False)
    assert expertise_sentence(figure, 0.95) == Sentence(
        "Expertise 80.0, clarity 75.0 (1 visit).", Tone.PLAIN
    )


@pytest.mark.parametrize(
    ("difference", "flagged", "advice", "tone"),
    [
        (
            -20.0,
            True,
            " The work was done right but did not feel so: look at how you communicate.",
            Tone.WARNING,
        ),
        (
            20.0,
            True,
            " It felt better than it was: mend the work while customers still trust you.",
            Tone.WARNING,
        ),
        (-20.0, False, "", Tone.PLAIN),
    ],
)
def test_a_contradiction_says_which_way_it_goes(difference, flagged, advice, tone):
    low, high = difference - 5, difference + 5
    figure = Contradiction(
        subjective=Mean(3, 70.0 + difference / 2, None),
        objective=Mean(3, 70.0 - difference / 2, None),
        difference=Mean(3, difference, Interval(low, high)),
        flagged=flagged,
    )
    sentence = contradiction_sentence(figure, 0.95)
    assert sentence.tone is tone
    sign = "+" if difference > 0 else "−"
    assert sentence.text.startswith(
        f"Subjective {70 + difference / 2}, objective {70 - difference / 2}: "
        f"difference {sign}20.0 points (95 % interval "
    )
    assert sentence.text.endswith(f"; 3 visits).{advice}")


def told(good, bad, neither=0):
    return WordOfMouth(
        checklist="shop",
        item="many",
        method=Method.ASK,
        good=good,
        bad=bad,
        neither=neither,
        told_good=3.0 * good,
        told_bad=11.0 * bad,
        balance=3.0 * good - 11.0 * bad,
        bad_share=Proportion.of(bad, good + bad, 0.95) if good + bad else None,
        break_even=3 / 14,
    )


@pytest.mark.parametrize(
    ("good", "bad", "balance"),
    [
        # 3 · 11 = 11 · 3; 3 · 4 − 11 = 1; 3 · 1 − 11 · 1 = −8.
        (11, 3, "reach 33 people and bad ones (3) 33: as many for the good as for the bad"),
        (4, 1, "reach 12 people and bad ones (1) 11: 1 more for the good"),
        (1, 1, "reach 3 people and bad ones (1) 11: 8 more for the bad"),
    ],
)
def test_which_way_the_word_of_mouth_tips(good, bad, balance):
    first, second = word_of_mouth_words(told(good, bad), 0.95)
    assert first == f"If the source’s figures hold, good experiences ({good}) {balance}"
    assert second.endswith("by those figures good and bad balance at 21.4 %")


def test_answers_in_between_alone_have_no_share_of_bad():
    (only,) = word_of_mouth_words(told(0, 0, neither=2), 0.95)
    assert only.endswith("reach 0 people and bad ones (0) 0: as many for the good as for the bad")
