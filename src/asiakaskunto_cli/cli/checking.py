"""Checking many files of any kind in one run: what was found, in the order of the files."""

from __future__ import annotations

import os
from collections.abc import Iterable, Sequence
from functools import partial
from pathlib import Path

from asiakaskunto_cli.cli.kinds import Surroundings, findings_of
from asiakaskunto_cli.cli.to_check import to_check
from asiakaskunto_cli.errors import BadInputError, KuntoError
from asiakaskunto_cli.files.halves import worked
from asiakaskunto_cli.pages.checked import Checked
from asiakaskunto_cli.source.finding import Finding

# Where GitHub and GitLab say that the repository is; a job may work in a folder of it.
ROOTS = ("GITHUB_WORKSPACE", "CI_PROJECT_DIR")


def check(paths: Iterable[Path], *, strict: bool) -> Checked:
    """Return what is wrong with the files under some paths."""
    found = to_check(paths)
    work = partial(_checked, around=Surroundings())
    # The first one makes what all others need too, before there are two processes.
    results = [*map(work, found.files[:1]), *worked(found.files[1:], work)]
    files: list[str] = []
    findings: list[Finding] = []
    unreadable = dict(found.unreadable)
    for file, result in zip(map(str, found.files), results, strict=True):
        if isinstance(result, KuntoError):
            unreadable[file] = result
        else:
            files.append(file)
            findings.extend(result)
    return Checked(files, findings, unreadable, strict=strict, base=_base())


def _checked(path: Path, around: Surroundings) -> Sequence[Finding] | KuntoError:
    """Return what is wrong with a file, or why it cannot be read."""
    try:
        return findings_of(path, around)
    except BadInputError as error:
        return error


def _base() -> Path:
    """Return the root of the repository as CI tells it, else the working folder."""
    here = Path(os.path.realpath("."))
    roots = [Path(os.path.realpath(os.environ[name])) for name in ROOTS if os.environ.get(name)]
    return next((root for root in roots if here.is_relative_to(root)), here)
