"""The page of one site: three methods side by side, what went well, what to develop, and why."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import partial

from asiakaskunto_cli.analysis.points import (
    STRONG_FROM,
    WEAK_BELOW,
    Point,
    reasons_by_point,
    strongest,
    weakest,
)
from asiakaskunto_cli.analysis.site import SiteSummary
from asiakaskunto_cli.analysis.site_results import SiteResults
from asiakaskunto_cli.analysis.special import SpecialResults
from asiakaskunto_cli.checklist.practices import Practice
from asiakaskunto_cli.language import format_date, ngettext
from asiakaskunto_cli.language import gettext as _
from asiakaskunto_cli.pages.blocks import Block, Entry, Heading, Page, Sentence, Tone
from asiakaskunto_cli.pages.engagement import engagement_line
from asiakaskunto_cli.pages.excluded import Excluded, excluded_blocks, excluded_files
from asiakaskunto_cli.pages.figures import confidence_text, interval_text, points
from asiakaskunto_cli.pages.gate_failures import gate_failures
from asiakaskunto_cli.pages.key_figures import special_blocks
from asiakaskunto_cli.pages.method_note import method_note
from asiakaskunto_cli.pages.names import in_a_row, level_name, method_name, reaches
from asiakaskunto_cli.pages.point_entries import (
    lost_words,
    point_data,
    point_figure,
    question_of,
    reasons_blocks,
    strength_entry,
)
from asiakaskunto_cli.pages.practices import step_blocks, step_data, steps_of_points
from asiakaskunto_cli.pages.segments import segment_blocks, segmentation_data
from asiakaskunto_cli.pages.site_charts import areas_chart, methods_chart
from asiakaskunto_cli.pages.site_data import site_data
from asiakaskunto_cli.pages.site_level import level_details
from asiakaskunto_cli.pages.site_sheets import site_sheets
from asiakaskunto_cli.pages.touchpoints import touchpoint_blocks, touchpoint_data
from asiakaskunto_cli.programme.model import Programme
from asiakaskunto_cli.report.folder import Collection
from asiakaskunto_cli.words import Method

STRENGTHS = 3
WEAKNESSES = 5
# From this many visits on, one more or less is no longer worth a word.
FEW = 10


def site_page(
    results: SiteResults,
    collection: Collection,
    programme: Programme,
    practices: Mapping[str, Practice],
    language: str,
    *,
    wave: str,
    special: SpecialResults | None = None,
    confidence: float = 0.95,
) -> Page:
    """Return the page of a site in one wave; what is not counted is that of the collection.

    ``confidence`` is the one that the results, and the special ones of the same wave, were made
    with.
    """
    site = results.summary
    excluded = excluded_files(site.exclusions, collection)
    steps = steps_of_points(results.points, practices)
    title = f"{site.name} · {wave}"
    blocks = (
        Heading(title, level=1),
        *engagement_line(programme, title),
        *headline(site, programme, confidence),
        *_details(site, programme),
        Sentence(_scope(results, excluded)),
        methods_chart(site, programme),
        *_influence(site),
        areas_chart(site),
        *_strengths(results.points, language),
        *_weaknesses(results.points, language),
        *step_blocks(steps, language, figures=False),
        *gate_failures([site], results.visits, language),
        *(special_blocks(special, language) if special else ()),
        *touchpoint_blocks(results.touchpoints),
        *segment_blocks(results.segmentations, programme, language),
        *reasons_blocks(reasons_by_point(results.points), language),
        *excluded_blocks(excluded, collection),
        *method_note(programme, confidence),
    )
    sheets = partial(site_sheets, [site], results.visits, programme, language)
    data = {
        **site_data(
            [site],
            programme,
            excluded,
            collection,
            wave=wave,
            confidence=confidence,
            special={site.site: special} if special else {},
            language=language,
        ),
        "kind": "site",
        "points": [point_data(point) for point in results.points],
        "touchpoints": touchpoint_data(results.touchpoints),
        "segments": [segmentation_data(one) for one in results.segmentations],
        "practices": step_data(steps),
    }
    return Page(title, blocks, data, sheets)


def headline(site: SiteSummary, programme: Programme, confidence: float) -> Iterator[Sentence]:
    """Say index, interval, level and target in one sentence."""
    if site.index is None:
        yield Sentence(_("No index: no visit counts in it."), Tone.WARNING)
        return
    target = programme.target_of(site.site)
    said = _("Asiakaskunto index {index}").format(index=points(site.index.mean))
    if site.index.interval is not None and site.index.interval.has_width:
        words = _("{index} ({percent} % interval {interval})")
        said = words.format(
            index=said,
            percent=confidence_text(confidence),
            interval=interval_text(site.index.interval),
        )
    tone = Tone.PLAIN
    if target is not None:
        tone = Tone.GOOD if reaches(site.level, target) else Tone.WARNING
    yield Sentence(f"{said}: {_level(site)}.", tone)


def _level(site: SiteSummary) -> str:
    if site.level is None:
        return _("no level")
    words = _("level {level}, confirmed") if site.confirmed else _("level {level}, provisional")
    return words.format(level=level_name(site.level))


def _details(site: SiteSummary, programme: Programme) -> Iterator[Sentence]:
    target = programme.target_of(site.site)
    for words in level_details(site, target, programme.policy(), is_told=True):
        yield Sentence(words)


def _scope(results: SiteResults, excluded: Sequence[Excluded]) -> str:
    """Say how many visits there are, by which methods, from when to when."""
    site = results.summary
    words = ngettext("{count} visit is counted", "{count} visits are counted", site.visits)
    said = words.format(count=site.visits)
    if results.visits:
        by_method = in_a_row(
            f"{method_name(m)} {site.methods[m].visits}" for m in Method if m in site.methods
        )
        first, last = (results.visits[end].record.visited_at for end in (0, -1))
        said = f"{said} ({by_method}; {format_date(first)} – {format_date(last)})"
    if excluded:
        words = ngettext(
            "{count} file is not (named below)",
            "{count} files are not (named below)",
            len(excluded),
        )
        said = f"{said}, {words.format(count=len(excluded))}"
    return f"{said}."


def _influence(site: SiteSummary) -> Iterator[Sentence]:
    """Say how far one visit can move the mean of a method that has few."""
    for method, found in site.methods.items():
        if found.visits < FEW:
            words = ngettext(
                "{method}: from {count} visit; another one could move the mean by {points} points.",
                "{method}: from {count} visits; one of them can move the mean by {points} points.",
                found.visits,
            )
            moved = 50.0 if found.visits == 1 else 100 / found.visits
            yield Sentence(
                words.format(
                    method=method_name(method).capitalize(),
                    count=found.visits,
                    points=points(moved, 0),
                )
            )


def _strengths(found: Sequence[Point], language: str) -> Iterator[Block]:
    best = strongest(found, STRENGTHS)
    yield Heading(_("What went well"))
    if not best:
        yield Sentence(_("No item reached {points} points.").format(points=points(STRONG_FROM)))
    for point in best:
        yield strength_entry(point, language)


def _weaknesses(found: Sequence[Point], language: str) -> Iterator[Block]:
    """Yield the points that cost the most."""
    weak = weakest(found, WEAKNESSES)
    yield Heading(_("What to develop"))
    if not weak:
        words = _("Every item reached {points} points.").format(points=points(WEAK_BELOW))
        yield Sentence(words, Tone.GOOD)
    for point in weak:
        yield Entry(question_of(point, language), (point_figure(point), lost_words(point)))
