"""`kunto compare`: what changed from wave to wave, and what may be chance."""

from __future__ import annotations

import typer

from asiakaskunto_cli.analysis.comparison import compare as compare_waves
from asiakaskunto_cli.cli.gather import gather
from asiakaskunto_cli.cli.options import (
    ForceOption,
    Format,
    FormatOption,
    LangOption,
    OutputOption,
    PathsArgument,
)
from asiakaskunto_cli.cli.output import write_page
from asiakaskunto_cli.cli.setting import engagement_around, speak
from asiakaskunto_cli.errors import ExitCode
from asiakaskunto_cli.pages.comparison import comparison_page

app = typer.Typer(rich_markup_mode=None, add_completion=False, pretty_exceptions_enable=False)


@app.command(help="Compare waves, site by site and method by method.")
def compare(
    paths: PathsArgument = None,
    form: FormatOption = Format.TERMINAL,
    output: OutputOption = None,
    force: ForceOption = False,
    lang: LangOption = None,
) -> int:
    """Compare waves."""
    engagement = engagement_around(paths[0] if paths else None)
    speak(lang, engagement)
    collection = gather(paths, engagement)
    page = comparison_page(compare_waves(collection.records), collection)
    write_page(page, form, output, force=force)
    return ExitCode.FINE
