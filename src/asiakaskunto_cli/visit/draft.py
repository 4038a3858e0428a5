"""The draft of a visit: a journal that holds every event before the next question is shown.

Its first line is the opening with the whole checklist; every other line is one event. A draft
lives in the user's own state folder, never among the reports, and goes when its report is there.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any, Literal, Self

from asiakaskunto_cli.checklist.answer import legal_answer
from asiakaskunto_cli.checklist.digest import definition
from asiakaskunto_cli.checklist.model import Checklist
from asiakaskunto_cli.errors import BadInputError
from asiakaskunto_cli.files.append_log import AppendLog, read_lines
from asiakaskunto_cli.files.refusal import disk_errors, shown
from asiakaskunto_cli.files.sync import sync_folder
from asiakaskunto_cli.files.write import private_folder
from asiakaskunto_cli.language import gettext as _
from asiakaskunto_cli.report.model import Part
from asiakaskunto_cli.report.opening import Opening
from asiakaskunto_cli.visit.events import EVENTS, Answered, Event
from asiakaskunto_cli.visit.interview import Interview
from asiakaskunto_cli.words import clean

SUFFIX = ".jsonl"
LARGEST_DRAFT_BYTES = 64 * 1024 * 1024
SHORT_ID = 8


class _FirstLine(Part):
    kind: Literal["draft"]
    schema_version: Literal[1]
    reports: str
    opening: Opening
    checklist: dict[str, Any]


@dataclass(frozen=True, slots=True)
class Draft:
    """An unfinished visit as its journal has it; ``moments`` are beside their events."""

    path: Path
    reports: Path
    opening: Opening
    checklist: Checklist
    events: tuple[tuple[str, Event], ...]

    @property
    def short_id(self) -> str:
        """The end of its report's id: enough to name it by."""
        return self.opening.report_id[-SHORT_ID:]

    @property
    def last_moment(self) -> datetime:
        """When it was last touched."""
        return (
            datetime.fromisoformat(self.events[-1][0]) if self.events else self.opening.started_at
        )

    def replay(self) -> Interview:
        """Return the interview where the journal left it."""
        interview = Interview(self.checklist, self.opening.facts())
        for moment, event in self.events:
            interview.apply(event, moment)
        return interview


class DraftWriter:
    """Appends events to a draft; each is on the disk when ``record`` returns."""

    def __init__(self, path: Path, log: AppendLog) -> None:
        """Take over an open journal; use ``create`` or ``reopen``."""
        self.path = path
        self._log = log

    @classmethod
    def create(
        cls,
        folder: Path,
        opening: Opening,
        checklist: Checklist,
        reports: Path,
        events: Iterable[tuple[str, Event]] = (),
    ) -> Self:
        """Begin a draft, whole with what has happened already.

        Raises DiskError when it cannot be written, BadInputError when a report could not be named
        in the reports folder: then no visit is begun.
        """
        _require_unicode(reports)
        private_folder(folder)
        first = _FirstLine(
            kind="draft",
            schema_version=1,
            reports=str(reports),
            opening=opening,
            checklist=definition(checklist),
        )
        path = folder / f"{opening.report_id}{SUFFIX}"
        lines = [_line(first.model_dump(mode="json"))]
        lines.extend(_event_line(event, moment) for moment, event in events)
        return cls(path, AppendLog.create(path, *lines))

    @classmethod
    def reopen(cls, path: Path) -> Self:
        """Go on with a draft.

        Raises DiskError when it is open elsewhere.
        """
        return cls(path, AppendLog.reopen(path))

    def record(self, event: Event, moment: str) -> None:
        """Write one event, durably.

        Raises DiskError when it cannot be written; the journal then ends before it.
        """
        self._log.append(_event_line(event, moment))

    def close(self) -> None:
        """Let another window have the draft."""
        self._log.close()

    def retire(self) -> None:
        """Remove the draft: its report is there.

        Raises DiskError when the system refuses; going on with the draft then removes it.
        """
        sentence = _("The report is written, but its draft {path} could not be removed: {reason}.")
        with disk_errors(sentence, self.path):
            self.path.unlink(missing_ok=True)
            sync_folder(self.path.parent)
        self._log.close()


def _require_unicode(folder: Path) -> None:
    try:
        str(folder).encode()
    except UnicodeEncodeError as error:
        message = _("The reports folder {path} has a name that is no Unicode text.")
        raise BadInputError(
            message.format(path=shown(folder)), remedy=_("Choose another one with --reports.")
        ) from error


def _line(document: dict[str, Any]) -> bytes:
    return json.dumps(document, ensure_ascii=False, allow_nan=False).encode()


def _event_line(event: Event, moment: str) -> bytes:
    return _line({"at": moment, **event.model_dump(mode="json")})


def read_draft(path: Path) -> Draft:
    """Return the draft in a journal; a last line that was cut off in mid-write is left out.

    Raises BadInputError when it is damaged, or was written by a newer kunto.
    """
    lines = read_lines(path, limit_bytes=LARGEST_DRAFT_BYTES)
    try:
        first = _FirstLine.model_validate_json(lines[0])
        checklist = Checklist.model_validate(first.checklist)
        events = tuple(_event(checklist, line) for line in lines[1:])
    except (LookupError, RecursionError, ValueError) as error:
        message = _("The draft {path} is damaged, or from a newer kunto.")
        raise BadInputError(
            message.format(path=clean(str(path))),
            remedy=_("Update kunto; if that does not help, start the visit again."),
        ) from error
    return Draft(path, Path(first.reports), first.opening, checklist, events)


def _event(checklist: Checklist, line: bytes) -> tuple[str, Event]:
    """Return a moment and what happened then.

    Raises LookupError, RecursionError or ValueError where it cannot have happened on this visit.
    """
    document = json.loads(line)
    moment = document.pop("at") if isinstance(document, dict) else None
    if not isinstance(moment, str) or datetime.fromisoformat(moment).tzinfo is None:
        raise ValueError("an event without its moment")
    event = EVENTS.validate_python(document)
    name = getattr(event, "item", None)
    item = None if name is None else checklist.items[name]
    if isinstance(event, Answered) and item is not None:
        legal_answer(checklist, item, event.answer)
    return moment, event


def drafts_in(folder: Path) -> Iterator[Path]:
    """Yield the journals in a folder, the oldest visit first (ids begin with their time).

    Raises DiskError when the folder cannot be read; one that is not there has none.
    """
    with disk_errors(_("{path} could not be read: {reason}."), folder):
        found = list(folder.iterdir()) if folder.is_dir() else []
    yield from sorted(path for path in found if path.suffix == SUFFIX)
