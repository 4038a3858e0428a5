"""A folder of reports: every visit once, the latest version of each, the rest named."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import datetime
from itertools import chain
from pathlib import Path
from typing import Protocol, Self

from asiakaskunto_cli.report.detail import VisitDetail
from asiakaskunto_cli.report.listing import EVIDENCE, Follow, Listing
from asiakaskunto_cli.report.model import Report
from asiakaskunto_cli.report.read import DetailReader, UnusableReportError, read_record
from asiakaskunto_cli.report.record import VisitRecord
from asiakaskunto_cli.report.seal import Seal
from asiakaskunto_cli.report.versions import Left, LeftOut, latest
from asiakaskunto_cli.words import Method


class Records(Protocol):
    """Visits that can be gone through as often as one likes; they need not be in memory."""

    def __iter__(self) -> Iterator[VisitRecord]:
        """Yield the visits, always in the same order."""

    def __len__(self) -> int:
        """Return how many there are."""


@dataclass(frozen=True, slots=True)
class _Some:
    """The visits that answer a question."""

    records: Records
    wanted: Callable[[VisitRecord], bool]

    def __iter__(self) -> Iterator[VisitRecord]:
        return filter(self.wanted, self.records)

    def __len__(self) -> int:
        return sum(1 for _record in self)


@dataclass(frozen=True, slots=True)
class Collection:
    """Visits to analyse, one record each (by file name), and every file that is not among them.

    ``details`` are the same visits with their answers, where they were asked for.
    """

    records: Records
    unusable: tuple[UnusableReportError, ...]
    left_out: tuple[LeftOut, ...]
    reformatted: tuple[str, ...]
    details: tuple[VisitDetail, ...] = ()

    def of_site(self, site: str) -> Self:
        """Return what is in it of one site; of an unusable file nobody knows the site."""
        return self._of(lambda record: record.site == site)

    def of_wave(self, wave: str) -> Self:
        """Return what is in it of one wave; of an unusable file nobody knows the wave."""
        return self._of(lambda record: record.wave == wave)

    def _of(self, wanted: Callable[[VisitRecord], bool]) -> Self:
        named = {*self.reformatted, *(one.by for one in self.left_out)}
        records = _Some(self.records, wanted)
        files = {record.file for record in records if record.file in named}
        return replace(
            self,
            records=records,
            left_out=tuple(one for one in self.left_out if one.by in files),
            reformatted=tuple(file for file in self.reformatted if file in files),
            details=tuple(one for one in self.details if wanted(one.record)),
        )


def report_name(report: Report) -> str:
    """Return a report's file name: date, site, method, end of its id."""
    visit = report.visit
    return file_name(visit.visited_at, report.site.id, visit.method, report.report_id)


def file_name(visited_at: datetime, site: str, method: Method, report_id: str) -> str:
    """Return the name of the file of a visit, as ``report_name`` does."""
    return f"{visited_at.date().isoformat()}_{site}_{method}_{report_id[-8:]}.json"


def evidence_folder(reports: Path, report_id: str) -> Path:
    """Return where the evidence of a visit is, whether there is any or not."""
    return reports / EVIDENCE / report_id


def find_report(folder: Path, report_id: str) -> Path | None:
    """Return the file in a folder that holds the report of this id, whole, if there is one."""
    for path in sorted(folder.glob(f"*_{report_id[-8:]}.json")):
        try:
            record, _seal = read_record(path)
        except UnusableReportError:
            continue
        if record.report_id == report_id:
            return path
    return None


def newer_version(path: Path, *, follow: Follow = iter) -> str | None:
    """Return the file beside a report that replaces it (its newest correction), if there is one.

    ``follow`` is what it is of ``collect``. Raises BadInputError when the folder cannot be listed.
    """
    left_out = collect([path.parent], follow=follow).left_out
    by_file = {os.path.realpath(one.file): one for one in left_out}
    found = by_file.get(os.path.realpath(path))
    return found.by if found is not None and found.reason is Left.SUPERSEDED else None


def collect(paths: Iterable[Path], *, details: bool = False, follow: Follow = iter) -> Collection:
    """Return the visits under the paths (files and folders) as one collection.

    With ``details`` their answers are kept too; every file is read once either way. ``follow``
    passes the files on, and may tell somebody how many have been taken.
    Raises BadInputError where a path does not exist or a folder cannot be listed.
    """
    listing = Listing(paths)
    if details:
        return _with_details(listing, follow)
    # SQLite is loaded late: a visit that only asks for a file's name need not wait for it.
    from asiakaskunto_cli.report.light import light_collection  # noqa: PLC0415

    ledger, unusable, left_out = light_collection(listing, follow)
    return Collection(ledger, unusable, left_out, ledger.reformatted())


def _with_details(listing: Listing, follow: Follow) -> Collection:
    reader = DetailReader()
    answered: dict[str, VisitDetail] = {}
    unusable: list[UnusableReportError] = []
    reformatted: set[str] = set()
    for path in chain.from_iterable(handful.paths for handful in follow(listing)):
        try:
            detail, seal = reader.read(Path(path))
        except UnusableReportError as found:
            unusable.append(found.plain())
            continue
        answered[detail.record.file] = detail
        if seal is Seal.REFORMATTED:
            reformatted.add(detail.record.file)
    records, left_out = latest([detail.record for detail in answered.values()])
    return Collection(
        tuple(records),
        tuple(unusable),
        tuple(left_out),
        tuple(record.file for record in records if record.file in reformatted),
        tuple(answered[record.file] for record in records),
    )
