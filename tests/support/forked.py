"""kunto in a forked child of the tests: all it needs is imported there, so that it starts at once.

To the test it is a process like any other: streams, folder, session and terminal are its own, a
signal ends it, and it may be killed. To itself it is a new one: what the tests have made of
signals, descriptors, the environment and the rest is put back to what a new process finds.
"""

from __future__ import annotations

import atexit
import contextlib
import faulthandler
import gc
import importlib
import os
import pkgutil
import signal
import stat
import subprocess
import sys
import time
import traceback
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from datetime import UTC, datetime, timedelta
from functools import cache
from pathlib import Path
from typing import Any, NoReturn

from pydantic import BaseModel

import asiakaskunto_cli
from asiakaskunto_cli import language
from asiakaskunto_cli.__main__ import main
from asiakaskunto_cli.visit.events import EVENTS
from measure import Measure

# A kunto that is well needs a fraction of a second; this only ends one that hangs.
PATIENCE_SECONDS = 60

_MEASURES: dict[int, Measure] = {}


def start(
    words: Iterable[str | Path],
    *,
    folder: Path,
    environment: Mapping[str, str],
    before: Callable[[], None] = lambda: None,
    keep: Collection[int] = (),
    measured: bool = True,
    **how: Any,
) -> subprocess.Popen[bytes]:
    """Start kunto and return the process; its streams are pipes unless told otherwise.

    ``before`` is called in it first; the descriptors to ``keep`` stay open in it. Where it is not
    ``measured``, nothing is known of its coverage, and it runs twice as fast.
    """
    streams = dict.fromkeys(("stdin", "stdout", "stderr"), subprocess.PIPE)
    measure = Measure() if measured else None
    child = as_kunto(words, environment, before=before, keep=keep, measure=measure)
    # The child never comes to run this command: it is there for whoever lists processes.
    command = ["kunto", *map(str, words)]
    process = subprocess.Popen(command, cwd=folder, preexec_fn=child, **(streams | how))  # noqa: PLW1509
    if measure:
        _MEASURES[process.pid] = measure
    return process


def run(words: Iterable[str | Path], *, typed: bytes = b"", **how: Any) -> tuple[int, str, str]:
    """Run kunto; return its exit code (negative: the signal that ended it), stdout and stderr.

    Raises TimeoutExpired where it hangs, after it was killed.
    """
    return finish(start(words, **how), typed)


def finish(process: subprocess.Popen[bytes], typed: bytes = b"") -> tuple[int, str, str]:
    """Type the rest to any process and wait for its end; return what ``run`` does."""
    with process:
        try:
            out, err = process.communicate(typed, timeout=PATIENCE_SECONDS)
        finally:
            process.kill()  # or leaving would wait for one that hangs
    if measure := _MEASURES.pop(process.pid, None):
        measure.learn()
    return process.returncode, (out or b"").decode(), (err or b"").decode()


def read_to(process: subprocess.Popen[bytes], text: str) -> str:
    """Read what any process says on stderr up to a text, and return it."""
    said = b""
    while text.encode() not in said:
        piece = process.stderr.read1()
        assert piece, f"it ended before “{text}”: {said.decode()}"
        said += piece
    return said.decode()


def as_kunto(
    words: Iterable[str | Path],
    environment: Mapping[str, str],
    *,
    before: Callable[[], None] = lambda: None,
    keep: Collection[int] = (),
    measure: Measure | None = None,
) -> Callable[[], NoReturn]:
    """Return what makes a forked child kunto: give it as ``preexec_fn`` of what forks.

    That has seen to the folder, the session and the three streams. The exec it was going to do
    does not come to pass.
    """
    _import_everything()
    arguments = ["kunto", *map(str, words)]

    def become() -> NoReturn:
        code = 1
        try:
            _shed_the_parent(keep)
            if measure:
                measure.begin()
            else:
                sys.settrace(None)
            _open_streams()
            os.environ.clear()
            os.environ.update(environment)
            time.tzset()
            sys.argv = arguments
            before()
            code = main()
        except SystemExit as end:
            code = end.code
        except BaseException:  # noqa: BLE001 the end of the process, as the interpreter does it
            traceback.print_exc()
        finally:
            try:
                code = _leave(code)
                if measure:
                    measure.tell()
            finally:
                os._exit(code)

    return become


@cache
def _import_everything() -> None:
    """Import every module of kunto, and load the data that one of its processes comes to need."""
    for module in pkgutil.walk_packages(asiakaskunto_cli.__path__, "asiakaskunto_cli."):
        with contextlib.suppress(ModuleNotFoundError):  # of a library that is an extra
            importlib.import_module(module.name)
    for model in _models_under(BaseModel):
        model.model_rebuild()  # where its building was put off until it is used
    EVENTS.rebuild()
    moment = datetime.now(tz=UTC)
    for code in language.available():
        with language.speaking(code):
            language.format_number(1.5)
            language.format_date_and_time(moment)
            language.format_span(timedelta(days=1))


def _models_under(model: type[BaseModel]) -> Iterator[type[BaseModel]]:
    for child in model.__subclasses__():
        if child.__module__.startswith("asiakaskunto_cli."):
            yield child
        yield from _models_under(child)


def _shed_the_parent(keep: Collection[int]) -> None:
    """Let go of what an exec would have let go of."""
    atexit._clear()
    # What was there before the fork is no garbage; to look at it would copy shared memory.
    gc.freeze()
    gc.enable()
    faulthandler.disable()
    for number in signal.valid_signals() - {signal.SIGKILL, signal.SIGSTOP}:
        signal.signal(number, signal.SIG_DFL)
    signal.signal(signal.SIGINT, signal.default_int_handler)
    for number in (signal.SIGPIPE, signal.SIGXFSZ):
        signal.signal(number, signal.SIG_IGN)  # as every Python does
    for descriptor in {int(one.name) for one in Path("/dev/fd").iterdir()} - {0, 1, 2, *keep}:
        _close_unless_file(descriptor)


def _close_unless_file(descriptor: int) -> None:
    """Close a pipe or a terminal: it ends for its reader when nobody else has it open.

    A file harms nobody, and ``measure`` writes to one.
    """
    with contextlib.suppress(OSError):  # one was open only to list the others
        if not stat.S_ISREG(os.fstat(descriptor).st_mode):
            os.close(descriptor)


def _open_streams() -> None:
    """Open the three streams as the interpreter does where the encoding is UTF-8."""
    sys.stdin = open(0, encoding="utf-8", closefd=False)  # noqa: SIM115 open to the end
    sys.stdout = open(1, "w", encoding="utf-8", closefd=False)  # noqa: SIM115 as above
    sys.stderr = open(  # noqa: SIM115 as above
        2, "w", buffering=1, encoding="utf-8", errors="backslashreplace", closefd=False
    )


def _leave(code: int | None) -> int:
    """Do what the interpreter does at the end, and return the exit code."""
    atexit._run_exitfuncs()
    try:
        sys.stdout.flush()
        sys.stderr.flush()
    except OSError:
        return 120
    return code or 0
