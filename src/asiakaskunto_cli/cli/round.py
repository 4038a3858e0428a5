"""The visits of one command: one, or customer after customer by the same checklist."""

from __future__ import annotations

import io
import secrets
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from asiakaskunto_cli.checklist.model import Checklist
from asiakaskunto_cli.cli import streams
from asiakaskunto_cli.cli.askers import person
from asiakaskunto_cli.cli.conduct import conduct
from asiakaskunto_cli.cli.prompt import agreed, on_terminal, typed
from asiakaskunto_cli.cli.resume import described
from asiakaskunto_cli.cli.site import keyboard
from asiakaskunto_cli.errors import DiskError, ExitCode, VisitIncompleteError
from asiakaskunto_cli.language import gettext as _
from asiakaskunto_cli.programme.model import Programme
from asiakaskunto_cli.report.anonymity import day_of
from asiakaskunto_cli.report.model import Site
from asiakaskunto_cli.visit.begin import Given, Start, opening_of
from asiakaskunto_cli.visit.draft import DraftWriter, read_draft
from asiakaskunto_cli.visit.places import drafts_folder
from asiakaskunto_cli.visit.unfinished import Kind, begun_before
from asiakaskunto_cli.words import Entry, Method, Status, uuid7

if TYPE_CHECKING:
    from asiakaskunto_cli.visit.answers_file import Answers


@dataclass(frozen=True, slots=True)
class Round:
    """What the visits of one command have in common: everything but their ids and moments."""

    checklist: Checklist
    method: Method
    site: Site
    given: Given
    programme: Programme
    language: str
    reports: Path
    status: Status
    answers: Answers | None
    plain: bool

    @property
    def kind(self) -> Kind:
        """What an unfinished visit has to be like to be gone on with instead."""
        return Kind(self.checklist.id, self.site.id, self.method, self.status)


def run_round(visits: Round, count: int) -> int:
    """Run so many visits, one report each, and return the exit code.

    Ends early, with its code, at a visit that is left, and fine where the person stops between
    two. Raises VisitIncompleteError when a pipe ends between two.
    """
    before = _unfinished(visits)
    for number in range(1, count + 1):
        if number > 1 and not _goes_on(number, count):
            break
        code = _begin(visits) if number > 1 or before is None else _go_on(before, visits)
        if code != ExitCode.FINE:
            return code
    return ExitCode.FINE


def _begin(visits: Round) -> int:
    now = datetime.now().astimezone().replace(microsecond=0)
    # An id tells when it was made; of an anonymous visit only the day may be told.
    made = day_of(now) if visits.checklist.anonymous else datetime.now().astimezone()
    start = Start(
        report_id=uuid7(int(made.timestamp() * 1000), secrets.randbits(74)),
        now=now,
        language=visits.language,
        entry=Entry.LIVE if visits.answers is None else Entry.ANSWERS,
        status=visits.status,
    )
    opening = opening_of(visits.given, visits.site, visits.method, visits.programme, start)
    writer = DraftWriter.create(drafts_folder(), opening, visits.checklist, visits.reports)
    if visits.answers is not None:
        from asiakaskunto_cli.cli.keeper import evidence_keeper  # noqa: PLC0415 a person waits
        from asiakaskunto_cli.visit.answers_asker import AnswersAsker  # noqa: PLC0415 as above

        keeper = evidence_keeper(visits.reports, opening.report_id)
        return conduct(writer, AnswersAsker(visits.answers, keeper))
    return conduct(writer, person(opening, visits.reports, visits.programme, plain=visits.plain))


def _go_on(writer: DraftWriter, visits: Round) -> int:
    draft = read_draft(writer.path)
    asker = person(draft.opening, draft.reports, visits.programme, plain=visits.plain)
    return conduct(writer, asker)


def _unfinished(visits: Round) -> DraftWriter | None:
    """Return the draft of an earlier visit of this kind, if the person goes on with it.

    Where nobody can be asked, it is only mentioned. Raises VisitIncompleteError at Ctrl-D.
    """
    draft = begun_before(visits.kind, drafts_folder())
    if draft is None:
        return None
    try:
        writer = DraftWriter.reopen(draft.path)
    except DiskError:
        return None  # another window is at it just now
    streams.talk(_("A visit like this one is unfinished:"))
    streams.talk(described(draft))
    if visits.answers is None and on_terminal():
        answer = agreed(_("Go on with it? (k/y, e/n)"))
        if answer:
            return writer
        writer.close()
        if answer is None:
            raise VisitIncompleteError(_("The visit has not begun."))
        return None
    writer.close()
    streams.talk(_("Go on with: kunto resume {draft}").format(draft=draft.short_id))
    return None


def _goes_on(number: int, count: int) -> bool:
    """Return whether the next visit begins; a pipe that has more to say begins it at once.

    Raises VisitIncompleteError at the end of a pipe.
    """
    if not on_terminal():
        lines, _terminal = keyboard()
        if isinstance(lines, io.BufferedReader) and not lines.peek(1):
            words = _("The answers ended after {done} of {count} customers.")
            raise VisitIncompleteError(words.format(done=number - 1, count=count))
        return True
    question = _("Customer {number} of {count}: Enter = begin, q = stop:")
    while True:
        line = typed(question.format(number=number, count=count))
        if line is None or line.casefold() == "q":
            return False
        if not line:
            return True
