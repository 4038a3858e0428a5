"""Texts that are not YAML: the place that helps, and words that do."""

import re
import time

import pytest
import yaml

from asiakaskunto_cli.source.reader import read_text
from asiakaskunto_cli.source.syntax import explanations

QUOTES = "in quotes"
INDENTATION = "indentation"

CASES = [
    ("text: Miten: hyvin?\n", (1, 12), "colon", QUOTES),
    ("- {fi: a, en: b: c}\n", (1, 16), "colon", QUOTES),
    ("- {fi: a, en: B c d: e}\n", (1, 20), "colon", QUOTES),
    ("- {a: 1, t: fi: x, en: y}}\n", (1, 13), "} at the end", "Write { here"),
    ('- {a: "it" is, b: c}\n', (1, 12), "after the end of a value", "put a comma"),
    ('- {a: "b" c: d}\n', (1, 11), "comma or a closing bracket", "a comma between"),
    ("a{b: c, d: e}\n", (1, 2), "missing before the bracket", "key: value"),
    ('a{b: "c", d: e}\n', (1, 2), "missing before the bracket", "key: value"),
    ('5:{b: "c", d: e}\n', (1, 2), "space is missing after the colon", "key: value"),
    ("- a[b: c, d]\n  e: f: g\n", (2, 7), "colon", QUOTES),
    ("- a[b: c: d]\n", (1, 4), "missing before the bracket", "key: value"),
    ("- {a: b}\n{a: c}\n", (2, 1), "no hyphen", "a hyphen and a space"),
    ("a:\n  - {a: b}\n  {a: c}\n  - {a: d}\n", (3, 3), "no hyphen", "a hyphen and a space"),
    ("{a: b:}\n", (1, 6), "colon", QUOTES),
    ("a: 1\n b: 2\n", (2, 3), "does not fit", INDENTATION),
    ("a:\n  -b: 1\n    c: 2\n", (2, 3), "space is missing after the hyphen", "a space"),
    ("a:\n  \u2013 b: 1\n\n    c: 2\n", (2, 3), "U+2013 is not the hyphen", "a space"),
    ("a:\r\u00a0 - b: 1\r    c: 2\r", (2, 1), "U+00A0 is not the space", "ordinary space"),
    ("a:\n  - b: 1\n \u2003c: 2\n", (3, 2), "U+2003 is not the space", "ordinary space"),
    ("a:1\nb: 2\n", (1, 2), "space is missing after the colon", "key: value"),
    ("a: 1\nb:2\nc: 3\n", (2, 2), "space is missing after the colon", "key: value"),
    ("- a:1\n  b: 2\n", (1, 4), "space is missing after the colon", "key: value"),
    ("a: 1\nb:\u00a0c\nd: 3\n", (2, 3), "U+00A0 is not the space that f", "ordinary space"),
    ("- a: 1\n- b:\u00a0c\n  d: 3\n", (2, 5), "U+00A0 is not the space that f", "ordinary space"),
    ("a: 1\nb\uff1a c\nd: 3\n", (2, 2), "U+FF1A is not the colon", "key: value"),
    ('a: "x\u201d\nb: "y"\n', (1, 4), "no closing quote", "straight quotes"),
    ('a: {b: "x\u201d, c: "y"}\n', (1, 8), "no closing quote", "the mark \u201d"),
    ("a: 'x\u2019\n", (1, 4), "no closing quote", "straight quotes"),
    ('a: "the \u201cx\u201d of\n', (1, 4), "no closing quote", "at the end of the text"),
    ("a: \u201dx: y\u201d\n", (1, 6), "colon", "straight quotes"),
    ("{a: \u201cx y: z\u201d}\n", (1, 9), "colon", "straight quotes"),
    ("a: \u00abx: y\u00bb\n", (1, 6), "colon", "straight quotes"),
    ("// x\na: 1\n", (1, 1), "A comment begins with #", "Write #"),
    ("a:\n  b: 1\n/* x */\nc: 1\n", (3, 1), "A comment begins with #", "Write #"),
    ('a: "x" // y\n', (1, 8), "A comment begins with #", "Write #"),
    ("a: [x] y\n", (1, 8), "closing bracket of a value", "starts with a bracket"),
    ("a: 1\nhttp://b\nc: 3\n", (2, 1), "no colon", "key: value"),
    ("a:\n  -1: x\n   b: 2\n", (3, 5), "does not fit", INDENTATION),
    ("a:\n  b: 1\n c: 2\n", (3, 2), "does not fit", INDENTATION),
    ("- a\nb: c\n", (2, 1), "does not fit", INDENTATION),
    ("a: 1\n- b\n", (2, 1), "does not fit", INDENTATION),
    ("a:\n\t- b\n", (2, 1), "tab", "spaces"),
    ("a:\n  - b\n\t- c\n", (3, 1), "tab", "spaces"),
    ("a: |\n  x\n\ty\n", (3, 1), "tab", "spaces"),
    ('a: 1\nb: "open\nc: 2\n', (2, 4), "closing quote", "closing quote"),
    ("a: 'open\n", (1, 4), "closing quote", "closing quote"),
    ('a: "x\n---\n', (1, 4), "closing quote", "closing quote"),
    ('a: "x" y\n', (1, 8), "after the end of a value", QUOTES),
    ("a: 'it's'\n", (1, 7), "quote ends the text", "each inner ' twice"),
    ('a: {b: "it "is" so"}\n', (1, 12), "quote ends the text", 'inner " as \\";'),
    ('["x, "y"]\n', (1, 6), "quote ends the text", "closing quote there"),
    ('a: "x",\n', (1, 7), "comma after a value", "Remove the comma"),
    ("a: {b: c},\nd: e\n", (1, 10), "comma after a value", "Remove the comma"),
    ("a: {b: c}}\n", (1, 10), "This } closes", "write { where"),
    ("a: [b]]\n", (1, 7), "This ] closes", "write [ where"),
    ('a: "C:\\kansio"\n', (1, 7), "backslash", "single quotes"),
    ('a: "\\ud800"\n', (1, 5), "no character", "the character itself"),
    ('a: "\\UFFFFFFFF"\n', (1, 5), "no character", "the character itself"),
    ('a: "C:\\Users"\n', (1, 7), "backslash", "single quotes"),
    ("a: `x`\n", (1, 4), "“`”", QUOTES),
    ("a: @x\n", (1, 4), "“@”", QUOTES),
    ("a: %x\n", (1, 4), "“%”", QUOTES),
    ("a: [x, y\n", (1, 4), "opened on line 1", "Close the bracket"),
    ("a: {x: y\n", (1, 4), "opened on line 1", "Close the bracket"),
    ("a: {x: y\nb: 1\n", (1, 4), "opened on line 1", "Close the bracket"),
    ("- a: {x: 'y'\n  b: 1\n", (1, 6), "opened on line 1", "Close the bracket"),
    ("- {x: y\n- {x: z}\n", (1, 3), "opened on line 1", "Close the bracket"),
    ("a: {\n  x: 'y'\n  z: 1\n}\n", (3, 3), "opened on line 1", "Close the bracket"),
    ("a: {x: y\n  b: 1}\n", (2, 4), "opened on line 1", "Close the bracket"),
    ("a: {x: o? y: 1}\nb: {y: 2}\n", (1, 11), "comma is missing before y", "Put a comma"),
    ("y: 2\na: {x: o p; y: 1}\n", (2, 13), "comma is missing before y", "Put a comma"),
    ("a: {x: o? y: 1}\nb: y\n", (1, 12), "colon", QUOTES),
    ("a: {x: ;: y}\n", (1, 9), "colon", QUOTES),
    ("- id: a, l: {x: y}, z: 1\n", (1, 8), "share a line", "{key: value, key"),
    ('- id: "a", l: 1\n', (1, 10), "share a line", "{key: value, key"),
    ("a: {b: c}, d: e\n", (1, 10), "share a line", "{key: value, key"),
    ("- x: a, y: 1\n- y: 1\n", (1, 10), "colon", QUOTES),
    ("- y: 1\n- x: o p, y: 1\n", (2, 9), "share a line", "{key: value, key"),
    ("a {x: y, z: 1}\n", (1, 2), "no colon", "key: value"),
    ('a: 1\nb {x: "y", z: 1}\n', (2, 2), "no colon", "key: value"),
    ("- {a: b, c {x: y}}\n", (1, 11), "no colon", "key: value"),
    ("- b: 1\n- c:\n    b 'x, y'\n    d: 'e'\n", (3, 6), "no colon", "key: value"),
    ("- b: 1\n- b x\n  d: e\n", (2, 4), "no colon", "key: value"),
    ("- c: 1\n- b x\n  d: e\n", (3, 4), "does not fit", INDENTATION),
    ("- c: 1\n- b: i\n    c j\n   d: e\n", (4, 5), "does not fit", INDENTATION),
    ("- c: 1\n- b: i\n    c the j?\n   d: e\n", (4, 5), "does not fit", INDENTATION),
    ("a: {x: y}, z: 1}\n", (1, 9), "} closes the bracket, but", "} at the end of the line"),
    ('a: "x y"?\n', (1, 8), "quote ends the text", 'inner " as \\"'),
    ("a: 'x' - y\n", (1, 6), "quote ends the text", "each inner ' twice"),
    ('a: "x", y z\n', (1, 6), "quote ends the text", 'inner " as \\"'),
    ('a: "x", y?\n', (1, 6), "quote ends the text", 'inner " as \\"'),
    ('a: "x", y # z\n', (1, 7), "comma after a value", "Remove the comma"),
    ('a: "x", "y z"\n', (1, 7), "comma after a value", "Remove the comma"),
    ('- a: "b" - c: d\n', (1, 10), "list", "line of its own"),
    ('- "a" - "b"\n', (1, 7), "list", "line of its own"),
    ("a: 'x' y\n", (1, 8), "after the end of a value", "each inner ' twice"),
    ("- {a: 'it' is, b: c}\n", (1, 12), "after the end of a value", "each inner ' twice"),
    ("a: {x: y}\nb: {c: 1 d: 2}\n", (2, 11), "opened on line 2", "a #"),
    ("a: {x: y #1 z, b: 1}\nc: 2\n", (1, 10), "is a comment", QUOTES),
    ("a: [x, y # z, b]\nc: 2\n", (1, 10), "is a comment", "move the comment"),
    ("a: {\n  b: x #1,\n  c: y\n}\n", (2, 8), "is a comment", QUOTES),
    ("a: {\n  b: x # one, two\n  c: y\n}\n", (3, 3), "opened on line 1", "a #"),
    ("a: x #1\n  y\n", (1, 6), "is a comment", QUOTES),
    ("a:\n  b: x #1\n  y z?\n  c: 1\n", (2, 8), "is a comment", QUOTES),
    ("a: 1 #x\n b: 2\n", (2, 2), "does not fit", INDENTATION),
    ("a: x #1\nb: y\n  z\nc\nd: e\n", (4, 1), "no colon", "key: value"),
    ("a:\n  * b: 1\n    c: 2\n", (2, 3), "“*” does not start", "a hyphen and a space"),
    ("a:\n  - b\n  * c\n", (3, 3), "“*” does not start", "a hyphen and a space"),
    ("- b: 1\n+ c: 2\n", (2, 1), "“+” does not start", "a hyphen and a space"),
    ("a:\n  1. b: 1\n     c: 2\n", (2, 3), "“1.” does not start", "a hyphen and a space"),
    ("- b: 1\n2) c: 2\n", (2, 1), "“2)” does not start", "a hyphen and a space"),
    ("- b: 1\n\u25e6 c: 2\n", (2, 1), "U+25E6 is not the hyphen", "a space"),
    ("- b: 1\n2.5 c: 1\n", (2, 1), "does not fit", INDENTATION),
    ("w: i: a, is: true}\n", (1, 4), "} at the end of this line", "Write { here"),
    ("a:\n  - w: i: a, is: true}\n", (2, 8), "} at the end", "Write { here"),
    ("a:\n  - i: a, t: b}\n", (2, 5), "} at the end", "Write { here"),
    ("a: b: c, d]\n", (1, 4), "] at the end", "Write [ here"),
    ("t: fi: x, en: y\n", (1, 6), "colon", "braces"),
    ("t: (fi: x, en: y)\n", (1, 7), "colon", "braces"),
    ("t: b: x {y}\n", (1, 5), "colon", QUOTES),
    ("a: [b,,c]\n", (1, 7), "value is missing", "remove"),
    ("a: ]\n", (1, 4), "value is missing", "remove"),
    ("a: 1\nb\nc: 2\n", (2, 1), "no colon", "key: value"),
    ("a: - b\n", (1, 4), "list", "line of its own"),
    ("a: ? b\n", (1, 4), "?", QUOTES),
    ("a: |x\n", (1, 4), "next line", QUOTES),
    ("%FOO\n", (1, 1), "%", "Remove the line"),
    ("%YAML 3.0\n---\na: 1\n", (1, 1), "%", "Remove the line"),
    ("[a] b\n", (1, 5), "after the end", "Remove it"),
    ("<<<<<<< HEAD\na: 1\n=======\na: 2\n>>>>>>> x\n", (1, 1), "merge conflict", "Keep one"),
    ("a: 1\n<<<<<<< HEAD\nb: 1\n=======\n", (2, 1), "merge conflict", "Keep one"),
]


# By the first column of the text in quotes that should have ended.
UNCLOSED = [
    ('a: 1\npurpose: "Kassan\nb:\n  - t: {fi: "Onko?", en: "Is it?"}\n', (2, 10)),
    ("a: 'Kassan\nb: {en: \"It isn't\"}\n", (1, 4)),
    ("a: 'Kassan\nb: It isn't\n", (1, 4)),
    ('a:\n  fi: "Sanoiko\n  en: "Did?"\n', (2, 7)),
    ('a:\r\n  fi: "Sanoiko\r\n  en: "Did?"\r\n', (2, 7)),
    ('a: {fi: "Oliko?, en: "Was?"}\n', (1, 9)),
    ('a: {"fi": "Oliko?, "en": "Was?"}\n', (1, 11)),
    ('{\n "a": "x,\n "b": "y"\n}\n', (2, 7)),
    ('a: {fi: "Oliko, en: Was}\nb: {fi: "x"}\n', (1, 9)),
    ('- "a\n- "b"\n', (1, 3)),
    ('- a: 1\n  b: "x\n- a: 2\n  b: "y"\n', (2, 6)),
    ('- a: "x\n  b: "y"\n', (1, 6)),
    ('a: "x\nb: ""\n', (1, 4)),
    ('a: "x\nb: 1\nc: "C:\\kansio"\n', (1, 4)),
    ('a: "x\nb: "@y"\n', (1, 4)),
    ('a: "x\nb: ["y", "z"]\nc: "open\n', (1, 4)),
]


@pytest.mark.parametrize(("content", "place"), UNCLOSED)
def test_a_missing_closing_quote_is_told_where_the_text_began(content, place):
    (finding,) = read_text("lista.yaml", content.encode()).findings
    assert (finding.position.line, finding.position.column, finding.code) == (*place, "K101")
    assert "no closing quote" in finding.message


@pytest.mark.parametrize(
    "content",
    [
        'a: "x\n  miten "hei" y"\n',
        'a:\n  "Katso:\n  ilme: "x" y"\nb: 1\n',
        'a: "Katso:\n  - ilme "x" y"\n',
        "a: 'it''s\n  b: c'\nd: e: f\n",
        'a: {fi: "x, "hei" y", en: z}\n',
        'a: "b: "c" d"\n',
        'a: |\n  "x\nb: "y" z\n',
        '# "x\nb: "y" z\n',
    ],
)
def test_a_text_that_has_its_closing_quote_is_not_blamed(content):
    (finding,) = read_text("lista.yaml", content.encode()).findings
    assert "closing quote." not in finding.message


@pytest.mark.parametrize(("content", "place", "message", "remedy"), CASES)
def test_a_syntax_error_is_told_in_plain_words_at_a_place_that_helps(
    content, place, message, remedy
):
    source = read_text("lista.yaml", content.encode())
    (finding,) = source.findings
    assert (finding.position.line, finding.position.column, finding.code) == (*place, "K101")
    assert message in finding.message
    assert remedy in finding.remedy
    assert source.data is None


@pytest.mark.parametrize(
    ("content", "places"),
    [
        ("a: [{b: 1, {b: 2}, {b: 3}]\n", [(1, 12)]),
        ("a: {b: {c: 1}, {c: 2}}\nd: [e\n", [(1, 16), (2, 4)]),
        ("a: {b: {c: 1}, {c: 2}}\nd: {{e}: 1, [f]: 2}\n", [(1, 16), (2, 5)]),
    ],
)
def test_a_bracket_missing_before_other_entries_is_told_once(content, places):
    found = read_text("f", content.encode()).findings
    assert [(one.position.line, one.position.column) for one in found] == places
    assert "missing before it" in found[0].remedy


def test_no_explanation_speaks_libyaml():
    jargon = re.compile("token|scalar|node|flow|simple key|context|plain|stream", re.IGNORECASE)
    for content, *_ in CASES:
        (finding,) = read_text("f", content.encode()).findings
        assert not jargon.search(finding.message + finding.remedy)


def test_a_question_mark_in_braces_is_fine():
    data = read_text("f", "{fi: Tervehdittiinkö?}".encode()).data
    assert data == {"fi": "Tervehdittiinkö?"}


@pytest.mark.parametrize("content", ["[a: {} x, b: c: d]", "{{a: b{}c: d}}"])
def test_a_hostile_row_of_spaces_takes_no_time(content):
    start = time.perf_counter()
    (finding,) = read_text("f", content.format(" " * 1_000_000).encode()).findings
    assert (finding.code, time.perf_counter() - start < 1) == ("K101", True)


def test_what_was_found_before_a_syntax_error_is_kept():
    found = read_text("f", b"a: *x\nb: [\n").findings
    assert [finding.code for finding in found] == ["K103", "K101"]


def test_an_unknown_complaint_of_libyaml_gets_a_general_sentence(monkeypatch):
    monkeypatch.setattr(explanations, "TOLD", ())
    (finding,) = read_text("f", b"a: b: c\n").findings
    assert (finding.position.column, finding.code) == (5, "K101")
    assert finding.message == "From here on the text is not YAML."


def test_an_error_without_a_place_points_at_the_start(monkeypatch):
    def fail(_self):
        raise yaml.YAMLError

    monkeypatch.setattr("asiakaskunto_cli.source.walk.Walk.document", fail)
    (finding,) = read_text("f", b"a: 1\n").findings
    assert (finding.position.line, finding.position.column, finding.code) == (1, 1, "K101")
