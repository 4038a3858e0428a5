"""A key that stands twice: where a comma made it, that is told, else that it is there again."""

import pytest

from asiakaskunto_cli.source.reader import read_text

COMMA = "A comma in a number ends it."


def told(text):
    return [
        (at.position.column, at.code, at.message, at.remedy)
        for at in read_text("a.yaml", text.encode()).findings
    ]


@pytest.mark.parametrize(
    ("text", "column", "remedy"),
    [
        ("{up_to: 0,5, score: 0,5}", 22, "Write 0.5, with a point."),
        ("{a: 1,5, b: -2,5 , c: 1}", 15, "Write -2.5, with a point."),
    ],
)
def test_two_numbers_with_the_same_decimals_are_no_key_twice(text, column, remedy):
    assert told(text) == [(column, "K203", COMMA, remedy)]


def test_two_texts_that_end_alike_are_no_key_twice():
    words = "A comma in a text without quotes ends it."
    text = "{fi: Hei, kiitos, en: Hi, kiitos}"
    assert told(text) == [(25, "K203", words, "Put the whole text in quotes.")]


@pytest.mark.parametrize("text", ["{a: 1, a: 2}", "a: 1\na: 2\n", "{5: 1, 5: 2}", '{a: 1, "a"}'])
def test_a_key_that_is_written_twice_is_told_as_such(text):
    assert [code for _column, code, _message, _remedy in told(text)] == ["K102"]
