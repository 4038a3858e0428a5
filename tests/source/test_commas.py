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
    ("text", "columns", "remedy"),
    [
        ("{up_to: 0,5, score: 0,5}", [10, 22], "Write 0.5, with a point."),
        ("{a: 0,5, b: 0,5, c: 0,5 }", [6, 14, 22], "Write 0.5, with a point."),
        ("{5: 1, b: -2,5 , c: 1}", [13], "Write -2.5, with a point."),
    ],
)
def test_two_numbers_with_the_same_decimals_are_no_key_twice(text, columns, remedy):
    assert told(text) == [(column, "K203", COMMA, remedy) for column in columns]


IN_QUOTES = "Put the whole text in quotes."
ONE_PAIR = (
    "Put the whole text in one pair of quotes; where it has quotes inside, in those of the other "
    "kind."
)


@pytest.mark.parametrize(
    ("text", "columns", "message", "remedy"),
    [
        (
            "{fi: Hei, kiitos, en: Hi, kiitos}",
            [9, 25],
            "A comma in a text without quotes ends it.",
            IN_QUOTES,
        ),
        (
            '{fi: "Hei", kiitos, en: "Hi", kiitos}',
            [11, 29],
            "A comma outside the quotes ends the text.",
            ONE_PAIR,
        ),
        (
            '{fi:"Hei, kiitos", en:"Hi, kiitos"}',
            [4, 22],
            "A space is missing after the colon.",
            "Write it as “key: value”.",
        ),
    ],
)
def test_two_texts_that_end_alike_are_no_key_twice(text, columns, message, remedy):
    assert told(text) == [(column, "K203", message, remedy) for column in columns]


@pytest.mark.parametrize("text", ["{a: 1, a: 2}", "a: 1\na: 2\n", "{5: 1, 5: 2}", '{a: 1, "a"}'])
def test_a_key_that_is_written_twice_is_told_as_such(text):
    assert [code for _column, code, _message, _remedy in told(text)] == ["K102"]
