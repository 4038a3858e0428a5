"""Brackets that do not go together, told as what an author sees and can do."""

from __future__ import annotations

import re

from asiakaskunto_cli.language import gettext as _
from asiakaskunto_cli.source.comments import comment_in_brackets
from asiakaskunto_cli.source.left_over import OPENING, inner_quote
from asiakaskunto_cli.source.trouble import Explanation, Trouble
from asiakaskunto_cli.source.unclosed import ends_before

_ENTRY = re.compile(r"[ ]*(?:-[ ]+)*")
_KEY = re.compile(r"[^\s:][^:\n\r]*:[ ]+")


def bracket(trouble: Trouble) -> Explanation:
    """Tell of a bracket that lacks its end, or a comma inside."""
    if ends_before(trouble):
        return inner_quote(trouble)
    at_end = trouble.index >= len(trouble.text)
    return comment_in_brackets(trouble) or Explanation(
        trouble.opened if at_end else trouble.index,
        _("A comma or a closing bracket is missing; the bracket was opened on line {line}.").format(
            line=trouble.opened_line
        ),
        _(
            "Close the bracket and put a comma between the entries; a text with a comma, a colon, "
            "a # or a bracket inside belongs in quotes."
        ),
    )


def unopened(trouble: Trouble) -> Explanation | None:
    """Tell of keys on one line that a bracket closes and none opens: ``when: item: a, is: true}``.

    The trouble is the second colon. Where a comma stands before it, the first key is one of them.
    """
    closing = trouble.line.rstrip()[-1:]
    opening = OPENING.get(closing)
    if opening is None or trouble.line.count(closing) <= trouble.line.count(opening):
        return None
    start = trouble.index - len(trouble.before)
    entry = _ENTRY.match(trouble.text, start)
    place = entry.end() if entry else start
    key = _KEY.match(trouble.text, place)
    if key and "," not in trouble.text[key.end() : trouble.index]:
        place = key.end()
    return Explanation(
        place,
        _("The {closing} at the end of this line closes a bracket that nothing opens.").format(
            closing=closing
        ),
        _("Write {opening} here, before the keys that belong together.").format(opening=opening),
    )
