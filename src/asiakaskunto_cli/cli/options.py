"""Options that several commands share, once.

typer would call a path that may not be read wrong usage (``readable``); it is bad input, and
whoever reads it can say more.
"""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer


class Format(StrEnum):
    """The formats of a result."""

    TERMINAL = "terminal"
    JSON = "json"
    MARKDOWN = "markdown"
    HTML = "html"
    PDF = "pdf"
    XLSX = "xlsx"
    CSV = "csv"


LangOption = Annotated[
    str | None,
    typer.Option("--lang", metavar="LANGUAGE", help="Language of what is said: fi or en."),
]
PlainOption = Annotated[
    bool, typer.Option("--plain", help="Ask in plain lines, without redrawing.")
]
FormatOption = Annotated[
    Format, typer.Option("--format", metavar="FORMAT", help="Format of the result.")
]
OutputOption = Annotated[
    Path | None,
    typer.Option(
        "--output", "-o", metavar="FILE", help="Write to a file; - is stdout.", readable=False
    ),
]
ForceOption = Annotated[bool, typer.Option("--force", help="Overwrite the output file.")]
ExcelOption = Annotated[
    bool,
    typer.Option("--excel-fi", help="CSV for Excel in Finnish: semicolons, decimal commas."),
]
CommentaryOption = Annotated[
    Path | None,
    typer.Option(
        "--commentary",
        metavar="FILE.md",
        help="Your own words (Markdown) at the front.",
        readable=False,
    ),
]
RedactOption = Annotated[
    bool,
    typer.Option("--redact", help="A client's copy: no notes, evaluators or likely personal data."),
]


def path_of(word: str) -> Path:
    """Return what a word names.

    Raises ValueError at an empty one, which Path takes for the working folder: most likely a
    variable of a script has no value.
    """
    if not word:
        raise ValueError
    return Path(word)


PathsArgument = Annotated[
    list[Path] | None,
    typer.Argument(
        metavar="PATH", help="Report files or folders; default: the programme's.", parser=path_of
    ),
]
ReportArgument = Annotated[
    Path, typer.Argument(metavar="REPORT", help="The report's file.", readable=False)
]
