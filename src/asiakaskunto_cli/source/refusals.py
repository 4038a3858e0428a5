"""What is YAML but is not read, in words for the author of a checklist: one function a refusal."""

from __future__ import annotations

from typing import NoReturn

from asiakaskunto_cli.language import format_number
from asiakaskunto_cli.language import gettext as _
from asiakaskunto_cli.source import codes
from asiakaskunto_cli.source.collector import Collector, excerpt

MAX_BYTES = 1024 * 1024

# The deepest checklist needs about ten: conditions inside an item, inside a section.
MAX_DEPTH = 32

# Keys and values inside the root; a list or mapping counts as it opens and again as it closes.
MAX_NODES = 100_000


def not_utf8(collector: Collector, index: int) -> NoReturn:
    """Stop at the first byte that is no UTF-8."""
    collector.stop(
        codes.NOT_UTF8,
        index,
        _("The file is not text in UTF-8: here is the first byte that does not fit."),
        _("Open the file in a text editor and save it with the encoding UTF-8."),
    )


def too_many_bytes(collector: Collector) -> NoReturn:
    """Stop before the first byte."""
    collector.stop(
        codes.TOO_LARGE,
        0,
        _("The file is larger than {limit} MiB.").format(limit=MAX_BYTES // 1024**2),
        _("Check that it is the right file, or divide it into smaller ones."),
    )


def too_many_nodes(collector: Collector, index: int) -> NoReturn:
    """Stop at the first key or value beyond the limit."""
    collector.stop(
        codes.TOO_LARGE,
        index,
        _("The file has too many keys and values: at most {limit} are read.").format(
            limit=format_number(MAX_NODES, 0)
        ),
        _("Check that it is the right file, or divide it into smaller ones."),
    )


def too_deep(collector: Collector, index: int) -> NoReturn:
    """Stop at the first list or mapping beyond the limit."""
    collector.stop(
        codes.TOO_DEEP,
        index,
        _("Lists and mappings are nested deeper than {limit} levels.").format(limit=MAX_DEPTH),
        _("Use fewer levels; put a text that starts with a bracket, - or ? in quotes."),
    )


def empty(collector: Collector) -> NoReturn:
    """Stop: there is nothing in the file but comments."""
    collector.stop(
        codes.NOT_ONE_DOCUMENT,
        0,
        _("The file is empty."),
        _("Write the content, or restore the file from a copy; the first line is: kunto: 1"),
    )


def second_document(collector: Collector, index: int) -> None:
    """Report the document marker after the content."""
    collector.add(
        codes.NOT_ONE_DOCUMENT,
        index,
        _("A second document starts here; a file holds only one."),
        _("Remove the line ---, or move what follows it to a file of its own."),
    )


def duplicate_key(collector: Collector, index: int, key: str, first_index: int) -> None:
    """Report the later key; the message names the line of the first.

    Where a comma made it of a number or text, that is told in its place.
    """
    from asiakaskunto_cli.source.commas import made_by_commas  # noqa: PLC0415 hardly any file does

    if cuts := made_by_commas(collector.lines.text, first_index, index, key):
        for cut in cuts:
            collector.add(cut.code, cut.index, cut.message, cut.remedy)
        return
    first = collector.lines.position(first_index)
    collector.add(
        codes.DUPLICATE_KEY,
        index,
        _("The key “{key}” is here a second time; the first is on line {line}.").format(
            key=excerpt(key), line=first.line
        ),
        _("Remove or rename one of them: only one value could count."),
    )


def branch_as_key(collector: Collector, index: int) -> None:
    """Report a list or mapping in the place of a key."""
    collector.add(
        codes.SYNTAX,
        index,
        _("A list or mapping stands where a key should be."),
        _(
            "Look for a bracket that is missing before it, or write a plain text; put a text that "
            "starts with a bracket or ? in quotes."
        ),
    )


def reference(collector: Collector, index: int, written: str) -> None:
    """Report an anchor or an alias."""
    collector.add(
        codes.REFERENCE,
        index,
        _("“{written}” is an anchor or an alias of YAML, and those are not read.").format(
            written=excerpt(written)
        ),
        _("Write the repeated part out; put a text that starts with & or * in quotes."),
    )


def merge_key(collector: Collector, index: int) -> None:
    """Report an unquoted ``<<``."""
    collector.add(
        codes.REFERENCE,
        index,
        _("“<<” is a merge key of YAML, and those are not read."),
        _("Write the repeated keys out."),
    )


def tag(collector: Collector, index: int, written: str) -> None:
    """Report an explicit tag."""
    collector.add(
        codes.TAG,
        index,
        _("“{written}” is a tag of YAML, and those are not read.").format(written=excerpt(written)),
        _("Remove the tag; put a text that starts with ! in quotes."),
    )
