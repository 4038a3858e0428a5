"""`kunto compare`: what changed from wave to wave, and what may be chance."""

from __future__ import annotations

import typer

from asiakaskunto_cli.analysis.comparison import compare as compare_waves
from asiakaskunto_cli.cli.commentary import read_commentary
from asiakaskunto_cli.cli.gather import gather
from asiakaskunto_cli.cli.options import (
    CommentaryOption,
    ExcelOption,
    ForceOption,
    Format,
    FormatOption,
    LangOption,
    OutputOption,
    PathsArgument,
    RedactOption,
)
from asiakaskunto_cli.cli.output import require_writable, write_page
from asiakaskunto_cli.cli.setting import engagement_around, speak
from asiakaskunto_cli.errors import ExitCode
from asiakaskunto_cli.pages.commentary import with_commentary
from asiakaskunto_cli.pages.comparison import comparison_page
from asiakaskunto_cli.pages.redaction import with_redaction
from asiakaskunto_cli.report.redact import redacted_collection

app = typer.Typer(rich_markup_mode=None, add_completion=False, pretty_exceptions_enable=False)


@app.command(help="Compare waves, site by site and method by method.")
def compare(
    paths: PathsArgument = None,
    form: FormatOption = Format.TERMINAL,
    output: OutputOption = None,
    force: ForceOption = False,
    excel: ExcelOption = False,
    commentary: CommentaryOption = None,
    redact: RedactOption = False,
    lang: LangOption = None,
) -> int:
    """Compare waves."""
    engagement = engagement_around(paths[0] if paths else None)
    speak(lang, engagement)
    require_writable(form, output, finnish_excel=excel)
    words = read_commentary(commentary)
    collection, redaction = gather(paths, engagement), None
    if redact:
        collection, redaction = redacted_collection(collection)
    page = comparison_page(compare_waves(collection.records), collection)
    page = with_commentary(with_redaction(page, redaction), words)
    write_page(page, form, output, force=force, finnish_excel=excel)
    return ExitCode.FINE
