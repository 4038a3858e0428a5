"""Values are replaced where they stand, and nothing else of a text is touched."""

import pytest

from asiakaskunto_cli.source.edit import edited, header_of, with_key
from asiakaskunto_cli.source.reader import read_text

TEXT = """\
# A comment, and "id: x" in it
kunto: 1
id: vanha       # its name
version: "1.2.0"
title:          # in two languages
  fi: Vanha
  en: Old

# Before the source
source: |
  eka
  toka

plain: yksi
  kaksi
list: [a, {b: c}]   # flow
block:
  - id: eka
    text: vanha
  - id: toka
last: 'x'
"""


def source_of(text):
    source = read_text("lista.yaml", text.encode())
    assert source.findings == ()
    return source


@pytest.mark.parametrize(
    ("path", "old", "new"),
    [
        (("id",), "id: vanha       # its", "id: NEW         # its"),
        (("version",), 'version: "1.2.0"', "version: NEW"),
        (("title",), "title:          # in two languages\n  fi: Vanha\n  en: Old\n", None),
        (("title", "en"), "  en: Old", "  en: NEW"),
        (("source",), "source: |\n  eka\n  toka\n", "source: NEW\n"),
        (("plain",), "plain: yksi\n  kaksi", "plain: NEW"),
        (("list",), "list: [a, {b: c}]   # flow", "list: NEW           # flow"),
        (("list", 1, "b"), "{b: c}", "{b: NEW}"),
        (("block",), "  - id: eka\n    text: vanha\n  - id: toka\n", "  NEW\n"),
        (("block", 0), "  - id: eka\n    text: vanha\n", "  - NEW\n"),
        (("block", 1, "id"), "- id: toka", "- id: NEW"),
        (("last",), "last: 'x'", "last: NEW"),
    ],
)
def test_one_value_is_replaced(path, old, new):
    # A block's comment stands before its first key, where the new value goes.
    new = "title:          # in two languages\n  NEW\n" if new is None else new
    assert TEXT.count(old) == 1
    assert edited(source_of(TEXT), {path: "NEW"}) == TEXT.replace(old, new)


def test_several_values_are_replaced_whatever_their_length_and_order():
    values = {("last",): "a much longer value", ("id",): "x", ("title", "fi"): '"Ä # ö"'}
    assert edited(source_of(TEXT), values) == (
        TEXT.replace("'x'", "a much longer value")
        .replace("vanha       #", "x           #")
        .replace("fi: Vanha", 'fi: "Ä # ö"')
    )


def test_a_long_value_pushes_its_comment_and_keeps_one_space():
    assert edited(source_of("id: a # why\n"), {("id",): "abcdef"}) == "id: abcdef # why\n"


def test_json_is_edited_too():
    text = '{"kunto": 1, "id": "vanha"}'
    assert edited(source_of(text), {("id",): '"uusi"'}) == '{"kunto": 1, "id": "uusi"}'


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("kunto: 1\nid: x # c\n", "kunto: 1\nsource: S\nid: x # c\n"),
        ("  kunto: 1\n  id: x\n", "  kunto: 1\n  source: S\n  id: x\n"),
        ("kunto: 1\r\nid: x\r\n", "kunto: 1\r\nsource: S\r\nid: x\r\n"),
        ('{"kunto": 1, "id": "x"}', '{"kunto": 1, "source": S, "id": "x"}'),
        ("id: x\n", "source: S\nid: x\n"),
    ],
)
def test_a_key_is_added_before_another(text, expected):
    assert with_key(source_of(text), "source", "S", before="id") == expected


@pytest.mark.parametrize(
    ("text", "header"),
    [("# a\n\n# b\nid: x\n", "# a\n\n# b\n"), ("id: x\n", ""), ("---\n{id: x}\n", "---\n")],
)
def test_the_header_is_what_stands_before_the_data(text, header):
    assert header_of(source_of(text)) == header
