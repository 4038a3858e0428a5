"""The page of a comparison: wave after wave, and what may be said of every change."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from asiakaskunto_cli.analysis.comparison import (
    Comparison,
    GroupComparison,
    Verdict,
    WaveChange,
    WaveFigures,
)
from asiakaskunto_cli.language import gettext as _
from asiakaskunto_cli.pages.blocks import (
    Block,
    Heading,
    Page,
    Row,
    Sentence,
    Table,
    Tone,
    figure_column,
    text_column,
)
from asiakaskunto_cli.pages.changes import change_words
from asiakaskunto_cli.pages.excluded import excluded_blocks, excluded_files
from asiakaskunto_cli.pages.figures import (
    confidence_text,
    ends,
    interval_text,
    points,
    rounded,
    rounded_p,
)
from asiakaskunto_cli.pages.names import method_name
from asiakaskunto_cli.report.folder import Collection

SCHEMA_VERSION = 1

TONES: Mapping[Verdict, Tone] = {
    Verdict.BETTER: Tone.GOOD,
    Verdict.WORSE: Tone.BAD,
    Verdict.UNCLEAR: Tone.PLAIN,
    Verdict.CHANGED: Tone.PLAIN,
    Verdict.NOT_COMPARABLE: Tone.WARNING,
}


def comparison_page(comparison: Comparison, collection: Collection) -> Page:
    """Return the page of a comparison of the visits in a collection."""
    excluded = excluded_files(comparison.exclusions, collection)
    title = _("Comparison of waves")
    blocks: list[Block] = [Heading(title, level=1)]
    for group in comparison.groups:
        blocks.extend(_group(group, comparison.confidence))
    if not comparison.groups:
        blocks.append(Sentence(_("There are no visits to compare."), Tone.WARNING))
    blocks.extend(excluded_blocks(excluded, collection))
    data = {
        "schema_version": SCHEMA_VERSION,
        "kind": "comparison",
        "by": "site",
        "measure": "score",
        "confidence": comparison.confidence,
        "groups": [_group_data(group) for group in comparison.groups],
        "excluded_reports": [{"file": one.file, "reason": one.reason} for one in excluded],
    }
    return Page(title, tuple(blocks), data)


def _group(group: GroupComparison, confidence: float) -> Iterator[Block]:
    yield Heading(f"{group.site_name} · {method_name(group.method)}")
    columns = (
        text_column(_("Wave")),
        figure_column(_("Visits")),
        figure_column(_("Mean")),
        figure_column(_("{percent} % interval").format(percent=confidence_text(confidence))),
    )
    yield Table(columns, tuple(_wave(wave) for wave in group.waves))
    for change in group.changes:
        yield Sentence(change_words(change, group.waves, confidence), TONES[change.verdict])
    if not group.changes:
        yield Sentence(_("Only one wave has visits: there is nothing to compare it with yet."))


def _wave(wave: WaveFigures) -> Row:
    return Row((wave.wave, str(wave.visits), points(wave.mean), interval_text(wave.interval)))


def _group_data(group: GroupComparison) -> dict[str, Any]:
    return {
        "key": {"site": group.site, "method": group.method},
        "waves": [
            {
                "wave": wave.wave,
                "visits": wave.visits,
                "mean": rounded(wave.mean),
                "sd": rounded(wave.sd),
                "ci95": ends(wave.interval),
            }
            for wave in group.waves
        ],
        "changes": [_change_data(change) for change in group.changes],
        "trend": None,
    }


def _change_data(change: WaveChange) -> dict[str, Any]:
    """Return a change; items are null (not looked at), which an empty list would deny."""
    return {
        "from": change.from_wave,
        "to": change.to_wave,
        "measure": "score",
        "difference": rounded(change.difference),
        "ci95": ends(change.interval),
        "p_value": rounded_p(change.p_value),
        "p_adjusted": rounded_p(change.p_adjusted),
        "distinguishable": change.distinguishable,
        "smallest_visible": rounded(change.smallest_visible),
        "verdict": change.verdict,
        "common_items": None,
        "excluded_items": None,
    }
