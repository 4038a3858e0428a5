"""A disk that breaks where a test says, and processes that die where a test says."""

from __future__ import annotations

import errno
import os
import pickle
import signal
from collections.abc import Callable, Iterator
from itertools import count
from pathlib import Path
from typing import Any

import pytest

from asiakaskunto_cli.errors import DiskError
from asiakaskunto_cli.files import ahead, sharing, sync

CALLS = ("open", "write", "fsync", "ftruncate", "close", "link", "replace", "unlink", "mkdir")


class Disk:
    """Stands in for the calls of ``os`` that change a disk: counts them and strikes at some."""

    def __init__(self) -> None:
        self.real: dict[str, Callable[..., Any]] = {name: getattr(os, name) for name in CALLS}
        self.calls: list[str] = []
        self.struck: list[str] = []
        self.disarm()

    def disarm(self) -> None:
        """Let every call through from now on, uncounted."""
        self._strikes: Callable[[int, str], bool] = lambda _number, _name: False
        self._strike: Callable[[], None] = lambda: None

    def fail(self, numbers: Callable[[int, str], bool], code: int) -> None:
        """Answer the calls whose number (from 1) and name fit with this errno."""

        def strike() -> None:
            raise OSError(code, os.strerror(code))

        self._arm(numbers, strike)

    def die(self, number: int) -> None:
        """Kill this process, without any clean-up, instead of its nth call."""
        self._arm(lambda now, _name: now == number, lambda: os._exit(9))

    def _arm(self, numbers: Callable[[int, str], bool], strike: Callable[[], None]) -> None:
        self.calls, self.struck = [], []
        self._strikes, self._strike = numbers, strike

    def call(self, name: str, *arguments: Any, **options: Any) -> Any:
        """Do what the real call does, unless it is struck."""
        self.calls.append(name)
        if self._strikes(len(self.calls), name):
            self.struck.append(name)
            if name == "close":
                # The system lets go of the descriptor even where it reports an error.
                self.real[name](*arguments, **options)
            self._strike()
        return self.real[name](*arguments, **options)


@pytest.fixture
def disk(monkeypatch):
    """Return the disk of this test; calls go through until it is told to fail."""
    stand_in = Disk()
    # macOS syncs by another call first; here all systems are to count alike.
    monkeypatch.setattr(sync, "_FULL_SYNC", None)
    for name in CALLS:

        def call(*arguments, _name=name, **options):
            return stand_in.call(_name, *arguments, **options)

        monkeypatch.setattr(os, name, call)
    return stand_in


FAULTS = [
    pytest.param((code, lasting), id=f"{errno.errorcode[code]}-{'lasting' if lasting else 'once'}")
    for code in (errno.ENOSPC, errno.EIO, errno.EACCES, errno.EDQUOT, errno.EROFS)
    for lasting in (False, True)
]


@pytest.fixture(params=FAULTS)
def each_fault(request, disk):
    """Return a walk: at its nth step the nth call (or every call from it on) fails.

    The walk ends after the first step in which nothing was left to strike.
    """
    code, lasting = request.param

    def walk() -> Iterator[int]:
        for number in count(1):
            disk.fail(
                (lambda now, _name: now >= number)  # noqa: B023 used before the next step
                if lasting
                else (lambda now, _name: now == number),  # noqa: B023 as above
                code,
            )
            yield number
            if not disk.struck:
                assert number > 3, "nothing was counted: the walk proves nothing"
                return
            disk.disarm()

    return walk


def run_child(work: Callable[[], None]) -> int:
    """Run the work in a forked process; return its exit code, negative where a signal ended it."""
    child = os.fork()
    if child == 0:
        code = 70
        try:
            work()
            code = 0
        finally:
            os._exit(code)
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])


@pytest.fixture
def each_death(disk):
    """Return a walk of deaths: the work runs in a child that dies at its nth call, n = 1, 2, …

    Yields n after each; ends when the work came through alive.
    """

    def walk(work: Callable[[], None]) -> Iterator[int]:
        for number in count(1):

            def doomed(number: int = number) -> None:
                disk.die(number)
                work()

            code = run_child(doomed)
            assert code in (0, 9), f"died of something else: {code}"
            yield number
            if code == 0:
                assert number > 3, "nothing was counted: the walk proves nothing"
                return

    return walk


@pytest.fixture
def alarm():
    """End the test with an error where it hangs for more than five seconds."""

    def ring(_signal, _frame):
        raise TimeoutError("it hangs")

    before = signal.signal(signal.SIGALRM, ring)
    signal.alarm(5)
    yield
    signal.alarm(0)
    signal.signal(signal.SIGALRM, before)


@pytest.fixture
def told_by():
    """Return a function that runs some work and returns its DiskError, or None without one."""

    def run(work: Callable[[], Any]) -> DiskError | None:
        try:
            work()
        except DiskError as error:
            return error
        return None

    return run


@pytest.fixture
def leftovers(tmp_path):
    """Return a function that lists the temporary files lying about under the test's folder."""

    def found() -> list[Path]:
        return sorted(tmp_path.rglob(".*.tmp"))

    return found


@pytest.fixture
def parent():
    """Return the number of this process, for work that is done in another one to tell."""
    return os.getpid()


class Forked(list[int]):
    """The numbers of the processes that were forked."""

    def none_left(self) -> bool:
        """Tell whether all of them have ended and were waited for."""
        for child in self:
            with pytest.raises(ChildProcessError):
                os.waitpid(child, os.WNOHANG)
        return True


@pytest.fixture
def children(monkeypatch):
    """Return the processes that are forked, on a machine of two processors."""
    begun = Forked()
    fork = os.fork

    def counted():
        child = fork()
        if child:
            begun.append(child)
        return child

    monkeypatch.setattr(os, "fork", counted)
    for module in (ahead, sharing):
        monkeypatch.setattr(module, "processors", lambda: 2)
    return begun


@pytest.fixture
def no_fork(monkeypatch):
    """Let no process be had on a machine of two processors; hold that no descriptor is left."""

    def refused():
        raise BlockingIOError

    for module in (ahead, sharing):
        monkeypatch.setattr(module, "processors", lambda: 2)
    monkeypatch.setattr(os, "fork", refused)
    first_free = os.dup(0)
    os.close(first_free)
    yield
    assert os.dup(0) == first_free
    os.close(first_free)


ENDS = {
    "killed": lambda: os.kill(os.getpid(), signal.SIGKILL),
    "ended": lambda: os._exit(3),
    "raised": lambda: pickle.loads(b"no pickle"),  # noqa: S301 to raise
    "interrupted": lambda: exec("raise KeyboardInterrupt"),  # noqa: S102 as Ctrl-C does
}


@pytest.fixture(params=ENDS.values(), ids=ENDS)
def end(request):
    """Return a way in which a process ends before its work is done."""
    return request.param
