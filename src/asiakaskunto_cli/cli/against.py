"""Gathers what `kunto validate --against` compares with: a file, a folder or a git revision."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress
from dataclasses import replace
from pathlib import Path

from asiakaskunto_cli.checklist.changes.earlier import (
    EarlierFile,
    EarlierFiles,
    kind_of,
    shaped,
)
from asiakaskunto_cli.checklist.changes.lost import KINDS, lost_ids, lost_names
from asiakaskunto_cli.checklist.changes.review import Review, review
from asiakaskunto_cli.checklist.library import SUFFIXES, read_library
from asiakaskunto_cli.checklist.names import known_names
from asiakaskunto_cli.cli.to_check import is_report, to_check
from asiakaskunto_cli.errors import BadInputError, UsageError
from asiakaskunto_cli.files.git import read_revision, repository_of
from asiakaskunto_cli.files.read import read_regular
from asiakaskunto_cli.files.refusal import shown
from asiakaskunto_cli.language import gettext as _
from asiakaskunto_cli.pages.checked import Checked
from asiakaskunto_cli.programme.find import Engagement, find_engagement
from asiakaskunto_cli.programme.model import Programme
from asiakaskunto_cli.source.finding import Finding
from asiakaskunto_cli.source.lines import with_lines
from asiakaskunto_cli.source.reader import Source, read_source
from asiakaskunto_cli.source.refusals import MAX_BYTES
from asiakaskunto_cli.words import clean


def reviewed(paths: Sequence[Path], wish: str) -> Review:
    """Return what became of the checklists in files and folders since an earlier state of them.

    Files that cannot be read are passed over. Raises UsageError for an empty wish, and
    BadInputError where it is neither a file, a folder nor a revision of the repository that the
    paths are in, or where there is nothing in it to compare with.
    """
    if not wish:
        remedy = _("Name an earlier file, a folder, or a git revision such as HEAD.")
        raise UsageError(_("Nothing was named to compare with."), remedy=remedy)
    # A link that leads nowhere is a path too; Path.exists raises at an overlong name.
    is_path = os.path.lexists(wish)
    earlier = EarlierFiles()
    for was in _of_path(paths, Path(wish)) if is_path else _of_git(paths, wish):
        earlier.add(was)
    if is_path and not earlier.usable:
        path = shown(Path(wish))
        raise BadInputError(
            _("In {path} there is nothing of kunto's to compare with.").format(path=path),
            remedy=_("Check it with: kunto validate {path}").format(path=path),
        )
    current = {}
    for file in _yaml(to_check(paths).files):
        with suppress(BadInputError):
            current[_place(file)] = read_source(file)
    found = review(current, earlier, [_place(path) for path in paths], wish)
    for place, source in current.items():
        found.findings.extend(_lost(place, source, earlier, current.values()))
    return found


def with_review(checked: Checked, review: Review) -> Checked:
    """Return what was checked with the findings about changes, by file, place and code."""
    places = {file: number for number, file in enumerate(checked.files)}
    findings = [*checked.findings, *review.findings]
    findings.sort(key=lambda one: (places.get(one.file, len(places)), one.position, one.code))
    return replace(checked, findings=findings)


def _lost(
    place: Path, source: Source, earlier: EarlierFiles, current: Iterable[Source]
) -> Iterator[Finding]:
    """Yield what a file of practices or figures has lost that checklists around it name."""
    kind, was = kind_of(source), earlier.others.get(place)
    lost = lost_ids(kind, was, source) if was is not None and kind in KINDS else ()
    if not lost:
        return
    around = find_engagement(place.parent).engagement or Engagement(place.parent, Programme())
    own = around.checklists
    known = known_names(own, place.parent)
    library = (loaded.checklist for _path, loaded in read_library(own))
    checklists = filter(None, [*map(shaped, current), *library])
    yield from with_lines(lost_names(kind, lost, source, known, checklists), source.lines)


def _of_path(paths: Sequence[Path], wish: Path) -> Iterator[EarlierFile]:
    """Yield a file as the earlier state of the one path, or a folder as that of those named."""
    if wish.is_file():
        place = _place(paths[0]) if len(paths) == 1 else None
        yield EarlierFile(str(wish), read_regular(wish, limit_bytes=MAX_BYTES), place)
        return
    found = to_check([wish])
    for error in found.unreadable.values():
        raise error
    for file in _yaml(found.files):
        content = read_regular(file, limit_bytes=MAX_BYTES)
        yield EarlierFile(str(file), content, _place_in(paths, file.relative_to(wish)))


def _place_in(paths: Sequence[Path], name: Path) -> Path:
    """Return where a file of an earlier folder lies now: under the first path that has it."""
    places = [_place(path if path.is_dir() else path.parent) / name for path in paths]
    return next((place for place in places if place.exists()), places[0])


def _of_git(paths: Sequence[Path], wish: str) -> Iterator[EarlierFile]:
    """Yield the files of a revision, of every repository that a path is in."""
    folders = dict.fromkeys(path if path.is_dir() else path.parent for path in paths)
    try:
        repositories = dict.fromkeys(map(repository_of, filter(Path.is_dir, folders)))
    except BadInputError as error:
        message = _("“{name}” is no file and no folder here.").format(name=clean(wish))
        raise BadInputError(f"{message} {error.message}", remedy=error.remedy) from error
    for repository in repositories:
        for name, content in read_revision(repository, wish, SUFFIXES, limit_bytes=MAX_BYTES):
            yield EarlierFile(f"{wish}:{name}", content, repository / name)


def _yaml(files: Iterable[Path]) -> Iterator[Path]:
    """Yield the files that are no reports: a report keeps the checklist that it was made by."""
    return (file for file in files if not is_report(file))


def _place(path: Path) -> Path:
    """Return where a file lies, whichever way it is named."""
    return Path(os.path.realpath(path))
