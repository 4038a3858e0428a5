"""`kunto validate`: every finding of every file in one run."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from asiakaskunto_cli.cli.checking import check
from asiakaskunto_cli.cli.command import App
from asiakaskunto_cli.cli.findings_format import FindingsFormat, usual_format
from asiakaskunto_cli.cli.options import LangOption
from asiakaskunto_cli.cli.selection import Selection
from asiakaskunto_cli.cli.setting import engagement_if_sound, speak
from asiakaskunto_cli.cli.streams import talk
from asiakaskunto_cli.cli.validate_options import (
    AgainstOption,
    AllOption,
    CheckedPaths,
    ExplainOption,
    FindingsFormatOption,
    FixOption,
    IgnoreOption,
    SelectOption,
    StrictOption,
    YesOption,
)
from asiakaskunto_cli.errors import ExitCode, UsageError
from asiakaskunto_cli.language import gettext as _
from asiakaskunto_cli.pages.checked import Checked

if TYPE_CHECKING:
    from asiakaskunto_cli.pages.blocks import Page

# ruff: noqa: PLC0415 what a run does not need costs it nothing

app = App()


@app.command(help="Check files of every kind that kunto reads; folders are searched for them.")
def validate(
    paths: CheckedPaths = None,
    form: FindingsFormatOption = None,
    strict: StrictOption = False,
    select: SelectOption = None,
    ignore: IgnoreOption = None,
    everything: AllOption = False,
    explain: ExplainOption = False,
    against: AgainstOption = None,
    mend: FixOption = False,
    yes: YesOption = False,
    lang: LangOption = None,
) -> int:
    """Check files; 1 when an error (if strict, a warning) was found, 3 when one is unreadable.

    1 also when something that could be mended was left as it is.
    """
    speak(lang, engagement_if_sound())
    if explain:
        from asiakaskunto_cli.cli.explain import explain_codes

        return explain_codes([str(path) for path in paths or ()], form)
    if not paths:
        message = _("No file and no folder was named.")
        raise UsageError(message, remedy=_("Name some, such as: kunto validate checklists"))
    if yes and not mend:
        raise UsageError(
            _("--yes belongs to --fix."), remedy=_("Say --fix too, or leave --yes out.")
        )
    selection = Selection.of(select or (), ignore or (), everything=everything)
    form = form or usual_format()
    is_mended = not mend or _fix(paths, against, selection, yes=yes, form=form)
    checked, also = _with_changes(check(paths, strict=strict), paths, against, form)
    checked = selection.applied(checked)
    from asiakaskunto_cli.cli.findings_output import write_findings

    write_findings(checked, form, also)
    if checked.unreadable:
        return ExitCode.BAD_INPUT
    failing = any(map(checked.fails, checked.findings))
    return ExitCode.FINE if is_mended and not failing else ExitCode.FINDINGS


def _fix(
    paths: Sequence[Path],
    against: str | None,
    selection: Selection,
    *,
    yes: bool,
    form: FindingsFormat,
) -> bool:
    """Mend what is safe, if it is wanted; return whether nothing is left to mend."""
    from asiakaskunto_cli.cli.fix import fix

    is_result = form is FindingsFormat.TEXT
    return fix(paths, against, selection, yes=yes, is_result=is_result)


def _with_changes(
    checked: Checked, paths: Sequence[Path], against: str | None, form: FindingsFormat
) -> tuple[Checked, Callable[[Page], Page] | None]:
    """Return what was found with what is wrong with changes, and what tells of them on a page.

    Formats that are no page leave it to stderr to say that nothing was compared.
    """
    if against is None:
        return checked, None
    from asiakaskunto_cli.cli.against import reviewed, with_review
    from asiakaskunto_cli.pages.revisions import nothing_compared, with_revisions

    review = reviewed(paths, against)
    if form not in {FindingsFormat.TEXT, FindingsFormat.JSON} and review.is_idle:
        talk(nothing_compared(review))
    return with_review(checked, review), partial(with_revisions, review=review)
