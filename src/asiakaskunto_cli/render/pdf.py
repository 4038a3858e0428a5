"""A page as PDF by typst: tagged, fonts embedded, pages numbered, PDF/UA-1 where that compiles.

The page goes in as data, and its texts stay strings: nothing that people wrote is evaluated.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import asdict
from importlib import resources
from typing import Any

import typst
from markupsafe import Markup

from asiakaskunto_cli.language import active
from asiakaskunto_cli.pages.blocks import (
    Blank,
    Block,
    Box,
    Chart,
    Entry,
    Fill,
    Listing,
    Page,
    Question,
)
from asiakaskunto_cli.pages.series import Multiples, Series
from asiakaskunto_cli.render.series_svg import draw_panel, draw_series, told
from asiakaskunto_cli.render.svg import description, draw
from asiakaskunto_cli.render.text import listing_lines
from asiakaskunto_cli.words import clean

TEMPLATE = "templates/page.typ"
ACCESSIBLE = "ua-1"
NAMESPACE = "http://www.w3.org/2000/svg"
# The style sheet of the pictures, which are the ones of HTML; letters by a font that is embedded.
STYLE = """<style>
text { font-family: "Libertinus Serif"; font-size: 12px; fill: #1d1c1a }
.figure { font-weight: 600; text-anchor: end }
.group { font-weight: 600 }
.axis { fill: #66635d; font-size: 10.5px }
.track { fill: #dedbd5 }
.value { fill: #7f9fb8 }
.interval { fill: none; stroke: #1d1c1a; stroke-width: 1.4 }
.mark { fill: none; stroke: #66635d; stroke-width: 1.2; stroke-dasharray: 3 2.5 }
.series .figure { text-anchor: inherit }
.start { text-anchor: start }
.middle, .series .figure.middle { text-anchor: middle }
.end, .series .figure.end { text-anchor: end }
.grid { fill: none; stroke: #dedbd5; stroke-width: 1 }
.guide { fill: none; stroke: #66635d; stroke-width: 1.2; stroke-dasharray: 3 2.5 }
.guide.mean { stroke-dasharray: none; stroke-width: 1; fill: none }
.dot { fill: #7f9fb8; opacity: 0.75 }
.path { fill: none; stroke: #8d8982; stroke-width: 1.2 }
.range { fill: none; stroke: #1d1c1a; stroke-width: 1.4 }
circle.mean { fill: #1d1c1a }
circle.outside { fill: #a32a22 }
</style>"""


def render_pdf(page: Page) -> bytes:
    """Return the page as a PDF document in the active language."""
    template = resources.files("asiakaskunto_cli.render").joinpath(TEMPLATE).read_bytes()
    inputs = {"page": json.dumps(_document(page), ensure_ascii=False)}
    try:
        return _compiled(template, inputs, [ACCESSIBLE])
    except typst.TypstError:
        # A letter that no font here has is enough; the document is tagged all the same.
        return _compiled(template, inputs, [])


def _compiled(template: bytes, inputs: Mapping[str, str], standards: list[Any]) -> bytes:
    return typst.compile(template, format="pdf", sys_inputs=dict(inputs), pdf_standards=standards)


def _document(page: Page) -> dict[str, Any]:
    blocks = [_block(block) for block in page.blocks]
    return {"title": clean(page.title), "language": active(), "blocks": _cleaned(blocks)}


def _block(block: Block) -> dict[str, Any]:
    """Return a block as plain data, told apart by its kind."""
    kind = {"kind": type(block).__name__.lower()}
    match block:
        case Chart():
            alt = f"{block.title}. {description(block)}"
            return {**kind, "title": block.title, "svg": _picture(draw(block)), "alt": alt}
        case Series():
            return {**kind, **_series(block, draw_series(block))}
        case Multiples():
            groups = [
                {"title": group, "panels": [_series(one, draw_panel(one)) for one in panels]}
                for group, panels in block.groups
            ]
            return {**kind, "title": block.title, "groups": groups}
        case Listing():
            return {**kind, "text": _listing(block)}
        case Entry():
            listing = None if block.listing is None else _listing(block.listing)
            return {**kind, **asdict(block), "listing": listing}
        case Fill():
            return {**kind, **_fill(block)}
        case Question():
            fills = [_fill(fill) for fill in block.fills]
            return {**kind, **asdict(block), "fills": fills}
        case _:
            return {**kind, **asdict(block)}


def _series(series: Series, drawn: Markup) -> dict[str, str]:
    alt = f"{series.title}. {told(series)}"
    title = " · ".join(filter(None, (series.title, series.legend)))
    return {"title": title, "svg": _picture(drawn), "alt": alt}


def _picture(drawn: Markup) -> str:
    """Return a drawing as a file of its own; it is escaped where it is drawn."""
    head, rest = str(drawn).split(">", 1)
    return f'{head} xmlns="{NAMESPACE}">{STYLE}{rest}'


def _listing(listing: Listing) -> str:
    return "\n".join(listing_lines(listing))


def _fill(fill: Fill) -> dict[str, Any]:
    return {"layout": fill.layout, "parts": [_part(part) for part in fill.parts]}


def _part(part: Box | Blank) -> dict[str, Any]:
    return {"kind": type(part).__name__.lower(), **asdict(part)}


def _cleaned(value: Any) -> Any:  # noqa: ANN401 plain data of any shape
    """Return plain data in which no text can steer a terminal or turn its reading direction."""
    if isinstance(value, str):
        return clean(value)
    if isinstance(value, dict):
        return {key: _cleaned(one) for key, one in value.items()}
    if isinstance(value, list | tuple):
        return [_cleaned(one) for one in value]
    return value
