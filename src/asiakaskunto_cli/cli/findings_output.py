"""Writes what was found in files to stdout, in the format that was asked for."""

from __future__ import annotations

from collections.abc import Callable

from asiakaskunto_cli.cli import streams
from asiakaskunto_cli.cli.findings_format import FindingsFormat
from asiakaskunto_cli.cli.options import Format
from asiakaskunto_cli.cli.output import write_page
from asiakaskunto_cli.pages.blocks import Page
from asiakaskunto_cli.pages.checked import Checked
from asiakaskunto_cli.pages.findings import findings_page
from asiakaskunto_cli.render.registry import FINDINGS_FORMATS

PAGES = {FindingsFormat.TEXT: Format.TERMINAL, FindingsFormat.JSON: Format.JSON}


def write_findings(
    checked: Checked, form: FindingsFormat, also: Callable[[Page], Page] | None = None
) -> None:
    """Write to stdout what was found; what else is to be told is added to a page of it."""
    if form in PAGES:
        page = findings_page(checked)
        if also is not None:
            page = also(page)
        write_page(page, PAGES[form], None, force=False)
    else:
        streams.result(FINDINGS_FORMATS[form](checked))
