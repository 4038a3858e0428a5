"""Data as JSON that is safe on a terminal."""

import json

import pytest

from asiakaskunto_cli.pages.blocks import Page
from asiakaskunto_cli.render.json import render_json


def render(data):
    return render_json(Page("", (), data))


def test_one_space_indent_and_readable_letters():
    assert render({"name": "Jyväskylä", "n": [1]}) == (
        '{\n "name": "Jyväskylä",\n "n": [\n  1\n ]\n}\n'
    )


@pytest.mark.parametrize("text", ["\x1b[2J", "\x9b2J", "\x7f", "\u202e", "\u2028", "\udc80"])
def test_what_could_steer_a_terminal_is_escaped_and_not_lost(text):
    written = render({"note": text})
    assert text not in written
    written.encode()
    assert json.loads(written) == {"note": text}


def test_a_figure_that_is_not_finite_is_refused():
    with pytest.raises(ValueError, match="not JSON compliant"):
        render({"mean": float("nan")})
