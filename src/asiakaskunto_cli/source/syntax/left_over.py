"""Something that goes on where a value has ended, told as what an author sees and can do."""

from __future__ import annotations

import re

from asiakaskunto_cli.language import gettext as _
from asiakaskunto_cli.source.syntax.keys import comma_and_key, on_one_line
from asiakaskunto_cli.source.syntax.line_beginnings import (
    bracket_alone,
    foreign_comment,
    indentation,
)
from asiakaskunto_cli.source.syntax.trouble import Explanation, Trouble
from asiakaskunto_cli.source.syntax.unclosed_quotes import end_before

_SENTENCE_ENDS = tuple(".?!")
# Two values follow each other.
_VALUE = re.compile(r"[ ]*(?:[\"'\[{]|[\w-]+:\s)")

OPENING = {"}": "{", "]": "["}
"""By each closing bracket the one that opens it."""


def left_over(trouble: Trouble) -> Explanation:
    """Tell of what follows a value where a key or an entry should, or of how its line begins."""
    if not trouble.before.strip(" -"):
        return indentation(trouble)
    if trouble.character == ",":
        return bracket_alone(trouble) or _after_comma(trouble) or _comma(trouble)
    if trouble.character in OPENING:
        return bracket_alone(trouble) or _too_much(trouble)
    if end_before(trouble) == trouble.index:
        return inner_quote(trouble.text, trouble.index - 1)
    return foreign_comment(trouble.text, trouble.index) or _more(trouble)


def _more(trouble: Trouble) -> Explanation:
    if trouble.before.rstrip()[-1:] in OPENING:
        return Explanation(
            trouble.index,
            _("Something follows after the closing bracket of a value."),
            _("Remove it; put a text that starts with a bracket in quotes."),
        )
    remedy = _(
        "Where a text has quotes inside, put all of it in quotes of the other kind, or write each "
        'inner " as \\"; where two values follow each other, put them on two lines.'
    )
    if trouble.before.rstrip().endswith("'"):
        remedy = _(
            "Where a text has quotes inside, put all of it in quotes of the other kind, or write "
            "each inner ' twice; where two values follow each other, put them on two lines."
        )
    return Explanation(trouble.index, _("Something follows after the end of a value."), remedy)


def goes_on(trouble: Trouble) -> Explanation | None:
    """Tell of a text that goes on, after its closing quote and any spaces, with such a sign."""
    end = end_before(trouble)
    if end is None or trouble.text[end : trouble.index].strip(" "):
        return None
    if _VALUE.match(trouble.text, trouble.index + 1):
        return None
    return inner_quote(trouble.text, end - 1)


def inner_quote(text: str, index: int) -> Explanation:
    """Tell of the quote at an index, with which a text ends in its middle."""
    remedy = _(
        'Put all of the text in quotes of the other kind, or write each inner " as \\"; where the '
        "text should have ended earlier, put its closing quote there."
    )
    if text[index] == "'":
        remedy = _(
            "Put all of the text in quotes of the other kind, or write each inner ' twice; where "
            "the text should have ended earlier, put its closing quote there."
        )
    return Explanation(index, _("This quote ends the text, but the text goes on."), remedy)


def _after_comma(trouble: Trouble) -> Explanation | None:
    """Tell of what goes on behind a comma on its line: a text, or the keys of one mapping."""
    if comma_and_key(trouble):
        return _closed_early(trouble) or on_one_line(trouble.index)
    rest = trouble.line[len(trouble.before) + 1 :].partition(" #")[0].strip()
    # One word more may well be one value more.
    return goes_on(trouble) if " " in rest or rest.endswith(_SENTENCE_ENDS) else None


def _closed_early(trouble: Trouble) -> Explanation | None:
    closing = trouble.before.rstrip()[-1:]
    opening = OPENING.get(closing)
    line = trouble.line.rstrip(" ,")
    if opening is None or not line.endswith(closing) or line.count(closing) <= line.count(opening):
        return None
    return Explanation(
        trouble.index - len(trouble.before) + len(trouble.before.rstrip()) - 1,
        _("This {closing} closes the bracket, but more entries follow.").format(closing=closing),
        _("Remove it: the {closing} at the end of the line closes the bracket.").format(
            closing=closing
        ),
    )


def _comma(trouble: Trouble) -> Explanation:
    return Explanation(
        trouble.index,
        _("A comma after a value belongs only inside brackets."),
        _("Remove the comma; several values stand in brackets: [one, two]."),
    )


def _too_much(trouble: Trouble) -> Explanation:
    return Explanation(
        trouble.index,
        _("This {closing} closes a bracket that nothing opens.").format(closing=trouble.character),
        _("Remove it, or write {opening} where the bracket should begin.").format(
            opening=OPENING[trouble.character]
        ),
    )
