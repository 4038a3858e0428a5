"""A forked kunto is what a new one is: else no test that forks one would prove anything."""

import json
import os
import signal
import subprocess
import sys

import coverage
import pytest

import forked
from asiakaskunto_cli import language
from measure import steps_run

# What a process finds at its start, and what the tests change in their own.
PROBE = """
import atexit, gc, json, os, signal, stat, sys

def held(number):
    try:
        return stat.S_IFMT(os.fstat(number).st_mode) != stat.S_IFREG
    except OSError:
        return False

umask = os.umask(0)
os.umask(umask)
found = {
    "signals": {one.name: str(signal.getsignal(one)) for one in signal.Signals},
    "open": [number for number in range(100) if held(number)],
    "environment": dict(os.environ),
    "folder": os.getcwd(),
    "group": os.getpgid(0) == os.getpid(),
    "umask": umask,
    "trace": sys.gettrace() is not None,
    "garbage": gc.isenabled(),
    "at the end": atexit._ncallbacks(),
    "streams": [
        (one.encoding, one.line_buffering, one.fileno())
        for one in (sys.stdin, sys.stdout, sys.stderr)
    ],
}
print(json.dumps(found), flush=True)
os._exit(0)
"""


@pytest.fixture
def plain(unmeasured):
    return {**unmeasured, "LANG": "C.UTF-8"}


def new(words, environment, work, typed=b""):
    """Run a program in a new process."""
    ended = subprocess.run(
        words,
        input=typed,
        capture_output=True,
        cwd=work,
        env=environment,
        timeout=forked.PATIENCE_SECONDS,
        check=False,
    )
    return ended.returncode, ended.stdout.decode(), ended.stderr.decode()


@pytest.fixture
def pytest_in_the_way():
    """Give the tests' own process what a new one has not."""
    names = ("HUP", "INT", "TERM", "USR1", "PIPE", "ALRM")
    numbers = {signal.Signals[f"SIG{name}"] for name in names}
    # What began the tests may ignore more, and a new process would inherit that.
    numbers |= {one for one in signal.Signals if signal.getsignal(one) is signal.SIG_IGN}
    before = {number: signal.signal(number, lambda *_: None) for number in numbers}
    pipe = os.pipe()
    yield
    for end in pipe:
        os.close(end)
    for number, handler in before.items():
        signal.signal(number, handler)


@pytest.mark.usefixtures("pytest_in_the_way")
def test_it_finds_what_a_new_process_finds(plain, work):
    def probe():
        exec(PROBE, {})  # noqa: S102 the same words in both

    ran = forked.run([], folder=work, environment=plain, before=probe, measured=False)
    expected = new([sys.executable, "-c", PROBE], plain, work)
    assert (ran[0], json.loads(ran[1])) == (expected[0], json.loads(expected[1]))


COMMANDS = {
    "nothing": ([], b""),
    "version": (["--version"], b""),
    "unknown": (["nonsense"], b""),
    "help": (["report", "--help"], b""),
    "findings": (["validate", "."], b""),
    "list": (["checklist", "list"], b""),
    "finnish": (["drafts", "--lang", "fi"], b""),
    "json": (["checklist", "show", "havainnointi-perusmittaus", "--format", "json"], b""),
    "site": (["observe"], b""),
    "visit": (["observe", "--site", "a", "--visited-at", "2026-11-16T14:10"], b"8\n"),
}


@pytest.mark.parametrize(("words", "typed"), COMMANDS.values(), ids=COMMANDS)
def test_it_does_what_a_new_process_does(plain, work, command, drafts, words, typed):
    (work / "rikki.yaml").write_text("kunto: 1\n", encoding="utf-8")
    ends = []
    for run in (
        lambda: forked.run(words, typed=typed, folder=work, environment=plain),
        lambda: new([*command, *words], plain, work, typed),
    ):
        code, out, err = run()
        for draft in drafts():
            err = err.replace(draft.stem[-8:], "DRAFT")
            draft.unlink()
        ends.append((code, out, err))
    assert ends[0] == ends[1]


def test_a_signal_ends_it(plain, work):
    process = forked.start(["observe"], folder=work, environment=plain, measured=False)
    forked.read_to(process, "Which site is this? ")
    process.send_signal(signal.SIGTERM)
    assert forked.finish(process) == (-signal.SIGTERM, "", "")


def test_one_that_hangs_is_killed(plain, work, monkeypatch):
    monkeypatch.setattr(forked, "PATIENCE_SECONDS", 0.1)
    process = forked.start([], folder=work, environment=plain, before=signal.pause, measured=False)
    with pytest.raises(subprocess.TimeoutExpired):
        forked.finish(process)
    assert process.returncode == -signal.SIGKILL


@pytest.mark.skipif(coverage.Coverage.current() is None, reason="nobody measures coverage")
def test_what_it_runs_is_measured_here(plain, work):
    steps = steps_run()[language.__file__]
    before = frozenset(steps)
    steps.clear()
    try:
        forked.run(["drafts"], folder=work, environment=plain)
        ran = frozenset(steps)
    finally:
        steps.update(before)
    assert ran
    assert ran <= before
