"""What is said of a finding mends it: the words that depend on what was written."""

import pytest

from asiakaskunto_cli.checklist.rules import repeated_questions
from asiakaskunto_cli.checklist.said import said_in

RATED = "area: skills, measure: objective"


def told(load, body):
    return [f"{one.message} {one.remedy}" for one in load(body).findings]


@pytest.mark.parametrize(
    ("bands", "words"),
    [
        (
            "[{up_to: 20, score: 1}, {up_to: 20, score: 0.5}]",
            (
                "Two bands end at 20, so the second is never reached. "
                "Correct one up_to, or remove one of the two."
            ),
        ),
        (
            "[{up_to: 20, score: 1}, {up_to: 9.5, score: 0.5}]",
            "Bands must ascend: 9.5 does not come after 20. Sort the bands by up_to.",
        ),
    ],
)
def test_equal_bands_are_not_to_be_sorted(load, bands, words):
    item = f"{{id: jono, text: Kauanko?, type: duration, {RATED}, bands: {bands}}}"
    assert told(load, f"items:\n  - {item}\n") == [words]


@pytest.mark.parametrize(
    ("languages", "words"),
    [
        ("fi, en", "The text is missing in en."),
        ("fi, en, sv", "The text is missing in: en, sv."),
    ],
)
def test_one_language_or_several_are_missing(load, languages, words):
    titles = ", ".join(f"{one}: Osa" for one in languages.split(", "))
    body = f"""
    languages: [{languages}]
    title: {{{titles}}}
    items:
      - {{id: a, text: {{fi: A}}, type: text}}
    """
    assert told(load, body) == [f'{words} Write it as {{fi: "…", en: "…"}}.']


def test_a_copied_item_is_not_also_said_to_ask_the_same_as_itself(load):
    item = "{id: muuta, text: Mitä muuta?, type: text}"
    found = load(f"items:\n  - {item}\n  - {item}\n")
    assert [one.code for one in found.findings] == ["K301"]
    assert list(repeated_questions.check(said_in(found.shaped))) == []
