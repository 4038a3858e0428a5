"""Writes a page where it was asked for: stdout, or a file that is not overwritten by accident."""

from __future__ import annotations

from pathlib import Path

from asiakaskunto_cli.cli import streams
from asiakaskunto_cli.cli.options import Format
from asiakaskunto_cli.errors import AlreadyExistsError
from asiakaskunto_cli.files.write import publish, replace
from asiakaskunto_cli.language import gettext as _
from asiakaskunto_cli.pages.blocks import Page
from asiakaskunto_cli.render.registry import FORMATS, Surface
from asiakaskunto_cli.words import clean

STDOUT = Path("-")


def write_page(page: Page, form: Format, output: Path | None, *, force: bool) -> None:
    """Write a page in a format.

    Raises AlreadyExistsError when the file is there and ``force`` was not said, and DiskError.
    """
    if output is None or output == STDOUT:
        surface = Surface(width=streams.width(), colour=streams.coloured())
        streams.result(FORMATS[form](page, surface))
        return
    content = FORMATS[form](page, Surface()).encode()
    if force:
        replace(output, content)
    else:
        try:
            publish(output, content)
        except AlreadyExistsError as error:
            remedy = _("Choose another name, or say --force.")
            raise AlreadyExistsError(error.message, remedy=remedy) from error
    streams.talk(_("Written: {path}").format(path=clean(str(output))))
