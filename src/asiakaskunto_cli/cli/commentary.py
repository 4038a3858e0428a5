"""Reads the consultant's own words that go to the front of a page."""

from __future__ import annotations

from pathlib import Path

from asiakaskunto_cli.errors import BadInputError
from asiakaskunto_cli.files.read import read_regular
from asiakaskunto_cli.files.refusal import shown
from asiakaskunto_cli.language import gettext as _

# Some two hundred pages.
LARGEST_COMMENTARY_BYTES = 1024 * 1024


def read_commentary(path: Path | None) -> str | None:
    """Return the text of a commentary file, None where none was named.

    Raises BadInputError when it cannot be read, is not in UTF-8, or says nothing.
    """
    if path is None:
        return None
    content = read_regular(path, limit_bytes=LARGEST_COMMENTARY_BYTES)
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        message = _("{path} is not text in UTF-8 (line {line}).")
        remedy = _("Open the file in a text editor and save it with the encoding UTF-8.")
        raise BadInputError(message.format(path=shown(path), line=line), remedy=remedy) from error
    if not text.strip():
        message = _("There is no text in {path}.").format(path=shown(path))
        raise BadInputError(message, remedy=_("Write the commentary, then run the command again."))
    return text
