"""`kunto validate`: every finding of every file in one run."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from asiakaskunto_cli.cli.checking import check
from asiakaskunto_cli.cli.findings_format import FindingsFormat, usual_format, write_findings
from asiakaskunto_cli.cli.options import LangOption
from asiakaskunto_cli.cli.setting import engagement_if_sound, speak
from asiakaskunto_cli.errors import ExitCode

app = typer.Typer(rich_markup_mode=None, add_completion=False, pretty_exceptions_enable=False)


@app.command(help="Check files of every kind that kunto reads; folders are searched for them.")
def validate(
    paths: Annotated[list[Path], typer.Argument(metavar="PATH...", help="Files and folders.")],
    form: Annotated[
        FindingsFormat | None,
        typer.Option(
            "--format",
            show_default="text; in GitHub Actions github",
            help="Format of the findings.",
        ),
    ] = None,
    strict: Annotated[
        bool, typer.Option("--strict", help="Let warnings fail the check too.")
    ] = False,
    lang: LangOption = None,
) -> int:
    """Check files; 1 when an error (if strict, a warning) was found, 3 when one is unreadable."""
    speak(lang, engagement_if_sound())
    checked = check(paths, strict=strict)
    write_findings(checked, form or usual_format())
    if checked.unreadable:
        return ExitCode.BAD_INPUT
    failing = any(map(checked.fails, checked.findings))
    return ExitCode.FINDINGS if failing else ExitCode.FINE
