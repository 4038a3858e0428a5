"""The options of `kunto validate`."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from asiakaskunto_cli.cli.findings_format import FindingsFormat
from asiakaskunto_cli.cli.options import path_of

CheckedPaths = Annotated[
    list[Path] | None,
    typer.Argument(
        metavar="PATH",
        help="Files and folders; with --explain codes.",
        show_default=False,
        parser=path_of,  # what cannot be read is told with the findings of the others
    ),
]
FindingsFormatOption = Annotated[
    FindingsFormat | None,
    typer.Option(
        "--format",
        metavar="FORMAT",
        show_default="text; in GitHub Actions github",
        help="Format of the findings.",
    ),
]
StrictOption = Annotated[bool, typer.Option("--strict", help="Let warnings fail the check too.")]
SelectOption = Annotated[
    list[str] | None,
    typer.Option(metavar="CODES", help="Only these codes: K314 or K3,K4.", show_default=False),
]
IgnoreOption = Annotated[
    list[str] | None,
    typer.Option(metavar="CODES", help="All codes but these.", show_default=False),
]
AllOption = Annotated[bool, typer.Option("--all", help="Show what is only for information too.")]
ExplainOption = Annotated[
    bool, typer.Option("--explain", help="Explain a code, such as K314; without one, all.")
]
AgainstOption = Annotated[
    str | None,
    typer.Option(
        metavar="REF|PATH",
        help="Compare with an earlier git revision, file or folder.",
        show_default=False,
    ),
]
FixOption = Annotated[
    bool, typer.Option("--fix", help="Mend what is safe: show a diff, ask, write.")
]
YesOption = Annotated[bool, typer.Option("--yes", help="With --fix: write without asking.")]
