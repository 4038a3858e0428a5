"""A report file becomes a Report or a light VisitRecord, or says why it cannot be used."""

from __future__ import annotations

import json
from enum import StrEnum
from pathlib import Path
from typing import Any, Literal, TypeVar

from pydantic import AwareDatetime, BaseModel, ConfigDict, ValidationError

from asiakaskunto_cli.errors import BadInputError
from asiakaskunto_cli.files.read import read_regular
from asiakaskunto_cli.report.model import SCHEMA_VERSION, Report, ReportId, Site
from asiakaskunto_cli.report.record import VisitRecord
from asiakaskunto_cli.report.seal import TAIL_BYTES, Seal, is_whole, seal_of
from asiakaskunto_cli.words import Area, Entry, Level, Method, Outcome, Status

# A report of 1,000 items with long notes is under 4 MiB; more is not a visit.
LARGEST_REPORT_BYTES = 16 * 1024 * 1024


class Fault(StrEnum):
    """Why a file is not counted, whatever the visit in it was."""

    UNREADABLE = "unreadable"
    DAMAGED = "damaged"
    ALTERED = "altered"
    NOT_A_REPORT = "not_a_report"
    NEWER_VERSION = "newer_version"


class UnusableReportError(Exception):
    """A file that holds no usable report; ``detail`` is a version or what the system said."""

    def __init__(self, file: str, fault: Fault, detail: str = "") -> None:
        super().__init__(file, fault, detail)
        self.file = file
        self.fault = fault
        self.detail = detail


Model = TypeVar("Model", bound=BaseModel)


def read_report(path: Path) -> Report:
    """Return the whole report in a file.

    Raises UnusableReportError where the file holds none, or one that was changed since.
    """
    report, _seal = read_sealed(path)
    return report


def read_sealed(path: Path) -> tuple[Report, Seal]:
    """Return the whole report in a file, and what its digest says.

    Raises UnusableReportError as ``read_report`` does.
    """
    return _read(path, Report)


def read_record(path: Path) -> tuple[VisitRecord, Seal]:
    """Return the light record of the report in a file, and what its digest says.

    Raises UnusableReportError as ``read_report`` does.
    """
    light, seal = _read(path, _Light)
    return light.record(str(path)), seal


def _read(path: Path, model: type[Model]) -> tuple[Model, Seal]:
    file = str(path)
    try:
        content = read_regular(path, limit_bytes=LARGEST_REPORT_BYTES)
    except BadInputError as error:
        raise UnusableReportError(file, Fault.UNREADABLE, error.message) from error
    # What kunto wrote whole needs no second look; only then is the fast parser safe.
    if is_whole(content):
        try:
            return model.model_validate_json(_without_digest(content)), Seal.WHOLE
        except ValidationError as error:
            raise _misfit(file, content) from error
    document = _strict_json(file, content)
    _require_report(file, document)
    try:
        seal = seal_of(content, document)
    except (ValueError, RecursionError) as error:
        # Infinite numbers, lone surrogates, endless nesting: kunto never wrote that.
        raise UnusableReportError(file, Fault.DAMAGED) from error
    if seal is Seal.ALTERED:
        raise UnusableReportError(file, Fault.ALTERED)
    document.pop("sha256", None)
    try:
        return model.model_validate_json(json.dumps(document)), seal
    except ValidationError as error:
        raise UnusableReportError(file, Fault.DAMAGED) from error


def _without_digest(content: bytes) -> bytes:
    return content[: -TAIL_BYTES - 2] + b"\n}"


def _misfit(file: str, content: bytes) -> UnusableReportError:
    """Say why a whole file is no report of this version: another kind, a newer one, or ours."""
    document = _strict_json(file, content)
    _require_report(file, document)
    return UnusableReportError(file, Fault.DAMAGED)


def _strict_json(file: str, content: bytes) -> dict[str, Any]:
    """Return the JSON object in the bytes; no duplicate keys, no NaN, no Infinity."""
    try:
        document = json.loads(
            content.decode("utf-8-sig"),
            object_pairs_hook=_unique,
            parse_constant=_refuse_constant,
        )
    except (ValueError, RecursionError) as error:
        raise UnusableReportError(file, Fault.DAMAGED) from error
    if not isinstance(document, dict):
        raise UnusableReportError(file, Fault.NOT_A_REPORT)
    return document


def _unique(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    unique = dict(pairs)
    if len(unique) < len(pairs):
        raise ValueError("duplicate key")
    return unique


def _refuse_constant(name: str) -> float:
    raise ValueError(name)


def _require_report(file: str, document: dict[str, Any]) -> None:
    if document.get("kind") != "report":
        raise UnusableReportError(file, Fault.NOT_A_REPORT)
    version = document.get("schema_version")
    if isinstance(version, int) and version > SCHEMA_VERSION:
        raise UnusableReportError(file, Fault.NEWER_VERSION, str(version))


class _Part(BaseModel):
    model_config = ConfigDict(defer_build=True, extra="ignore", frozen=True, allow_inf_nan=False)


class _Visit(_Part):
    method: Method
    channel: str | None
    evaluator: str | None
    visited_at: AwareDatetime


class _Scores(_Part):
    score: float | None
    areas: dict[Area, float | None]
    completeness: float


class _Gates(_Part):
    critical_failed: tuple[str, ...]
    core_failed: tuple[str, ...]
    critical_unchecked: tuple[str, ...]
    core_unchecked: tuple[str, ...]


class _Checklist(_Part):
    id: str
    version: str
    scoring_sha256: str
    index: bool


class _Light(_Part):
    """The few fields that comparing needs; the rest of the file is parsed but not kept."""

    kind: Literal["report"]
    schema_version: Literal[1]
    report_id: ReportId
    supersedes: ReportId | None
    status: Status
    entry: Entry
    wave: str
    site: Site
    visit: _Visit
    scores: _Scores
    area_weights: dict[Area, float]
    gates: _Gates
    level: Level | None
    target: Level | None
    outcome: Outcome
    checklist: _Checklist

    def record(self, file: str) -> VisitRecord:
        """Return the flat record, named after its file."""
        return VisitRecord(
            file=file,
            report_id=self.report_id,
            supersedes=self.supersedes,
            status=self.status,
            entry=self.entry,
            wave=self.wave,
            site=self.site.id,
            site_name=self.site.name,
            method=self.visit.method,
            channel=self.visit.channel,
            evaluator=self.visit.evaluator,
            visited_at=self.visit.visited_at,
            checklist=self.checklist.id,
            checklist_version=self.checklist.version,
            scoring_sha256=self.checklist.scoring_sha256,
            in_index=self.checklist.index,
            area_weights=self.area_weights,
            score=self.scores.score,
            areas=self.scores.areas,
            completeness=self.scores.completeness,
            outcome=self.outcome,
            level=self.level,
            target=self.target,
            critical_failed=self.gates.critical_failed,
            core_failed=self.gates.core_failed,
            critical_unchecked=self.gates.critical_unchecked,
            core_unchecked=self.gates.core_unchecked,
        )
