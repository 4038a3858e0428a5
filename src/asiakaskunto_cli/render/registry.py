"""The formats a page can be written in. A format's module is loaded when it is first used."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from importlib.util import find_spec
from typing import Protocol

from asiakaskunto_cli.errors import UsageError
from asiakaskunto_cli.language import gettext as _
from asiakaskunto_cli.pages.blocks import Page
from asiakaskunto_cli.pages.checked import Checked

# ruff: noqa: PLC0415 a format costs only those who use it: Rich alone is 55 ms


@dataclass(frozen=True, slots=True)
class Surface:
    """Where a page will be read: its columns, whether colours are welcome, and by which Excel."""

    width: int = 80
    colour: bool = False
    finnish_excel: bool = False


class Renderer(Protocol):
    """Writes any page in one format."""

    def __call__(self, page: Page, surface: Surface, /) -> str | bytes:
        """Return the page: text that ends in a newline, or bytes that no terminal can show."""


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


def _pdf(page: Page, _surface: Surface) -> bytes:
    if find_spec("typst") is None:
        message = _("PDF needs the extra “pdf”, which is not installed.")
        remedy = _("Install it: {command}").format(command="pip install 'asiakaskunto-cli[pdf]'")
        raise UsageError(message, remedy=remedy)
    from asiakaskunto_cli.render.pdf import render_pdf

    return render_pdf(page)


def _xlsx(page: Page, _surface: Surface) -> bytes:
    from asiakaskunto_cli.render.xlsx import render_xlsx

    return render_xlsx(page)


def _csv(page: Page, surface: Surface) -> str:
    from asiakaskunto_cli.render.csv import render_csv

    return render_csv(page, finnish_excel=surface.finnish_excel)


class FindingsRenderer(Protocol):
    """Writes what was found in files in one format."""

    def __call__(self, checked: Checked, /) -> str:
        """Return the findings as text that ends in a newline, empty where there is none."""


def _github(checked: Checked) -> str:
    from asiakaskunto_cli.render.github import render_github

    return render_github(checked)


def _sarif(checked: Checked) -> str:
    from asiakaskunto_cli.render.sarif import render_sarif

    return render_sarif(checked)


def _junit(checked: Checked) -> str:
    from asiakaskunto_cli.render.junit import render_junit

    return render_junit(checked)


def _gitlab(checked: Checked) -> str:
    from asiakaskunto_cli.render.gitlab import render_gitlab

    return render_gitlab(checked)


FORMATS: Mapping[str, Renderer] = {
    "terminal": _terminal,
    "json": _json,
    "markdown": _markdown,
    "html": _html,
    "pdf": _pdf,
    "xlsx": _xlsx,
    "csv": _csv,
}
# Those of findings alone, for the programs that show them.
FINDINGS_FORMATS: Mapping[str, FindingsRenderer] = {
    "github": _github,
    "sarif": _sarif,
    "junit": _junit,
    "gitlab": _gitlab,
}
# What only a file or a pipe can take.
BINARY = frozenset({"pdf", "xlsx"})
