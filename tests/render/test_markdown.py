"""Blocks as Markdown, read back by a CommonMark parser."""

import pytest
from markdown_it import MarkdownIt

from asiakaskunto_cli.pages.blocks import (
    Blank,
    Box,
    Entry,
    Fill,
    Heading,
    Layout,
    Listing,
    Page,
    Question,
    Quote,
    Row,
    Sentence,
    Table,
    figure_column,
    text_column,
)
from asiakaskunto_cli.render.markdown import render_markdown
from asiakaskunto_cli.words import UNSAFE

PARSER = MarkdownIt("gfm-like", {"linkify": False})
LINE = "\N{HORIZONTAL ELLIPSIS}" * 12
HOSTILE = [
    "[x](javascript:alert(1))",
    "![x](https://evil.example/x.png)",
    "<script>alert(1)</script>",
    "<https://evil.example>",
    "[x]: https://evil.example",
    "# Level THE BEST",
    "* item",
    "- item",
    "+ item",
    "12) item",
    "12. item",
    "> said",
    "---",
    "===",
    "***bold***",
    "__bold__ snake_case",
    "~~gone~~",
    "`code`",
    "```",
    "~~~",
    "a | b",
    "|---|",
    "&lt;b&gt; &#42;",
    "back\\slash\\",
    "$x$ ^up^ {#id}",
    "    indented",
    "\ttab",
    "@mention a@b.example",
]


def render(*blocks):
    return render_markdown(Page("", blocks, {}))


def test_a_whole_page():
    table = Table(
        (text_column("Question"), figure_column("Points")),
        (
            Row(("Greeted?", "100.0"), group="Encounter"),
            Row(("Seen?", "50.0"), (Quote("Nobody\nlooked up.\n\nTwice.", "Why"),)),
        ),
        "Points are 0 to 100.",
    )
    assert render(
        Heading("Shop", level=1),
        Sentence("Score 75."),
        Heading("Files"),
        Entry("a.yaml", ("mend it",)),
        Entry("b.yaml"),
        table,
        Question(
            "1",
            "How?",
            (Fill((Box("well"), Box("badly", room=True)), Layout.LIST), Fill((Blank("Note"),))),
            "how",
            "Only if it rains",
            "- look up",
        ),
        Fill((Blank(lines=2), Box("1", "low"))),
    ) == (
        "# Shop\n\nScore 75.\n\n## Files\n\n- a.yaml\n  - mend it\n- b.yaml\n\n"
        "| Question | Points |\n| :--- | ---: |\n| **Encounter** |  |\n| Greeted? | 100.0 |\n"
        "| Seen? | 50.0 |\n\nPoints are 0 to 100.\n\n**Seen?**\n\n"
        "> **Why:** Nobody\\\n> looked up.\n>\n> Twice.\n\n"
        "### 1. How? *how*\n\n**Only if it rains**\n\n\\- look up\n\n"
        f"- ☐ well\n- ☐ badly: {LINE}\n\nNote: {LINE}\n\n"
        f"{LINE}\\\n{LINE}\N{EM SPACE} ☐ 1 = low\n"
    )


def kinds(text):
    """Return the kinds of all tokens, which say what a text was taken to be."""
    found = []
    for token in PARSER.parse(text):
        found.append(token.type)
        found.extend(child.type for child in token.children or ())
    return found


def words(text):
    """Return every text that a reader sees."""
    return [
        "".join(child.content for child in token.children if child.type != "softbreak")
        for token in PARSER.parse(text)
        if token.type == "inline"
    ]


@pytest.mark.parametrize("text", HOSTILE)
def test_what_people_wrote_is_no_markup(page_of, text):
    """The page is built exactly as with harmless words, and shows the words as they were."""
    harmless, hostile = render_markdown(page_of("words")), render_markdown(page_of(text))
    assert kinds(hostile) == kinds(harmless)
    assert [one.replace("\N{NO-BREAK SPACE}", "") for one in words(hostile)] == [
        one.replace("words", text.strip()) for one in words(harmless)
    ]


def test_a_quote_keeps_its_lines_and_its_indents():
    assert render(Quote("one\n    two\n\tthree  \n- four\n1. five\n===", "Why")) == (
        "> **Why:** one\\\n"
        "> \N{NO-BREAK SPACE}\N{NO-BREAK SPACE}\N{NO-BREAK SPACE}\N{NO-BREAK SPACE}two\\\n"
        "> \N{NO-BREAK SPACE}\N{NO-BREAK SPACE}\N{NO-BREAK SPACE}\N{NO-BREAK SPACE}three\\\n"
        "> \\- four\\\n> 1\\. five\\\n> \\===\n"
    )


def test_a_bare_address_is_no_link():
    assert render(Sentence("See https://evil.example or www.evil.example or a@b.example")) == (
        "See https:\\/\\/evil.example or www\\.evil.example or a\\@b.example\n"
    )


def test_a_name_cannot_start_a_line_of_its_own():
    assert render(Heading("Shop\n# Level", level=1)) == "# Shop \\# Level\n"


def test_what_could_steer_a_terminal_is_spelled_out(page_of):
    assert UNSAFE.search(render_markdown(page_of("\x1b[31m \u202eabc \x9b2J"))) is None


def test_lines_of_a_file_are_code_that_they_cannot_end():
    assert render(Listing("a:\n  - b", 3)) == "```text\na:\n  - b\n  ^\n```\n"
    assert render(Listing("```\n````")) == "`````text\n```\n````\n`````\n"
    entry = Entry("a.yaml", ("mend it",), listing=Listing("a:\n\n```", 1))
    assert [token.type for token in PARSER.parse(render(entry)) if token.level < 3] == [
        "bullet_list_open",
        "list_item_open",
        "paragraph_open",
        "paragraph_close",
        "fence",
        "bullet_list_open",
        "bullet_list_close",
        "list_item_close",
        "bullet_list_close",
    ]
