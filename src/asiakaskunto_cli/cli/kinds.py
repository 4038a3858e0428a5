"""The kinds of files that `kunto validate` checks, each by its own rules: one line a kind."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import cache
from pathlib import Path

from asiakaskunto_cli.checklist import figures, practices
from asiakaskunto_cli.checklist.library import CHECKLIST, find_checklist, read_checklist
from asiakaskunto_cli.checklist.lint import (
    remarks,
    remarks_on_entries,
    remarks_on_place,
    remarks_on_texts,
)
from asiakaskunto_cli.checklist.load import load_checklist
from asiakaskunto_cli.checklist.model import Checklist
from asiakaskunto_cli.checklist.names import known_names
from asiakaskunto_cli.checklist.shelf import Entry
from asiakaskunto_cli.cli.to_check import is_report
from asiakaskunto_cli.errors import BadInputError, UsageError
from asiakaskunto_cli.language import gettext as _
from asiakaskunto_cli.programme.find import FILE as PROGRAMME_FILE
from asiakaskunto_cli.programme.find import Engagement, find_engagement, programme_in
from asiakaskunto_cli.programme.model import Programme
from asiakaskunto_cli.source.cut_texts import cut_texts
from asiakaskunto_cli.source.finding import Finding, Severity
from asiakaskunto_cli.source.lines import with_lines
from asiakaskunto_cli.source.nearest import did_you_mean
from asiakaskunto_cli.source.reader import Source, read_source
from asiakaskunto_cli.words import clean

# ruff: noqa: PLC0415 reports and answers cost only those who have some, and so does a doubt

PROGRAMME = "programme"
REPORT = "report"


class Surroundings:
    """What the files of one run have around them; each of it is read once."""

    def __init__(self) -> None:
        self.names = cache(known_names)
        self.engagement = cache(_engagement)
        self.is_library = cache(_is_library)
        self.checklist = cache(_checklist_named)


def findings_of(path: Path, around: Surroundings) -> Sequence[Finding]:
    """Return what is wrong with a file, whatever its kind.

    Raises BadInputError when it cannot be read.
    """
    if is_report(path):
        return _of_report(path)
    source = read_source(path)
    return with_lines(source.findings or _of_kind(source, path, around), source.lines)


def _of_kind(source: Source, path: Path, around: Surroundings) -> Sequence[Finding]:
    kind = kind_of(source, path)
    if kind in CHECKS:
        found = _by_place((*CHECKS[kind](source, path, around), *cut_texts(source)))
        return _with_bare(found, source, kind) if source.holds_doubtful else found
    message = _("kunto cannot check files of the kind “{kind}”.").format(kind=clean(kind)[:40])
    remedy = did_you_mean(kind, list(CHECKS))
    remedy = remedy or _("Use one of: {known}.").format(known=", ".join(CHECKS))
    return [Finding(source.file, source.position(("kind",)), "K207", message, remedy)]


def _with_bare(found: Sequence[Finding], source: Source, kind: str) -> Sequence[Finding]:
    """Return findings with what wants quotes, by place; where errors are, only those."""
    from asiakaskunto_cli.cli.schema import MODELS, Kind
    from asiakaskunto_cli.source.quoting import bare_findings

    if kind not in list(Kind) or any(one.severity is Severity.ERROR for one in found):
        return found
    bare = bare_findings(source, MODELS[Kind(kind)])
    return _by_place((*found, *bare))


def _by_place(found: Sequence[Finding]) -> Sequence[Finding]:
    return sorted(found, key=lambda one: (one.position, one.code))


def kind_of(source: Source, path: Path) -> str:
    """Return the kind that a file says it is; a programme is known by its name."""
    if path.name == PROGRAMME_FILE:
        return PROGRAMME
    kind = source.data.get("kind") if isinstance(source.data, dict) else None
    return kind if isinstance(kind, str) else CHECKLIST


def _checklist(source: Source, path: Path, around: Surroundings) -> Sequence[Finding]:
    """Return what is wrong with a checklist; it may name what its programme or its folder has."""
    loaded = load_checklist(source)
    if loaded.shaped is None:
        return loaded.findings
    names = around.names(around.engagement(path.parent).checklists, path.parent)
    if loaded.checklist is not None:
        found = [*remarks(source, loaded.checklist, names)]
    else:
        found = [*loaded.findings, *remarks_on_texts(source, loaded.shaped, names)]
    if around.is_library(path.parent):
        found += remarks_on_place(source, loaded.shaped, path.stem)
    return _by_place(found)


def _engagement(folder: Path) -> Engagement:
    """Return the engagement around a folder; where its file is not sound, a bare one."""
    return find_engagement(folder).engagement or Engagement(folder, Programme())


def _is_library(folder: Path) -> bool:
    """Return whether checklists are looked for in a folder: a programme's, or the usual one."""
    folder = folder.resolve()
    engagement = find_engagement(folder).engagement
    if engagement is None or not (engagement.folder / PROGRAMME_FILE).is_file():
        # A programme without a file, or whose file is not sound yet, has them where most have.
        engagement = Engagement(folder.parent, Programme())
    return engagement.checklists.resolve() == folder


def _practices(source: Source, _path: Path, _around: Surroundings) -> Sequence[Finding]:
    return _entries(source, practices.KIND, *practices.load_practices(source))


def _figures(source: Source, _path: Path, _around: Surroundings) -> Sequence[Finding]:
    return _entries(source, figures.KIND, *figures.load_figures(source))


def _entries(
    source: Source, kind: str, entries: Sequence[Entry], findings: Sequence[Finding]
) -> Sequence[Finding]:
    """Return what is wrong with a file of entries, or what there is to say about it."""
    return findings or remarks_on_entries(source, kind, entries)


def _programme(source: Source, _path: Path, _around: Surroundings) -> Sequence[Finding]:
    return programme_in(source)[1]


def _report(_source: Source, path: Path, _around: Surroundings) -> Sequence[Finding]:
    return _of_report(path)


def _of_report(path: Path) -> Sequence[Finding]:
    from asiakaskunto_cli.report.findings import report_findings

    return report_findings(path)


def _answers(source: Source, path: Path, around: Surroundings) -> Sequence[Finding]:
    """Return what is wrong with an answers file, by the checklist that it names."""
    from asiakaskunto_cli.visit.answers_file import answers_in, check_answers

    read = answers_in(source)
    if read.answers is None:
        return read.findings
    place = source.position(("checklist",))
    name = read.answers.file.checklist
    if name is None:
        message = _("The key “{key}” is missing.").format(key="checklist")
        remedy = _("Name the checklist that is answered.")
        return [Finding(source.file, place, "K202", message, remedy)]
    try:
        checklist = around.checklist(name, around.engagement(path.parent).checklists)
    except (UsageError, BadInputError) as error:
        return [Finding(source.file, place, "K404", error.message, error.remedy)]
    if checklist is None:
        message = _("The checklist “{name}” has findings of its own.").format(name=clean(name))
        return [Finding(source.file, place, "K404", message, _("Mend the checklist first."))]
    return check_answers(read.answers, checklist)


def _checklist_named(name: str, own_folder: Path) -> Checklist | None:
    """Return the checklist that an answers file names, None where it has findings."""
    return read_checklist(find_checklist(name, own_folder)).checklist


Check = Callable[[Source, Path, Surroundings], Sequence[Finding]]

CHECKS: Mapping[str, Check] = {
    CHECKLIST: _checklist,
    practices.KIND: _practices,
    figures.KIND: _figures,
    "answers": _answers,
    PROGRAMME: _programme,
    REPORT: _report,
}
