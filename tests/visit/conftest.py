"""One checklist with every type of question, and a person at a keyboard who types what a test says.

The fakes of a visit are here, once: a keyboard of bytes, a screen of text, a journal in memory.
"""

from __future__ import annotations

import hashlib
import io
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path

import pytest
from prompt_toolkit.input import PipeInput, create_pipe_input
from prompt_toolkit.output import DummyOutput

from asiakaskunto_cli.checklist.library import read_checklist, shipped_folder
from asiakaskunto_cli.checklist.load import load_checklist
from asiakaskunto_cli.checklist.model import Checklist
from asiakaskunto_cli.errors import BadInputError, KuntoError
from asiakaskunto_cli.language import activate, active
from asiakaskunto_cli.programme.model import Programme
from asiakaskunto_cli.report.model import Site
from asiakaskunto_cli.report.opening import Opening
from asiakaskunto_cli.scoring.response import VisitFacts
from asiakaskunto_cli.source.reader import read_text
from asiakaskunto_cli.visit.amend import amendment
from asiakaskunto_cli.visit.asker import run_visit
from asiakaskunto_cli.visit.begin import Given, Start, opening_of
from asiakaskunto_cli.visit.events import Amended, Attached, Event
from asiakaskunto_cli.visit.interview import Interview
from asiakaskunto_cli.visit.key_asker import KeyAsker
from asiakaskunto_cli.visit.key_field import Panelled
from asiakaskunto_cli.visit.key_line import KeyLine
from asiakaskunto_cli.visit.line_asker import LineAsker
from asiakaskunto_cli.visit.screen import Screen
from asiakaskunto_cli.visit.talk import Means, Wanted
from asiakaskunto_cli.words import Entry, Method

MOMENT = "2026-11-16T14:10:00+02:00"
SHIPPED = ("havainnointi-perusmittaus", "kysy-suoraan-asiakkaalta", "testiasiakas-perusmittaus")

EVERYTHING = """\
kunto: 1
id: kaikki
version: 1.0.0
method: [observe, test]
title: {fi: Kaikki, en: Everything}
minutes: 5
languages: [fi, en]
scenario: {fi: Osta kengät., en: Buy shoes.}
scales:
  vire: {1: {fi: huono, en: poor}, 3: {fi: hyvä, en: good}}
sections:
  - id: alku
    title: {fi: Alku, en: Start}
    items:
      - id: tervehdys
        text: {fi: Tervehdittiinkö?, en: Was there a greeting?}
        help: {fi: Nyökkäyskin on tervehdys., en: A nod counts.}
        source: Ihan parasta -blogi
        type: yes_no
        gate: critical
        why: {below: 1}
        area: skills
        measure: objective
      - id: syy
        text: {fi: Mikä esti?, en: What was in the way?}
        type: choice
        options:
          - {id: kiire, label: {fi: kiire, en: a rush}, score: 1}
          - {id: huoli, label: {fi: huoli, en: a worry}, score: 0}
        when: {item: tervehdys, is: false}
        area: skills
        measure: objective
      - id: vire
        text: {fi: Millainen vire?, en: What mood?}
        type: scale
        scale: vire
        why: optional
        area: emotion
        measure: subjective
      - id: suosittelu
        text: {fi: Suosittelisitko?, en: Would you recommend us?}
        type: nps
        why: always
        area: emotion
        measure: subjective
  - id: loppu
    title: {fi: Loppu, en: End}
    items:
      - id: keinot
        text: {fi: Mitä tarjottiin?, en: What was offered?}
        type: multi
        options:
          - {id: apu, label: {fi: apua, en: help}, points: 1}
          - {id: tuoli, label: {fi: tuolia, en: a chair}, points: 1}
          - {id: kahvi, label: {fi: kahvia, en: coffee}, points: 1}
        area: skills
        measure: objective
      - id: odotus
        text: {fi: Kuinka pian?, en: How soon?}
        type: duration
        bands: [{up_to: 10, score: 1}, {up_to: 60, score: 0.5}]
        never: true
        area: emotion
        measure: objective
      - id: luvattu
        text: {fi: Kuinka kauan luvattiin?, en: How long was promised?}
        type: duration
        unit: min
        weight: 0
      - id: huomatut
        text: {fi: Kuinka moni huomattiin?, en: How many were noticed?}
        type: tally
        na: never
        area: emotion
        measure: objective
      - id: jono
        text: {fi: Kuinka monta jonossa?, en: How many queued?}
        type: number
        unit: asiakasta
        max: 50
        weight: 0
        notes: false
      - id: sanat
        text: {fi: Mitä sanottiin?, en: What was said?}
        type: text
        weight: 0
"""

PLAIN = """\
kunto: 1
id: lyhyt
version: 1.0.0
method: observe
title: Lyhyt
sections:
  - id: osio
    title: Osio
    items:
      - {id: eka, text: Eka?, type: yes_no, area: skills, measure: objective}
      - {id: toka, text: Toka?, type: yes_no, area: emotion, measure: subjective}
"""


def loaded(text: str) -> Checklist:
    """Return the checklist in a text; it has to be sound."""
    found = load_checklist(read_text("lista.yaml", text.encode()))
    assert found.findings == ()
    assert found.checklist is not None
    return found.checklist


@pytest.fixture(autouse=True)
def _english():
    before = active()
    activate("en")
    yield
    activate(before)


@pytest.fixture(scope="session")
def checklist_of() -> Callable[[str], Checklist]:
    """Return a function that makes a checklist of YAML."""
    return loaded


@pytest.fixture(scope="session")
def everything() -> Checklist:
    """Return the checklist with every type of question."""
    return loaded(EVERYTHING)


@pytest.fixture(scope="session")
def plain() -> Checklist:
    """Return a checklist of two plain questions in one language."""
    return loaded(PLAIN)


@pytest.fixture(params=SHIPPED, scope="session")
def shipped(request) -> Checklist:
    """Return each checklist that comes with kunto."""
    found = read_checklist(shipped_folder() / f"{request.param}.yaml")
    assert found.checklist is not None
    return found.checklist


@pytest.fixture(scope="session")
def programme() -> Programme:
    """Return a programme with two sites and a wave."""
    return Programme.model_validate(
        {
            "programme": "Ihan paras",
            "target": "excellent",
            "sites": [
                {"id": "keskusta", "name": "Keskustan myymälä", "target": "best"},
                {"id": "asema"},
            ],
            "waves": [{"id": "syksy", "from": "2026-11-01", "to": "2026-11-30"}],
        }
    )


@pytest.fixture(scope="session")
def opening() -> Opening:
    """Return the opening of a visit, the same every time."""
    start = Start(
        report_id="01a20107-c604-775a-a37e-ac39b21a13b7",
        now=datetime(2026, 11, 16, 12, 10, tzinfo=UTC),
        language="en",
        entry=Entry.LIVE,
    )
    return opening_of(
        Given(evaluator="h1"), Site(id="asema", name="Asema"), Method.OBSERVE, Programme(), start
    )


@pytest.fixture(scope="session")
def play() -> Callable[..., Interview]:
    """Return a function that lets events happen, one after the other, and returns the interview."""

    def happen(interview: Interview, *events: Event) -> Interview:
        for event in events:
            interview.apply(event, MOMENT)
        return interview

    return happen


@pytest.fixture
def interview(everything) -> Interview:
    """Return an interview at its first question."""
    return Interview(everything, VisitFacts(Method.OBSERVE))


class MemoryJournal:
    """Stands in for DraftWriter where nothing is to be read back from a disk."""

    def __init__(self) -> None:
        self.path = Path("memory.jsonl")
        self.events: list[Event] = []

    def record(self, event: Event, moment: str) -> None:
        """Keep an event."""
        assert moment == MOMENT
        self.events.append(event)


@pytest.fixture
def journal() -> MemoryJournal:
    """Return a journal with nothing in it."""
    return MemoryJournal()


def make_means(*, pipe: bool = False, clock: Callable[[], str] = lambda: MOMENT) -> Means:
    """Return the world as a visit meets it here: the time stands, evidence goes nowhere."""

    def keep_evidence(item: str, path: str) -> Attached:
        if path == "missing.jpg":
            raise BadInputError("There is no such file.", remedy="Check the path.")
        digest = hashlib.sha256(path.encode()).hexdigest()
        return Attached(item=item, file=f"{digest[:16]}.jpg", sha256=digest, bytes=len(path))

    def amend(fact: str, value: str) -> Amended:
        return amendment(fact, value, Programme())

    return Means(clock, keep_evidence, amend, pipe)


@pytest.fixture
def means() -> Means:
    """Return the world as a visit meets it here."""
    return make_means()


class PressedKeys(KeyLine):
    """A terminal at which somebody types what a test says, each line at its own prompt."""

    def __init__(self, lines: Sequence[str], source: PipeInput) -> None:
        super().__init__(source, DummyOutput())
        self._lines = iter(lines)
        self._pipe = source
        self.painted: list[str] = []

    def read(self, panel: Panelled, wanted: Wanted, *, fresh: bool, ticking: bool) -> str:
        """Read what comes next, as it is typed at a prompt of this kind."""
        line = next(self._lines, None)
        self.painted.append("\n".join(text for _style, text in panel(80, 24)))
        if line is None:
            keys = "\x04"
        elif line in wanted.keys or (wanted.by_key and line):
            keys = line
        else:
            keys = f"\x15{line}\r" if line and wanted.before else f"{line}\r"
        self.on_listening = lambda: self._pipe.send_text(keys)
        return super().read(panel, wanted, fresh=fresh, ticking=ticking)


@dataclass
class Sitting:
    """What came of a visit with a person at the keyboard."""

    interview: Interview
    shown: str
    journal: MemoryJournal = field(default_factory=MemoryJournal)
    left: KuntoError | None = None

    @property
    def events(self) -> list[Event]:
        """What was done, in order."""
        return self.journal.events


@pytest.fixture
def sit(everything, opening) -> Callable[..., Sitting]:
    """Return a function: these lines are typed at a visit; what became of it comes back."""

    def visit(
        lines: Sequence[str] | bytes,
        checklist: Checklist = everything,
        *,
        terminal: bool = False,
        width: int = 80,
        language: str = "en",
        interview: Interview | None = None,
        clock: Callable[[], str] = lambda: MOMENT,
    ) -> Sitting:
        typed = lines if isinstance(lines, bytes) else "".join(f"{one}\n" for one in lines).encode()
        paper = io.StringIO()
        screen = Screen(paper, language, lambda: width, clock)
        means = make_means(pipe=not terminal, clock=clock)
        asker = LineAsker(io.BytesIO(typed), screen, means)
        sitting = Sitting(interview or Interview(checklist, opening.facts()), "")
        try:
            run_visit(sitting.interview, opening, sitting.journal, asker, lambda: MOMENT)
        except KuntoError as error:
            sitting.left = error
        sitting.shown = paper.getvalue()
        return sitting

    return visit


@pytest.fixture
def sit_at_keys(everything, opening, monkeypatch) -> Iterator[Callable[..., Sitting]]:
    """Return a function: these lines and keys are typed at a visit that is painted."""
    for name in ("QUIET_SECONDS", "HELD_SECONDS", "BURST_SECONDS"):
        monkeypatch.setattr(f"asiakaskunto_cli.visit.key_line.{name}", 0.0)
    with create_pipe_input() as pipe:

        def visit(
            lines: Sequence[str],
            checklist: Checklist = everything,
            *,
            interview: Interview | None = None,
            clock: Callable[[], str] = lambda: MOMENT,
        ) -> Sitting:
            paper = io.StringIO()
            screen = Screen(paper, "en", lambda: 80, clock)
            keys = PressedKeys(lines, pipe)
            asker = KeyAsker(keys, screen, make_means(clock=clock), "en")
            sitting = Sitting(interview or Interview(checklist, opening.facts()), "")
            try:
                run_visit(sitting.interview, opening, sitting.journal, asker, lambda: MOMENT)
            except KuntoError as error:
                sitting.left = error
            sitting.shown = "\n".join([paper.getvalue(), *keys.painted])
            return sitting

        yield visit
