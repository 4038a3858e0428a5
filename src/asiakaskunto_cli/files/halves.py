"""Work on many files by two processes where the system can fork one; the results keep their order.

Nothing hangs on the second process: whatever becomes of it, this one does what is left.
"""

from __future__ import annotations

import os
import pickle
import signal
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from typing import NoReturn, TypeVar, cast

# To check so many files takes longer than to fork, and to send back what was found.
PAYS_FROM = 50

Task = TypeVar("Task")
Result = TypeVar("Result")


def worked(
    tasks: Sequence[Task], work: Callable[[Task], Result], *, pays_from: int = PAYS_FROM
) -> list[Result]:
    """Return what the work makes of every task, in order.

    Results must be picklable, and the same wherever they are made. Raises what the work raises.
    """
    if len(tasks) < pays_from or not _can_fork():
        return [work(task) for task in tasks]
    # Every other one: neighbours in a folder are alike, so both halves take as long.
    results: list[Result | None] = [None] * len(tasks)
    with _begun(tasks[1::2], work) as far:
        results[::2] = [work(task) for task in tasks[::2]]
        results[1::2] = far() or [work(task) for task in tasks[1::2]]
    return cast("list[Result]", results)


@contextmanager
def _begun(
    tasks: Sequence[Task], work: Callable[[Task], Result]
) -> Iterator[Callable[[], Sequence[Result]]]:
    """Begin the work in a forked process, for what waits for its results (none: it failed)."""
    reading, writing = os.pipe()
    try:
        child = os.fork()
    except OSError:
        os.close(reading)
        os.close(writing)
        yield tuple
        return
    if not child:
        os.close(reading)
        _send(tasks, work, writing)
    os.close(writing)
    with open(reading, "rb") as stream:  # noqa: PTH123 a descriptor has no path
        ended = False

        def results() -> Sequence[Result]:
            nonlocal ended
            content = stream.read()
            _, status = os.waitpid(child, 0)
            ended = True
            found: Sequence[Result] = () if status else pickle.loads(content)  # noqa: S301 our own
            return found

        try:
            yield results
        finally:
            if not ended:
                os.kill(child, signal.SIGKILL)
                os.waitpid(child, 0)


def _send(tasks: Sequence[Task], work: Callable[[Task], Result], writing: int) -> NoReturn:
    """Do the work, send the results, and end this process without what belongs to its parent."""
    status = 1
    with suppress(BaseException), open(writing, "wb") as stream:
        pickle.dump([work(task) for task in tasks], stream)
        status = 0
    os._exit(status)


def _can_fork() -> bool:
    """Tell whether a fork is safe and there is a second processor for it."""
    # A forked process on macOS may not touch what its system libraries began before.
    if sys.platform == "darwin" or not hasattr(os, "fork"):
        return False
    return len(os.sched_getaffinity(0)) > 1 if hasattr(os, "sched_getaffinity") else True
