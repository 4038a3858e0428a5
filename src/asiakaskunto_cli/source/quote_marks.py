"""Quotation marks that are none to YAML: a word processor writes them for straight ones."""

from __future__ import annotations

import re

from asiakaskunto_cli.language import gettext as _

_OPENING = tuple("\u201c\u201d\u201e\u201f\u00ab\u00bb\u2018\u2019\u201a\u2039\u203a")
# At the end of a line, those of French are rather a part of what is quoted.
_CLOSING = re.compile(r"[^\n\r]*?([\u201c\u201d\u201e\u201f\u2018\u2019])[ ]*(?:[,}\]\n\r]|$)")


def closing_mark(text: str, index: int) -> str | None:
    """Return the mark that was to close the text in quotes that begins at an index."""
    found = _CLOSING.match(text, index + 1)
    return found[1] if found else None


def in_quotes(words: str) -> str:
    """Return what to do with a text that wants quotes; words that begin it may have other marks."""
    if words.startswith(_OPENING):
        return in_straight_quotes(words[0])
    return _("Put the whole text in quotes.")


def in_one_pair_of_quotes() -> str:
    """Return what to do with a text of which only a part is in quotes."""
    return _(
        "Put the whole text in one pair of quotes; where it has quotes inside, in those of the "
        "other kind."
    )


def in_straight_quotes(mark: str) -> str:
    """Return what to do where a mark was taken for a quote of YAML."""
    remedy = _('Put the whole text in straight quotes, "…": the mark {mark} is not one.')
    return remedy.format(mark=mark)
