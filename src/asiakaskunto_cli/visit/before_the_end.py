"""What stands between the review and the end of a visit: in sentences, with the way there."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from asiakaskunto_cli.language import gettext as _
from asiakaskunto_cli.language import ngettext
from asiakaskunto_cli.personal import personal_data_in
from asiakaskunto_cli.scoring.response import own_words
from asiakaskunto_cli.visit.interview import Interview


def before_the_end(interview: Interview) -> Iterator[str]:
    """Yield what may tell who somebody is, then what is owed or unanswered, and what Enter does.

    The first was pointed out as it was typed, and may have left the screen since.
    """
    personal = [name for name in interview.visible if _is_personal(interview, name)]
    if personal:
        words = ngettext(
            "Question {numbers} may hold personal data: take it out if nobody needs it.",
            "Questions {numbers} may hold personal data: take it out if nobody needs it.",
            len(personal),
        )
        yield words.format(numbers=_numbers(interview, personal))
    if personal_data_in(interview.closing_note):
        yield _("The note may hold personal data: take it out if nobody needs it.")
    yield _what_is_missing(interview)


def _is_personal(interview: Interview, name: str) -> bool:
    words = own_words(interview.checklist.items[name], interview.response(name))
    return bool(personal_data_in(words))


def _what_is_missing(interview: Interview) -> str:
    owed = interview.owed()
    if owed:
        words = ngettext(
            "{count} question owes a reason or evidence: {numbers}. Enter = go there.",
            "{count} questions owe a reason or evidence: {numbers}. Enter = go there.",
            len(owed),
        )
        return words.format(count=len(owed), numbers=_numbers(interview, owed))
    gaps = interview.unanswered()
    if gaps:
        words = ngettext(
            "{count} question has no answer: {numbers}. Enter = go there, :f = finish without it.",
            "{count} questions have no answer: {numbers}. "
            "Enter = go there, :f = finish without them.",
            len(gaps),
        )
        return words.format(count=len(gaps), numbers=_numbers(interview, gaps))
    return _("Everything is answered. Enter = finish and write the report.")


def _numbers(interview: Interview, names: Sequence[str]) -> str:
    """Return the numbers of items, as the review lists them."""
    places = [number for number, name in enumerate(interview.visible, 1) if name in names]
    return ", ".join(map(str, places))
