"""A page as one self-contained HTML file: no script, nothing fetched, every text escaped."""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Sequence
from functools import cache
from itertools import groupby

from jinja2 import Environment, PackageLoader, StrictUndefined, Template
from markupsafe import Markup

from asiakaskunto_cli.language import active
from asiakaskunto_cli.pages.blocks import Page, Row, Table
from asiakaskunto_cli.render.series_svg import draw_panel, draw_series
from asiakaskunto_cli.render.svg import draw
from asiakaskunto_cli.render.text import listing_lines
from asiakaskunto_cli.words import clean

TEMPLATES = PackageLoader("asiakaskunto_cli.render")
STYLE = "page.css"


def render_html(page: Page) -> str:
    """Return the page as an HTML document in the active language."""
    template = _template()
    style = TEMPLATES.get_source(template.environment, STYLE)[0]
    return template.render(
        page=page,
        language=active(),
        runs=[(kind.__name__.lower(), list(run)) for kind, run in groupby(page.blocks, type)],
        style=Markup(style),  # noqa: S704 our own file
        policy=_policy(style),
    )


@cache
def _template() -> Template:
    """Return the template, in which every text of a page is cleaned and then escaped."""
    environment = Environment(
        loader=TEMPLATES,
        autoescape=True,
        undefined=StrictUndefined,
        finalize=_cleaned,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    environment.filters["bodies"] = _bodies
    environment.filters["draw"] = draw
    environment.filters["draw_series"] = draw_series
    environment.filters["draw_panel"] = draw_panel
    environment.filters["lines"] = lambda listing: "\n".join(listing_lines(listing))
    return environment.get_template("page.html")


def _cleaned(value: object) -> object:
    """Return a text without what could steer a terminal or turn its reading direction."""
    return clean(value) if type(value) is str else value


def _policy(style: str) -> str:
    """Return a Content-Security-Policy that allows the one style sheet, by its digest."""
    digest = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
    return f"default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'"


def _bodies(table: Table) -> Sequence[tuple[str, Sequence[Row]]]:
    """Return the rows by their groups, in order, each group with its title."""
    bodies: list[tuple[str, list[Row]]] = []
    for row in table.rows:
        if row.group or not bodies:
            bodies.append((row.group, []))
        bodies[-1][1].append(row)
    return bodies
