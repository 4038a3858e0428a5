"""`kunto validate`: every finding of every file in one run."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Sequence
from enum import StrEnum
from functools import cache
from pathlib import Path
from typing import Annotated

import typer

from asiakaskunto_cli.checklist import figures, practices
from asiakaskunto_cli.checklist.library import CHECKLIST, SUFFIXES, find_checklist, read_checklist
from asiakaskunto_cli.checklist.load import load_checklist
from asiakaskunto_cli.checklist.names import KnownNames, known_names, unknown_names
from asiakaskunto_cli.checklist.objectivity import judged_facts
from asiakaskunto_cli.cli.options import Format, LangOption
from asiakaskunto_cli.cli.output import write_page
from asiakaskunto_cli.cli.setting import engagement_if_sound, speak
from asiakaskunto_cli.errors import BadInputError, ExitCode, KuntoError, UsageError
from asiakaskunto_cli.files.refusal import shown
from asiakaskunto_cli.language import gettext as _
from asiakaskunto_cli.pages.findings import findings_page
from asiakaskunto_cli.programme.find import FILE as PROGRAMME
from asiakaskunto_cli.programme.find import Engagement, find_engagement, programme_in
from asiakaskunto_cli.programme.model import Programme
from asiakaskunto_cli.source.finding import Finding, Severity
from asiakaskunto_cli.source.reader import Source, read_source
from asiakaskunto_cli.visit.answers_file import answers_in, check_answers
from asiakaskunto_cli.words import clean


class FindingsFormat(StrEnum):
    """The formats of findings: for a person, for a program."""

    TEXT = "text"
    JSON = "json"


FORMATS = {FindingsFormat.TEXT: Format.TERMINAL, FindingsFormat.JSON: Format.JSON}

app = typer.Typer(rich_markup_mode=None, add_completion=False, pretty_exceptions_enable=False)


@app.command(help="Check YAML of every kind that kunto reads; folders are searched for it.")
def validate(
    paths: Annotated[list[Path], typer.Argument(metavar="PATH...", help="Files and folders.")],
    form: Annotated[
        FindingsFormat, typer.Option("--format", help="Format of the findings.")
    ] = FindingsFormat.TEXT,
    strict: Annotated[
        bool, typer.Option("--strict", help="Let warnings fail the check too.")
    ] = False,
    lang: LangOption = None,
) -> int:
    """Check files; 1 when an error (if strict, a warning) was found, 3 when one is unreadable."""
    speak(lang, engagement_if_sound())
    files: list[str] = []
    findings: list[Finding] = []
    unreadable: dict[str, KuntoError] = {}
    known = cache(known_names)
    for path in paths:
        for file in _files(path, unreadable):
            try:
                findings.extend(_findings(file, known))
                files.append(str(file))
            except BadInputError as error:
                unreadable[str(file)] = error
    write_page(findings_page(files, findings, unreadable), FORMATS[form], None, force=False)
    if unreadable:
        return ExitCode.BAD_INPUT
    failing = [one for one in findings if strict or one.severity is Severity.ERROR]
    return ExitCode.FINDINGS if failing else ExitCode.FINE


def _files(path: Path, unreadable: dict[str, KuntoError]) -> Iterator[Path]:
    """Yield the file, or every YAML file in the folder; a folder without any is unreadable."""
    if not path.is_dir():
        yield path
        return
    found = False
    for folder, folders, names in os.walk(path):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(names):
            if name.endswith(SUFFIXES) and not name.startswith("."):
                found = True
                yield Path(folder, name)
    if not found:
        message = _("There is no YAML file in {path}.").format(path=shown(path))
        unreadable[str(path)] = BadInputError(message, remedy=_("Name a file or another folder."))


def _findings(path: Path, known: Callable[..., KnownNames]) -> Sequence[Finding]:
    """Return what is wrong with a file, whatever its kind."""
    source = read_source(path)
    if path.name == PROGRAMME:
        return programme_in(source)[1]
    kind = source.data.get("kind", CHECKLIST) if isinstance(source.data, dict) else CHECKLIST
    if kind == "answers":
        return _answers_findings(source, path)
    if kind == practices.KIND:
        return practices.load_practices(source)[1]
    if kind == figures.KIND:
        return figures.load_figures(source)[1]
    if kind == CHECKLIST or source.findings:
        return _checklist_findings(source, path, known)
    message = _("kunto cannot check files of the kind “{kind}”.")
    message = message.format(kind=clean(str(kind))[:40])
    remedy = _("Use one of: {known}.").format(known="checklist, practices, figures, answers")
    return [Finding(source.file, source.position(("kind",)), "K207", message, remedy)]


def _checklist_findings(
    source: Source, path: Path, known: Callable[..., KnownNames]
) -> Sequence[Finding]:
    """Return what is wrong with a checklist; it may name what its programme or its folder has."""
    loaded = load_checklist(source)
    if loaded.checklist is None:
        return loaded.findings
    names = known(_around(path).checklists, path.parent)
    warnings = (
        *unknown_names(source, loaded.checklist, names),
        *judged_facts(source, loaded.checklist),
    )
    return sorted(warnings, key=lambda finding: (finding.position, finding.code))


def _around(path: Path) -> Engagement:
    """Return the engagement that a file belongs to; where its file is not sound, a bare one."""
    return find_engagement(path.parent).engagement or Engagement(path.parent, Programme())


def _answers_findings(source: Source, path: Path) -> Sequence[Finding]:
    """Return what is wrong with an answers file, by the checklist that it names."""
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
        checklist = read_checklist(find_checklist(name, _around(path).checklists)).checklist
    except UsageError as error:
        return [Finding(source.file, place, "K404", error.message, error.remedy)]
    if checklist is None:
        message = _("The checklist “{name}” has findings of its own.").format(name=clean(name))
        return [Finding(source.file, place, "K404", message, _("Mend the checklist first."))]
    return check_answers(read.answers, checklist)
