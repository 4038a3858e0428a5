"""A report as bytes that end in their own digest, and the check that they still do.

The digest shows damage and careless edits. It is no signature: whoever can write the file can
also write a new digest.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from enum import StrEnum

from asiakaskunto_cli.report.model import Report

TAIL = ' "sha256": "{}"\n}}\n'
TAIL_BYTES = len(TAIL.format("")) + 64


class Seal(StrEnum):
    """What the digest says about a file."""

    WHOLE = "whole"
    REFORMATTED = "reformatted"
    ALTERED = "altered"


def sealed(report: Report) -> bytes:
    """Return the report as it is stored: UTF-8, one-space indent, its digest on the last line."""
    return _sealed(report.model_dump(mode="json"))


def _sealed(document: Mapping[str, object]) -> bytes:
    text = json.dumps(document, ensure_ascii=False, indent=1, allow_nan=False)
    body = text.removesuffix("\n}").encode() + b",\n"
    return body + _tail(hashlib.sha256(body).hexdigest())


def _tail(digest: object) -> bytes:
    return TAIL.format(digest).encode()


def is_whole(content: bytes) -> bool:
    """Return whether the bytes are exactly what kunto wrote."""
    body = memoryview(content)[:-TAIL_BYTES]
    return content[-TAIL_BYTES:] == _tail(hashlib.sha256(body).hexdigest())


def seal_of(content: bytes, document: Mapping[str, object]) -> Seal:
    """Return what became of the bytes, ``document`` being their parsed JSON.

    Another layout of the same content (an editor, a formatter) is told from other content.
    """
    if is_whole(content):
        return Seal.WHOLE
    plain = {key: value for key, value in document.items() if key != "sha256"}
    same = _sealed(plain)[-TAIL_BYTES:] == _tail(document.get("sha256"))
    return Seal.REFORMATTED if same else Seal.ALTERED
