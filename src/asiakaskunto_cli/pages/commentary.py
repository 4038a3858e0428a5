"""The consultant's own words at the front of a page: plain Markdown becomes blocks.

Marks of emphasis vanish; code, raw HTML and the addresses of links stay as text, so nothing that
was written is lost and nothing of it is markup any more.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import takewhile
from typing import TYPE_CHECKING

from asiakaskunto_cli.language import gettext as _
from asiakaskunto_cli.pages.blocks import Block, Entry, Heading, Page, Quote, Sentence

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.tree import SyntaxTreeNode

# Deeper than anybody writes; the parser would pass over what it finds there.
DEEPEST = 100
# More than anybody links; the parser looks from each of them to the end of the paragraph.
MOST_BRACKETS = 2_000
# A line of the form "[word]: word" would vanish, and four spaces make a program of a paragraph.
NOT_MEANT = ["reference", "code"]
BULLET = "\N{EN DASH} "


def with_commentary(page: Page, markdown: str | None) -> Page:
    """Return the page with a commentary after its title and headline, in its data as it is.

    Where there is none, its data says so.
    """
    data = {**page.data, "commentary": markdown}
    said = commentary_blocks(markdown) if markdown else ()
    if not said:
        return replace(page, data=data)
    front = tuple(takewhile(_opens, page.blocks))
    rest = page.blocks[len(front) :]
    if rest and not isinstance(rest[0], Heading):
        rest = (Heading(_("Results")), *rest)
    return replace(page, blocks=(*front, *said, *rest), data=data)


def commentary_blocks(markdown: str) -> tuple[Block, ...]:
    """Return a commentary as blocks under a heading, its own where it begins with one.

    Then its highest headings title parts of the page; all others title parts of such a part.
    """
    from markdown_it.tree import SyntaxTreeNode  # noqa: PLC0415 few pages have a commentary

    tokens = _parser(markdown).parse(markdown)
    if any(token.level >= DEEPEST - 1 for token in tokens):
        return (Heading(_("Commentary")), *map(Sentence, filter(str.strip, markdown.splitlines())))
    parts = [one for one in SyntaxTreeNode(tokens).children if any(_lines(one))]
    titled = bool(parts) and parts[0].type == "heading"
    highest = min((one.tag for one in parts if one.type == "heading"), default="") if titled else ""
    blocks = tuple(block for one in parts for block in _blocks(one, highest))
    return blocks if titled or not blocks else (Heading(_("Commentary")), *blocks)


def _parser(markdown: str) -> MarkdownIt:
    from markdown_it import MarkdownIt  # noqa: PLC0415 as above

    parser = MarkdownIt("commonmark", {"html": False, "maxNesting": DEEPEST}).disable(NOT_MEANT)
    return parser.disable(["link", "image"] if markdown.count("[") > MOST_BRACKETS else [])


def _opens(block: Block) -> bool:
    """Tell whether a block may stand before the commentary: the title, and what it comes to."""
    return isinstance(block, Sentence | Quote) or (isinstance(block, Heading) and block.level == 1)


def _blocks(node: SyntaxTreeNode, highest: str) -> Iterator[Block]:
    match node.type:
        case "heading":
            yield Heading(" ".join(_lines(node)), 2 if node.tag == highest else 3)
        case "bullet_list" | "ordered_list":
            for first, *others in _items(node):
                yield Entry(first, tuple(others))
        case "blockquote":
            paragraphs = ("\n".join(_lines(child, 1)) for child in node.children)
            yield Quote("\n\n".join(paragraphs), _("Quote"))
        case _:
            for line in _lines(node):
                yield Sentence(line)


def _lines(node: SyntaxTreeNode, depth: int = 0) -> Iterator[str]:
    """Yield the words in a block, a line for every point of the lists in it."""
    match node.type:
        case "inline":
            yield from filter(None, map(str.strip, _words(node).split("\n")))
        case "fence":
            yield from filter(None, map(str.strip, node.content.split("\n")))
        case "bullet_list" | "ordered_list":
            for lines in _items(node, BULLET if depth else "", depth + 1):
                yield from lines
        case _:
            for child in node.children:
                yield from _lines(child, depth)


def _items(node: SyntaxTreeNode, bullet: str = "", depth: int = 0) -> Iterator[list[str]]:
    """Yield the lines of every point of a list, the first one with its number, if it has one."""
    first = int(node.attrs.get("start", 1))
    for number, item in enumerate(node.children, first):
        lines = list(_lines(item, depth))
        if lines:
            mark = f"{number}. " if node.type == "ordered_list" else bullet
            yield [mark + lines[0], *lines[1:]]


def _words(node: SyntaxTreeNode) -> str:
    """Return the text within a line; a line break that was meant is kept."""
    inside = "".join(map(_words, node.children))
    match node.type:
        case "softbreak":
            return " "
        case "hardbreak":
            return "\n"
        case "link":
            return _with_address(inside, "" if node.info == "auto" else node.attrs.get("href"))
        case "image":
            return _with_address(inside, node.attrs.get("src"))
        case _:
            return inside or node.content


def _with_address(words: str, address: object) -> str:
    return f"{words} ({address})".strip() if address else words
