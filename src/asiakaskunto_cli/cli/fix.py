"""`kunto validate --fix`: shows what would be mended as a diff, asks, and writes it."""

from __future__ import annotations

import difflib
import os
import sys
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from asiakaskunto_cli.checklist.changes.bump import Version
from asiakaskunto_cli.checklist.changes.findings import LOWERED, TOO_SMALL
from asiakaskunto_cli.checklist.changes.review import Review
from asiakaskunto_cli.checklist.load import load_checklist
from asiakaskunto_cli.cli import streams
from asiakaskunto_cli.cli.against import reviewed
from asiakaskunto_cli.cli.kinds import kind_of
from asiakaskunto_cli.cli.mending import Wish, mended
from asiakaskunto_cli.cli.prompt import agreed, on_terminal
from asiakaskunto_cli.cli.schema import MODELS, Kind
from asiakaskunto_cli.cli.selection import Selection
from asiakaskunto_cli.cli.to_check import is_foreign, is_report, to_check
from asiakaskunto_cli.errors import BadInputError, DiskError
from asiakaskunto_cli.files.read import read_regular
from asiakaskunto_cli.files.refusal import shown
from asiakaskunto_cli.files.write import replace
from asiakaskunto_cli.language import gettext as _
from asiakaskunto_cli.language import ngettext
from asiakaskunto_cli.source import quoting
from asiakaskunto_cli.source.reader import read_text
from asiakaskunto_cli.source.refusals import MAX_BYTES
from asiakaskunto_cli.words import clean

# The findings that are mended beside those of the version: a text that wants quotes.
QUOTE_CODES = (quoting.MISFIT, quoting.CODE)


@dataclass(frozen=True, slots=True)
class Mended:
    """A file that would not stay as it is."""

    path: Path
    before: bytes
    after: bytes


def fix(
    paths: Sequence[Path],
    against: str | None,
    selection: Selection,
    *,
    yes: bool,
    is_result: bool,
) -> bool:
    """Show what would be mended in files and folders, ask, and write it.

    Return whether nothing is left to mend. The diff goes to stdout where it is a result. Raises as
    ``reviewed`` does, BadInputError where a file has changed since it was read, and DiskError.
    """
    versions: Mapping[str, Version] = {}
    if against is not None and any(map(selection.wants, (TOO_SMALL, LOWERED))):
        versions = _owed(reviewed(paths, against), selection)
    found = [
        mended
        for file in to_check(paths).files
        if not is_report(file)
        for mended in _mended(file, versions.get(str(file)), selection)
    ]
    for one in found:
        _show("".join(diff(one)), is_result=is_result)
    if not found or not _is_wanted(len(found), yes=yes):
        return not found
    for one in found:
        _write(one)
    return True


def _is_wanted(files: int, *, yes: bool) -> bool:
    """Return whether what was shown is to be written: it was said, or a person agrees."""
    question = ngettext("Mend {count} file? (k/e, y/n)", "Mend {count} files? (k/e, y/n)", files)
    if yes or (on_terminal() and agreed(question.format(count=files))):
        return True
    streams.talk(_("Nothing was written. To write it, say: --fix --yes"))
    return False


def _owed(review: Review, selection: Selection) -> Mapping[str, Version]:
    """Return the versions that files owe, of findings that are wanted; others owe none.

    What a file with other errors owes is only known once they are mended, and that is told.
    """
    codes = {one.file: one.code for one in review.findings if one.code in {TOO_SMALL, LOWERED}}
    wanted = {file for file, code in codes.items() if selection.wants(code)}
    owed = {}
    for one in review.compared:
        file = one.source.file
        if file in wanted and load_checklist(one.source).checklist is not None:
            owed[file] = one.changes.required
        elif file in wanted:
            words = _("The version of {path} is not raised before its other errors are mended.")
            streams.talk(words.format(path=shown(Path(file))))
    return owed


def _mended(path: Path, version: Version | None, selection: Selection) -> Iterator[Mended]:
    """Yield a file that would not stay as it is; one that cannot be read is left to the check."""
    try:
        content = read_regular(path, limit_bytes=MAX_BYTES)
    except BadInputError:
        return
    kind = kind_of(read_text(str(path), content), path)
    if kind not in MODELS or is_foreign(path, content):
        return
    wish = Wish(
        kind,
        MODELS[Kind(kind)],
        version,
        quotes=list(filter(selection.wants, QUOTE_CODES)),
        # No code stands for the line that leads to a schema: it is for editors alone.
        modeline=not selection.select,
    )
    after = mended(path, content, wish)
    if after != content:
        yield Mended(path, content, after)


def _show(text: str, *, is_result: bool) -> None:
    """Write a diff for a person, or for a program that applies it, byte for byte."""
    if is_result and not sys.stdout.isatty():
        streams.result(text.encode())
        return
    safe = clean(text.replace("\r\n", "\n"))
    if is_result:
        streams.result(safe)
    else:
        streams.talk(safe.rstrip("\n"))


def diff(one: Mended) -> Iterator[str]:
    """Yield the lines of a unified diff, as patch and git apply read it (with -p0)."""
    before, after = (content.decode().split("\n") for content in (one.before, one.after))
    name = clean(str(one.path)).replace("\n", "\\n")
    for line in difflib.unified_diff(_lines(before), _lines(after), name, name):
        yield line if line.endswith("\n") else f"{line}\n\\ No newline at end of file\n"


def _lines(parts: Sequence[str]) -> list[str]:
    """Return the lines of a text that was split at its line feeds, each with its own."""
    *whole, last = parts
    return [f"{line}\n" for line in whole] + ([last] if last else [])


def _write(one: Mended) -> None:
    # Writing replaces the file, which a protected one in an open folder would allow.
    if not os.access(one.path, os.W_OK):
        message = _("{path} is protected from writing, and was not mended.")
        remedy = _("Take the protection off, or leave the file out.")
        raise DiskError(message.format(path=shown(one.path)), remedy=remedy)
    if read_regular(one.path, limit_bytes=MAX_BYTES) != one.before:
        message = _("{path} has changed meanwhile, and was not mended.")
        raise BadInputError(
            message.format(path=shown(one.path)), remedy=_("Run the command again.")
        )
    replace(one.path, one.after)
    streams.talk(_("Mended: {path}").format(path=shown(one.path)))
