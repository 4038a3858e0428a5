"""What is said of a finding mends it: the words that depend on what was written."""

import pytest

from asiakaskunto_cli.checklist.load import load_checklist
from asiakaskunto_cli.checklist.rules import repeated_questions, stray_quotes
from asiakaskunto_cli.checklist.said import said_in
from asiakaskunto_cli.source.reader import read_text

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
    ("languages", "text", "words", "example"),
    [
        ("fi, en", "{fi: A}", "The text is missing in en.", '{fi: "…", en: "…"}'),
        ("fi, en", "A", "The text is missing in en.", '{fi: "…", en: "…"}'),
        (
            "fi, en, sv",
            "{fi: A}",
            "The text is missing in: en, sv.",
            '{fi: "…", en: "…", sv: "…"}',
        ),
    ],
)
def test_one_language_or_several_are_missing(load, languages, text, words, example):
    titles = ", ".join(f"{one}: Osa" for one in languages.split(", "))
    body = f"""
    languages: [{languages}]
    title: {{{titles}}}
    items:
      - {{id: a, text: {text}, type: text}}
    """
    assert told(load, body) == [f"{words} Write it as {example}."]


def test_a_copied_item_is_not_also_said_to_ask_the_same_as_itself(load):
    item = "{id: muuta, text: Mitä muuta?, type: text}"
    found = load(f"items:\n  - {item}\n  - {item}\n")
    assert [one.code for one in found.findings] == ["K301"]
    assert list(repeated_questions.check(said_in(found.shaped))) == []


@pytest.mark.parametrize(
    ("question", "words"),
    [
        ('Hymyilikö myyjä?"', "Write one before the text too, or remove the one at its end."),
        ('”Mitä” hän kysyi?"', "Write one before the text too, or remove the one at its end."),
        (
            '”Hymyilikö myyjä?"',
            'Put the whole text in straight quotes, "…": the mark ” is not one.',
        ),
        ('Sanoiko hän ”hei"', 'Write " in the place of ” too: the two belong together.'),
        ("Sanoiko hän ‘hei?'", "Write ' in the place of ‘ too: the two belong together."),
    ],
)
def test_a_stray_mark_is_mended_by_the_one_that_it_belongs_to(as_checklist, question, words):
    text = as_checklist(f"items:\n  - {{id: a, text: {question}, type: text}}\n")
    source = read_text("lista.yaml", text.encode())
    texts = said_in(load_checklist(source).shaped)
    assert [one.remedy for one in stray_quotes.check(texts, source)] == [words]
