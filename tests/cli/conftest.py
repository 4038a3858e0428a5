"""kunto as a person or a script runs it: a process of its own, in a folder of its own."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

import pytest


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
    """Return the words that start kunto."""
    return [sys.executable, "-m", "asiakaskunto_cli"]


@pytest.fixture
def kunto(environment, work, command) -> Callable[..., Ran]:
    """Return a function: kunto is run with these words, these lines are typed, it has ended."""

    def run(*words: str | Path, typed: str | bytes = b"", **changes: str) -> Ran:
        ended = subprocess.run(
            [*command, *map(str, words)],
            input=typed if isinstance(typed, bytes) else typed.encode(),
            capture_output=True,
            cwd=work,
            env={**environment, **changes},
            timeout=30,
            check=False,
        )
        return Ran(ended.returncode, ended.stdout.decode(), ended.stderr.decode())

    return run


@pytest.fixture
def drafts(environment) -> Callable[[], list[Path]]:
    """Return a function that lists the drafts there are."""
    folder = Path(environment["KUNTO_STATE_DIR"], "drafts")
    return lambda: sorted(folder.glob("*")) if folder.is_dir() else []
