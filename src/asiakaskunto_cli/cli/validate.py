"""`kunto validate`: every finding of every file in one run."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from asiakaskunto_cli.checklist.library import SUFFIXES, find_checklist, read_checklist
from asiakaskunto_cli.checklist.load import load_checklist
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
from asiakaskunto_cli.source.finding import Finding
from asiakaskunto_cli.source.reader import Source, read_source
from asiakaskunto_cli.visit.answers_file import answers_in, check_answers
from asiakaskunto_cli.words import clean


class FindingsFormat(StrEnum):
    """The formats of findings: for a person, for a program."""

    TEXT = "text"
    JSON = "json"


FORMATS = {FindingsFormat.TEXT: Format.TERMINAL, FindingsFormat.JSON: Format.JSON}

app = typer.Typer(rich_markup_mode=None, add_completion=False, pretty_exceptions_enable=False)


@app.command(help="Check checklists, answer files and kunto.yaml; folders are searched for YAML.")
def validate(
    paths: Annotated[list[Path], typer.Argument(metavar="PATH...", help="Files and folders.")],
    form: Annotated[
        FindingsFormat, typer.Option("--format", help="Format of the findings.")
    ] = FindingsFormat.TEXT,
    lang: LangOption = None,
) -> int:
    """Check files; 1 when anything was found, 3 when a path could not be read."""
    speak(lang, engagement_if_sound())
    files: list[str] = []
    findings: list[Finding] = []
    unreadable: dict[str, KuntoError] = {}
    for path in paths:
        for file in _files(path, unreadable):
            try:
                findings.extend(_findings(file))
                files.append(str(file))
            except BadInputError as error:
                unreadable[str(file)] = error
    write_page(findings_page(files, findings, unreadable), FORMATS[form], None, force=False)
    if unreadable:
        return ExitCode.BAD_INPUT
    return ExitCode.FINDINGS if findings else ExitCode.FINE


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


def _findings(path: Path) -> Sequence[Finding]:
    source = read_source(path)
    if path.name == PROGRAMME:
        return programme_in(source)[1]
    kind = source.data.get("kind", "checklist") if isinstance(source.data, dict) else "checklist"
    if kind == "answers":
        return _answers_findings(source, path)
    if kind == "checklist" or source.findings:
        return load_checklist(source).findings
    message = _("kunto cannot check files of the kind “{kind}”.")
    message = message.format(kind=clean(str(kind))[:40])
    remedy = _("Use one of: {known}.").format(known="checklist, answers")
    return [Finding(source.file, source.position(("kind",)), "K207", message, remedy)]


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
    around = find_engagement(path.parent).engagement or Engagement(path.parent, Programme())
    try:
        checklist = read_checklist(find_checklist(name, around.checklists)).checklist
    except UsageError as error:
        return [Finding(source.file, place, "K404", error.message, error.remedy)]
    if checklist is None:
        message = _("The checklist “{name}” has findings of its own.").format(name=clean(name))
        return [Finding(source.file, place, "K404", message, _("Mend the checklist first."))]
    return check_answers(read.answers, checklist)
