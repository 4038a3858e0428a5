"""Work on many files by a process a processor, where the system can fork; results keep their order.

Each takes the next part of the work as soon as it is free, so that none waits long for a slower
one. Nothing hangs on the other processes: whatever they leave undone, this one does.
"""

from __future__ import annotations

import os
import pickle
import signal
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack, contextmanager, suppress
from typing import NoReturn, TypeVar, cast

# To check so many files takes longer than to fork, and to send back what was found.
PAYS_FROM = 50
# What one process does for all (to begin, to tell what was found) outweighs what more would save.
MOST_PROCESSES = 4
# As many as the numbers that a byte can hold: a ticket is one byte.
MOST_PARTS = 256

Task = TypeVar("Task")
Result = TypeVar("Result")
Done = dict[int, list[Result]]


def worked(tasks: Sequence[Task], work: Callable[[Task], Result]) -> list[Result]:
    """Return what the work makes of every task, in order.

    Results must be picklable, and the same wherever they are made. Raises what the work raises.
    """
    processes = min(processors(), MOST_PROCESSES, 1 + len(tasks) // PAYS_FROM)
    if processes == 1:
        return [work(task) for task in tasks]
    count = min(MOST_PARTS, len(tasks))
    parts = [tasks[number::count] for number in range(count)]
    with _tickets(count) as tickets, ExitStack() as others:

        def take() -> Done[Result]:
            """Do the next part that nobody has taken, until there is none; return the results."""
            numbers = iter(lambda: os.read(tickets, 1), b"")
            return {number: [work(task) for task in parts[number]] for (number,) in numbers}

        far = [others.enter_context(_begun(take)) for _process in range(1, processes)]
        done = take()
        for its_results in far:
            done |= its_results()
    results: list[Result | None] = [None] * len(tasks)
    for number, part in enumerate(parts):
        results[number::count] = done.get(number) or [work(task) for task in part]
    return cast("list[Result]", results)


@contextmanager
def _tickets(count: int) -> Iterator[int]:
    """Give a pipe that holds the numbers below a count: each is read by one process alone."""
    reading, writing = os.pipe()
    os.write(writing, bytes(range(count)))
    # Without a writer, whoever reads after the last one meets the end and does not wait.
    os.close(writing)
    try:
        yield reading
    finally:
        os.close(reading)


@contextmanager
def _begun(take: Callable[[], Done[Result]]) -> Iterator[Callable[[], Done[Result]]]:
    """Begin in a forked process too, for what waits for its results (none: it failed)."""
    reading, writing = os.pipe()
    try:
        child = os.fork()
    except OSError:
        os.close(reading)
        os.close(writing)
        yield dict
        return
    if not child:
        os.close(reading)
        _send(take, writing)
    os.close(writing)
    with open(reading, "rb") as stream:  # noqa: PTH123 a descriptor has no path
        ended = False

        def results() -> Done[Result]:
            nonlocal ended
            content = stream.read()
            _, status = os.waitpid(child, 0)
            ended = True
            found: Done[Result] = {} if status else pickle.loads(content)  # noqa: S301 our own
            return found

        try:
            yield results
        finally:
            if not ended:
                os.kill(child, signal.SIGKILL)
                os.waitpid(child, 0)


def _send(take: Callable[[], Done[Result]], writing: int) -> NoReturn:
    """Do the work, send the results, and end this process without what belongs to its parent."""
    status = 1
    with suppress(BaseException), open(writing, "wb") as stream:
        pickle.dump(take(), stream)
        status = 0
    os._exit(status)


def processors() -> int:
    """Return how many processors there are for processes that are forked, one if none can be."""
    # A forked process on macOS may not touch what its system libraries began before.
    if sys.platform == "darwin" or not hasattr(os, "fork"):
        return 1
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1
