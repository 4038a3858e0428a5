"""A page as JSON: the result itself, not its wording."""

from __future__ import annotations

import json

from asiakaskunto_cli.pages.blocks import Page
from asiakaskunto_cli.words import clean


def render_json(page: Page) -> str:
    r"""Return the data of a page: UTF-8, one-space indent, key order of the page, one newline.

    A character that could steer a terminal is escaped as JSON has it, \u009b, so nothing is lost.
    Raises ValueError where a figure is not finite.
    """
    return clean(json.dumps(page.data, ensure_ascii=False, indent=1, allow_nan=False)) + "\n"
