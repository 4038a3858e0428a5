"""The page of a comparison: what stands out from chance and what does not, then group by group."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from functools import partial

from asiakaskunto_cli.analysis.comparing.results import Comparison, GroupComparison
from asiakaskunto_cli.language import gettext as _
from asiakaskunto_cli.language import ngettext
from asiakaskunto_cli.pages.blocks import Block, Entry, Heading, Later, Page, Sentence, Tone
from asiakaskunto_cli.pages.comparison_data import comparison_data
from asiakaskunto_cli.pages.comparison_groups import group_blocks
from asiakaskunto_cli.pages.comparison_names import Naming, measure_title
from asiakaskunto_cli.pages.comparison_sheets import comparison_sheets
from asiakaskunto_cli.pages.comparison_summary import (
    chosen,
    critical_blocks,
    headline,
    single_waves,
    strangers,
    summary_blocks,
)
from asiakaskunto_cli.pages.engagement import engagement_line
from asiakaskunto_cli.pages.excluded import excluded_blocks, excluded_files
from asiakaskunto_cli.pages.figures import confidence_text, points
from asiakaskunto_cli.pages.names import capitalised
from asiakaskunto_cli.pages.series import Guide, GuideKind
from asiakaskunto_cli.pages.small_multiples import small_multiples
from asiakaskunto_cli.programme.model import Programme
from asiakaskunto_cli.report.folder import Collection
from asiakaskunto_cli.report.record import VisitRecord

Targets = Mapping[str, float]


def comparison_page(
    comparison: Comparison,
    collection: Collection,
    programme: Programme,
    language: str,
    targets: Targets | None = None,
    visits: Iterable[tuple[str, VisitRecord]] = (),
) -> Page:
    """Return the page of a comparison of the visits in a collection.

    ``targets`` are the scores that sites aim at, by site; ``visits`` those that were compared,
    each with its wave, for the formats that list them.
    """
    known = replace(collection, unusable=(*collection.unusable, *comparison.unusable))
    excluded = excluded_files(comparison.exclusions, known)
    naming = Naming(comparison, language)
    title = _("Comparison of waves")
    blocks = partial(_blocks, comparison, programme, naming, targets or {}, title)
    return Page(
        title,
        Later(lambda: (*blocks(), *excluded_blocks(excluded, known))),
        comparison_data(comparison, excluded),
        partial(comparison_sheets, comparison, naming, visits),
    )


def _blocks(
    comparison: Comparison, programme: Programme, naming: Naming, targets: Targets, title: str
) -> Iterator[Block]:
    """Yield what the page says; what was left out comes after it."""
    yield Heading(title, level=1)
    yield from engagement_line(programme, title)
    yield from chosen(comparison, naming)
    yield from strangers(comparison, programme)
    yield from headline(comparison)
    yield from summary_blocks(comparison, naming)
    yield from critical_blocks(comparison, naming)
    yield from small_multiples(comparison, naming)
    for group in comparison.groups:
        if len(group.waves) > 1:
            guides = _guides(group, comparison, targets)
            yield from group_blocks(group, comparison.request, naming, guides)
    yield from single_waves(comparison, naming)
    yield from _notes(comparison)


def _guides(group: GroupComparison, comparison: Comparison, targets: Targets) -> tuple[Guide, ...]:
    """Return what the site aims at, where its score or index is compared."""
    site = group.value("site") or ""
    if site not in targets or not comparison.request.measure.is_whole or group.value("area"):
        return ()
    words = _("Target {points}").format(points=points(targets[site]))
    return (Guide(targets[site], words, GuideKind.TARGET),)


def _notes(comparison: Comparison) -> Iterator[Block]:
    request = comparison.request
    if not comparison.groups:
        return
    if comparison.outside:
        words = ngettext(
            "{count} visit is left out: who its customer was is not known.",
            "{count} visits are left out: who their customers were is not known.",
            comparison.outside,
        )
        yield Sentence(words.format(count=comparison.outside), Tone.WARNING)
    if comparison.too_many:
        words = _("There are many visits, so items were not looked at. Ask for them: {option}")
        yield Sentence(words.format(option="kunto compare --why"))
    yield Heading(_("How to read this"))
    yield Entry(
        _("{measure}: the figures of waves with their {percent} % intervals.").format(
            measure=capitalised(measure_title(request.measure)),
            percent=confidence_text(request.confidence),
        ),
        (
            _("A change is called better or worse only where its interval leaves out 0."),
            _(
                "What cannot be told from chance may still be there: more visits would show "
                "smaller changes."
            ),
        ),
    )
    if any(change.areas for group in comparison.groups for change in group.changes):
        yield Entry(
            _("Areas are tested together (Holm); items are only screened (Benjamini–Hochberg).")
        )
