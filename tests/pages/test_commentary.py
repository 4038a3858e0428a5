"""The consultant's Markdown becomes blocks: nothing is lost, nothing stays markup."""

import subprocess
import sys

import pytest

from asiakaskunto_cli.language import speaking
from asiakaskunto_cli.pages.blocks import Entry, Heading, Page, Quote, Row, Sentence, Table
from asiakaskunto_cli.pages.commentary import DEEPEST, commentary_blocks, with_commentary
from asiakaskunto_cli.render.registry import FORMATS, Surface

TABLE = Table((), (Row(()),))
TITLE = Heading("Keskusta", level=1)
HEADLINE = Sentence("Score 65.0.")


def blocks_of(markdown):
    """Return the blocks under the heading that a commentary without one is given."""
    heading, *blocks = commentary_blocks(markdown)
    assert heading == Heading("Commentary")
    return blocks


def test_headings_keep_their_order_and_never_title_the_page():
    markdown = "# Summary\n\ntext\n\n## First\n\n### Deep\n\nSecond\n======\n"
    assert commentary_blocks(markdown) == (
        Heading("Summary"),
        Sentence("text"),
        Heading("First", level=3),
        Heading("Deep", level=3),
        Heading("Second"),
    )
    assert commentary_blocks("### Only\n\n#### Under") == (Heading("Only"), Heading("Under", 3))


def test_what_says_nothing_leaves_nothing():
    assert commentary_blocks("***\n#\n\n# Mine\n\n- \n\n> \n\n```\n```\n") == (Heading("Mine"),)


def test_a_commentary_that_begins_without_a_heading_is_given_one_in_the_language():
    assert commentary_blocks("text\n\n# Next") == (
        Heading("Commentary"),
        Sentence("text"),
        Heading("Next", level=3),
    )
    with speaking("fi"):
        assert commentary_blocks("teksti")[0] == Heading("Saatteeksi")


@pytest.mark.parametrize(
    ("markdown", "lines"),
    [
        ("one\ntwo\n\nthree", ["one two", "three"]),
        ("one  \ntwo\\\nthree", ["one", "two", "three"]),
        ("*a* **b** ***c*** __d__ snake_case", ["a b c d snake_case"]),
        ("`code <b>` and <b>raw</b> &amp; \\*star\\*", ["code <b> and <b>raw</b> & *star*"]),
        ("<div onclick='x'>\n<script>", ["<div onclick='x'> <script>"]),
        ("<!-- hidden -->", ["<!-- hidden -->"]),
        ("    indented\n    more", ["indented more"]),
        ("```sh\nfirst\n\n  second\n```", ["first", "second"]),
        ("[plan](https://a.example/b) <https://c.example>", None),
        ("![photo](x.png) [](y) [z]()", ["photo (x.png) (y) z"]),
        ("[x](javascript:alert(1))", ["[x](javascript:alert(1))"]),
        ("[Centre]: better\n[Station]: worse", ["[Centre]: better [Station]: worse"]),
        ("above\n\n***\n\nbelow", ["above", "below"]),
    ],
)
def test_paragraphs_are_sentences_without_marks(markdown, lines):
    lines = lines or ["plan (https://a.example/b) https://c.example"]
    assert blocks_of(markdown) == [Sentence(line) for line in lines]


def test_lists_are_entries_and_what_is_in_their_points_is_beneath_them():
    markdown = """\
- one *a*
  - inner
    - deep
      1. deepest

  another paragraph
- two
-

3. three
4. four
   > said

   ```
   code
   ```
"""
    assert blocks_of(markdown) == [
        Entry("one a", ("inner", "– deep", "1. deepest", "another paragraph")),
        Entry("two"),
        Entry("3. three"),
        Entry("4. four", ("said", "code")),
    ]


def test_quotes_keep_their_paragraphs():
    markdown = "> It was\n> **fine**.\\\n> Really.\n>\n> - here\n> - there\n"
    assert blocks_of(markdown) == [Quote("It was fine.\nReally.\n\n– here\n– there", "Quote")]


@pytest.mark.parametrize("deep", [">" * 2000, "- " * 2000, "> - " * 300])
def test_however_deep_it_is_no_word_is_lost(deep):
    (sentence,) = blocks_of(f"{deep}word")
    assert sentence.text.endswith("word")
    assert len(deep) > DEEPEST


def test_any_number_of_brackets_is_text():
    assert blocks_of("[" * 100_000) == [Sentence("[" * 100_000)]


def test_it_stands_after_title_and_headline_and_the_results_have_their_own_heading():
    page = Page("t", (TITLE, HEADLINE, Quote("q", "Note"), TABLE, HEADLINE), {"kind": "visit"})
    said = with_commentary(page, "text")
    assert said.blocks == (
        *page.blocks[:3],
        Heading("Commentary"),
        Sentence("text"),
        Heading("Results"),
        TABLE,
        HEADLINE,
    )
    assert said.data == {"kind": "visit", "commentary": "text"}
    assert page.data == {"kind": "visit"}


def test_results_that_have_a_heading_keep_it():
    page = Page("t", (TITLE, Heading("Sites"), TABLE), {})
    blocks = with_commentary(page, "# Mine").blocks
    assert blocks == (TITLE, Heading("Mine"), Heading("Sites"), TABLE)


@pytest.mark.parametrize("markdown", [None, "", " \n\n"])
def test_without_a_word_the_page_stays_as_it_is(markdown):
    page = Page("t", (TITLE, TABLE), {"kind": "visit"})
    said = with_commentary(page, markdown)
    assert said.blocks == page.blocks
    assert said.data == {"kind": "visit", "commentary": markdown}


@pytest.mark.parametrize("name", ["html", "markdown", "pdf", "terminal", "json"])
def test_every_format_of_a_page_takes_it(name):
    page = Page("t", (TITLE, HEADLINE), {})
    markdown = "# <script>x</script>\n\n[a](b) {0} %s `c`\n\n- [red]d[/]\n  - \x1b[31me\n\n> f\n"
    shown = FORMATS[name](with_commentary(page, markdown), Surface())
    if name == "pdf":
        assert shown.startswith(b"%PDF")
    else:
        assert "<script>" not in shown or name in {"terminal", "json"}
        assert "\x1b" not in shown
        assert "%s" in shown


def test_markdown_is_loaded_for_a_commentary_alone():
    script = (
        "import sys\n"
        "from asiakaskunto_cli.pages.blocks import Page\n"
        "from asiakaskunto_cli.pages.commentary import with_commentary\n"
        "with_commentary(Page('', (), {}), None)\n"
        "assert 'markdown_it' not in sys.modules\n"
        "with_commentary(Page('', (), {}), 'word')\n"
        "assert 'markdown_it' in sys.modules\n"
    )
    subprocess.run([sys.executable, "-c", script], check=True)
