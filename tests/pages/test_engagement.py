"""Under its title, a page for a client tells who is measured, and in which programme."""

import pytest

from asiakaskunto_cli.pages.blocks import Sentence
from asiakaskunto_cli.pages.engagement import engagement_line
from asiakaskunto_cli.programme.model import Programme

WHOLE = Programme(programme="Ihan paras 2026", organisation="Esimerkki Oy")


@pytest.mark.parametrize(
    ("programme", "title", "told"),
    [
        (WHOLE, "Keskusta · 2026-Q4", ["Esimerkki Oy · Ihan paras 2026"]),
        (WHOLE, "Ihan paras 2026 · 2026-Q4", ["Esimerkki Oy"]),
        (Programme(programme="Ihan paras 2026"), "Ihan paras 2026", []),
        (Programme(organisation="Esimerkki Oy"), "Keskusta", ["Esimerkki Oy"]),
        (Programme(), "Keskusta", []),
    ],
)
def test_what_the_title_does_not_tell_is_told_under_it(programme, title, told):
    assert list(engagement_line(programme, title)) == [Sentence(words) for words in told]
