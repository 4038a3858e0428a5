"""Where things stand: paths to positions, indexes to positions, lines by number."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from asiakaskunto_cli.source.finding import Position
from asiakaskunto_cli.source.lines import Lines
from asiakaskunto_cli.source.reader import read_text

SOURCE = read_text(
    "lista.yaml",
    """\
# a comment
id: tervehdys
title: {fi: "Tervehdys ä", en: Greeting}
sections:
  - id: osa
    items:
    - text: |
        kaksi
        riviä
      empty:
    -   7
""".encode(),
)


@pytest.mark.parametrize(
    ("path", "key", "value"),
    [
        ((), (2, 1), (2, 1)),
        (("id",), (2, 1), (2, 5)),
        (("title",), (3, 1), (3, 8)),
        (("title", "fi"), (3, 9), (3, 13)),
        (("title", "en"), (3, 28), (3, 32)),
        (("sections",), (4, 1), (5, 3)),
        (("sections", 0), (5, 5), (5, 5)),
        (("sections", 0, "id"), (5, 5), (5, 9)),
        (("sections", 0, "items", 0, "text"), (7, 7), (7, 13)),
        (("sections", 0, "items", 0, "empty"), (10, 7), (10, 13)),
        (("sections", 0, "items", 1), (11, 9), (11, 9)),
    ],
)
def test_keys_values_and_entries_are_found(path, key, value):
    assert SOURCE.findings == ()
    assert SOURCE.position(path, key=True) == Position(*key)
    assert SOURCE.position(path) == Position(*value)


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        (("missing",), (2, 1)),
        (("title", "sv"), (3, 8)),
        (("title", 0), (3, 8)),
        (("id", "deeper"), (2, 5)),
        (("sections", 1), (5, 3)),
        (("sections", -1), (5, 3)),
        (("sections", "id"), (5, 3)),
        (("sections", 0, "items", 1, "type", "more"), (11, 9)),
    ],
)
def test_a_path_that_leaves_the_tree_gives_its_deepest_value(path, expected):
    assert SOURCE.position(path) == Position(*expected)
    assert SOURCE.position(path, key=True) == Position(*expected)


def test_a_file_of_which_nothing_was_built_has_the_start_for_every_path():
    assert read_text("f", b"[").position(("a", 0)) == Position(1, 1)


def test_a_refused_second_key_leaves_the_position_of_the_first():
    assert read_text("f", b"a: 1\na: 2\n").position(("a",), key=True) == Position(1, 1)


def test_columns_count_characters():
    assert read_text("f", "{ä😀: 1, b: 2}".encode()).position(("b",)) == Position(1, 12)


def test_a_line_is_what_stands_between_its_breaks():
    lines = Lines("eka\r\ntoka\x0cx\u2028y\n\nneljäs\rviides")
    assert [lines.line(number) for number in range(7)] == [
        "",
        "eka",
        "toka\x0cx\u2028y",
        "",
        "neljäs",
        "viides",
        "",
    ]


def test_an_index_past_the_end_is_the_end():
    assert Lines("a\nbc").position(99) == Position(2, 3)
    assert Lines("").position(0) == Position(1, 1)


@pytest.mark.parametrize(
    ("text", "line", "column"),
    [
        ("a\n", 1, 2),
        ("a\r\n", 1, 2),
        ("\n", 1, 1),
        ("\n\n", 2, 1),
        ("a\nbc\r", 2, 3),
        ("a\n ", 2, 2),
    ],
)
def test_what_follows_the_last_break_is_no_line(text, line, column):
    assert Lines(text).position(len(text)) == Position(line, column)


@given(st.text(alphabet="ab\r\n", max_size=20))
def test_positions_and_lines_agree(text):
    lines = Lines(text)
    for index, character in enumerate(text):
        position = lines.position(index)
        line = lines.line(position.line)
        assert line[position.column - 1 : position.column] in {character, ""}
        assert character in "\r\n" or position.column <= len(line)
