"""The formats a page can be written in. A format's module is loaded when it is first used."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Protocol

from asiakaskunto_cli.pages.blocks import Page

# ruff: noqa: PLC0415 a format costs only those who use it: Rich alone is 55 ms


@dataclass(frozen=True, slots=True)
class Surface:
    """Where a page will be read: its columns, and whether colours are welcome."""

    width: int = 80
    colour: bool = False


class Renderer(Protocol):
    """Writes any page in one format."""

    def __call__(self, page: Page, surface: Surface, /) -> str:
        """Return the page as text that ends in a newline."""


def _terminal(page: Page, surface: Surface) -> str:
    from asiakaskunto_cli.render.terminal import render_terminal

    return render_terminal(page, width=surface.width, colour=surface.colour)


def _json(page: Page, _surface: Surface) -> str:
    from asiakaskunto_cli.render.json import render_json

    return render_json(page)


def _markdown(page: Page, _surface: Surface) -> str:
    from asiakaskunto_cli.render.markdown import render_markdown

    return render_markdown(page)


def _html(page: Page, _surface: Surface) -> str:
    from asiakaskunto_cli.render.html import render_html

    return render_html(page)


FORMATS: Mapping[str, Renderer] = {
    "terminal": _terminal,
    "json": _json,
    "markdown": _markdown,
    "html": _html,
}
