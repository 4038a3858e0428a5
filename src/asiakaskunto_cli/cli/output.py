"""Writes a page where it was asked for: stdout, or a file that is not overwritten by accident."""

from __future__ import annotations

import sys
from pathlib import Path

from asiakaskunto_cli.cli import streams
from asiakaskunto_cli.cli.options import Format
from asiakaskunto_cli.errors import AlreadyExistsError, UsageError
from asiakaskunto_cli.files.write import publish, replace
from asiakaskunto_cli.language import gettext as _
from asiakaskunto_cli.pages.blocks import Page
from asiakaskunto_cli.render.registry import BINARY, FORMATS, Surface
from asiakaskunto_cli.words import clean

STDOUT = Path("-")


def write_page(
    page: Page, form: Format, output: Path | None, *, force: bool, finnish_excel: bool = False
) -> None:
    """Write a page in a format.

    Raises AlreadyExistsError when the file is there and ``force`` was not said, DiskError, and
    UsageError for a format that is not installed, and as ``require_writable`` does.
    """
    require_writable(form, output, finnish_excel=finnish_excel)
    if output is None or output == STDOUT:
        surface = Surface(streams.width(), streams.coloured(), finnish_excel=finnish_excel)
        streams.result(FORMATS[form](page, surface))
        return
    content = FORMATS[form](page, Surface(finnish_excel=finnish_excel))
    save(output, content.encode() if isinstance(content, str) else content, force=force)
    streams.talk(_("Written: {path}").format(path=clean(str(output))))


def require_writable(form: Format, output: Path | None, *, finnish_excel: bool = False) -> None:
    """Refuse a result that could not be written as it was asked for, before any work is done.

    Raises UsageError for bytes that would go to a terminal, and for a kind of CSV in place of
    another format.
    """
    if (output is None or output == STDOUT) and form in BINARY and sys.stdout.isatty():
        message = _("{format} cannot be shown on a terminal.").format(format=form.upper())
        raise UsageError(message, remedy=_("Write it to a file with -o FILE."))
    if finnish_excel and form is not Format.CSV:
        message = _("--excel-fi belongs to CSV, not to {format}.").format(format=form)
        raise UsageError(message, remedy=_("Use it with --format csv, or leave it out."))


def save(output: Path, content: bytes, *, force: bool) -> None:
    """Write a file durably.

    Raises AlreadyExistsError when it is there and ``force`` was not said, and DiskError.
    """
    if force:
        replace(output, content)
        return
    try:
        publish(output, content)
    except AlreadyExistsError as error:
        remedy = _("Choose another name, or say --force.")
        raise AlreadyExistsError(error.message, remedy=remedy) from error
