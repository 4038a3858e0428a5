"""Killed at any point, or racing with another process, nothing acknowledged is lost."""

import os
import shutil
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from asiakaskunto_cli.errors import AlreadyExistsError
from asiakaskunto_cli.files.append_log import AppendLog, read_lines
from asiakaskunto_cli.files.write import publish, replace

DATA = b"whole" * 10_000
ROUNDS = 15


def content_of(path):
    return path.read_bytes() if path.exists() else None


def test_publish_killed_at_every_call_is_whole_or_absent(tmp_path, each_death):
    path = tmp_path / "a.json"
    seen = set()
    for _number in each_death(lambda: publish(path, DATA)):
        seen.add(content_of(path))
        path.unlink(missing_ok=True)
    assert seen == {None, DATA}


def test_publish_without_links_killed_at_every_call_is_whole_empty_or_absent(
    tmp_path, each_death, monkeypatch
):
    monkeypatch.delattr(os, "link")
    path = tmp_path / "a.json"
    seen = set()
    for _number in each_death(lambda: publish(path, DATA)):
        seen.add(content_of(path))
        path.unlink(missing_ok=True)
    assert seen == {None, b"", DATA}


def test_replace_killed_at_every_call_is_old_or_new(tmp_path, each_death):
    path = tmp_path / "a.json"
    path.write_bytes(b"old")
    seen = []
    for _number in each_death(lambda: replace(path, DATA)):
        seen.append(content_of(path))
        path.write_bytes(b"old")
    assert set(seen) == {b"old", DATA}


def test_log_killed_at_every_call_has_every_acknowledged_line(tmp_path, each_death):
    path = tmp_path / "visit.jsonl"
    reading, writing = os.pipe()

    def visit():
        with AppendLog.create(path, b"0") as log:
            for number in range(1, 4):
                log.append(b"%d" % number)
                os.writev(writing, [b"%d" % number])  # not counted, unlike os.write

    for _number in each_death(visit):
        os.writev(writing, [b"."])
        acknowledged = os.read(reading, 100).rstrip(b".")
        found = read_lines(path, limit_bytes=1000) if path.exists() else []
        assert b"".join(found).removeprefix(b"0").startswith(acknowledged)
        assert found == [b"0", b"1", b"2", b"3"][: len(found)]
        if found:
            AppendLog.reopen(path).close()
        path.unlink(missing_ok=True)
    os.close(reading)
    os.close(writing)


def race(work, names):
    """Run the work once for each name, in processes let go at the same time; return exit codes."""
    reading, writing = os.pipe()
    children = []
    for name in names:
        child = os.fork()
        if child == 0:
            code = 70
            try:
                os.close(writing)
                os.read(reading, 1)  # returns when the parent closes the other end
                work(name)
                code = 0
            except AlreadyExistsError:
                code = 3
            finally:
                os._exit(code)
        children.append(child)
    os.close(writing)
    os.close(reading)
    return [os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) for child in children]


@pytest.mark.parametrize("links", [True, False])
def test_of_processes_that_publish_one_name_exactly_one_wins(tmp_path, monkeypatch, links):
    if not links:
        monkeypatch.delattr(os, "link")
    names = [b"one", b"two", b"three"]
    for number in range(ROUNDS):
        path = tmp_path / str(number)
        codes = race(lambda name, path=path: publish(path, name * 10_000), names)
        assert sorted(codes) == [0, 3, 3]
        assert path.read_bytes() == names[codes.index(0)] * 10_000
    assert len(list(tmp_path.iterdir())) == ROUNDS


# Measuring coverage writes files of its own, and their calls would be struck too.
UNMEASURED = {name: value for name, value in os.environ.items() if "COVERAGE" not in name}

# The program under strace: a log with three answers, whose acknowledgement goes to stdout, then
# the report under the name that was asked for.
VISIT = """
import sys
from pathlib import Path
from asiakaskunto_cli.files.append_log import AppendLog
from asiakaskunto_cli.files.write import publish, replace
folder = Path(sys.argv[1])
with AppendLog.create(folder / "visit.jsonl", b"0") as log:
    for line in (b"1", b"2", b"3"):
        log.append(line)
        with (folder / "acknowledged").open("ab", buffering=0) as file:
            file.write(line)
publish(folder / "report.json", b"whole" * 10_000)
replace(folder / "plan.yaml", b"new" * 10_000)
"""


def strace_refuses():
    """Return why strace cannot be used here, or an empty text."""
    strace = shutil.which("strace")
    if strace is None:
        return "strace is not installed"
    trial = subprocess.run([strace, "-qq", "-o", os.devnull, "true"], check=False)
    return "strace may not trace here" if trial.returncode else ""


KILLS = [
    ("write", 12),
    ("fsync", 12),
    ("link,linkat", 3),
    ("unlink,unlinkat", 3),
    ("rename,renameat,renameat2", 2),
]


@pytest.fixture(scope="session")
def strace():
    """Return the command that kills a Python program at the nth call of a set."""
    if why := strace_refuses():
        pytest.skip(why)

    def command(calls, number, script, folder):
        inject = f"inject={calls}:signal=KILL:when={number}"
        tracing = ["strace", "-f", "-qq", "-o", os.devnull, "-e", f"trace={calls}", "-e", inject]
        return [*tracing, sys.executable, "-B", "-I", "-c", script, str(folder)]

    return command


@pytest.mark.parametrize(("calls", "most"), KILLS, ids=[calls for calls, _most in KILLS])
def test_killed_by_the_system_at_every_call_nothing_acknowledged_is_lost(
    tmp_path, strace, calls, most
):
    for number in range(1, most + 1):
        folder = tmp_path / str(number)
        folder.mkdir()
        (folder / "plan.yaml").write_bytes(b"old")
        ran = subprocess.run(
            strace(calls, number, VISIT, folder), check=False, timeout=20, env=UNMEASURED
        )
        assert ran.returncode in (0, -signal.SIGKILL)
        check_nothing_is_lost(folder)
        if ran.returncode == 0:
            break
    assert ran.returncode == 0, "more calls than were tried"
    assert number > 1, "nothing was struck: the test proves nothing"


def check_nothing_is_lost(folder: Path) -> None:
    draft = folder / "visit.jsonl"
    found = read_lines(draft, limit_bytes=1000) if draft.exists() else []
    acknowledged = content_of(folder / "acknowledged") or b""
    assert b"".join(found).removeprefix(b"0").startswith(acknowledged)
    assert content_of(folder / "report.json") in (None, DATA)
    assert content_of(folder / "plan.yaml") in (b"old", b"new" * 10_000)
