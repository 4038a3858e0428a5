"""Work on files that come a batch at a time; most of it by a second process, which works ahead.

It has its next tasks before this process turns to its results, and to what it has to do with them.
Nothing hangs on it: whatever it leaves undone, this process does.
"""

from __future__ import annotations

import os
import pickle
import signal
from collections.abc import Callable, Generator, Iterable, Sequence
from contextlib import closing, suppress
from typing import BinaryIO, Generic, NamedTuple, NoReturn, TypeVar

from asiakaskunto_cli.files.sharing import processors

# To read fewer files takes no longer than to fork.
PAYS_FROM = 500
# So large a part of a batch is done here: to list the files and to keep what was found takes this
# process about as long again.
OWN_PART = 1 / 3

Label = TypeVar("Label")
Task = TypeVar("Task")
Result = TypeVar("Result")


def worked_ahead(
    batches: Iterable[tuple[Label, Sequence[Task]]], work: Callable[[Task], Result]
) -> Generator[tuple[Label, list[Result]]]:
    """Yield what the work makes of every task, in order; each batch with the label it came with.

    The next batch is taken before the results of the last one are told. Tasks and results must be
    picklable, and results the same wherever they are made. Raises what the work raises.
    """
    with closing(_Helper(work)) as helper:
        last: tuple[Label, list[Result]] | None = None
        for label, tasks in batches:
            kept = int(len(tasks) * OWN_PART) if len(tasks) >= PAYS_FROM else len(tasks)
            far = helper.results()
            helper.begin(tasks[kept:])
            if last is not None:
                yield last[0], last[1] + far
            last = label, [work(task) for task in tasks[:kept]]
        if last is not None:
            yield last[0], last[1] + helper.results()


class _Helper(Generic[Task, Result]):
    """A second process that does some tasks, then the next; it begins with the first of them."""

    def __init__(self, work: Callable[[Task], Result]) -> None:
        self._work = work
        self._undone: Sequence[Task] = ()
        self._process: _Process | None = None
        self._may_begin = processors() > 1

    def begin(self, tasks: Sequence[Task]) -> None:
        """Hand tasks on, once there are the results of those before."""
        self._undone = tasks
        if tasks and self._may_begin:
            self._may_begin = False
            self._process = _begun(self._work)
        if tasks and self._process is not None:
            with suppress(OSError):
                self._process.send(tasks)

    def results(self) -> list[Result]:
        """Return what became of the tasks that were handed on last."""
        tasks, self._undone = self._undone, ()
        if tasks and self._process is not None:
            with suppress(OSError, EOFError, pickle.UnpicklingError):
                found: list[Result] = pickle.load(self._process.results)  # noqa: S301 our own
                return found
            self.close()
        return [self._work(task) for task in tasks]

    def close(self) -> None:
        """End the second process, whatever it does."""
        if self._process is not None:
            self._process.end()
            self._process = None


class _Process(NamedTuple):
    """A forked process, and the pipes to it and from it."""

    number: int
    tasks: BinaryIO
    results: BinaryIO

    def send(self, tasks: Sequence[object]) -> None:
        """Send tasks; raises OSError where it has ended."""
        pickle.dump(tasks, self.tasks)
        self.tasks.flush()

    def end(self) -> None:
        """End it, and wait until it is gone."""
        os.kill(self.number, signal.SIGKILL)
        os.waitpid(self.number, 0)
        for stream in (self.tasks, self.results):
            # What could not be sent any more is still to be written.
            with suppress(OSError):
                stream.close()


def _begun(work: Callable[[Task], Result]) -> _Process | None:
    """Begin a process that does the work, if the system has one to spare."""
    (reads_tasks, sends_tasks), (reads_results, sends_results) = os.pipe(), os.pipe()
    try:
        number = os.fork()
    except OSError:
        for end in (reads_tasks, sends_tasks, reads_results, sends_results):
            os.close(end)
        return None
    if not number:
        os.close(sends_tasks)
        os.close(reads_results)
        _serve(work, reads_tasks, sends_results)
    os.close(reads_tasks)
    os.close(sends_results)
    return _Process(number, os.fdopen(sends_tasks, "wb"), os.fdopen(reads_results, "rb"))


def _serve(work: Callable[[Task], Result], reading: int, writing: int) -> NoReturn:
    """Do tasks as they come until there are no more, without what belongs to the parent."""
    with (
        suppress(BaseException),
        os.fdopen(reading, "rb") as tasks,
        os.fdopen(writing, "wb") as results,
    ):
        while True:
            done = [work(task) for task in pickle.load(tasks)]  # noqa: S301 our own
            pickle.dump(done, results)
            results.flush()
    os._exit(0)
