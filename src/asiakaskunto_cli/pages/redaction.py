"""That a page is a redacted copy, and how much of what was left out of it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from itertools import takewhile

from asiakaskunto_cli.language import gettext as _
from asiakaskunto_cli.language import ngettext
from asiakaskunto_cli.pages.blocks import Heading, Page, Sentence
from asiakaskunto_cli.pages.names import in_a_row
from asiakaskunto_cli.report.redact import Redaction, Withheld


def with_redaction(page: Page, redaction: Redaction | None) -> Page:
    """Return the page with a sentence under its title on what was left out, and the counts.

    ``redaction`` is None where nothing was to be left out; the data of the page says so.
    """
    counts = redaction if redaction is None else {kind.value: redaction[kind] for kind in Withheld}
    data = {**page.data, "redacted": counts}
    if redaction is None:
        return replace(page, data=data)
    title = tuple(takewhile(_titles, page.blocks))
    said = Sentence(_words(redaction))
    return replace(page, blocks=(*title, said, *page.blocks[len(title) :]), data=data)


def _titles(block: object) -> bool:
    return isinstance(block, Heading) and block.level == 1


def _words(redaction: Redaction) -> str:
    always = in_a_row(_counted(redaction, _always(redaction)))
    personal = in_a_row(_counted(redaction, _where_personal(redaction)))
    if always and personal:
        words = _("Redacted copy. Left out: {always}; as likely personal data: {personal}.")
    elif always:
        words = _("Redacted copy. Left out: {always}.")
    elif personal:
        words = _("Redacted copy. Left out as likely personal data: {personal}.")
    else:
        words = _("Redacted copy. There was nothing to leave out.")
    return words.format(always=always, personal=personal)


def _counted(redaction: Redaction, words: Mapping[Withheld, str]) -> Iterator[str]:
    for kind, said in words.items():
        if redaction[kind]:
            yield said.format(count=redaction[kind])


def _always(left_out: Redaction) -> Mapping[Withheld, str]:
    return {
        Withheld.NOTE: ngettext("{count} note", "{count} notes", left_out[Withheld.NOTE]),
        Withheld.EVALUATOR: ngettext(
            "{count} evaluator’s code", "{count} evaluators’ codes", left_out[Withheld.EVALUATOR]
        ),
        Withheld.EVIDENCE: ngettext(
            "{count} piece of evidence", "{count} pieces of evidence", left_out[Withheld.EVIDENCE]
        ),
        Withheld.CORRECTION: ngettext(
            "{count} reason of a correction",
            "{count} reasons of corrections",
            left_out[Withheld.CORRECTION],
        ),
        Withheld.FILE_NAME: ngettext(
            "{count} file name", "{count} file names", left_out[Withheld.FILE_NAME]
        ),
    }


def _where_personal(left_out: Redaction) -> Mapping[Withheld, str]:
    return {
        Withheld.WHY: ngettext(
            "{count} answer to why", "{count} answers to why", left_out[Withheld.WHY]
        ),
        Withheld.REASON: ngettext(
            "{count} reason for not applying",
            "{count} reasons for not applying",
            left_out[Withheld.REASON],
        ),
        Withheld.ANSWER: ngettext(
            "{count} answer in words", "{count} answers in words", left_out[Withheld.ANSWER]
        ),
    }
