"""Numbers that are none to YAML: how to write them instead."""

import pytest

from asiakaskunto_cli.source.numbers import is_too_large, number_remedy

POINT = "Write {}, with a point."
BARE = "Write {} without quotes."
THOUSANDS = "Write it with a point before decimals and nothing between thousands."


@pytest.mark.parametrize(
    ("written", "remedy"),
    [
        ("0,5", POINT.format("0.5")),
        ("-12,25", POINT.format("-12.25")),
        ("0,500", POINT.format("0.500")),
        (",5", POINT.format("0.5")),
        (" 0,5 ", POINT.format("0.5")),
        ("+0,5", POINT.format("0.5")),
        ("2.5", BARE.format("2.5")),
        ("20", BARE.format("20")),
        (".5", "Write 0.5."),
        ("+5", "Write 5."),
        ("1,500", THOUSANDS),
        ("12 000", THOUSANDS),
        ("1.500.000", THOUSANDS),
        ("12\u00a0000", THOUSANDS),
        ("kaksi", ""),
        ("true", ""),
        ("", ""),
        ("1,2,3", ""),
        ("0,5 min", ""),
    ],
)
def test_what_was_to_be_a_number_is_told_as_one(written, remedy):
    assert number_remedy(written, decimals=True) == remedy


@pytest.mark.parametrize(
    ("written", "remedy"), [("20", BARE.format("20")), ("0,5", ""), ("2.5", ""), ("+5", "Write 5.")]
)
def test_a_whole_number_is_told_only_where_it_is_one(written, remedy):
    assert number_remedy(written, decimals=False) == remedy


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("1e400", True),
        ("-1e400", True),
        ("9" * 400, True),
        ("9" * 17, True),
        ("9" * 16, False),
        ("1e4", False),
        ("0,5", False),
        ("monta", False),
        ("", False),
    ],
)
def test_a_number_beyond_what_is_read_is_told_from_a_text(written, expected):
    assert is_too_large(written) == expected
