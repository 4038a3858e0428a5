"""The formats of findings, and which one is meant where none was named."""

from __future__ import annotations

import os
from collections.abc import Callable
from enum import StrEnum

from asiakaskunto_cli.cli import streams
from asiakaskunto_cli.cli.options import Format
from asiakaskunto_cli.cli.output import write_page
from asiakaskunto_cli.pages.blocks import Page
from asiakaskunto_cli.pages.checked import Checked
from asiakaskunto_cli.pages.findings import findings_page
from asiakaskunto_cli.render.registry import FINDINGS_FORMATS


class FindingsFormat(StrEnum):
    """The formats of findings: for a person, for programs, for what shows them in CI."""

    TEXT = "text"
    JSON = "json"
    GITHUB = "github"
    SARIF = "sarif"
    JUNIT = "junit"
    GITLAB = "gitlab"


PAGES = {FindingsFormat.TEXT: Format.TERMINAL, FindingsFormat.JSON: Format.JSON}


def usual_format() -> FindingsFormat:
    """Return the format where none was named: what GitHub shows where it runs, else text."""
    on_github = os.environ.get("GITHUB_ACTIONS") == "true"
    return FindingsFormat.GITHUB if on_github else FindingsFormat.TEXT


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
