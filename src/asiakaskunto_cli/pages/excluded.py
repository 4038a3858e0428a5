"""Files that no figure counts: every one is named, with its reason."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from asiakaskunto_cli.analysis.reduce import Exclusion, Reason
from asiakaskunto_cli.language import gettext as _
from asiakaskunto_cli.language import ngettext
from asiakaskunto_cli.pages.blocks import (
    Block,
    Heading,
    Row,
    Sentence,
    Table,
    Tone,
    text_column,
)
from asiakaskunto_cli.pages.faults import fault_words
from asiakaskunto_cli.pages.names import in_a_row
from asiakaskunto_cli.report.folder import Collection
from asiakaskunto_cli.report.read import UnusableReportError
from asiakaskunto_cli.report.versions import Left, LeftOut


@dataclass(frozen=True, slots=True)
class Excluded:
    """A file that does not count; ``reason`` is its code, ``words`` say it to a person.

    ``detail`` is what the reason turns on: the other file, a version, what the system said.
    """

    file: str
    reason: str
    words: str
    detail: str | None


def excluded_files(exclusions: Iterable[Exclusion], collection: Collection) -> tuple[Excluded, ...]:
    """Return every file that is not counted, by name."""
    found = [
        *(Excluded(one.file, one.reason, _visit_words(one.reason), None) for one in exclusions),
        *(_unusable(one) for one in collection.unusable),
        *(_left_out(one) for one in collection.left_out),
    ]
    return tuple(sorted(found, key=lambda one: (one.file, one.reason)))


def excluded_blocks(excluded: Sequence[Excluded], collection: Collection) -> Iterator[Block]:
    """Yield what to say of files that are not counted, and of those that were reformatted."""
    if excluded:
        yield Heading(_("Not counted"))
        rows = tuple(Row((one.file, one.words)) for one in excluded)
        yield Table((text_column(_("File")), text_column(_("Reason"))), rows)
    if collection.reformatted:
        words = ngettext(
            "{count} file is counted although another program saved it in another layout: its "
            "content is unchanged ({files}).",
            "{count} files are counted although another program saved them in another layout: "
            "their content is unchanged ({files}).",
            len(collection.reformatted),
        )
        files = in_a_row(collection.reformatted)
        yield Sentence(words.format(count=len(collection.reformatted), files=files), Tone.WARNING)


def _visit_words(reason: Reason) -> str:
    return {
        Reason.WITHDRAWN: _("withdrawn"),
        Reason.REHEARSAL: _("a rehearsal"),
        Reason.INTERNAL: _("its checklist is for internal use"),
        Reason.INCOMPLETE: _("incomplete visit"),
        Reason.UNSCORED: _("nothing in it is scored"),
    }[reason]


def _unusable(error: UnusableReportError) -> Excluded:
    return Excluded(error.file, error.fault, fault_words(error), error.detail or None)


def _left_out(one: LeftOut) -> Excluded:
    words = {
        Left.DUPLICATE: _("duplicate: the same visit is in {file}"),
        Left.SUPERSEDED: _("superseded: replaced by {file}"),
    }[one.reason].format(file=one.by)
    return Excluded(one.file, one.reason, words, one.by)
