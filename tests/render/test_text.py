"""Texts on one line."""

import pytest

from asiakaskunto_cli.render.text import labelled


@pytest.mark.parametrize(
    ("label", "said"),
    [
        ("Greeting", "Greeting: +8.9"),
        ("Will you come again?", "Will you come again? +8.9"),
        ("Say a number from 0 to 10.", "Say a number from 0 to 10. +8.9"),
    ],
)
def test_no_colon_follows_the_end_of_a_sentence(label, said):
    assert labelled(label, "+8.9") == said
