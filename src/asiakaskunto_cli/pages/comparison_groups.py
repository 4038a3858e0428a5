"""One group of a comparison: its waves, the changes between them, and what they are made of."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from asiakaskunto_cli.analysis.comparing.request import Request
from asiakaskunto_cli.analysis.comparing.results import GroupComparison, Verdict, WaveFigures
from asiakaskunto_cli.language import gettext as _
from asiakaskunto_cli.pages.blocks import (
    Block,
    Entry,
    Heading,
    Row,
    Sentence,
    Table,
    Tone,
    figure_column,
    text_column,
)
from asiakaskunto_cli.pages.change_notes import change_notes
from asiakaskunto_cli.pages.change_reasons import reasons
from asiakaskunto_cli.pages.changes import change_words, interval_title
from asiakaskunto_cli.pages.comparison_names import Naming, figure_title
from asiakaskunto_cli.pages.figures import interval_text, points
from asiakaskunto_cli.pages.group_figures import contradiction_sentence
from asiakaskunto_cli.pages.names import in_a_row, method_name
from asiakaskunto_cli.pages.series import Guide
from asiakaskunto_cli.pages.wave_series import limit_guides, trend_blocks, wave_series

TONES: Mapping[Verdict, Tone] = {
    Verdict.BETTER: Tone.GOOD,
    Verdict.WORSE: Tone.BAD,
    Verdict.UNCLEAR: Tone.PLAIN,
    Verdict.CHANGED: Tone.PLAIN,
    Verdict.NOT_COMPARABLE: Tone.WARNING,
}


def group_blocks(
    group: GroupComparison, request: Request, naming: Naming, guides: Sequence[Guide]
) -> Iterator[Block]:
    """Yield everything there is to say of a group of two waves or more."""
    yield Heading(naming.title(group))
    yield _table(group, request)
    own = group.trend is not None and not group.trend.is_over_sites
    held = (*guides, *(limit_guides(group.trend, request) if own else ()))
    yield wave_series(group, request, _("Wave by wave"), held)
    for change in group.changes:
        yield Entry(
            change_words(change, group.kind, request),
            tuple(change_notes(change, group, request, naming)),
            TONES[change.overall.verdict],
        )
    if group.changes:
        yield from reasons(group.changes[-1], group, naming, request)
    else:
        words = _("The wave {wave} has no visits in this group, so nothing is compared with it.")
        if group.waves[-1].wave == request.baseline:
            words = _(
                "The wave {wave} is the newest of this group: nothing can be held against it."
            )
        yield Sentence(words.format(wave=request.baseline), Tone.WARNING)
    if group.contradiction is not None and group.contradiction.flagged:
        yield contradiction_sentence(group.contradiction, request.confidence)
    if group.trend is not None:
        yield from trend_blocks(group.trend, group.kind, request)


def _table(group: GroupComparison, request: Request) -> Table:
    methods = any(wave.methods for wave in group.waves)
    columns = (
        text_column(_("Wave")),
        figure_column(_("Visits")),
        figure_column(figure_title(request, group.kind)),
        figure_column(interval_title(request)),
        *((text_column(_("Methods")),) if methods else ()),
    )
    return Table(columns, tuple(_row(wave, methods=methods) for wave in group.waves))


def _row(wave: WaveFigures, *, methods: bool) -> Row:
    cells = wave.wave, str(wave.visits), points(wave.mean), interval_text(wave.interval)
    if not methods:
        return Row(cells)
    return Row((*cells, in_a_row(method_name(method) for method in wave.methods)))
