"""Runs answers files through kunto's own interview, with clock, ids and version handed in."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta
from pathlib import Path

from asiakaskunto_cli.checklist.library import checklist_files, read_checklist
from asiakaskunto_cli.checklist.model import Checklist
from asiakaskunto_cli.programme.find import Engagement, load_engagement
from asiakaskunto_cli.report.folder import report_name
from asiakaskunto_cli.report.model import Report
from asiakaskunto_cli.report.opening import Opening
from asiakaskunto_cli.report.seal import sealed
from asiakaskunto_cli.report.successor import Succession, withdrawn
from asiakaskunto_cli.visit.answers_asker import AnswersAsker
from asiakaskunto_cli.visit.answers_file import Answers, check_answers, read_answers
from asiakaskunto_cli.visit.begin import Given, Start, opening_of, require_method, site_named
from asiakaskunto_cli.visit.corrections_asker import CorrectionsAsker
from asiakaskunto_cli.visit.events import Attached
from asiakaskunto_cli.visit.finish import report_of
from asiakaskunto_cli.visit.interview import Interview
from asiakaskunto_cli.visit.reopen import events_of, opening_again
from asiakaskunto_cli.words import Entry, Method, Status, uuid7, uuid7_after
from example.chance import Chance
from example.plan import Visit

RANDOM_BITS = 74
SOONEST_SECONDS, LATEST_SECONDS = 120, 900
QUICKEST_SECONDS, SLOWEST_SECONDS = 4, 40


class Engine:
    """Makes the reports of one engagement."""

    def __init__(self, folder: Path, version: str) -> None:
        """Work in the folder of a `kunto.yaml`, as this version of kunto."""
        self._version = version
        self._engagement = _engagement(folder)
        self._known: dict[tuple[str, bool], Checklist] = {}

    def checklist(self, name: str, *, own: bool) -> Checklist:
        """Return a checklist: the engagement's own version of it, or the shipped one.

        Raises LookupError where it is not sound.
        """
        if (name, own) not in self._known:
            folder = self._engagement.checklists
            path = checklist_files(folder if own else folder / "none")[name]
            loaded = read_checklist(path)
            if loaded.checklist is None:
                raise LookupError(f"{path}: {[one.message for one in loaded.findings]}")
            self._known[name, own] = loaded.checklist
        return self._known[name, own]

    def visit(self, visit: Visit, path: Path) -> Report:
        """Return the report of a visit that its answers file makes, and write it."""
        checklist = self.checklist(visit.checklist, own=visit.own)
        require_method(checklist, visit.method)
        answers = _answers(path, checklist)
        opening = self._opening(visit, answers, checklist)
        interview = Interview(checklist, opening.facts())
        clock = Clock(opening.started_at, f"{visit.name}/clock")
        finished_at = _run(interview, AnswersAsker(answers, _no_evidence), clock)
        return self._published(report_of(checklist, opening, interview, finished_at))

    def correction(self, report: Report, days: int, reason: str, path: Path) -> Report:
        """Return the report that corrects another one by an answers file, and write it."""
        checklist = Checklist.model_validate(report.checklist.definition)
        answers = _answers(path, checklist)
        begins = report.visit.finished_at + timedelta(days=days)
        again = opening_again(report, _succession(report, begins, reason), begins)
        opening = again.model_copy(update={"kunto_version": self._version})
        interview = Interview(checklist, opening.facts())
        for moment, event in events_of(report, begins):
            interview.apply(event, moment)
        clock = Clock(begins, f"{report.report_id}/correction/clock")
        finished_at = _run(interview, CorrectionsAsker(answers, _no_evidence), clock)
        return self._published(report_of(checklist, opening, interview, finished_at))

    def withdrawal(self, report: Report, days: int, reason: str) -> Report:
        """Return the report that takes a visit back, and write it."""
        moment = report.visit.finished_at + timedelta(days=days)
        taken_back = withdrawn(report, _succession(report, moment, reason))
        return self._published(taken_back.model_copy(update={"kunto_version": self._version}))

    def _opening(self, visit: Visit, answers: Answers, checklist: Checklist) -> Opening:
        chance = Chance(f"{visit.name}/opening")
        wait = chance.whole(SOONEST_SECONDS, LATEST_SECONDS)
        begins = visit.visited_at + timedelta(seconds=wait)
        # An id tells when it was made; of an anonymous visit only the day may be told.
        made = visit.visited_at if checklist.anonymous else begins
        start = Start(
            report_id=uuid7(_unix_ms(made), chance.bits(RANDOM_BITS)),
            now=begins,
            language=answers.file.language or "fi",
            entry=Entry.ANSWERS,
            status=Status.REHEARSAL if visit.rehearsal else Status.FINAL,
        )
        programme = self._engagement.programme
        given: Given = answers.file.given()
        site = site_named(given.site or visit.site, programme)
        opening = opening_of(given, site, Method(visit.method), programme, start)
        return opening.model_copy(update={"kunto_version": self._version})

    def _published(self, report: Report) -> Report:
        # Nothing can be lost here, so nothing waits for the disk as a real visit does.
        path = self._engagement.reports / report_name(report)
        path.parent.mkdir(parents=True, exist_ok=True)
        with path.open("xb") as file:
            file.write(sealed(report))
        return report


class Clock:
    """A clock that goes on a little whenever it is looked at."""

    def __init__(self, begins: datetime, name: str) -> None:
        """Begin at a moment."""
        self._now = begins
        self._chance = Chance(name)

    def __call__(self) -> str:
        """Return the next moment (RFC 3339)."""
        seconds = self._chance.whole(QUICKEST_SECONDS, SLOWEST_SECONDS)
        self._now += timedelta(seconds=seconds)
        return self._now.isoformat(timespec="milliseconds")


def _run(interview: Interview, asker: AnswersAsker, clock: Callable[[], str]) -> str:
    """Ask until the visit is finished and return when that was.

    Raises VisitIncompleteError where the file does not say all that is needed.
    """
    moment = ""
    while not interview.finished:
        event = asker.next_event(interview)
        moment = clock()
        interview.apply(event, moment)
    return moment


def _answers(path: Path, checklist: Checklist) -> Answers:
    read = read_answers(path)
    if read.answers is None:
        raise ValueError(f"{path}: {[one.message for one in read.findings]}")
    findings = check_answers(read.answers, checklist)
    if findings:
        raise ValueError(f"{path}: {[one.message for one in findings]}")
    return read.answers


def _engagement(folder: Path) -> Engagement:
    found = load_engagement(folder / "kunto.yaml")
    if found.engagement is None:
        raise ValueError(f"{folder}: {[one.message for one in found.findings]}")
    return found.engagement


def _succession(report: Report, moment: datetime, reason: str) -> Succession:
    bits = Chance(f"{report.report_id}/succession").bits(RANDOM_BITS)
    return Succession(uuid7_after(report.report_id, _unix_ms(moment), bits), reason)


def _unix_ms(moment: datetime) -> int:
    # Whole seconds only, so that no float is rounded.
    return int(moment.timestamp()) * 1000


def _no_evidence(item: str, path: str) -> Attached:
    raise NotImplementedError(f"the example has no evidence, but {path} is to show {item}")
