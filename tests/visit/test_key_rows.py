"""Keys are laid out in calm rows that fit, none of them broken, none of them lost."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from asiakaskunto_cli.visit.key_rows import laid_out

ROWS = [["- not applicable", "+ note"], ["< back", "> later", ":q leave"]]


@pytest.mark.parametrize(
    ("width", "lines"),
    [
        (80, ["- not applicable  + note", "< back  > later  :q leave"]),
        (24, ["- not applicable", "+ note  < back", "> later  :q leave"]),
        (16, ["- not applicable", "+ note  < back", "> later", ":q leave"]),
    ],
)
def test_rows_stay_apart_while_they_fit_then_flow_together(width, lines):
    assert laid_out(ROWS, width) == lines


def test_no_rows_are_no_lines():
    assert laid_out([], 33) == []


@given(
    st.lists(st.lists(st.text("<>k ", min_size=1, max_size=30), min_size=1), max_size=4),
    st.integers(33, 87),
)
def test_every_key_is_there_whole_and_no_line_is_too_long(rows, width):
    lines = laid_out(rows, width)
    assert "".join(lines).replace("  ", "").replace(" ", "") == "".join(
        key.replace(" ", "") for row in rows for key in row
    )
    assert all(len(line) <= width for line in lines)
    keys = [key for row in rows for key in row]
    assert all(any(key in line for line in lines) for key in keys)
