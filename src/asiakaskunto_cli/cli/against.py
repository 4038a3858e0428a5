"""Gathers what `kunto validate --against` compares with: a file, a folder or a git revision."""

from __future__ import annotations

import os
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import replace
from pathlib import Path

from asiakaskunto_cli.checklist.changes.earlier import (
    EarlierFile,
    EarlierFiles,
    kind_of,
)
from asiakaskunto_cli.checklist.changes.lost import KINDS, lost_ids, lost_names
from asiakaskunto_cli.checklist.changes.review import Named, Review, review
from asiakaskunto_cli.checklist.library import (
    CHECKLIST,
    SUFFIXES,
    checklist_files,
    files_of_kind,
    read_checklist,
)
from asiakaskunto_cli.checklist.names import known_names
from asiakaskunto_cli.cli.to_check import is_foreign, is_report, to_check
from asiakaskunto_cli.errors import BadInputError, UsageError
from asiakaskunto_cli.files.git import read_revision, repository_of
from asiakaskunto_cli.files.read import read_regular
from asiakaskunto_cli.files.refusal import shown
from asiakaskunto_cli.language import gettext as _
from asiakaskunto_cli.pages.checked import Checked
from asiakaskunto_cli.programme.find import FILE as PROGRAMME
from asiakaskunto_cli.programme.find import Engagement, find_engagement
from asiakaskunto_cli.programme.model import Programme
from asiakaskunto_cli.source.finding import Finding
from asiakaskunto_cli.source.lines import with_lines
from asiakaskunto_cli.source.reader import Source, read_source
from asiakaskunto_cli.source.refusals import MAX_BYTES
from asiakaskunto_cli.words import clean


def reviewed(paths: Sequence[Path], wish: str) -> Review:
    """Return what became of the checklists in files and folders since an earlier state of them.

    Files that cannot be read are passed over. Raises UsageError for an empty wish and where it is
    the files of today, and BadInputError where it is neither a file, a folder nor a revision of
    the repository that the paths are in, or where there is nothing in it to compare with.
    """
    if not wish.strip():
        raise UsageError(_("Nothing was named to compare with."), remedy=_earlier_state())
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
    current = dict(_current(paths))
    found = review(current, earlier, [_place(path) for path in paths], wish)
    _hold_names(current, earlier, found)
    if (
        is_path
        and found.is_empty
        and None not in current.values()
        and _is_of_today(paths, Path(wish), found)
    ):
        message = _("{path} is no earlier state: it is what there is today.")
        raise UsageError(message.format(path=shown(Path(wish))), remedy=_earlier_state())
    return found


def _earlier_state() -> str:
    named = _("Name an earlier file, a folder, or a git revision such as HEAD.")
    empty = _("If a variable should have named it, it is empty.")
    return f"{named} {empty}"


def _is_of_today(paths: Sequence[Path], wish: Path, found: Review) -> bool:
    """Return whether a path of nothing that was compared holds the very files of today.

    They are those that were looked at, or the checklists around them: where a variable is empty
    and has no quotes, the folder to check is taken for what to compare with.
    """
    place = _place(wish)
    own = (_place(_around(path).checklists) for path in paths)
    return bool(found.itself) or any(
        place.is_relative_to(folder) or folder.is_relative_to(place) for folder in own
    )


def _current(paths: Sequence[Path]) -> Iterator[tuple[Path, Source | None]]:
    """Yield the files of today that may hold checklists, practices or figures; None: unreadable."""
    found = to_check(paths)
    for file in _yaml(found.files):
        source = None
        with suppress(BadInputError):
            source = read_source(file)
        if file.name != PROGRAMME and not (file in found.found and _is_foreign(file, source)):
            yield _place(file), source


def _is_foreign(file: Path, source: Source | None) -> bool:
    return source is not None and is_foreign(file, source.lines.text.encode())


def with_review(checked: Checked, review: Review) -> Checked:
    """Return what was checked with the findings about changes, by file, place and code."""
    places = {file: number for number, file in enumerate(checked.files)}
    findings = [*checked.findings, *review.findings]
    findings.sort(key=lambda one: (places.get(one.file, len(places)), one.position, one.code))
    return replace(checked, findings=findings)


def _hold_names(
    current: Mapping[Path, Source | None], earlier: EarlierFiles, found: Review
) -> None:
    """Find what files of practices and figures have lost, of what checklists around them name."""
    for place, source in current.items():
        if source is None or kind_of(source) not in KINDS:
            continue
        was = earlier.others.get(place)
        if place in earlier.standing:
            found.itself.append(Named(source.file, ""))
        elif was is not None:
            found.held.append(source.file)
            found.findings.extend(_lost(place, source, was, current))


def _lost(place: Path, source: Source, was: Source, current: Collection[Path]) -> Iterator[Finding]:
    """Yield what a file has lost that checklists around it name.

    Those that are checked too are told of it at the name itself.
    """
    kind = kind_of(source)
    lost = lost_ids(kind, was, source)
    if not lost:
        return
    own = _around(place).checklists
    files = {*checklist_files(own).values(), *files_of_kind(place.parent, CHECKLIST)}
    others = sorted({_place(file) for file in files}.difference(current))
    checklists = filter(None, (read_checklist(path).checklist for path in others))
    found = lost_names(kind, lost, source, known_names(own, place.parent), checklists)
    yield from with_lines(found, source.lines)


def _around(path: Path) -> Engagement:
    """Return the engagement around a path; where its file is not sound, a bare one."""
    return find_engagement(path).engagement or Engagement(path.parent, Programme())


def _of_path(paths: Sequence[Path], wish: Path) -> Iterator[EarlierFile]:
    """Yield a file as the earlier state of the one path, or a folder as that of those named."""
    if wish.is_file():
        place = _place(paths[0]) if len(paths) == 1 else None
        content = read_regular(wish, limit_bytes=MAX_BYTES)
        yield EarlierFile(str(wish), content, place, _place(wish))
        return
    found = to_check([wish])
    for error in found.unreadable.values():
        raise error
    for file in _yaml(found.files):
        content = read_regular(file, limit_bytes=MAX_BYTES)
        place = _place_in(paths, file.relative_to(wish))
        yield EarlierFile(str(file), content, place, _place(file))


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
