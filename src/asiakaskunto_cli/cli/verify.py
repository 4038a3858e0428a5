"""`kunto verify`: every report and every piece of evidence, whole and unaltered."""

from __future__ import annotations

from asiakaskunto_cli.cli.command import App
from asiakaskunto_cli.cli.gather import no_reports
from asiakaskunto_cli.cli.options import Format, FormatOption, LangOption, PathsArgument
from asiakaskunto_cli.cli.output import write_page
from asiakaskunto_cli.cli.progress import progress
from asiakaskunto_cli.cli.setting import as_seen_from_here, engagement_around, speak
from asiakaskunto_cli.errors import ExitCode
from asiakaskunto_cli.pages.verification import verification_page
from asiakaskunto_cli.report.verify import verify as verify_reports

app = App()


@app.command(help="Check that every report and its evidence is whole and unaltered.")
def verify(
    paths: PathsArgument = None,
    form: FormatOption = Format.TERMINAL,
    lang: LangOption = None,
) -> int:
    """Check reports; 1 when anything is altered, damaged or missing, 3 when it cannot be read."""
    engagement = engagement_around(paths[0] if paths else None)
    speak(lang, engagement)
    if not paths and not engagement.reports.is_dir():
        raise no_reports(engagement.reports)
    with progress() as follow:
        places = paths or [as_seen_from_here(engagement.reports)]
        found = verify_reports(places, follow=follow)
    if not found.reports and not found.unusable:
        raise no_reports(paths[0] if paths else engagement.reports)
    write_page(verification_page(found), form, None, force=False)
    if found.unreadable:
        return ExitCode.BAD_INPUT
    return ExitCode.FINE if found.whole else ExitCode.FINDINGS
