"""Brackets whose entries do not go together, told as what an author sees and can do."""

from __future__ import annotations

import re

from asiakaskunto_cli.language import gettext as _
from asiakaskunto_cli.source.syntax.colons import colon_in_brackets
from asiakaskunto_cli.source.syntax.comments import comment_in_brackets
from asiakaskunto_cli.source.syntax.left_over import inner_quote
from asiakaskunto_cli.source.syntax.line_beginnings import no_colon
from asiakaskunto_cli.source.syntax.trouble import Explanation, Trouble
from asiakaskunto_cli.source.syntax.unclosed_quotes import (
    KEY_OR_ENTRY,
    end_before,
    lines_of_others,
)

_KEY_ALONE = re.compile(r"[{,][ ]*[\w-]+([ ]+)$")
_NEXT_VALUE = re.compile(r"[\"'{\[\n\r]|[\w-]+[ ]*:")


def bracket(trouble: Trouble) -> Explanation:
    """Tell of a bracket that lacks its end or a comma inside, and why where that can be seen."""
    return (
        _text_goes_on(trouble)
        or colon_in_brackets(trouble)
        or comment_in_brackets(trouble)
        or _bracket_after_key(trouble)
        or _missing(trouble)
    )


def _bracket_after_key(trouble: Trouble) -> Explanation | None:
    """Tell of a key that no colon parts from the bracket of its value."""
    found = _KEY_ALONE.search(trouble.before) if trouble.character == "{" else None
    return no_colon(trouble.index - len(found[1])) if found else None


def _missing(trouble: Trouble) -> Explanation:
    at_end = trouble.index >= len(trouble.text)
    return Explanation(
        trouble.opened if at_end or _takes_in_lines(trouble) else trouble.index,
        _("A comma or a closing bracket is missing; the bracket was opened on line {line}.").format(
            line=trouble.opened_line
        ),
        _(
            "Close the bracket and put a comma between the entries; a text with a comma, a colon, "
            "a # or a bracket inside belongs in quotes."
        ),
    )


def _takes_in_lines(trouble: Trouble) -> bool:
    """Return whether the bracket takes in a line that has nothing to do with it."""
    end = trouble.index - len(trouble.before) + len(trouble.line)
    lines = lines_of_others(trouble.text, trouble.opened, end)
    return any(KEY_OR_ENTRY.match(line[2] or "") for line in lines)


def _text_goes_on(trouble: Trouble) -> Explanation | None:
    """Tell of a text that goes on, on its line, behind its closing quote."""
    end = end_before(trouble)
    if end == trouble.index:
        return inner_quote(trouble.text, trouble.index - 1)
    if end is None or _NEXT_VALUE.match(trouble.text, trouble.index):
        return None
    if trouble.text[end : trouble.index].strip(" "):
        return None
    remedy = _(
        "Where a text has quotes inside, put all of it in quotes of the other kind, or write each "
        'inner " as \\"; between two values put a comma.'
    )
    if trouble.text[end - 1] == "'":
        remedy = _(
            "Where a text has quotes inside, put all of it in quotes of the other kind, or write "
            "each inner ' twice; between two values put a comma."
        )
    return Explanation(trouble.index, _("Something follows after the end of a value."), remedy)
