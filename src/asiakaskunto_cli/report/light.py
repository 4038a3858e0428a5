"""The light records of a listing: known from before where a file is as it was, else read."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from contextlib import closing
from itertools import islice
from typing import NamedTuple

from asiakaskunto_cli.files.ahead import worked_ahead
from asiakaskunto_cli.report.index import Index
from asiakaskunto_cli.report.ledger import IN_MEMORY, ON_DISK, Ledger, NewVisit
from asiakaskunto_cli.report.listing import Folder, Follow, Found, Handful, Listing
from asiakaskunto_cli.report.read import UnusableReportError, read_light
from asiakaskunto_cli.report.rows import Facts, apart
from asiakaskunto_cli.report.seal import Seal
from asiakaskunto_cli.report.versions import LeftOut

# So many files are read at once: few enough that whoever waits sees the work go on.
AT_ONCE = 1000


class LightCollection(NamedTuple):
    """The visits that count, and the files that do not hold one."""

    ledger: Ledger
    unusable: tuple[UnusableReportError, ...]
    left_out: tuple[LeftOut, ...]


class _Waiting(NamedTuple):
    """A file that has to be read, and the place of its visit."""

    place: int
    number: int
    folder: Folder
    found: Found


def light_collection(listing: Listing, follow: Follow) -> LightCollection:
    """Return the visits in a listing, in memory that does not grow with their number.

    Raises BadInputError as going through the listing does.
    """
    try:
        ledger = Ledger(ON_DISK)
        return _collected(listing, follow, ledger, Index(ledger))
    except sqlite3.Error:
        # No room on the disk for temporary files: everything anew, in memory and without an index.
        return _collected(listing, follow, Ledger(IN_MEMORY), None)


def _collected(
    listing: Listing, follow: Follow, ledger: Ledger, index: Index | None
) -> LightCollection:
    unusable: list[UnusableReportError] = []
    batches = _batches(_to_read(follow(listing), index), ledger)
    with closing(worked_ahead(batches, _read_apart)) as read:
        for waiting, results in read:
            ledger.add(_visits(waiting, results, index, unusable))
    if index is not None:
        index.complete()
    left_out = ledger.settle()
    if index is not None:
        index.save()
    return LightCollection(ledger, tuple(unusable), left_out)


def _to_read(handfuls: Iterable[Handful], index: Index | None) -> Iterator[tuple[Folder, Found]]:
    if index is not None:
        return index.unknown(handfuls)
    return ((handful.folder, found) for handful in handfuls for found in handful.files)


def _batches(
    files: Iterator[tuple[Folder, Found]], ledger: Ledger
) -> Iterator[tuple[list[_Waiting], list[str]]]:
    """Yield the files that wait, a place reserved for each, and their paths."""
    while waiting := [
        _Waiting(ledger.reserve(), ledger.number_of(folder), folder, found)
        for folder, found in islice(files, AT_ONCE)
    ]:
        yield waiting, [one.folder.shown + one.found[0] for one in waiting]


def _visits(
    waiting: Sequence[_Waiting],
    results: Sequence[tuple[Seal, Facts] | UnusableReportError],
    index: Index | None,
    unusable: list[UnusableReportError],
) -> Iterator[NewVisit]:
    """Yield the visits in files; those that hold none are named."""
    for (place, number, folder, found), result in zip(waiting, results, strict=True):
        if isinstance(result, UnusableReportError):
            unusable.append(result)
        else:
            is_kept = index is not None and index.is_kept(folder, found)
            yield NewVisit(place, number, found, is_kept, *result)


def _read_apart(file: str) -> tuple[Seal, Facts] | UnusableReportError:
    try:
        record, seal = read_light(file)
    except UnusableReportError as found:
        return found.plain()
    return seal, apart(record)
