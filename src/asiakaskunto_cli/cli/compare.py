"""`kunto compare`: what changed from wave to wave, and what may be chance."""

from __future__ import annotations

from asiakaskunto_cli.analysis.comparing.selection import compared_visits
from asiakaskunto_cli.analysis.comparing.thresholds import crossings
from asiakaskunto_cli.analysis.comparison import compare as compare_waves
from asiakaskunto_cli.cli import streams
from asiakaskunto_cli.cli.command import App
from asiakaskunto_cli.cli.commentary import read_commentary
from asiakaskunto_cli.cli.compare_options import (
    BaselineOption,
    ByOption,
    FailOnOption,
    MeasureOption,
    MethodOption,
    NoiseTooOption,
    PeriodOption,
    SinceOption,
    SiteOption,
    WhyOption,
)
from asiakaskunto_cli.cli.compare_request import (
    conditions_of,
    request_of,
    require_known,
    require_redactable,
    require_targets,
    targets_of,
)
from asiakaskunto_cli.cli.compare_sources import sources_of
from asiakaskunto_cli.cli.gather import gather
from asiakaskunto_cli.cli.options import (
    CommentaryOption,
    ExcelOption,
    ForceOption,
    Format,
    FormatOption,
    LangOption,
    OutputOption,
    PathsArgument,
    RedactOption,
)
from asiakaskunto_cli.cli.output import require_writable, write_page
from asiakaskunto_cli.cli.setting import engagement_around, speak
from asiakaskunto_cli.errors import ExitCode
from asiakaskunto_cli.pages.commentary import with_commentary
from asiakaskunto_cli.pages.comparison import comparison_page
from asiakaskunto_cli.pages.comparison_names import Naming
from asiakaskunto_cli.pages.crossings import crossing_lines
from asiakaskunto_cli.pages.redaction import with_redaction

app = App()


@app.command(help="Compare waves: what changed, and what may be chance.")
def compare(
    paths: PathsArgument = None,
    by: ByOption = None,
    measure: MeasureOption = None,
    baseline: BaselineOption = None,
    period: PeriodOption = None,
    since: SinceOption = None,
    site: SiteOption = None,
    method: MethodOption = None,
    why: WhyOption = None,
    fail_on: FailOnOption = None,
    noise_too: NoiseTooOption = False,
    form: FormatOption = Format.TERMINAL,
    output: OutputOption = None,
    force: ForceOption = False,
    excel: ExcelOption = False,
    commentary: CommentaryOption = None,
    redact: RedactOption = False,
    lang: LangOption = None,
) -> int:
    """Compare waves."""
    engagement = engagement_around(paths[0] if paths else None)
    language = speak(lang, engagement)
    require_writable(form, output, finnish_excel=excel)
    programme = engagement.programme
    request = request_of(
        programme,
        by=by,
        measure=measure,
        baseline=baseline,
        period=period,
        since=since,
        sites=site or (),
        methods=method or (),
        why=why,
    )
    conditions = conditions_of(fail_on or ())
    require_targets(conditions, programme, request)
    require_redactable(request, redact=redact)
    words = read_commentary(commentary)
    sources = sources_of(gather(paths, engagement), redact=redact)
    comparison = sources.shown(compare_waves(sources.records, request, sources.details))
    require_known(request, comparison)
    targets = targets_of(programme, comparison)
    visits = compared_visits(sources.collection.records, request)
    page = comparison_page(comparison, sources.collection, programme, language, targets, visits)
    page = with_commentary(with_redaction(page, sources.redaction), words)
    write_page(page, form, output, force=force, finnish_excel=excel)
    crossed = list(crossings(comparison, conditions, targets, noise_too=noise_too))
    for line in crossing_lines(crossed, Naming(comparison, language)):
        streams.talk(line)
    return ExitCode.FINDINGS if crossed else ExitCode.FINE
