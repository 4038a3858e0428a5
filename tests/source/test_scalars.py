"""Unquoted words: JSON's values, everything else the text that was typed."""

import json
import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from asiakaskunto_cli.source.reader import read_text
from asiakaskunto_cli.source.scalars import resolve


@pytest.mark.parametrize(
    ("word", "value"),
    [
        ("", None),
        ("~", None),
        ("null", None),
        ("true", True),
        ("True", True),
        ("TRUE", True),
        ("false", False),
        ("0", 0),
        ("-0", 0),
        ("-12", -12),
        ("9999999999999999", 9999999999999999),
        ("0.5", 0.5),
        ("-1.25", -1.25),
        ("1e3", 1000.0),
        ("1.5E-3", 0.0015),
        ("1.0", 1.0),
    ],
)
def test_values_of_json_are_values(word, value):
    assert (resolve(word), type(resolve(word))) == (value, type(value))


@pytest.mark.parametrize(
    "word",
    [
        "no",
        "yes",
        "on",
        "off",
        "y",
        "n",
        "No",
        "TRUe",
        "Null",
        "NULL",
        "12:30",
        "1:30",
        "012",
        "010",
        "00",
        "+1",
        "1_000",
        ".5",
        "5.",
        "-.5",
        "1.",
        "1.e3",
        ".nan",
        ".NaN",
        ".inf",
        "-.inf",
        "nan",
        "inf",
        "Infinity",
        "0x1F",
        "0o17",
        "0b1",
        "1e999",
        "-1e999",
        "1e",
        "1.0.0",
        "2026-10-01",
        "2001-99-99",
        "1,5",
        "-",
        "--",
        "--1",
        "=",
        "٣",
        "١٢",
        "1٣",
        "12345678901234567",
        "<<",
    ],
)
def test_everything_else_is_the_text_that_was_typed(word):
    assert resolve(word) == word
    assert type(resolve(word)) is str


def test_numbers_of_any_length_stay_texts():
    for word in ("9" * 5000, "1" * 500 + ".5", "-" + "1" * 17):
        assert read_text("f", b"a: " + word.encode()).data == {"a": word}


def test_quoted_and_block_texts_are_always_texts():
    content = b"- \"1\"\n- 'true'\n- |-\n  null\n- >-\n  1.5\n- ''\n"
    assert read_text("f", content).data == ["1", "true", "null", "1.5", ""]


def test_keys_are_texts_as_written():
    content = b"{1: a, 1.50: b, no: c, null: d, ~: e, 012: f, true: g}"
    data = read_text("f", content).data
    assert isinstance(data, dict)
    assert list(data) == ["1", "1.50", "no", "null", "~", "012", "true"]


@given(st.text(alphabet="0123456789+-.eE_:xnaif", max_size=12))
def test_a_number_is_read_as_json_reads_it_or_not_at_all(word):
    value = resolve(word)
    if isinstance(value, int | float):
        assert value == json.loads(word)
        assert math.isfinite(value)
    elif value is not None:
        assert value == word
