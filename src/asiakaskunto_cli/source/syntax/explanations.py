"""libyaml's complaints about a text that is no YAML, told as what an author sees and can do."""

from __future__ import annotations

from collections.abc import Callable

from asiakaskunto_cli.language import gettext as _
from asiakaskunto_cli.source import codes
from asiakaskunto_cli.source.collector import excerpt
from asiakaskunto_cli.source.quote_marks import closing_mark, in_straight_quotes
from asiakaskunto_cli.source.syntax.brackets import bracket
from asiakaskunto_cli.source.syntax.colons import colon
from asiakaskunto_cli.source.syntax.comments import comment_above
from asiakaskunto_cli.source.syntax.left_over import goes_on, left_over
from asiakaskunto_cli.source.syntax.line_beginnings import (
    bullet,
    colon_alone,
    entry_alone,
    foreign_comment,
)
from asiakaskunto_cli.source.syntax.lookalikes import lookalike
from asiakaskunto_cli.source.syntax.trouble import Explanation, Trouble


def merge_conflict(index: int) -> Explanation:
    """Tell of a version control system's marker lines, whatever libyaml made of them."""
    return Explanation(
        index,
        _("The file holds an unsettled merge conflict."),
        _("Keep one of the two versions and remove the lines <<<<<<<, ======= and >>>>>>>."),
    )


def _tab(trouble: Trouble) -> Explanation:
    return Explanation(
        trouble.index,
        _("A tab stands where only spaces may."),
        _("Indent with spaces; editors can turn tabs into spaces."),
    )


def _first_character(trouble: Trouble) -> Explanation:
    if trouble.character == "\t":
        return _tab(trouble)
    return Explanation(
        trouble.index,
        _("A text without quotes cannot start with “{character}”.").format(
            character=excerpt(trouble.character)
        ),
        _quotes(),
    )


def _quote(trouble: Trouble) -> Explanation:
    return unclosed(trouble.text, trouble.opened)


def unclosed(text: str, index: int) -> Explanation:
    """Tell of a text in quotes, from an index on, that takes in what follows it."""
    remedy = _("Put the closing quote at the end of the text.")
    if mark := closing_mark(text, index):
        remedy = in_straight_quotes(mark)
    elif text[index] == "'":
        remedy = _("Put the closing quote at the end of the text; inside '…' write ' twice.")
    return Explanation(index, _("The text that starts here has no closing quote."), remedy)


def _no_colon(trouble: Trouble) -> Explanation:
    return (
        colon_alone(trouble.text, trouble.opened)
        or entry_alone(trouble.text, trouble.opened)
        or lookalike(trouble.text, trouble.opened)
        or foreign_comment(trouble.text, trouble.opened)
        or comment_above(trouble, trouble.opened)
        or _no_key(trouble)
    )


def _no_key(trouble: Trouble) -> Explanation:
    return Explanation(
        trouble.opened,
        _("There is no colon after what should be a key."),
        _(
            "Write it as “key: value”; if the line goes on with the text above, indent it deeper "
            "or put the whole text in quotes."
        ),
    )


def _escape(trouble: Trouble) -> Explanation:
    return Explanation(
        _backslash(trouble),
        _("After this backslash comes no escape that YAML knows."),
        _("Write the backslash twice, or put the text in single quotes."),
    )


def _no_character(trouble: Trouble) -> Explanation:
    return Explanation(
        _backslash(trouble),
        _("This escape stands for no character."),
        _("Write the character itself in its place."),
    )


def _backslash(trouble: Trouble) -> int:
    """Return where the escape begins: libyaml may have gone on to its digits."""
    return trouble.text.rfind("\\", trouble.opened, trouble.index + 1)


def _reference(trouble: Trouble) -> Explanation:
    return bullet(trouble.text, trouble.index - len(trouble.before)) or Explanation(
        trouble.opened,
        _("A text without quotes cannot start with & or *."),
        _quotes(),
        codes.REFERENCE,
    )


def tag(trouble: Trouble) -> Explanation:
    """Tell of a tag that is not even well formed: most often a text that starts with "!"."""
    return Explanation(
        trouble.opened,
        _("A text without quotes cannot start with !, and tags of YAML are not read."),
        _quotes(),
        codes.TAG,
    )


def _dash(trouble: Trouble) -> Explanation:
    return goes_on(trouble) or Explanation(
        trouble.index,
        _("A list, or a key marked with “?”, cannot start in this place."),
        _("Start it on a line of its own; put a text that starts with - or ? in quotes."),
    )


def _no_value(trouble: Trouble) -> Explanation:
    return Explanation(
        trouble.index,
        _("A value is missing here, or a bracket or comma is too much."),
        _("Write the value or remove the mark; put a text that starts with it in quotes."),
    )


def _after_end(trouble: Trouble) -> Explanation:
    return Explanation(
        trouble.index,
        _("Something follows after the end of the file's content."),
        _("Remove it, or put the whole text before it in quotes."),
    )


def _block_text(trouble: Trouble) -> Explanation:
    return Explanation(
        trouble.opened,
        _("After | or > the text has to start on the next line."),
        _("Start it on the next line, indented; put a text that starts with | or > in quotes."),
    )


def _directive(trouble: Trouble) -> Explanation:
    return Explanation(
        trouble.opened,
        _("A line that starts with % is a directive of YAML, and this one cannot be read."),
        _("Remove the line; put a text that starts with % in quotes."),
    )


def anything_else(trouble: Trouble) -> Explanation:
    """Tell of a complaint that has no words of its own here."""
    return Explanation(
        trouble.index,
        _("From here on the text is not YAML."),
        _("Compare the line with one that works; putting its texts in quotes often helps."),
    )


def _quotes() -> str:
    return _("Put the whole text in quotes.")


# The first part that occurs in "context: problem" tells. The words are libyaml's, of version 0.2.
TOLD: tuple[tuple[str, Callable[[Trouble], Explanation]], ...] = (
    ("found a tab character", _tab),
    ("cannot start any token", _first_character),
    ("directive", _directive),
    ("found incompatible YAML document", _directive),
    ("tag", tag),
    ("scanning an a", _reference),
    ("mapping values are not allowed", colon),
    ("found unexpected ':'", colon),
    ("are not allowed in this context", _dash),
    ("did not find expected key", left_over),
    ("'-' indicator", left_over),
    ("flow sequence: ", bracket),
    ("flow mapping: ", bracket),
    ("scanning a quoted scalar", _quote),
    ("invalid Unicode character escape code", _no_character),
    ("parsing a quoted scalar", _escape),
    ("could not find expected ':'", _no_colon),
    ("expected node content", _no_value),
    ("<document start>", _after_end),
    ("scanning a block scalar", _block_text),
)
