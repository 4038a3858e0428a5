"""The options of `kunto compare`."""

from __future__ import annotations

from typing import Annotated

import typer

from asiakaskunto_cli.analysis.comparing.request import Period
from asiakaskunto_cli.words import Method

ByOption = Annotated[
    str | None,
    typer.Option(
        metavar="LIST",
        help="Told apart by: site, method, area, group, channel, evaluator, segment:ITEM, "
        "class:ID; default site,method.",
    ),
]
MeasureOption = Annotated[
    str | None,
    typer.Option(
        metavar="WHAT",
        help="What is compared: score, index, area:NAME, touchpoint:NAME, item:ID, nps, top2, "
        "gap, ladder.",
    ),
]
BaselineOption = Annotated[
    str | None,
    typer.Option(metavar="WAVE", help="Compare with: a wave, first or previous (default)."),
]
PeriodOption = Annotated[
    Period | None, typer.Option(help="Waves by the calendar instead of the programme.")
]
SinceOption = Annotated[
    str | None, typer.Option(metavar="DATE|WAVE", help="Only visits from then on.")
]
SiteOption = Annotated[
    list[str] | None, typer.Option(metavar="ID", help="Only this site; may be repeated.")
]
MethodOption = Annotated[
    list[Method] | None, typer.Option(help="Only this method; may be repeated.")
]
WhyOption = Annotated[
    bool | None,
    typer.Option(
        "--why/--no-why",
        help="What changes are made of, item by item; default: up to 5,000 visits.",
    ),
]
FailOnOption = Annotated[
    list[str] | None,
    typer.Option(
        metavar="WHEN",
        help="Exit with 1: worse, below-target, critical, drop:POINTS; may be repeated.",
    ),
]
NoiseTooOption = Annotated[
    bool,
    typer.Option("--noise-too", help="With --fail-on: what cannot be told from chance too."),
]
