"""Reads files as they were in a git revision, by git itself: no shell, no checkout, no network."""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Iterator, Sequence
from pathlib import Path

from asiakaskunto_cli.errors import BadInputError
from asiakaskunto_cli.files.refusal import shown
from asiakaskunto_cli.language import gettext as _
from asiakaskunto_cli.words import clean

# A git hook runs with these set for its own repository; the one that is meant is the file's.
_OF_A_HOOK = ("GIT_DIR", "GIT_INDEX_FILE", "GIT_PREFIX", "GIT_WORK_TREE")
# Missing objects of a partial clone are not fetched, nothing is asked, messages are English.
_SETTINGS = {"GIT_NO_LAZY_FETCH": "1", "GIT_TERMINAL_PROMPT": "0", "LC_ALL": "C"}
_BLOB = b"blob"
_REGULAR = (b"100644", b"100755")


def repository_of(folder: Path) -> Path:
    """Return the outermost folder of the git repository that a folder belongs to.

    Raises BadInputError where git is not installed or the folder is in no repository.
    """
    found = _git(folder, "rev-parse", "--show-toplevel")
    if found.returncode:
        message = _("The folder {folder} is in no git repository that git can read: {reason}.")
        reason = _reason(found.stderr)
        raise BadInputError(message.format(folder=shown(folder), reason=reason), remedy=_instead())
    return Path(os.fsdecode(found.stdout.rstrip(b"\n")))


def read_revision(
    repository: Path, revision: str, suffixes: Sequence[str], *, limit_bytes: int
) -> Iterator[tuple[Path, bytes]]:
    """Yield the regular files of a revision with one of these suffixes: their path, their content.

    Paths are below the repository. Larger files, and those in folders whose name starts with a
    full stop, are passed over. Raises BadInputError where there is no such revision.
    """
    listed = _asked(
        repository, "ls-tree", "-r", "-l", "-z", "--full-tree", _commit(repository, revision)
    )
    objects = {
        path: digest
        for path, digest, size in _blobs(listed)
        if path.name.endswith(tuple(suffixes)) and size <= limit_bytes and not _hidden(path)
    }
    yield from zip(objects, _contents(repository, list(objects.values())), strict=True)


def _blobs(listed: bytes) -> Iterator[tuple[Path, bytes, int]]:
    """Yield path, digest and size of the regular files that ls-tree lists."""
    for line in filter(None, listed.split(b"\0")):
        facts, _tab, name = line.partition(b"\t")
        mode, kind, digest, size = facts.split()
        if kind == _BLOB and mode in _REGULAR:
            yield Path(os.fsdecode(name)), digest, int(size)


def _hidden(path: Path) -> bool:
    return any(part.startswith(".") for part in path.parts)


def _commit(repository: Path, revision: str) -> str:
    """Return the digest of a revision: what a person typed is never an argument after this."""
    found = None
    if not revision.startswith("-"):
        found = _git(repository, "rev-parse", "--verify", "--quiet", f"{revision}^{{commit}}")
    if found is None or found.returncode:
        message = _("There is no file, folder or git revision “{name}”.")
        remedy = _deeper() if _is_shallow(repository) else _instead()
        raise BadInputError(message.format(name=clean(revision)), remedy=remedy)
    return found.stdout.decode().strip()


def _is_shallow(repository: Path) -> bool:
    """Return whether a clone was made without the older commits, as CI makes them."""
    return _git(repository, "rev-parse", "--is-shallow-repository").stdout.strip() == b"true"


def _contents(repository: Path, digests: Sequence[bytes]) -> Iterator[bytes]:
    """Yield the content of every object, by one process for all of them."""
    answer = _asked(
        repository, "cat-file", "--batch", typed=b"".join(b"%b\n" % one for one in digests)
    )
    at = 0
    for _digest in digests:
        end = answer.index(b"\n", at)
        size = int(answer[at:end].split()[-1])
        yield answer[end + 1 : end + 1 + size]
        at = end + size + 2


def _asked(repository: Path, *words: str, typed: bytes = b"") -> bytes:
    """Return what git says; raise BadInputError where it refuses."""
    found = _git(repository, *words, typed=typed)
    if found.returncode:
        message = _("git could not read {folder}: {reason}.")
        reason = _reason(found.stderr)
        raise BadInputError(
            message.format(folder=shown(repository), reason=reason), remedy=_instead()
        )
    return found.stdout


def _git(folder: Path, *words: str, typed: bytes = b"") -> subprocess.CompletedProcess[bytes]:
    program = shutil.which("git")
    if program is None:
        message = _("git is not installed, so no earlier revision can be read.")
        raise BadInputError(message, remedy=_instead())
    kept = {name: value for name, value in os.environ.items() if name not in _OF_A_HOOK}
    return subprocess.run(  # noqa: S603 git, by its path, with words of our own and digests
        [program, *words],
        cwd=folder,
        env=kept | _SETTINGS,
        input=typed,
        capture_output=True,
        check=False,
    )


def _reason(said: bytes) -> str:
    """Return the first line that git said, without its "fatal:" and without a full stop."""
    first = clean(said.decode(errors="replace")).partition("\n")[0]
    return first.removeprefix("fatal: ").rstrip(".")


def _deeper() -> str:
    return _(
        "The older commits were not fetched. Get them with: git fetch --unshallow (in GitHub "
        "Actions fetch-depth: 0, in GitLab GIT_DEPTH: 0)."
    )


def _instead() -> str:
    return _("Name an earlier file, a folder, or a git revision such as HEAD.")
