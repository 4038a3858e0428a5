"""kunto as a person or a script runs it: a process of its own, in a folder of its own.

It is a forked one (see ``forked``) except where a test is about what only a new one has.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

import pytest

import forked


@dataclass(frozen=True)
class Ran:
    """How a command ended, and what it said."""

    code: int
    out: str
    err: str

    @property
    def path(self) -> Path:
        """The one path that is the result."""
        assert self.out.endswith("\n")
        assert self.out.count("\n") == 1
        return Path(self.out[:-1])


@pytest.fixture
def environment(tmp_path) -> Mapping[str, str]:
    """Return an environment in which nothing of this computer's user is seen or changed."""
    names = ("PATH", "LANG", "TZ", "COVERAGE_PROCESS_CONFIG")
    kept = {name: os.environ[name] for name in names if name in os.environ}
    home = tmp_path / "home"
    home.mkdir()
    state = str(tmp_path / "state")
    return {**kept, "HOME": str(home), "KUNTO_STATE_DIR": state, "KUNTO_LANG": "en"}


@pytest.fixture
def work(tmp_path) -> Path:
    """Return the folder in which commands are run."""
    folder = tmp_path / "work"
    folder.mkdir()
    return folder


@pytest.fixture
def command() -> list[str]:
    """Return the words that start a new kunto, for what a forked one cannot show."""
    return [sys.executable, "-m", "asiakaskunto_cli"]


@pytest.fixture
def unmeasured(environment) -> Mapping[str, str]:
    """Return the environment of a kunto that a signal strikes: without coverage.

    Where SIGINT comes while coverage holds its lock, the process waits for itself for ever.
    """
    return {name: value for name, value in environment.items() if "COVERAGE" not in name}


@pytest.fixture
def kunto(environment, work) -> Callable[..., Ran]:
    """Return a function: kunto is run with these words, these lines are typed, it has ended."""

    def run(*words: str | Path, typed: str | bytes = b"", **changes: str) -> Ran:
        keys = typed if isinstance(typed, bytes) else typed.encode()
        return Ran(*forked.run(words, typed=keys, folder=work, environment=environment | changes))

    return run


@pytest.fixture
def drafts(environment) -> Callable[[], list[Path]]:
    """Return a function that lists the drafts there are."""
    folder = Path(environment["KUNTO_STATE_DIR"], "drafts")
    return lambda: sorted(folder.glob("*")) if folder.is_dir() else []
