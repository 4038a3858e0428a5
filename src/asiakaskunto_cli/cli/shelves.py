"""Practices and figures for a result that is shown whatever a programme's own files of them say."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping

from asiakaskunto_cli.checklist.shelf import EntryType, Shelf
from asiakaskunto_cli.cli import streams
from asiakaskunto_cli.language import gettext as _
from asiakaskunto_cli.language import ngettext


def usable(shelf: Shelf[EntryType]) -> Mapping[str, EntryType]:
    """Return the entries of a shelf by id; the files that were left out of it are told."""
    for file, count in Counter(finding.file for finding in shelf.findings).items():
        words = ngettext(
            "{file} cannot be used: {count} finding.",
            "{file} cannot be used: {count} findings.",
            count,
        )
        streams.talk(words.format(file=file, count=count))
        streams.talk(_("See them with: kunto validate {file}").format(file=file))
    return shelf.entries
