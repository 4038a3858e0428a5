"""Which files `kunto validate` checks: those named, and in folders every one that is kunto's."""

from __future__ import annotations

import os
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from asiakaskunto_cli.checklist.library import SUFFIXES
from asiakaskunto_cli.errors import BadInputError, KuntoError
from asiakaskunto_cli.files.read import first_bytes
from asiakaskunto_cli.files.refusal import reason, shown
from asiakaskunto_cli.language import gettext as _
from asiakaskunto_cli.programme.find import FILE as PROGRAMME
from asiakaskunto_cli.report.listing import EVIDENCE

REPORT_SUFFIX = ".json"

# A report says what it is in its first line; one that is damaged just there keeps its name.
SAYS_REPORT = re.compile(rb'\A[\s\xef\xbb\xbf]*\{\s*"kind"\s*:\s*"report"')
NAMED_REPORT = re.compile(r"\A\d{4}-\d\d-\d\d_.+_[0-9a-f]{8}\.json\Z")
FIRST_BYTES = 256

# A key that every YAML file of kunto's has, or one that is in it if somebody forgot that: at the
# start of a line, or anywhere in braces. That a file runs kunto does not make it kunto's.
OWN = re.compile(
    rb"""^[\xef\xbb\xbf\xff\xfe]*["']?(?:kunto|sections|practices|figures|answers)["']?\s*:"""
    rb"""|[{,]\s*["']?kunto["']?\s*:""",
    re.MULTILINE,
)


@dataclass(slots=True)
class ToCheck:
    """Files, each once, in the order in which they were named; and what cannot be looked into.

    ``found`` are those that nobody named, so that they may be another program's.
    """

    files: list[Path] = field(default_factory=list)
    found: set[Path] = field(default_factory=set)
    unreadable: dict[str, KuntoError] = field(default_factory=dict)


def to_check(paths: Iterable[Path]) -> ToCheck:
    """Return the files under some paths: those named, and of folders the YAML and the reports."""
    found = ToCheck()
    seen: dict[str, Path] = {}
    for path in paths:
        for file in _under(path, found):
            # Path.resolve raises at a link that leads back to itself.
            real = os.path.realpath(file)
            if real not in seen:
                seen[real] = file
                found.files.append(file)
                found.found.add(file)
            if file is path:
                found.found.discard(seen[real])
    return found


def _under(path: Path, found: ToCheck) -> Iterator[Path]:
    """Yield the file, or every file in the folder that is kunto's; without any it is unreadable."""
    if not os.path.isdir(path):  # noqa: PTH112 Path.is_dir raises at an overlong name
        yield path
        return
    empty = True

    def not_listed(error: OSError) -> None:
        folder = Path(error.filename)
        message = _("The folder {path} cannot be listed: {reason}.")
        message = message.format(path=shown(folder), reason=reason(error))
        found.unreadable[str(folder)] = BadInputError(message, remedy=_("Check who may read it."))

    for folder, folders, names in os.walk(path, onerror=not_listed):
        folders[:] = sorted(one for one in folders if one != EVIDENCE and one[0] != ".")
        for name in sorted(names):
            file = Path(folder, name)
            if name[0] != "." and (name.endswith(SUFFIXES) or is_report(file)):
                empty = False
                yield file
    if empty and str(path) not in found.unreadable:
        message = _("There is no YAML file and no report in {path}.").format(path=shown(path))
        remedy = _("Name a file or another folder.")
        found.unreadable[str(path)] = BadInputError(message, remedy=remedy)


def is_foreign(path: Path, content: bytes) -> bool:
    """Tell whether a YAML file is another program's: nothing in it is kunto's, nor is its name."""
    # UTF-16, which is a finding, has a zero byte beside every letter.
    bare = content.replace(b"\0", b"")
    return bool(bare.strip()) and path.name != PROGRAMME and not OWN.search(bare)


def is_report(path: Path) -> bool:
    """Tell whether a JSON file is meant to be a report: by its first line, else by its name."""
    if path.suffix != REPORT_SUFFIX:
        return False
    if NAMED_REPORT.match(path.name):
        return True
    return SAYS_REPORT.match(first_bytes(path, FIRST_BYTES)) is not None
