"""K305: every text is there in every language of the checklist.

Fails::

        languages: [fi, en]
        items:
          - {id: hymy, text: {fi: "Hymyilikö myyjä?"}, type: text}

Passes::

        languages: [fi, en]
        items:
          - {id: hymy, text: {fi: "Hymyilikö myyjä?", en: "Did the seller smile?"}, type: text}
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from asiakaskunto_cli.checklist.model import Checklist
from asiakaskunto_cli.checklist.rules.problem import Problem
from asiakaskunto_cli.checklist.texts import Path
from asiakaskunto_cli.language import gettext as _
from asiakaskunto_cli.language import ngettext

CODE = "K305"


def check(checklist: Checklist) -> Iterator[Problem]:
    """Yield every text that lacks a language, or speaks one that the checklist does not."""
    yield from untranslated(checklist.texts, checklist.languages)


def untranslated(
    texts: Iterable[tuple[Path, str | Mapping[str, str]]], languages: Sequence[str]
) -> Iterator[Problem]:
    """Yield every text that lacks one of the languages, or speaks another."""
    languages = list(dict.fromkeys(languages))  # one that is there twice is its own finding
    all_of_them = frozenset(languages)
    for path, text in texts:
        if isinstance(text, str):
            if len(languages) > 1:
                yield _missing(path, languages[1:], languages)
            continue
        if text.keys() == all_of_them:
            continue
        missing = [language for language in languages if language not in text]
        if missing:
            yield _missing(path, missing, languages)
        for language in text:
            if language not in languages:
                message = _("The file does not speak “{language}”.").format(language=language)
                remedy = _("Add it to languages, or remove this text.")
                yield Problem((*path, language), message, remedy, at_key=True)


def _missing(path: Path, missing: Sequence[str], languages: Sequence[str]) -> Problem:
    message = ngettext(
        "The text is missing in {languages}.",
        "The text is missing in: {languages}.",
        len(missing),
    ).format(languages=", ".join(missing))
    texts = ", ".join(f'{language}: "…"' for language in languages)
    return Problem(path, message, _("Write it as {example}.").format(example=f"{{{texts}}}"))
