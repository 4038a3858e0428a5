"""Struck by the system itself at any call that changes the drafts or the reports, nothing is lost.

A whole kunto runs under strace, which kills it, or refuses a call, at the nth call of its name.
The numbers come from a clean run: names are random, so a call cannot be chosen by its path.
strace is attached to a forked kunto before that begins: no import is traced, step after step.
"""

import ctypes
import re
import signal
import socket
import subprocess
from dataclasses import dataclass

import pytest

# What changes a disk, and the closing that may tell of it late; "?" where not every machine has it.
CALLS = (
    *("openat", "write", "fsync", "ftruncate", "close"),
    *("?link", "linkat", "?unlink", "unlinkat", "?rename", "?renameat", "renameat2"),
    *("?mkdir", "mkdirat"),
)
CALL = re.compile(r"^\d+ +(\w+)\(")
# Linux, prctl: from now on any process of this user may trace this one.
PR_SET_PTRACER, ANYBODY = 0x59616D61, ctypes.c_ulong(-1)


@dataclass(frozen=True)
class Call:
    """A call that touches a scene: the nth of its name in the whole process."""

    name: str
    number: int


@pytest.fixture(autouse=True)
def strace(make_scene):
    """Skip where nothing can be traced."""
    scene = make_scene("new")
    try:
        traced(scene, "trace=write")
    except (FileNotFoundError, UntraceableError) as error:
        pytest.skip(f"strace cannot trace here: {error}")


class UntraceableError(Exception):
    """The system does not let strace look at a process."""


@pytest.fixture
def strike_at(make_scene):
    """Return a walk over the calls of a visit; each is struck, on a disk of its own.

    Yields the scene, and how the visit ran.
    """

    def walk(state, names, least, what):
        model = make_scene(state)
        calls = [call for call in touching(model) if call.name in names]
        assert len(calls) >= least, "too few calls are struck: the walk proves nothing"
        for call in calls:
            scene = make_scene(state)
            injected = f"inject={call.name}:{what}:when={call.number}"
            yield scene, traced(scene, f"trace={call.name}", "-e", injected)

    return walk


def traced(scene, *options):
    """Run a scene's visit under strace."""
    here, there = socket.socketpair()

    def wait_for_strace():
        ctypes.CDLL(None).prctl(PR_SET_PTRACER, ANYBODY, 0, 0, 0)
        there.send(b"ready")
        there.recv(1)

    visit = scene.start(*scene.words, before=wait_for_strace, keep=[there.fileno()])
    trace = ["strace", "-f", "-y", "-s0", "-o", str(trace_of(scene)), "-p", str(visit.pid)]
    try:
        here.recv(5)
        with subprocess.Popen([*trace, "-e", *options], stderr=subprocess.PIPE) as strace:
            said = strace.stderr.readline()
            if b" attached" not in said:
                raise UntraceableError(said.decode())
            here.send(b".")
            return scene.ended(visit, scene.left)
    finally:
        visit.kill()
        visit.communicate()
        here.close()
        there.close()


def trace_of(scene):
    """Return where a trace is written: beside the disk that is looked at."""
    return scene.folder / "trace"


def touching(scene):
    """Run a visit undisturbed and return the calls that touch its drafts or its reports."""
    assert traced(scene, f"trace={','.join(CALLS)}").code == 0
    numbers, found = {}, []
    for line in calls_in(scene):
        name = CALL.match(line)[1]
        numbers[name] = numbers.get(name, 0) + 1
        if touches(scene, line):
            found.append(Call(name, numbers[name]))
    return found


def calls_in(scene):
    """Return the lines of a trace that tell of calls."""
    return [line for line in trace_of(scene).read_text().splitlines() if CALL.match(line)]


def touches(scene, line):
    """Return whether a line of a trace names something in the drafts or the reports folder."""
    return any(str(path) in line for path in (scene.folder / "state", scene.reports_folder))


def struck(scene):
    """Return the line of a trace that tells of the refused call, or of the last before the kill."""
    lines = calls_in(scene)
    return next((line for line in lines if "(INJECTED)" in line), lines[-1])


LEAST = 30
EVERY = tuple(name.strip("?") for name in CALLS)
# A torn line is cut away where a draft is reopened.
KILLED = [
    pytest.param("new", EVERY, LEAST, id="new"),
    pytest.param("torn", ["ftruncate"], 1, id="torn"),
]


@pytest.mark.parametrize(("state", "names", "least"), KILLED)
def test_killed_at_any_call_nothing_acknowledged_is_lost(strike_at, state, names, least):
    for scene, ran in strike_at(state, names, least, "signal=KILL"):
        assert ran.code == -signal.SIGKILL
        assert touches(scene, struck(scene))
        scene.check(ran)


def test_a_disk_that_is_full_at_any_call_is_told_and_nothing_is_lost(strike_at):
    for scene, ran in strike_at("new", EVERY, LEAST, "error=ENOSPC"):
        assert touches(scene, struck(scene))
        ran.tells_clearly()
        scene.check(ran)
