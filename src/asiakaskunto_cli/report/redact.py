"""The client's copy: what tells who visited, or who was met, is taken out of the data itself.

Whatever is made of a redacted report or collection cannot show it, in any format. Names are not
recognised: what personal data a text seems to hold is guessed by ``personal_data_in`` alone, so a
person has to read the copy before it goes out.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping
from dataclasses import replace
from enum import StrEnum
from pathlib import PurePath

from asiakaskunto_cli.checklist.answer import Answer
from asiakaskunto_cli.language import gettext as _
from asiakaskunto_cli.personal import personal_data_in
from asiakaskunto_cli.report.detail import ItemDetail, VisitDetail
from asiakaskunto_cli.report.folder import Collection, file_name
from asiakaskunto_cli.report.model import Report, ReportItem
from asiakaskunto_cli.report.read import Fault, UnusableReportError
from asiakaskunto_cli.report.record import VisitRecord
from asiakaskunto_cli.report.versions import LeftOut
from asiakaskunto_cli.words import SLUG, Method


class Withheld(StrEnum):
    """What is left out of a redacted copy; the first group always, the second where personal."""

    NOTE = "notes"
    EVALUATOR = "evaluators"
    EVIDENCE = "evidence"
    CORRECTION = "correction_reasons"
    FILE_NAME = "file_names"
    WHY = "whys"
    REASON = "reasons"
    ANSWER = "answers"


Redaction = Counter[Withheld]
"""How many of each were left out; evaluators are counted once each."""

# A name that kunto gave; any other may tell whose computer the file was on.
OWN_NAME = re.compile(
    rf"\d{{4}}-\d\d-\d\d_{SLUG.pattern}_(?:{'|'.join(Method)})_[0-9a-f]{{8}}\.json"
)


def redacted_report(report: Report) -> tuple[Report, Redaction]:
    """Return the report as its client may have it, and what was left out."""
    withheld = Redaction()
    withheld[Withheld.NOTE] += bool(report.visit.note)
    withheld[Withheld.EVALUATOR] += bool(report.visit.evaluator)
    withheld[Withheld.CORRECTION] += bool(report.supersede_reason)
    visit = report.visit.model_copy(update={"note": "", "evaluator": None})
    items = [_item(item, withheld) for item in report.items]
    changed = {"visit": visit, "items": items, "supersede_reason": None}
    return report.model_copy(update=changed), +withheld


def redacted_collection(collection: Collection) -> tuple[Collection, Redaction]:
    """Return the collection as its client may have it, and what was left out of all its visits.

    Files are named as kunto names them, without their folders. What depends on who evaluated has
    to be worked out before.
    """
    withheld = Redaction()
    codes = {record.evaluator for record in collection.records if record.evaluator}
    withheld[Withheld.EVALUATOR] += len(codes)
    names = _names(collection, withheld)
    records = {record.file: _record(record, names) for record in collection.records}
    redacted = Collection(
        records=tuple(records.values()),
        unusable=tuple(_unusable(error, names) for error in collection.unusable),
        left_out=tuple(
            LeftOut(names[one.file], one.reason, names[one.by]) for one in collection.left_out
        ),
        reformatted=tuple(names[file] for file in collection.reformatted),
        details=tuple(
            _detail(detail, records[detail.record.file], withheld) for detail in collection.details
        ),
    )
    return redacted, +withheld


def redacted_name(file: str) -> str:
    """Return what a single file goes by in the copy."""
    return own_name(file) or _("file {number}").format(number=1)


def own_name(file: str) -> str | None:
    """Return the name of a file without its folders, or None where it is not one of kunto's."""
    name = PurePath(file).name
    return name if OWN_NAME.fullmatch(name) else None


def _item(item: ReportItem, withheld: Redaction) -> ReportItem:
    withheld[Withheld.NOTE] += bool(item.note)
    withheld[Withheld.EVIDENCE] += len(item.evidence)
    changed: dict[str, object] = {
        "note": "",
        "evidence": [],
        "why": _without_personal(item.why, item, Withheld.WHY, withheld),
        "na_reason": _without_personal(item.na_reason, item, Withheld.REASON, withheld),
    }
    if _is_told(item.answer, item.type, item):
        withheld[Withheld.ANSWER] += 1
        changed |= {"answer": None, "answer_label": None}
    return item.model_copy(update=changed)


def _detail(detail: VisitDetail, record: VisitRecord, withheld: Redaction) -> VisitDetail:
    items = {name: _item_detail(item, detail, withheld) for name, item in detail.items.items()}
    return replace(detail, record=record, items=items)


def _item_detail(item: ItemDetail, visit: VisitDetail, withheld: Redaction) -> ItemDetail:
    withheld[Withheld.NOTE] += bool(item.note)
    why = _without_personal(item.why, item, Withheld.WHY, withheld)
    told = _is_told(item.answer, visit.checklist.items[item.id].type, item)
    withheld[Withheld.ANSWER] += told
    return replace(item, note="", why=why, answer=None if told else item.answer)


def _without_personal(
    words: str, item: ReportItem | ItemDetail, kind: Withheld, withheld: Redaction
) -> str:
    """Return words, or none where they seem to tell who somebody is."""
    if not words or not (item.personal or personal_data_in(words)):
        return words
    withheld[kind] += 1
    return ""


def _is_told(answer: Answer | None, kind: str, item: ReportItem | ItemDetail) -> bool:
    """Tell whether an answer is in somebody's own words and seems to tell who somebody is."""
    if kind != "text" or not answer:
        return False
    return item.personal or bool(personal_data_in(str(answer)))


def _record(record: VisitRecord, names: Mapping[str, str]) -> VisitRecord:
    return record._replace(file=names[record.file], evaluator=None)


def _unusable(error: UnusableReportError, names: Mapping[str, str]) -> UnusableReportError:
    # What the system said names the file, and the folder that it was in.
    detail = "" if error.fault is Fault.UNREADABLE else error.detail
    return UnusableReportError(names[error.file], error.fault, detail)


def _names(collection: Collection, withheld: Redaction) -> dict[str, str]:
    """Return the name that every file goes by in the copy."""
    others = {error.file for error in collection.unusable}
    others |= {file for one in collection.left_out for file in (one.file, one.by)}
    names: dict[str, str] = {}
    for record in collection.records:
        others.discard(record.file)
        names[record.file] = file_name(
            record.visited_at, record.site, record.method, record.report_id
        )
    unnamed = sorted(file for file in others if own_name(file) is None)
    words = _("file {number}")
    names |= {file: words.format(number=number) for number, file in enumerate(unnamed, 1)}
    names |= {file: name for file in others if (name := own_name(file)) is not None}
    withheld[Withheld.FILE_NAME] += sum(own_name(file) is None for file in names)
    return names
