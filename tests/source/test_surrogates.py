"""Surrogate pairs, in which JSON spells what lies beyond its four digits."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from asiakaskunto_cli.source.edit import edited
from asiakaskunto_cli.source.reader import read_text
from asiakaskunto_cli.words import UNSAFE

HIGH, LOW = r"\ud83d", r"\ude00"
PAIR = HIGH + LOW


def data(text):
    source = read_text("f", text.encode())
    assert source.findings == ()
    return source.data


@pytest.mark.parametrize(
    ("text", "value"),
    [
        (rf'a: "{PAIR}"', "😀"),
        (rf'a: "Hyvä {PAIR}  ja {PAIR}{PAIR} !"', "Hyvä 😀  ja 😀😀 !"),
        (r'a: "\uD83D\uDE00 \udbff\udffd"', "😀 \U0010fffd"),
        (rf'a: "\\{PAIR}"', "\\😀"),
        (r'a: "\\ud83d\\ude00"', PAIR),
        (rf"a: '{PAIR}'", PAIR),
        (rf"a: {PAIR}", PAIR),
        (f"a: |\n  {PAIR}\n", f"{PAIR}\n"),
        (rf'a: x # "{PAIR}"', "x"),
    ],
)
def test_a_pair_is_the_character_it_stands_for_in_double_quotes_alone(text, value):
    assert data(text) == {"a": value}


ASTRAL = st.characters(min_codepoint=0x10000, max_codepoint=0x10FFFF)
TEXTS = st.text(st.characters(codec="utf-8") | ASTRAL).filter(lambda one: not UNSAFE.search(one))


@given(st.recursive(TEXTS, st.lists) | st.dictionaries(st.text("abc"), TEXTS))
def test_what_json_writes_is_read_back(value):
    assert data(json.dumps(value, indent=1)) == value


def test_no_place_moves():
    text = f'{{"a": "x{PAIR} {PAIR}", "b": "{PAIR}\\e", "a": 1}}\n'
    found = read_text("f", text.encode()).findings
    assert [(one.position.line, one.position.column, one.code) for one in found] == [
        (1, text.index("\\e") + 1, "K108"),
        (1, text.rindex('"a"') + 1, "K102"),
    ]


def test_a_bracket_s_line_is_counted_as_in_the_file():
    text = f'a: "{PAIR}{PAIR}"\nb: [1, 2\nc: 3\n'
    (found,) = read_text("f", text.encode()).findings
    assert "line 2" in found.message


def test_a_value_that_holds_one_is_edited_whole():
    source = read_text("f", f'a: 1\nb: "{PAIR} x"  # c\nd: 2\n'.encode())
    assert edited(source, {("b",): '"y"', ("a",): "3"}).split()[1:4] == ["3", "b:", '"y"']
    assert edited(source, {("d",): "3"}) == source.lines.text.replace("d: 2", "d: 3")


@pytest.mark.parametrize(
    "text",
    [rf'a: "{PAIR[:6]}"', rf'a: "{PAIR[6:]}x"', rf'a: "{PAIR[6:]}{PAIR[:6]}"', f'"{PAIR}": 1'],
)
def test_half_a_pair_and_one_in_a_key_are_told_with_a_way_to_mend_them(text):
    (found,) = read_text("f", text.encode()).findings
    assert (found.code, found.position.column) == ("K101", text.index("\\u") + 1)
    assert "the character itself" in found.remedy
