"""Blocks as HTML, read back by a parser: nothing that people wrote becomes markup."""

import base64
import hashlib
import re
from html.parser import HTMLParser

import pytest

from asiakaskunto_cli.language import speaking
from asiakaskunto_cli.pages.blocks import (
    Blank,
    Box,
    Entry,
    Fill,
    Heading,
    Layout,
    Page,
    Question,
    Quote,
    Row,
    Table,
    figure_column,
    text_column,
)
from asiakaskunto_cli.render.html import render_html
from asiakaskunto_cli.words import UNSAFE

HOSTILE = [
    "<script>alert(1)</script>",
    "</title><img src=https://evil.example/x onerror=alert(1)>",
    '" onmouseover="alert(1)" x="',
    "' onfocus='alert(1)",
    "</style><style>@import 'https://evil.example'</style>",
    "<a href='javascript:alert(1)'>x</a>",
    "&lt;b&gt; &amp;",
    "{{ 7 * 7 }} {% raw %} {0} %s",
    "<!-- comment",
]
VOID = {"meta", "br"}


class Reader(HTMLParser):
    """Collects the elements with their attributes, and the texts outside of the style sheet."""

    def __init__(self, text):
        super().__init__()
        self.elements = []
        self.open = []
        self.texts = []
        self.style = ""
        self.feed(text)
        self.close()
        assert self.open == []

    def handle_starttag(self, tag, attrs):
        self.elements.append((tag, dict(attrs)))
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag):
        assert self.open.pop() == tag

    def handle_data(self, data):
        if self.open and self.open[-1] == "style":
            self.style += data
        elif data.strip():
            self.texts.append(data.strip())

    def all(self, tag):
        return [attributes for name, attributes in self.elements if name == tag]


def read(*blocks):
    return Reader(render_html(Page("Title", blocks, {})))


@pytest.mark.parametrize("text", HOSTILE)
def test_what_people_wrote_is_no_markup(page_of, text):
    """The page has the same elements as with harmless words, and shows the words as they were."""
    harmless, hostile = Reader(render_html(page_of("words"))), Reader(render_html(page_of(text)))
    assert [tag for tag, _attributes in hostile.elements] == [tag for tag, _ in harmless.elements]
    for (_tag, found), (_same, expected) in zip(hostile.elements, harmless.elements, strict=True):
        assert found == {name: value.replace("words", text) for name, value in expected.items()}
    assert hostile.texts == [one.replace("words", text) for one in harmless.texts]


def test_what_could_steer_a_terminal_is_spelled_out(page_of):
    html = render_html(page_of("\x1b[31m \u202eabc \x9b2J \x00"))
    assert UNSAFE.search(html) is None
    assert r"\u001b[31m \u202eabc \u009b2J \u0000" in html


def test_the_document_fetches_nothing_and_runs_nothing(page_of):
    html = render_html(page_of("words"))
    reader = Reader(html)
    assert not {tag for tag, _ in reader.elements} & {"script", "link", "img", "iframe", "a"}
    attributes = {name for _, found in reader.elements for name in found}
    assert not {one for one in attributes if one.startswith("on")} | (attributes & {"src", "href"})
    assert "style" not in attributes
    assert not re.search(r"https?:|url\(|@import", html)


def test_the_policy_allows_the_style_sheet_and_nothing_else(page_of):
    reader = Reader(render_html(page_of("words")))
    (policy,) = (one for one in reader.all("meta") if "http-equiv" in one)
    digest = base64.b64encode(hashlib.sha256(reader.style.encode()).digest()).decode()
    assert policy == {
        "http-equiv": "Content-Security-Policy",
        "content": f"default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; "
        "form-action 'none'",
    }


@pytest.mark.parametrize("language", ["en", "fi"])
def test_the_document_names_its_language_and_its_title(language):
    with speaking(language):
        html = render_html(Page("Käynti & tulos", (), {}))
    assert html.startswith(f'<!DOCTYPE html>\n<html lang="{language}">')
    assert "<title>Käynti &amp; tulos</title>" in html
    assert html.endswith("</html>\n")


def test_every_head_of_a_table_says_what_it_heads():
    table = Table(
        (text_column("Question"), figure_column("Points")),
        (Row(("Greeted?", "100.0"), group="Encounter"), Row(("Seen?", "0.0"), group="Rest")),
        "Of 100.",
    )
    reader = read(table)
    assert [one["scope"] for one in reader.all("th")] == [
        *("col", "col"),
        *("rowgroup", "row"),
        *("rowgroup", "row"),
    ]
    assert len(reader.all("tbody")) == 2
    assert reader.all("td") == [{"class": "right", "data-title": "Points"}] * 2
    assert reader.texts[1:] == [
        *("Of 100.", "Question", "Points"),
        *("Encounter", "Greeted?", "100.0"),
        *("Rest", "Seen?", "0.0"),
    ]


def test_a_quote_is_verbatim_beneath_its_row():
    table = Table((text_column("Q"),), (Row(("Seen?",), (Quote("a\n  b", "Why"),)),))
    html = render_html(Page("", (table,), {}))
    assert "<figcaption>Why</figcaption>\n<blockquote>a\n  b</blockquote>" in html


def test_neighbouring_entries_are_one_list():
    reader = read(Entry("a", ("b", "c")), Entry("d"), Heading("e"), Entry("f"))
    assert [one.get("class") for one in reader.all("ul")] == ["entries", None, "entries"]


def test_a_question_has_boxes_lines_and_a_frame():
    fills = (
        Fill((Box("1", "low"), Box("2")), Layout.SCALE),
        Fill((Blank("Note", lines=3), Blank("k", "s", frame=True), Box("no", room=True))),
    )
    reader = read(Question("7", "How?", fills, "how", "Only if 6 = yes", "Look up."))
    classes = [one["class"] for one in reader.all("span")]
    assert classes.count("box") == 3
    assert classes.count("line") == 4
    assert classes.count("frame") == 1
    assert reader.texts[1:] == [
        *("7.", "How?", "how", "Only if 6 = yes", "Look up."),
        *("☐", "1", "low", "☐", "2"),
        *("Note", "k", "s", "☐", "no"),
    ]
