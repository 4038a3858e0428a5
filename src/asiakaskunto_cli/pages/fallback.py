"""A checklist that is not in the reader's language: which one its texts are in, and that they are.

What people wrote is verbatim in any case, and all other words are the reader's.
"""

from __future__ import annotations

from collections.abc import Iterator

from asiakaskunto_cli.checklist.model import Checklist
from asiakaskunto_cli.language import gettext as _
from asiakaskunto_cli.language import language_name
from asiakaskunto_cli.pages.blocks import Sentence
from asiakaskunto_cli.report.model import Report


def language_of_texts(report: Report, checklist: Checklist, wish: str) -> str:
    """Return the language for a checklist's texts: the wish, that of the visit, or its first."""
    known = (one for one in (wish, report.language) if one in checklist.languages)
    return next(known, checklist.languages[0])


def fallback_note(report: Report, checklist: Checklist, wish: str) -> Iterator[Sentence]:
    """Say in which language a checklist's texts are, where it is not the one wished for."""
    language = language_of_texts(report, checklist, wish)
    if language != wish:
        words = _(
            "The checklist has not been translated into the language of this page: "
            "its texts are in {language}."
        )
        yield Sentence(words.format(language=language_name(language)))
