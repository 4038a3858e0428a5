"""`kunto validate --explain`: what a code means, and an example of what gives it."""

from __future__ import annotations

from collections.abc import Sequence

from asiakaskunto_cli.cli.findings_format import FindingsFormat
from asiakaskunto_cli.cli.findings_output import PAGES
from asiakaskunto_cli.cli.output import write_page
from asiakaskunto_cli.cli.selection import codes_in
from asiakaskunto_cli.errors import ExitCode, UsageError
from asiakaskunto_cli.language import gettext as _
from asiakaskunto_cli.pages.explanation import codes_page, explanation_page
from asiakaskunto_cli.pages.rulebook import rulebook


def explain_codes(words: Sequence[str], form: FindingsFormat | None) -> int:
    """Explain the codes that begin with the words; without any, list them all.

    Raises UsageError where no code begins so, and for formats of findings alone.
    """
    form = form or FindingsFormat.TEXT
    if form not in PAGES:
        message = _("Codes are not explained as {format}.").format(format=form)
        raise UsageError(message, remedy=_("Use --format text or json."))
    beginnings = tuple(codes_in(words))
    texts = list(rulebook().values())
    if beginnings:
        page = explanation_page([text for text in texts if text.code.startswith(beginnings)])
    else:
        page = codes_page(texts)
    write_page(page, PAGES[form], None, force=False)
    return ExitCode.FINE
