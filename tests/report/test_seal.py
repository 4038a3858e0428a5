"""A report's bytes and their digest: whole, reformatted, altered."""

import hashlib
import json
import os
import re

import pytest

from asiakaskunto_cli.report.read import UnusableReportError, read_report
from asiakaskunto_cli.report.seal import TAIL_BYTES, Seal, is_whole, seal_of


def rewritten(content, **layout):
    document = json.loads(content)
    return (json.dumps(document, **layout) + "\n").encode()


def test_report_ends_in_the_digest_of_all_bytes_before_that_line(content):
    found = re.fullmatch(rb'(\{\n.*,\n)( "sha256": "([0-9a-f]{64})"\n\}\n)', content, re.DOTALL)
    assert hashlib.sha256(found[1]).hexdigest().encode() == found[3]
    assert len(found[2]) == TAIL_BYTES


def test_report_is_utf8_with_one_space_of_indent_in_the_order_of_the_format(content, make_report):
    document = json.loads(content)
    assert content == (json.dumps(document, indent=1, ensure_ascii=False) + "\n").encode()
    assert [*document] == [*type(make_report()).model_fields, "sha256"]
    assert "Ääkkönen".encode() in content


def test_report_as_written_is_whole(content):
    assert is_whole(content)
    assert seal_of(content, json.loads(content)) is Seal.WHOLE


@pytest.mark.parametrize(
    "layout",
    [
        {"indent": 4, "ensure_ascii": False},
        {"indent": None},
        {"indent": "\t", "ensure_ascii": True},
        {"separators": (",", ":")},
    ],
)
def test_other_layout_of_the_same_content_is_reformatted(content, layout):
    other = rewritten(content, **layout)
    assert not is_whole(other)
    assert seal_of(other, json.loads(other)) is Seal.REFORMATTED


@pytest.mark.parametrize(
    "change",
    [
        lambda content: content + b"\n",
        lambda content: content.replace(b"\n", b"\r\n"),
        lambda content: b"\xef\xbb\xbf" + content,
    ],
)
def test_line_ends_and_byte_order_mark_are_reformatting(content, change):
    other = change(content)
    assert not is_whole(other)
    assert seal_of(other, json.loads(other.decode("utf-8-sig"))) is Seal.REFORMATTED


def without_digest(document):
    return {key: value for key, value in document.items() if key != "sha256"}


@pytest.mark.parametrize(
    "change",
    [
        lambda document: document | {"wave": "2026-Q3"},
        lambda document: document | {"extra": None},
        lambda document: document | {"sha256": "0" * 64},
        lambda document: document | {"sha256": document["sha256"].upper()},
        lambda document: document | {"sha256": [document["sha256"]]},
        without_digest,
        lambda document: dict(sorted(document.items())),
    ],
)
def test_other_content_is_altered(content, change):
    document = change(json.loads(content))
    other = json.dumps(document, indent=1, ensure_ascii=False).encode() + b"\n"
    assert not is_whole(other)
    assert seal_of(other, document) is Seal.ALTERED


@pytest.mark.parametrize("content", [b"", b"{}", b"\0" * 500, b' "sha256": "' + b"0" * 64])
def test_bytes_that_are_no_report_are_not_whole(content):
    assert not is_whole(content)


@pytest.mark.parametrize("flip", [0x01, 0x20, 0x80])
def test_no_flipped_byte_is_accepted_with_other_content(content, make_report, tmp_path, flip):
    path = tmp_path / "raportti.json"
    path.write_bytes(content)
    report = make_report()
    accepted_otherwise = []
    with path.open("r+b", buffering=0) as file:
        for index, byte in enumerate(content):
            flipped = bytes([byte ^ flip])
            assert not is_whole(content[:index] + flipped + content[index + 1 :])
            os.pwrite(file.fileno(), flipped, index)
            try:
                if read_report(path) != report:
                    accepted_otherwise.append(index)
            except UnusableReportError:
                pass
            os.pwrite(file.fileno(), content[index : index + 1], index)
    assert accepted_otherwise == []
    assert path.read_bytes() == content
