"""A folder of reports: every visit once, the latest version of each, the rest named."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum
from pathlib import Path
from typing import Protocol, Self, TypeVar

from asiakaskunto_cli.errors import BadInputError
from asiakaskunto_cli.files.refusal import reason, shown
from asiakaskunto_cli.language import gettext as _
from asiakaskunto_cli.report.detail import VisitDetail
from asiakaskunto_cli.report.model import Report
from asiakaskunto_cli.report.read import DetailReader, UnusableReportError, read_record
from asiakaskunto_cli.report.record import VisitRecord
from asiakaskunto_cli.report.seal import Seal
from asiakaskunto_cli.words import Method

EVIDENCE = "evidence"

# Hands on the files that are to be read, as they are.
Follow = Callable[[Iterator[Path]], Iterator[Path]]


class Left(StrEnum):
    """Why a sound report is left out of a collection."""

    DUPLICATE = "duplicate"
    SUPERSEDED = "superseded"


class Version(Protocol):
    """What tells the versions of one visit apart: a record, or anything that knows as much."""

    @property
    def file(self) -> str:
        """The file it is in."""

    @property
    def report_id(self) -> str:
        """Its own id."""

    @property
    def supersedes(self) -> str | None:
        """The id of the report that it corrects."""


Sound = TypeVar("Sound", bound=Version)


@dataclass(frozen=True, slots=True)
class LeftOut:
    """A report that does not count because another file holds the same visit, or a newer one."""

    file: str
    reason: Left
    by: str


@dataclass(frozen=True, slots=True)
class Collection:
    """Visits to analyse, one record each (by file name), and every file that is not among them.

    ``details`` are the same visits with their answers, where they were asked for.
    """

    records: tuple[VisitRecord, ...]
    unusable: tuple[UnusableReportError, ...]
    left_out: tuple[LeftOut, ...]
    reformatted: tuple[str, ...]
    details: tuple[VisitDetail, ...] = ()

    def of_site(self, site: str) -> Self:
        """Return what is in it of one site; of an unusable file nobody knows the site."""
        return self._of(record for record in self.records if record.site == site)

    def of_wave(self, wave: str) -> Self:
        """Return what is in it of one wave; of an unusable file nobody knows the wave."""
        return self._of(record for record in self.records if record.wave == wave)

    def _of(self, kept: Iterable[VisitRecord]) -> Self:
        records = tuple(kept)
        files = {record.file for record in records}
        return replace(
            self,
            records=records,
            left_out=tuple(one for one in self.left_out if one.by in files),
            reformatted=tuple(file for file in self.reformatted if file in files),
            details=tuple(one for one in self.details if one.record.file in files),
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
    reader = DetailReader() if details else None
    records: list[VisitRecord] = []
    answered: dict[str, VisitDetail] = {}
    unusable: list[UnusableReportError] = []
    reformatted: list[str] = []
    for path in follow(report_files(paths)):
        try:
            if reader is None:
                record, seal = read_record(path)
            else:
                detail, seal = reader.read(path)
                record = detail.record
                answered[record.file] = detail
        except UnusableReportError as found:
            unusable.append(found)
            continue
        records.append(record)
        if seal is Seal.REFORMATTED:
            reformatted.append(record.file)
    kept, left_out = latest(records)
    return Collection(
        tuple(kept),
        tuple(unusable),
        tuple(left_out),
        tuple(reformatted),
        tuple(answered[record.file] for record in kept) if details else (),
    )


def report_files(paths: Iterable[Path]) -> Iterator[Path]:
    """Yield every report file under the paths once, those of a folder by name.

    Raises BadInputError as ``collect`` does.
    """
    seen: set[str] = set()
    for path in paths:
        for file in _files_under(path):
            # Path.resolve raises at a link that leads back to itself.
            real = os.path.realpath(file)
            if real not in seen:
                seen.add(real)
                yield file


def _files_under(path: Path) -> Iterator[Path]:
    if not os.path.isdir(path):  # noqa: PTH112 Path.is_dir raises at an overlong name
        if not os.path.lexists(path):
            message = _("There is no file or folder {path}.").format(path=shown(path))
            raise BadInputError(message, remedy=_("Check the path."))
        yield path
        return
    for folder, folders, names in os.walk(path, onerror=_not_listed):
        folders[:] = sorted(one for one in folders if one != EVIDENCE and one[0] != ".")
        for name in sorted(names):
            if name.endswith(".json") and not name.startswith("."):
                yield Path(folder, name)


def _not_listed(error: OSError) -> None:
    message = _("The folder {path} cannot be listed: {reason}.")
    message = message.format(path=shown(Path(error.filename)), reason=reason(error))
    raise BadInputError(message, remedy=_("Check who may read it.")) from error


def latest(records: Sequence[Sound]) -> tuple[list[Sound], list[LeftOut]]:
    """Return one record a visit: copies of one id and corrected versions are left out."""
    first: dict[str, Sound] = {}
    left_out: list[LeftOut] = []
    for record in records:
        twin = first.setdefault(record.report_id, record)
        if twin is not record:
            left_out.append(LeftOut(record.file, Left.DUPLICATE, twin.file))
    newest: dict[str, Sound] = {}
    for record in first.values():
        origin = _origin(record, first)
        newest[origin] = max(newest.get(origin, record), record, key=lambda one: one.report_id)
    for record in first.values():
        kept = newest[_origin(record, first)]
        if kept is not record:
            left_out.append(LeftOut(record.file, Left.SUPERSEDED, kept.file))
    return [one for one in first.values() if newest[_origin(one, first)] is one], left_out


def _origin(record: Version, by_id: Mapping[str, Version]) -> str:
    """Return the id of the report that a correction, over any number of steps, goes back to.

    Two corrections of one report have one origin; only the newer counts (ids begin with time).
    """
    name, seen = record.report_id, set[str]()
    while name not in seen and (known := by_id.get(name)) is not None and known.supersedes:
        seen.add(name)
        name = known.supersedes
    return min(name, *seen) if name in seen else name
