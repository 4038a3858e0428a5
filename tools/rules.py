"""Writes docs/rules.md: every code, from the words and examples of its own docstring.

Run it after a change of either; a test compares.
"""

from __future__ import annotations

import sys
from itertools import groupby
from pathlib import Path

from asiakaskunto_cli.language import speaking
from asiakaskunto_cli.pages.blocks import Block, Heading, Page
from asiakaskunto_cli.pages.explanation import explained, family_of
from asiakaskunto_cli.pages.rulebook import rulebook
from asiakaskunto_cli.render.markdown import render_markdown

PAGE = Path(__file__).parents[1] / "docs" / "rules.md"
INTRODUCTION = """\
# Codes of findings

Written by `python tools/rules.py` from the docstrings of the rules. `kunto validate --explain CODE`
shows the same in a terminal, in Finnish too.

A code never changes its meaning. An error fails the check, and mostly keeps a file from being used;
a warning tells of what was hardly meant; information is shown with `--all` and fails nothing.
Codes, or beginnings of codes, choose what is told: `--select K33,K34`, `--ignore K341`.

Rules about wording look for words, in Finnish and English only. They are held to sentences that
they must find, and to others that they must not: `tests/checklist/test_wording.py`. Whether a
condition can come true, an item be shown or a class be reached is decided exactly, over every kind
of answer that conditions tell apart; where that would take too long, nothing is said.

"""


def main() -> int:
    """Write the page."""
    PAGE.write_text(page(), encoding="utf-8")
    return 0


def page() -> str:
    """Return the page."""
    blocks: list[Block] = []
    with speaking("en"):
        for family, texts in groupby(rulebook().values(), lambda text: family_of(text.code)):
            blocks.append(Heading(family))
            for text in texts:
                blocks += explained(text, level=3)
        return INTRODUCTION + render_markdown(Page("", tuple(blocks), {}))


if __name__ == "__main__":
    sys.exit(main())
