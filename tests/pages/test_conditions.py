"""Conditions and weak answers in words for people with a paper."""

import pytest

from asiakaskunto_cli.checklist.condition import Condition
from asiakaskunto_cli.pages.conditions import condition_in_words
from asiakaskunto_cli.pages.weak import weak_answers

RULES = b"""
kunto: 1
id: rules
version: 1.0.0
method: [test, ask]
title: Rules
languages: [en]
sections:
  - id: one
    title: One
    items:
      - {id: bad, text: "Bad?", type: yes_no, invert: true, area: skills, measure: objective}
      - {id: stars, text: "Stars?", type: scale, area: skills, measure: objective}
      - {id: nps, text: "Recommend?", type: nps, area: emotion, measure: subjective}
      - {id: pick, text: "Which?", type: choice, area: skills, measure: objective,
         options: [{id: a, label: good, score: 1}, {id: b, label: so-so, score: 0.5},
                   {id: c, label: poor, score: 0}]}
      - {id: many, text: "Which ones?", type: multi, area: skills, measure: objective,
         options: [{id: a, label: Thanks, points: 1}, {id: b, label: Advice, points: 1}]}
      - {id: time, text: "Time?", type: duration, target: 30, limit: 90, never: true,
         area: skills, measure: objective}
      - {id: count, text: "Count?", type: number, unit: pcs, area: skills, measure: objective,
         bands: [{up_to: 2, score: 0.25}, {score: 1}]}
      - {id: waves, text: "Waves?", type: number, area: skills, measure: objective,
         bands: [{up_to: 2, score: 1}, {up_to: 4, score: 0}, {score: 1}]}
      - {id: ignored, text: "Ignored?", type: tally, invert: true, area: skills,
         measure: objective}
      - {id: words, text: "Words?", type: text}
"""


@pytest.fixture
def rules(checklist_of):
    return checklist_of(RULES)


@pytest.mark.parametrize(
    ("condition", "words"),
    [
        ({"item": "bad", "is": False}, "question 1 = no"),
        ({"item": "pick", "is_not": "a"}, "question 4 is not good"),
        ({"item": "pick", "any_of": ["a", "b", "c"]}, "question 4 = good, so-so or poor"),
        ({"item": "stars", "at_least": 4}, "question 2 is at least 4"),
        ({"item": "stars", "at_most": 2}, "question 2 is at most 2"),
        ({"item": "stars", "below": 0.5}, "question 2 = 1 or 2"),
        ({"item": "time", "at_least": 60}, "question 6 is at least 60 s, or never"),
        ({"item": "many", "any_of": ["a", "b"]}, "question 5 has Thanks or Advice"),
        ({"item": "words", "answered": True}, "question 10 was answered"),
        ({"item": "words", "answered": False}, "question 10 was not answered"),
        ({"visit": "method", "is": "ask"}, "the method of the visit = customer interviews"),
        ({"visit": "channel", "any_of": ["web", "chat"]}, "the channel of the visit = web or chat"),
        (
            {
                "all": [
                    {"item": "bad", "is": True},
                    {"any": [{"item": "nps", "at_most": 6}, {"item": "nps", "is": 8}]},
                ]
            },
            "question 1 = yes and (question 3 is at most 6 or question 3 = 8)",
        ),
    ],
)
def test_a_condition_in_words(rules, condition, words):
    numbers = {name: str(number) for number, name in enumerate(rules.items, 1)}
    said = condition_in_words(rules, Condition.model_validate(condition), numbers, "en")
    assert said == words


@pytest.mark.parametrize(
    ("item", "below", "words"),
    [
        ("bad", 1, "yes"),
        ("stars", 0.3, "1 or 2"),
        ("stars", 1, "1 to 4"),
        ("nps", 0.05, "0"),
        ("pick", 0.75, "so-so or poor"),
        ("time", 0.5, "over 60 s or never"),
        ("count", 0.5, "at most 2 pcs"),
        ("waves", 0.5, "under 50 points of 100"),
        ("ignored", 0.75, "over 25 %"),
        ("many", 0.75, "under 75 points of 100"),
        ("stars", 0, "under 0 points of 100"),
    ],
)
def test_weak_answers_are_named(rules, item, below, words):
    assert weak_answers(rules, rules.items[item], below, "en") == words
