"""`kunto validate`: every finding of every file in one run."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from asiakaskunto_cli.cli.checking import check
from asiakaskunto_cli.cli.explain import explain_codes
from asiakaskunto_cli.cli.findings_format import FindingsFormat, usual_format, write_findings
from asiakaskunto_cli.cli.options import LangOption
from asiakaskunto_cli.cli.selection import Selection
from asiakaskunto_cli.cli.setting import engagement_if_sound, speak
from asiakaskunto_cli.errors import ExitCode, UsageError
from asiakaskunto_cli.language import gettext as _

app = typer.Typer(rich_markup_mode=None, add_completion=False, pretty_exceptions_enable=False)


@app.command(help="Check files of every kind that kunto reads; folders are searched for them.")
def validate(
    paths: Annotated[
        list[Path] | None,
        typer.Argument(
            metavar="PATH...", help="Files and folders; with --explain codes.", show_default=False
        ),
    ] = None,
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
    select: Annotated[
        list[str] | None,
        typer.Option(metavar="CODES", help="Only these: K314 or K3,K4.", show_default=False),
    ] = None,
    ignore: Annotated[
        list[str] | None,
        typer.Option(metavar="CODES", help="All but these.", show_default=False),
    ] = None,
    everything: Annotated[
        bool, typer.Option("--all", help="Show what is only for information too.")
    ] = False,
    explain: Annotated[
        bool, typer.Option("--explain", help="Explain a code, such as K314; without one, all.")
    ] = False,
    lang: LangOption = None,
) -> int:
    """Check files; 1 when an error (if strict, a warning) was found, 3 when one is unreadable."""
    speak(lang, engagement_if_sound())
    if explain:
        return explain_codes([str(path) for path in paths or ()], form)
    if not paths:
        message = _("No file and no folder was named.")
        raise UsageError(message, remedy=_("Name some, such as: kunto validate checklists"))
    selection = Selection.of(select or (), ignore or (), everything=everything)
    checked = selection.applied(check(paths, strict=strict))
    write_findings(checked, form or usual_format())
    if checked.unreadable:
        return ExitCode.BAD_INPUT
    failing = any(map(checked.fails, checked.findings))
    return ExitCode.FINDINGS if failing else ExitCode.FINE
