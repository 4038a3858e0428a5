"""A report file becomes a Report, a VisitRecord or a VisitDetail, or says why it cannot be used."""

from __future__ import annotations

import json
from collections.abc import Callable
from contextlib import suppress
from enum import StrEnum
from pathlib import Path
from typing import Any, Self, TypeVar

from pydantic import BaseModel, ValidationError

from asiakaskunto_cli.checklist.answer import Answer, IllegalAnswerError, legal_answer
from asiakaskunto_cli.checklist.model import Checklist
from asiakaskunto_cli.errors import BadInputError
from asiakaskunto_cli.files.read import read_regular
from asiakaskunto_cli.report.detail import ItemDetail, VisitDetail
from asiakaskunto_cli.report.excerpt import without_definition, without_items_and_definition
from asiakaskunto_cli.report.model import SCHEMA_VERSION, Report
from asiakaskunto_cli.report.partial import DefinitionOnly, DetailedReport, LightReport
from asiakaskunto_cli.report.record import VisitRecord
from asiakaskunto_cli.report.seal import TAIL_BYTES, Seal, is_whole, seal_of

# A report of 1,000 items with long notes is under 4 MiB; more is not a visit.
LARGEST_REPORT_BYTES = 16 * 1024 * 1024

# The types of the answers of which there are only some; words and lists may be any.
OFTEN_GIVEN = frozenset({bool, int, type(None)})


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

    def plain(self) -> Self:
        """Return it as it can be kept: with its traceback goes the content of the file."""
        return type(self)(self.file, self.fault, self.detail)


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
    file = str(path)
    content, seal = _sound(file)
    if seal is Seal.WHOLE:
        content = _without_digest(content)
    return _fitted(file, content, Report), seal


def read_record(path: Path) -> tuple[VisitRecord, Seal]:
    """Return the light record of the report in a file, and what its digest says.

    Raises UnusableReportError as ``read_report`` does.
    """
    return read_light(str(path))


def read_light(file: str) -> tuple[VisitRecord, Seal]:
    """Return what ``read_record`` does; a path of text is opened sooner than a Path."""
    content, seal = _sound(file)
    light = _excerpt(file, content, seal, LightReport, without_items_and_definition)
    return light.record(file), seal


class DetailReader:
    """Reads visits with their answers; visits of one checklist share one Checklist.

    The definition is most of a file, so only the first visit of a checklist pays for it.
    """

    def __init__(self) -> None:
        self._checklists: dict[str, Checklist] = {}
        self._taken: dict[str, set[tuple[str, type, Answer | None]]] = {}

    def read(self, path: Path) -> tuple[VisitDetail, Seal]:
        """Return the visit in a file, and what its digest says.

        Raises UnusableReportError as ``read_report`` does, and where the checklist in it no
        longer fits the format or an answer is none of its item's.
        """
        file = str(path)
        content, seal = _sound(file)
        found = _excerpt(file, content, seal, DetailedReport, without_definition)
        checklist = self._checklist(file, content, found.checklist.content_sha256)
        taken = self._taken.setdefault(found.checklist.content_sha256, set())
        if not all(_takes(checklist, item, taken) for item in found.items):
            raise UnusableReportError(file, Fault.DAMAGED)
        return found.detail(file, checklist), seal

    def _checklist(self, file: str, content: bytes, sha256: str) -> Checklist:
        if sha256 not in self._checklists:
            definition = _fitted(file, content, DefinitionOnly).checklist.definition
            try:
                self._checklists[sha256] = Checklist.model_validate(definition)
            except ValidationError as error:
                raise UnusableReportError(file, Fault.DAMAGED) from error
        return self._checklists[sha256]


def _takes(
    checklist: Checklist, item: ItemDetail, taken: set[tuple[str, type, Answer | None]]
) -> bool:
    """Tell what ``takes`` does, of an answer that is given often only the first time."""
    kind = type(item.answer)
    if kind not in OFTEN_GIVEN:
        return takes(checklist, item.id, item.answer)
    # True is 1, but yes is no number.
    key = item.id, kind, item.answer
    if key not in taken:
        if not takes(checklist, item.id, item.answer):
            return False
        taken.add(key)
    return True


def takes(checklist: Checklist, name: str, answer: object) -> bool:
    """Tell whether the checklist has the item, and the answer (None: there is none) is legal."""
    asked = checklist.items.get(name)
    if asked is None or answer is None:
        return asked is not None
    try:
        legal_answer(checklist, asked, answer)
    except IllegalAnswerError:
        return False
    return True


def _excerpt(
    file: str,
    content: bytes,
    seal: Seal,
    model: type[Model],
    shortened: Callable[[bytes], bytes],
) -> Model:
    """Return a part of a report, without parsing the rest where the layout is known."""
    if seal is Seal.WHOLE:
        # Another layout is no fault, and what was cut at the wrong place says nothing of the
        # file: the whole of it is read then, which tells what is wrong, if anything is.
        with suppress(ValidationError):
            return model.model_validate_json(shortened(content))
    return _fitted(file, content, model)


def _sound(file: str) -> tuple[bytes, Seal]:
    """Return the JSON of a file, once its digest has been checked.

    A whole file still has the digest in it, any other one no longer.
    """
    try:
        content = read_regular(file, limit_bytes=LARGEST_REPORT_BYTES)
    except BadInputError as error:
        raise UnusableReportError(file, Fault.UNREADABLE, error.message) from error
    # What kunto wrote whole needs no second look; only then is the fast parser safe.
    if is_whole(content):
        return content, Seal.WHOLE
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
    return json.dumps(document).encode(), seal


def _fitted(file: str, content: bytes, model: type[Model]) -> Model:
    try:
        return model.model_validate_json(content)
    except ValidationError as error:
        raise _misfit(file, content) from error


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
