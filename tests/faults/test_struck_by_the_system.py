"""Struck by the system itself at any call that changes the drafts or the reports, nothing is lost.

A whole kunto runs under strace, which kills it, or refuses a call, at the nth call of its name.
The numbers come from a clean run: names are random, so a call cannot be chosen by its path.
"""

import re
import signal
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass

import pytest

# What changes a disk, and the closing that may tell of it late; "?" where not every machine has it.
CALLS = (
    *("openat", "write", "fsync", "ftruncate", "close"),
    *("?link", "linkat", "?unlink", "unlinkat", "?rename", "?renameat", "renameat2"),
    *("?mkdir", "mkdirat"),
)
CALL = re.compile(r"^\d+ +(\w+)\(")
AT_ONCE = 2


@dataclass(frozen=True)
class Call:
    """A call that touches a scene: the nth of its name in the whole process."""

    name: str
    number: int


@pytest.fixture(autouse=True)
def strace(tmp_path):
    """Skip where nothing can be traced."""
    trial = ["strace", "-f", "-qq", "-o", str(tmp_path / "trial"), "true"]
    try:
        refused = subprocess.run(trial, check=False, capture_output=True).returncode
    except OSError:
        refused = True
    if refused:
        pytest.skip("strace cannot trace here")


@pytest.fixture
def strike_at(make_scene):
    """Return a walk over the calls of a visit; each is struck, on a disk of its own.

    Yields the scene, and how the visit ran.
    """

    def walk(state, names, least, what, *options):
        model = make_scene(state)
        calls = [call for call in touching(model) if call.name in names]
        assert len(calls) >= least, "too few calls are struck: the walk proves nothing"
        scenes = [make_scene(state) for _call in calls]

        def strike(call, scene):
            injected = f"inject={call.name}:{what}:when={call.number}"
            return traced(scene, f"trace={call.name}", "-e", injected, *options)

        with ThreadPoolExecutor(AT_ONCE) as pool:
            runs = list(pool.map(strike, calls, scenes))
        yield from zip(scenes, runs, strict=True)

    return walk


def traced(scene, *options):
    """Run a scene's visit under strace."""
    trace = ["strace", "-f", "-qq", "-y", "-s0", "-o", str(trace_of(scene)), "-e", *options]
    ended = subprocess.run(
        [*trace, sys.executable, "-m", "asiakaskunto_cli", *scene.words],
        input=scene.left.encode(),
        capture_output=True,
        cwd=scene.work,
        env=scene.environment,
        timeout=30,
        check=False,
    )
    return scene.ran(ended.returncode, ended.stdout, ended.stderr)


def trace_of(scene):
    """Return where a trace is written: beside the disk that is looked at."""
    return scene.folder / "trace"


def touching(scene):
    """Run a visit undisturbed and return the calls that touch its drafts or its reports."""
    # The first run of all writes the compiled modules; those after it make the same calls.
    importing = "import asiakaskunto_cli.cli.visit, asiakaskunto_cli.cli.resume, babel.numbers"
    subprocess.run([sys.executable, "-c", importing], env=scene.environment, check=True)
    assert traced(scene, f"trace={','.join(CALLS)}").code == 0
    numbers, found = {}, []
    for line in trace_of(scene).read_text().splitlines():
        name = CALL.match(line)[1]
        numbers[name] = numbers.get(name, 0) + 1
        if touches(scene, line):
            found.append(Call(name, numbers[name]))
    return found


def touches(scene, line):
    """Return whether a line of a trace names something in the drafts or the reports folder."""
    return any(str(path) in line for path in (scene.folder / "state", scene.reports_folder))


def struck(scene):
    """Return the line of a trace that tells of the refused call, or of the last before the kill."""
    lines = [line for line in trace_of(scene).read_text().splitlines() if CALL.match(line)]
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
    # To stop at the chosen calls alone is quicker, but loses signals: the kills do without.
    for scene, ran in strike_at("new", EVERY, LEAST, "error=ENOSPC", "--seccomp-bpf"):
        assert touches(scene, struck(scene))
        ran.tells_clearly()
        scene.check(ran)
