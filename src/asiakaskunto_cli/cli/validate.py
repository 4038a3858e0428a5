"""`kunto validate`: every finding of every file in one run."""

from __future__ import annotations

from collections.abc import Sequence
from enum import StrEnum
from functools import partial
from pathlib import Path
from typing import Annotated

import typer

from asiakaskunto_cli.cli.halves import worked
from asiakaskunto_cli.cli.kinds import Surroundings, findings_of
from asiakaskunto_cli.cli.options import Format, LangOption
from asiakaskunto_cli.cli.output import write_page
from asiakaskunto_cli.cli.setting import engagement_if_sound, speak
from asiakaskunto_cli.cli.to_check import to_check
from asiakaskunto_cli.errors import BadInputError, ExitCode, KuntoError
from asiakaskunto_cli.pages.findings import findings_page
from asiakaskunto_cli.source.finding import Finding, Severity


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
    found = to_check(paths)
    results = worked(found.files, partial(_checked, around=Surroundings()))
    files: list[str] = []
    findings: list[Finding] = []
    unreadable = dict(found.unreadable)
    for file, result in zip(map(str, found.files), results, strict=True):
        if isinstance(result, KuntoError):
            unreadable[file] = result
        else:
            files.append(file)
            findings.extend(result)
    write_page(findings_page(files, findings, unreadable), FORMATS[form], None, force=False)
    if unreadable:
        return ExitCode.BAD_INPUT
    failing = [one for one in findings if strict or one.severity is Severity.ERROR]
    return ExitCode.FINDINGS if failing else ExitCode.FINE


def _checked(path: Path, around: Surroundings) -> Sequence[Finding] | KuntoError:
    """Return what is wrong with a file, or why it cannot be read."""
    try:
        return findings_of(path, around)
    except BadInputError as error:
        return error
