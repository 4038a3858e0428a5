"""Checking many files of any kind in one run: what was found, in the order of the files."""

from __future__ import annotations

import os
from collections.abc import Sequence
from functools import partial
from pathlib import Path

from asiakaskunto_cli.cli.kinds import Surroundings, findings_of
from asiakaskunto_cli.cli.to_check import is_foreign, is_report, to_check
from asiakaskunto_cli.errors import BadInputError, KuntoError
from asiakaskunto_cli.files.read import read_regular
from asiakaskunto_cli.files.refusal import shown
from asiakaskunto_cli.files.sharing import worked
from asiakaskunto_cli.language import gettext as _
from asiakaskunto_cli.pages.checked import Checked
from asiakaskunto_cli.source.finding import Finding, Severity
from asiakaskunto_cli.source.refusals import MAX_BYTES

# Where GitHub and GitLab say that the repository is; a job may work in a folder of it.
ROOTS = ("GITHUB_WORKSPACE", "CI_PROJECT_DIR")


def check(paths: Sequence[Path], *, strict: bool) -> Checked:
    """Return what is wrong with the files under some paths."""
    found = to_check(paths)
    work = partial(_checked, around=Surroundings())
    # The first one makes what all others need too, before there are more processes.
    results = [*map(work, found.files[:1]), *worked(found.files[1:], work)]
    files: list[str] = []
    findings: list[Finding] = []
    unreadable = dict(found.unreadable)
    passed_over: list[str] = []
    for path, result in zip(found.files, results, strict=True):
        file = str(path)
        if isinstance(result, KuntoError):
            unreadable[file] = result
        elif path in found.found and _fails(result) and _is_foreign(path):
            passed_over.append(file)
        else:
            files.append(file)
            findings.extend(result)
    if passed_over and not files and not unreadable:
        unreadable = {str(path): _nothing(path) for path in paths}
    return Checked(
        files, findings, unreadable, strict=strict, base=_base(), passed_over=passed_over
    )


def _fails(result: Sequence[Finding]) -> bool:
    return any(one.severity is Severity.ERROR for one in result)


def _is_foreign(path: Path) -> bool:
    """Return whether a file that was found to be wrong is none of kunto's at all."""
    try:
        return not is_report(path) and is_foreign(path, read_regular(path, limit_bytes=MAX_BYTES))
    except BadInputError:
        return False


def _nothing(folder: Path) -> KuntoError:
    message = _("There is nothing of kunto's in {path}.").format(path=shown(folder))
    return BadInputError(message, remedy=_("Name a file or another folder."))


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
