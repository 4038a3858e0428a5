"""The reader as a whole: from files, for any bytes, and there and back again."""

import builtins
import re

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from asiakaskunto_cli.errors import BadInputError, KuntoError
from asiakaskunto_cli.source.finding import Position, Severity
from asiakaskunto_cli.source.nodes import start_of
from asiakaskunto_cli.source.reader import read_source, read_text
from asiakaskunto_cli.source.refusals import MAX_BYTES
from asiakaskunto_cli.words import UNSAFE

CHECKLIST = """\
# yaml-language-server: $schema=../checklist.schema.json
kunto: 1
id: perusmittaus
title: {fi: "Havainnointi!", en: 'It''s'}
scales:
  how_often:
    1: {fi: ei koskaan, en: never}
sections:
  - id: kohtaaminen
    items:
      - {id: hymy, weight: 0.5, why: {below: 1}, max: null, na: never, gate: true}
      - id: ensihuomio
        help: >-
          pitkä
          teksti
        bands: [{up_to: 8, score: 1}, {score: -1e2}]
        when: {all: [{item: "a\\u00e4", is: &x false}, *x]}
"""


def test_a_file_is_read_and_named_by_its_path(tmp_path):
    path = tmp_path / "lista.yaml"
    path.write_bytes(b"a: 1\na: 2\n")
    source = read_source(path)
    assert (source.file, source.findings[0].file) == (str(path), str(path))
    assert source.data == {"a": 1}
    assert source.lines.line(2) == "a: 2"


def test_a_file_that_cannot_be_read_is_bad_input(tmp_path):
    large = tmp_path / "large.yaml"
    large.write_bytes(b"a" * (MAX_BYTES + 1))
    for path in (tmp_path, tmp_path / "missing.yaml", large):
        with pytest.raises(BadInputError):
            read_source(path)


def test_findings_are_errors_with_a_message_and_a_remedy():
    found = read_text("f", b'a: *x\na: !t "\\e"\n? []\n: [').findings
    assert len(found) == 6
    assert all(finding.severity is Severity.ERROR for finding in found)
    assert all(finding.message and finding.remedy for finding in found)
    assert not any(re.search(r"[{}]", finding.message) for finding in found)


def test_a_missing_libyaml_is_one_clear_error(monkeypatch):
    real_import = builtins.__import__

    def without_libyaml(name, *rest, **more):
        if name == "yaml._yaml":
            raise ImportError(name)
        return real_import(name, *rest, **more)

    monkeypatch.setattr(builtins, "__import__", without_libyaml)
    with pytest.raises(KuntoError, match="libyaml"):
        read_text("f", b"a: 1\n")


def check(content):
    """Read bytes, and check that whatever comes out lies inside them."""
    source = read_text("f", content)
    text = content.decode(errors="replace")
    line_count = len(re.split(r"\r\n|\r|\n", text))
    places = [finding.position for finding in source.findings]
    marks = map(start_of, every_node(source.nodes))
    places += [source.lines.position(mark.index) for mark in marks]
    for position in places:
        assert 1 <= position.line <= line_count
        assert 1 <= position.column <= len(source.lines.line(position.line)) + 1
    assert list(source.findings) == sorted(source.findings, key=lambda found: found.position)
    assert source.data is not None or source.findings or text.strip() != ""
    return source


def every_node(node):
    yield node
    children = node[1] if isinstance(node, tuple) else ()
    if isinstance(children, dict):
        for mark, child in children.values():
            yield mark
            yield from every_node(child)
    else:
        for child in children:
            yield from every_node(child)


@given(st.binary(max_size=200))
def test_no_bytes_raise(content):
    check(content)


@given(st.text(max_size=200))
def test_no_text_raises(text):
    check(text.encode(errors="surrogatepass"))


@settings(max_examples=5 * settings.default.max_examples)
@given(st.text(alphabet="ab1:-?,[]{}&*!|>'\"%@` \t\r\n#\\ue0~<.ä\u202e\x85\ufeff", max_size=60))
def test_no_text_of_yaml_s_own_characters_raises(text):
    check(text.encode())


@settings(max_examples=5 * settings.default.max_examples)
@given(st.data())
def test_no_damaged_checklist_raises(data):
    content = bytearray(CHECKLIST.encode())
    for _ in range(data.draw(st.integers(1, 4))):
        place = data.draw(st.integers(0, len(content) - 1))
        length = data.draw(st.integers(0, 8))
        content[place : place + length] = data.draw(st.binary(max_size=4))
    check(bytes(content))


@given(st.integers(0, len(CHECKLIST.encode())))
def test_no_truncated_checklist_raises(length):
    check(CHECKLIST.encode()[:length])


@given(st.text(alphabet="ab: -[]{},?\"'\r\n\x85\u2028ä😀", max_size=60))
def test_libyaml_counts_the_lines_and_columns_that_are_told(text):
    source = read_text("f", text.encode())
    for mark in map(start_of, every_node(source.nodes)):
        # At the end of the file, after an unfinished line, libyaml counts one line more.
        if mark.index < len(text) and source.data is not None:
            position = source.lines.position(mark.index)
            assert position == Position(mark.line + 1, mark.column + 1)


class QuotingDumper(yaml.SafeDumper):
    """Writes every text in double quotes, and so leaves no doubt about what is a text."""

    def ignore_aliases(self, data):  # noqa: ARG002 it is SafeDumper's method
        return True


QuotingDumper.add_representer(
    str,
    lambda dumper, text: dumper.represent_scalar("tag:yaml.org,2002:str", text, style='"'),
)

SAFE_TEXTS = st.text(max_size=20).filter(lambda text: not UNSAFE.search(text))
JSON_LIKE = st.recursive(
    st.none()
    | st.booleans()
    | st.integers(-(10**15), 10**15)
    | st.floats(allow_nan=False, allow_infinity=False)
    | SAFE_TEXTS,
    lambda children: (
        st.lists(children, max_size=5) | st.dictionaries(SAFE_TEXTS, children, max_size=5)
    ),
    max_leaves=20,
)


@given(JSON_LIKE, st.booleans(), st.booleans())
def test_what_a_dumper_writes_is_read_back(data, flow, unicode):
    text = yaml.dump(
        data,
        Dumper=QuotingDumper,
        default_flow_style=flow,
        allow_unicode=unicode,
        sort_keys=False,
    )
    source = read_text("f", text.encode())
    assert source.findings == ()
    assert repr(source.data) == repr(data)


@given(JSON_LIKE)
def test_every_value_of_the_data_has_its_node(data):
    text = yaml.dump(data, Dumper=QuotingDumper)
    source = read_text("f", text.encode())
    assert same_shape(source.data, source.nodes)


def same_shape(data, node):
    if not isinstance(data, dict | list):
        return not isinstance(node, tuple)
    if isinstance(data, list):
        return len(data) == len(node[1]) and all(map(same_shape, data, node[1]))
    return list(data) == list(node[1]) and all(
        same_shape(value, node[1][key][1]) for key, value in data.items()
    )


@pytest.mark.parametrize(
    ("text", "empty"),
    [
        ("a: 1\nb: [x, {c: 0}]\n", False),
        ("a: 'null'\nb: \"\"\n", False),
        ("a:\nb: 1\n", True),
        ("a: {b: ~}\n", True),
        ("a: [x, null]\n", True),
        ("a: [{b: [1, ]}, {c: }]\n", True),
    ],
)
def test_a_source_knows_whether_it_holds_anything_empty(text, empty):
    source = read_text("f", text.encode())
    assert (source.findings, source.holds_empty) == ((), empty)
