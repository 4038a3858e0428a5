"""Where checklists are: a programme's own folder first, then the ones shipped with kunto.

A checklist's file is named by its id.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path

from asiakaskunto_cli.checklist.load import Loaded, load_checklist
from asiakaskunto_cli.checklist.nearest import nearest_ids
from asiakaskunto_cli.errors import BadInputError, UsageError
from asiakaskunto_cli.files.read import read_regular
from asiakaskunto_cli.language import gettext as _
from asiakaskunto_cli.source.reader import read_source
from asiakaskunto_cli.source.refusals import MAX_BYTES
from asiakaskunto_cli.words import Method, clean

PACKAGE = Path(__file__).parents[1]
SUFFIXES = (".yaml", ".yml")

# The kind of a file that does not say.
CHECKLIST = "checklist"

# The kinds that are no checklists; a key of the outermost map starts its line. A misspelt kind is
# not among them: its file is named as a checklist that cannot be used.
OTHER_KIND = re.compile(rb"(?m)^kind:[ \t]*[\"']?(answers|figures|plan|practices)\b")

KIND_KEY = b"kind:"

# What a visit runs when no checklist is named.
BASE: Mapping[Method, str] = {
    Method.OBSERVE: "havainnointi-perusmittaus",
    Method.TEST: "testiasiakas-perusmittaus",
    Method.ASK: "kysy-suoraan-asiakkaalta",
}


def shipped_folder() -> Path:
    """Return the folder of the shipped checklists.

    In an installed package they lie inside it; in a checkout (also an editable install), beside
    ``src``. Raises BadInputError where neither is there: the installation is broken.
    """
    for folder in (PACKAGE / "shipped" / "checklists", PACKAGE.parents[1] / "checklists"):
        if folder.is_dir():
            return folder
    message = _("The checklists that come with kunto are missing.")
    raise BadInputError(message, remedy=_("Install kunto again."))


def find_checklist(name: str, own_folder: Path) -> Path:
    """Return the file of a checklist, named by its id or by a path.

    Raises UsageError where there is none, naming the nearest known id.
    """
    if name.endswith(SUFFIXES) or Path(name).name != name:
        return Path(name)
    known = checklist_files(own_folder)
    if name in known:
        return known[name]
    remedy = _meant(nearest_ids(name, known))
    raise UsageError(_("There is no checklist “{name}”.").format(name=clean(name)), remedy=remedy)


def _meant(near: Sequence[str]) -> str:
    """Return what a person can do who named a checklist that there is not."""
    if not near:
        return _("List them with: kunto checklist list; look for a word with --find WORD.")
    if len(near) == 1:
        return _("Did you mean “{word}”?").format(word=near[0])
    return _("Did you mean one of these: {words}?").format(words=", ".join(near))


def checklist_files(own_folder: Path) -> Mapping[str, Path]:
    """Return the file of every checklist by id; a programme's own hides a shipped one."""
    found: dict[str, Path] = {}
    for folder in (shipped_folder(), own_folder):
        for path in files_of_kind(folder, CHECKLIST):
            found[path.stem] = path
    return dict(sorted(found.items()))


def files_of_kind(folder: Path, kind: str) -> Iterator[Path]:
    """Yield the YAML files of a folder (it may not exist) whose kind this is, by name."""
    for path in _yaml_files(folder):
        if _kind_of(path) == kind:
            yield path


def files_by_kind(folders: Iterable[Path]) -> Mapping[str, Sequence[Path]]:
    """Return the YAML files of folders (which may not exist) by kind; each is looked into once."""
    found: dict[str, list[Path]] = {}
    for folder in dict.fromkeys(folders):
        for path in _yaml_files(folder):
            found.setdefault(_kind_of(path), []).append(path)
    return found


def _kind_of(path: Path) -> str:
    """Return the kind a file says it is, without reading it as YAML: a library has many."""
    try:
        content = read_regular(path, limit_bytes=MAX_BYTES)
    except BadInputError:
        return CHECKLIST  # whoever reads it as one is told what is wrong with it
    # To look for a fixed text takes a hundredth of the time of the pattern; most files lack it.
    said = OTHER_KIND.search(content) if KIND_KEY in content else None
    return said[1].decode() if said else CHECKLIST


def _yaml_files(folder: Path) -> Sequence[Path]:
    if not folder.is_dir():
        return ()
    found = (path for path in folder.iterdir() if path.suffix in SUFFIXES)
    return sorted(path for path in found if not path.name.startswith("."))


def read_checklist(path: Path) -> Loaded:
    """Return the checklist in a file, or what is wrong with it.

    Raises BadInputError when the file cannot be read.
    """
    return load_checklist(read_source(path))


def read_library(own_folder: Path) -> Iterator[tuple[Path, Loaded]]:
    """Yield every known checklist, by id."""
    for path in checklist_files(own_folder).values():
        yield path, read_checklist(path)
