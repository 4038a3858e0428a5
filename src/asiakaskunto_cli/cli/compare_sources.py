"""Where a comparison comes from: the records, their answers, and what a client may see of both."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from asiakaskunto_cli.analysis.comparing.people import without_codes
from asiakaskunto_cli.analysis.comparing.reading import Details
from asiakaskunto_cli.analysis.comparing.results import Comparison
from asiakaskunto_cli.report.detail import VisitDetail
from asiakaskunto_cli.report.folder import Collection
from asiakaskunto_cli.report.read import DetailReader, UnusableReportError
from asiakaskunto_cli.report.record import VisitRecord
from asiakaskunto_cli.report.redact import Redaction, redacted_collection


@dataclass(frozen=True, slots=True)
class Sources:
    """The records to compare, how their answers are read, and the collection as it is shown.

    In a redacted copy files go by the names that it gives them; who evaluated is still known to
    the comparison, which depends on it, and is taken out of what it comes to.
    """

    collection: Collection
    records: Iterable[VisitRecord]
    details: Details
    redaction: Redaction | None

    def shown(self, comparison: Comparison) -> Comparison:
        """Return a comparison as it may be shown."""
        return comparison if self.redaction is None else without_codes(comparison)


def sources_of(collection: Collection, *, redact: bool) -> Sources:
    """Return the sources of a comparison of a collection."""
    reader = DetailReader()

    def read(file: str) -> VisitDetail:
        detail, _seal = reader.read(Path(file))
        return detail

    if not redact:
        return Sources(collection, collection.records, read, None)
    copy, redaction = redacted_collection(collection)
    names = {old.file: new.file for old, new in zip(collection.records, copy.records, strict=True)}
    files = {new: old for old, new in names.items()}

    def read_named(name: str) -> VisitDetail:
        try:
            return read(files[name])
        except UnusableReportError as error:
            raise UnusableReportError(name, error.fault) from error

    records = tuple(one._replace(file=names[one.file]) for one in collection.records)
    return Sources(copy, records, read_named, redaction)
