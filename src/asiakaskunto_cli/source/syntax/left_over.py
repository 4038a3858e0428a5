"""Something that goes on where a value has ended, told as what an author sees and can do."""

from __future__ import annotations

from asiakaskunto_cli.language import gettext as _
from asiakaskunto_cli.source.syntax.line_beginnings import (
    bracket_alone,
    foreign_comment,
    indentation,
)
from asiakaskunto_cli.source.syntax.trouble import Explanation, Trouble
from asiakaskunto_cli.source.syntax.unclosed_quotes import end_before

OPENING = {"}": "{", "]": "["}
"""By each closing bracket the one that opens it."""


def left_over(trouble: Trouble) -> Explanation:
    """Tell of what follows a value where a key or an entry should, or of how its line begins."""
    if not trouble.before.strip(" -"):
        return indentation(trouble)
    if trouble.character == ",":
        return bracket_alone(trouble) or _comma(trouble)
    if trouble.character in OPENING:
        return bracket_alone(trouble) or _too_much(trouble)
    if end_before(trouble) == trouble.index:
        return inner_quote(trouble)
    return foreign_comment(trouble.text, trouble.index) or _more(trouble)


def _more(trouble: Trouble) -> Explanation:
    if trouble.before.rstrip()[-1:] in OPENING:
        return Explanation(
            trouble.index,
            _("Something follows after the closing bracket of a value."),
            _("Remove it; put a text that starts with a bracket in quotes."),
        )
    return Explanation(
        trouble.index,
        _("Something follows after the end of a value."),
        _(
            "Where a text has quotes inside, put all of it in quotes of the other kind, or write "
            'each inner " as \\"; where two values follow each other, put them on two lines.'
        ),
    )


def inner_quote(trouble: Trouble) -> Explanation:
    """Tell of the quote before the trouble, with which a text ends in its middle."""
    index = trouble.index - 1
    remedy = _(
        'Put all of the text in quotes of the other kind, or write each inner " as \\"; where the '
        "text should have ended earlier, put its closing quote there."
    )
    if trouble.text[index] == "'":
        remedy = _(
            "Put all of the text in quotes of the other kind, or write each inner ' twice; where "
            "the text should have ended earlier, put its closing quote there."
        )
    return Explanation(index, _("This quote ends the text, but the text goes on."), remedy)


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
