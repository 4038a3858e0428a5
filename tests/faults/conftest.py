"""Visits that something strikes at, and what must be true of the disk afterwards.

Every test here ends in ``Scene.check``: what was acknowledged is there, once, and the visit goes
on to one whole report. Only what strikes differs: the system (strace), a layer under the file
functions, a signal, a limit.
"""

from __future__ import annotations

import errno
import fcntl
import hashlib
import json
import os
import re
import shutil
import subprocess
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cache
from itertools import count
from pathlib import Path
from typing import Any

import pytest

import forked
from asiakaskunto_cli.analysis.site import summarise
from asiakaskunto_cli.files import sync
from asiakaskunto_cli.report.folder import collect
from asiakaskunto_cli.report.read import read_report
from asiakaskunto_cli.report.verify import check_evidence
from asiakaskunto_cli.scoring.policy import Policy
from asiakaskunto_cli.visit.draft import read_draft
from asiakaskunto_cli.visit.events import Answered, Attached, Explained, Finished

CHECKLIST = """\
kunto: 1
id: lista
version: 1.0.0
method: observe
title: Lista
languages: [en]
why: always
sections:
  - id: osio
    title: Osio
    items:
      - {id: eka, text: Eka?, type: yes_no, area: skills, measure: objective, why: never}
      - {id: toka, text: Toka?, type: nps, area: emotion, measure: subjective,
         evidence: optional}
      - {id: sanat, text: Sanat?, type: text, weight: 0}
"""
# What is typed on the whole visit, and what each line makes happen.
TYPED = ("k", "9", "Apua sai.", "Moi.", "")
EVENTS = (
    Answered(item="eka", answer=True),
    Answered(item="toka", answer=9),
    Explained(item="toka", text="Apua sai."),
    Answered(item="sanat", answer="Moi."),
    Finished(),
)
ANSWERS = {"eka": (True, ""), "toka": (9, "Apua sai."), "sanat": ("Moi.", "")}
RECEIPT = b"Kengat 49,90\n"
PROMPT = re.compile(r"^(?:Answer: |WHY\? |Review: )", re.MULTILINE)
OBSERVE = ("observe", "lista.yaml", "--site", "asema")
DIED = 9
FEWEST = 8


@dataclass(frozen=True)
class Ran:
    """How a kunto ended (negative: by that signal), and what it said."""

    code: int
    out: str
    err: str

    @property
    def acknowledged(self) -> int:
        """How many lines of this run were followed by a further question, or by the end."""
        return self.prompts if self.code == 0 else max(0, self.prompts - 1)

    @property
    def prompts(self) -> int:
        """How many times a line was asked for."""
        return prompts_in(self.err)

    def tells_clearly(self) -> None:
        """Prove that a refusal is told once, in words for a person; or that there was none."""
        assert self.code in (0, 3), (self.code, self.err)
        told = re.findall(r"^Error: .+$", self.err, re.MULTILINE)
        assert len(told) == (1 if self.code else 0), self.err
        assert "Traceback" not in self.err
        assert "bug" not in self.err


@dataclass(frozen=True)
class Scene:
    """A computer's disk on which one visit is about to begin or to go on.

    ``begun`` lines of it were typed and acknowledged before; another visit's draft lies beside.
    """

    folder: Path
    words: tuple[str, ...]
    begun: int = 0
    typed: tuple[str, ...] = TYPED
    events: tuple[Any, ...] = EVENTS

    @property
    def work(self) -> Path:
        """Where commands are run."""
        return self.folder / "work"

    @property
    def drafts_folder(self) -> Path:
        """Where drafts are."""
        return self.folder / "state" / "drafts"

    @property
    def reports_folder(self) -> Path:
        """Where reports are."""
        return self.work / "reports"

    @property
    def environment(self) -> Mapping[str, str]:
        """An environment in which nothing of this computer's user is seen or changed."""
        kept = {name: os.environ[name] for name in ("PATH", "PYTHONPATH") if name in os.environ}
        state = str(self.folder / "state")
        own = {"HOME": str(self.folder), "KUNTO_STATE_DIR": state, "KUNTO_LANG": "en"}
        return {**kept, **own, "LANG": "C.UTF-8", "TERM": "dumb"}

    @property
    def answers(self) -> dict[str, tuple[Any, str]]:
        """The answers and their WHYs that make up the whole visit."""
        return ANSWERS

    @staticmethod
    def answers_in(path: Path | str) -> dict[str, tuple[Any, str]]:
        """Return every answer and its WHY in a report, which must be whole."""
        return {item.id: (item.answer, item.why) for item in read_report(Path(path)).items}

    @property
    def left(self) -> str:
        """The lines that finish the visit, as a pipe brings them."""
        return lines(*self.typed[self.begun :])

    def drafts(self) -> list[Path]:
        """Return the drafts of this visit; the other visit's is untouched."""
        found = sorted(self.drafts_folder.glob("*.jsonl"))
        other = [path for path in found if read_draft(path).opening.site.id == "toinen"]
        assert len(other) == 1, "the draft of the other visit was lost, or doubled"
        assert events_in(other[0]) == EVENTS[:1]
        return [path for path in found if path not in other]

    def reports(self) -> list[Path]:
        """Return what looks like a report."""
        return sorted(self.reports_folder.glob("*.json"))

    def run(self, *words: str, typed: str = "", **options: Any) -> Ran:
        """Run kunto in a forked process."""
        return self.ended(self.start(*words, **options), typed)

    def start(self, *words: str, **options: Any) -> subprocess.Popen[bytes]:
        """Start kunto in a forked process."""
        options = {"folder": self.work, "environment": self.environment, **options}
        return forked.start(words, measured=False, **options)

    def ended(self, process: subprocess.Popen[bytes], typed: str = "", said: str = "") -> Ran:
        """Type the rest to a process, and return how it ended; it had said this before."""
        code, out, err = forked.finish(process, typed.encode())
        return Ran(code, out, f"{said}{err}")

    @staticmethod
    def type(process: subprocess.Popen[bytes], *words: str, prompts: int) -> str:
        """Type lines to a process until it has asked for this many; return what it said."""
        process.stdin.write(lines(*words).encode())
        process.stdin.flush()
        said = ""
        while prompts_in(said) < prompts:
            piece = process.stderr.read1()
            assert piece, f"it has ended: {said}"
            said += piece.decode()
        return said

    def strike(self, **options: Any) -> Ran:
        """Run the visit while something strikes."""
        return self.run(*self.words, typed=self.left, **options)

    def check(self, ran: Ran) -> None:
        """Prove that nothing acknowledged is lost or doubled, and that the visit can be finished.

        This is the claim of the whole folder.
        """
        drafts, reports = self.drafts(), self.reports()
        assert len(drafts) <= 1
        assert len(reports) <= 1
        for path in reports:
            self.check_report(path)
        if ran.code == 0:
            assert (len(drafts), len(reports)) == (0, 1)
        events = self.events if reports else ()
        for path in drafts:
            events = events_in(path)
            assert events == self.events[: len(events)]
        assert len(events) >= self.begun + ran.acknowledged
        assert not reports or events == self.events
        assert not reports or not drafts or self.counted() == 1
        if drafts:
            rest = lines(*self.typed[len(events) :])
            resumed = self.run("resume", drafts[0].stem[-8:], typed=rest)
            assert resumed.code == 0, resumed.err
            assert resumed.out == f"{self.reports()[0]}\n"
        if drafts or reports:
            (path,) = self.reports()
            self.check_report(path)
            assert (self.counted(), self.drafts()) == (1, [])

    def check_report(self, path: Path) -> None:
        """Prove that a report is whole, has every answer, and has its evidence beside it."""
        assert self.answers_in(path) == ANSWERS
        report = read_report(path)
        kept = [piece.sha256 for item in report.items for piece in item.evidence]
        assert kept == [event.sha256 for event in self.events if isinstance(event, Attached)]
        assert list(check_evidence(report, self.reports_folder)) == []

    def counted(self) -> int:
        """Return how many visits count in what `kunto report` reads; no file of it is left out."""
        collection = collect([self.reports_folder])
        assert (collection.unusable, collection.left_out) == ((), ())
        return sum(site.visits for site in summarise(collection.records, Policy()))


def events_in(draft: Path) -> tuple[Any, ...]:
    """Return what happened, as a draft has it."""
    return tuple(event for _moment, event in read_draft(draft).events)


def prompts_in(said: str) -> int:
    """Return how many times a line was asked for."""
    return len(PROMPT.findall(said))


def lines(*words: str) -> str:
    """Return lines as a pipe brings them."""
    return "".join(f"{word}\n" for word in words)


def whole(descriptor: int) -> str:
    """Return everything that comes from a pipe until its other end is closed."""
    with os.fdopen(descriptor, encoding="utf-8") as stream:
        return stream.read()


def new(scene: Scene) -> Scene:
    """Nothing of this visit is there yet."""
    return scene


def torn(scene: Scene) -> Scene:
    """Two lines are answered; of the third event, half was written when the power went."""
    assert scene.run(*OBSERVE, typed=lines(*TYPED[:2])).code == 4
    (draft,) = scene.drafts()
    with draft.open("ab") as file:
        file.write(b'{"at": "2026-11-16T14:10:0')
    return Scene(scene.folder, ("resume", draft.stem[-8:]), begun=2)


def reported(scene: Scene) -> Scene:
    """The report is there; the power went before its draft was removed."""
    assert scene.run(*OBSERVE, typed=lines(*TYPED[:4], ":q")).code == 4
    (draft,) = scene.drafts()
    finished = {"at": "2026-11-16T14:10:00+02:00", **EVENTS[-1].model_dump(mode="json")}
    journal = draft.read_bytes() + json.dumps(finished).encode() + b"\n"
    draft.write_bytes(journal)
    assert scene.run("resume", draft.stem[-8:]).code == 0
    draft.write_bytes(journal)
    return Scene(scene.folder, ("resume", draft.stem[-8:]), begun=5)


def evidence(scene: Scene) -> Scene:
    """Nothing of this visit is there yet; a receipt will be attached to its first answer."""
    (scene.work / "kuitti.txt").write_bytes(RECEIPT)
    sha256 = hashlib.sha256(RECEIPT).hexdigest()
    attached = Attached(item="toka", file=f"{sha256[:16]}.txt", sha256=sha256, bytes=len(RECEIPT))
    typed = (TYPED[0], "@\nkuitti.txt", *TYPED[1:])
    return replace(scene, typed=typed, events=(EVENTS[0], attached, *EVENTS[1:]))


STATES = {"new": new, "torn": torn, "reported": reported, "evidence": evidence}


@pytest.fixture
def make_scene(tmp_path) -> Callable[[str], Scene]:
    """Return a function: a new disk on which a visit begins, or goes on from some state."""
    numbers = count(1)

    @cache
    def first(state: str) -> Scene:
        scene = Scene(tmp_path / state, OBSERVE)
        scene.work.mkdir(parents=True)
        (scene.work / "lista.yaml").write_text(CHECKLIST, encoding="utf-8")
        other = ("observe", "lista.yaml", "--site", "toinen")
        assert scene.run(*other, typed=lines(TYPED[0])).code == 4
        return STATES[state](scene)

    def make(state: str) -> Scene:
        model = first(state)
        scene = replace(model, folder=tmp_path / f"{state}-{next(numbers)}")
        shutil.copytree(model.folder, scene.folder)
        for draft in scene.drafts_folder.iterdir():
            # A draft knows where its report will go.
            moved = draft.read_bytes().replace(bytes(model.folder), bytes(scene.folder))
            draft.write_bytes(moved)
        return scene

    return make


@pytest.fixture(params=["new", "torn", "reported"])
def state(request) -> str:
    """Return in what state the disk is before the visit is struck."""
    return request.param


@dataclass(frozen=True)
class Fault:
    """What strikes (an errno; None: the process dies), once or from then on, and at which calls."""

    code: int | None
    calls: frozenset[str]
    lasting: bool = False

    def strike(self) -> None:
        """Do it."""
        if self.code is None:
            os._exit(DIED)
        raise OSError(self.code, os.strerror(self.code))


CHANGING = frozenset({"open", "write", "fsync", "ftruncate", "link", "unlink", "replace", "mkdir"})
BY_NAME = frozenset({"open", "link", "unlink", "replace", "mkdir", "stat", "listdir", "scandir"})
FAULTS = {
    "dying": Fault(None, CHANGING),
    "EACCES": Fault(errno.EACCES, BY_NAME),
    "EIO": Fault(errno.EIO, CHANGING | BY_NAME | {"read", "lseek", "fstat", "flock", "close"}),
    "ENOSPC": Fault(errno.ENOSPC, CHANGING, lasting=True),
}


class Layer:
    """Lies under the file functions, counts the calls that touch a scene, and strikes at one.

    For systems without strace, and for what strace cannot strike at. It is installed in a process
    that ends soon, and never taken away.
    """

    def __init__(self, scene: Scene, fault: Fault, number: int, ledger: int) -> None:
        """Strike at the call with this number, from 1; every call is told to the ledger, a pipe."""
        self._folders = tuple(map(str, (scene.folder / "state", scene.reports_folder)))
        self._fault = fault
        self._number = number
        self._ledger = ledger
        self._counted = 0
        self._descriptors: set[int] = set()

    def install(self) -> None:
        """Let every file function of this process go through the layer."""
        sync._FULL_SYNC = None  # macOS syncs by another call first; here all count alike
        for name in (CHANGING | FAULTS["EIO"].calls) - {"flock"}:
            setattr(os, name, self._wrapped(name, getattr(os, name)))
        fcntl.flock = self._wrapped("flock", fcntl.flock)

    def _wrapped(self, name: str, real: Callable[..., Any]) -> Callable[..., Any]:
        def call(*arguments: Any, **options: Any) -> Any:
            if not self._touches(arguments):
                return real(*arguments, **options)
            if name == "close":
                # The system lets go of the descriptor even where it reports an error.
                self._descriptors.discard(arguments[0])
                real(*arguments)
            if name in self._fault.calls:
                self._count(name)
            result = None if name == "close" else real(*arguments, **options)
            if name == "open":
                self._descriptors.add(result)
            return result

        return call

    def _touches(self, arguments: tuple[Any, ...]) -> bool:
        if arguments and isinstance(arguments[0], int):
            return arguments[0] in self._descriptors
        named = [os.fspath(name) for name in arguments if isinstance(name, str | os.PathLike)]
        return any(name.startswith(self._folders) for name in named)

    def _count(self, name: str) -> None:
        self._counted += 1
        os.writev(self._ledger, [f"{name} ".encode()])  # os.write would be counted
        lasts = self._fault.lasting and self._counted > self._number
        if lasts or self._counted == self._number:
            self._fault.strike()


@pytest.fixture
def walk(make_scene):
    """Return a walk: the visit is struck at its first call, on a new disk at its second, …

    Yields each scene and how the visit ran on it; ends after the visit that came through.
    """

    def walked(state: str, fault: Fault) -> Iterator[tuple[Scene, Ran]]:
        for number in count(1):
            scene = make_scene(state)
            reading, writing = os.pipe()
            layer = Layer(scene, fault, number, writing)
            ran = scene.strike(before=layer.install, keep=[writing])
            os.close(writing)
            if len(whole(reading).split()) < number:
                assert number > FEWEST, "nothing was counted: the walk proves nothing"
                assert ran.code == 0
                return
            yield scene, ran

    return walked


@pytest.fixture(params=[name for name in FAULTS if name != "dying"])
def refusal(request) -> Fault:
    """Return what the system refuses."""
    return FAULTS[request.param]


@pytest.fixture
def death() -> Fault:
    """Return the end of the process, without any clean-up."""
    return FAULTS["dying"]
