"""A PDF, read back: its words, its structure, its fonts, its standard."""

import io
import re

import pypdf
import pytest

from asiakaskunto_cli.language import speaking
from asiakaskunto_cli.pages.blocks import Bar, Chart, Heading, Page, Quote, Sentence
from asiakaskunto_cli.render.pdf import render_pdf

HOSTILE = [
    '#sys.inputs #read("/etc/passwd") $x^2$ *b* _i_ @ref <label> [x] \\ ~ `r` = - +',
    "<script>alert(1)</script> {{ 7 * 7 }} {0} %s",
    '</text><image href="file:///etc/passwd"/>',
]


def read(page):
    return pypdf.PdfReader(io.BytesIO(render_pdf(page)))


def words_of(page):
    """Return the words of a PDF without spaces: where lines break is the layout's affair."""
    return re.sub(r"\s", "", "".join(one.extract_text() for one in read(page).pages))


def test_the_document_is_tagged_named_and_in_its_language(page_of):
    with speaking("fi"):
        document = read(page_of("sanoja"))
    root = document.trailer["/Root"]
    assert root["/MarkInfo"]["/Marked"]
    assert "/StructTreeRoot" in root
    assert root["/Lang"] == "fi"
    assert document.metadata.title == "sanoja"


def test_it_says_that_it_keeps_the_standard_of_accessible_documents(page_of):
    assert "<pdfuaid:part>1</pdfuaid:part>" in render_pdf(page_of("words")).decode("latin-1")


def test_every_font_is_embedded(page_of):
    document = read(page_of("words"))
    fonts = [
        font.get_object()
        for page in document.pages
        for font in page["/Resources"]["/Font"].values()
    ]
    assert fonts
    for font in fonts:
        descriptor = font["/DescendantFonts"][0].get_object()["/FontDescriptor"]
        assert {"/FontFile2", "/FontFile3"} & set(descriptor)


def test_every_page_has_its_number():
    page = Page("Title", tuple(Sentence("word " * 200) for _ in range(12)), {})
    document = read(page)
    count = len(document.pages)
    assert count > 1
    for number, one in enumerate(document.pages, 1):
        assert f"{number} / {count}" in one.extract_text()


@pytest.mark.parametrize("text", HOSTILE)
def test_what_people_wrote_is_no_markup(page_of, text):
    plain = re.sub(r"\s", "", text)
    expected = words_of(page_of("words")).count("words")
    assert words_of(page_of(text)).count(plain) == expected


def test_what_could_steer_a_terminal_is_spelled_out(page_of):
    assert r"\u001b[31m\u202eabc\u009b2J" in words_of(page_of("\x1b[31m \u202eabc \x9b2J"))


@pytest.mark.parametrize("text", ["😀 hymy", "日本語", "\u0627\u0644", "\ue000 private"])
def test_letters_that_no_font_has_do_no_harm(text):
    page = Page("Title", (Heading(text), Quote(text, text)), {})
    assert "Title" in read(page).pages[0].extract_text()


def test_a_very_long_text_is_whole():
    text = "sana " * 2000
    assert words_of(Page("T", (Quote(text, "Note"),), {})).count("sana") == 2000


def test_a_chart_is_drawn_and_described():
    chart = Chart("Areas", (Bar("Skills", "72.5", 72.5),))
    document = read(Page("T", (chart,), {}))
    assert "72.5" in document.pages[0].extract_text()
    assert "Areas. Skills: 72.5." in _alternatives(document)


def _alternatives(document):
    """Return what the document says for those who see nothing."""
    found = []
    for number in range(1, len(document.xref_objStm) + len(document.xref.get(0, {})) + 1):
        one = document.get_object(pypdf.generic.IndirectObject(number, 0, document))
        if isinstance(one, dict) and "/Alt" in one:
            found.append(str(one["/Alt"]))
    return found
