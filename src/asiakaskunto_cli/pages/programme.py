"""The page of a programme: every site beside the others, as far as the visits tell them apart."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial

from asiakaskunto_cli.analysis.league import leagues
from asiakaskunto_cli.analysis.segments import segmentations
from asiakaskunto_cli.analysis.site import SiteSummary
from asiakaskunto_cli.analysis.special import SpecialOfSites
from asiakaskunto_cli.language import gettext as _
from asiakaskunto_cli.language import ngettext
from asiakaskunto_cli.pages.blocks import (
    Block,
    Entry,
    Heading,
    Page,
    Row,
    Sentence,
    Table,
    Tone,
    figure_column,
    text_column,
)
from asiakaskunto_cli.pages.engagement import engagement_line
from asiakaskunto_cli.pages.excluded import Excluded, excluded_blocks, excluded_files
from asiakaskunto_cli.pages.figures import NO_FIGURE, confidence_text, interval_text, points
from asiakaskunto_cli.pages.gate_failures import gate_failures
from asiakaskunto_cli.pages.key_figures import special_of_sites_blocks
from asiakaskunto_cli.pages.key_figures_data import key_figures_data
from asiakaskunto_cli.pages.league import league_blocks, league_data
from asiakaskunto_cli.pages.method_note import method_note
from asiakaskunto_cli.pages.names import area_name, capitalised, method_name, reaches
from asiakaskunto_cli.pages.segments import segment_blocks, segmentation_data
from asiakaskunto_cli.pages.site_data import site_data
from asiakaskunto_cli.pages.site_level import level_details
from asiakaskunto_cli.pages.site_sheets import site_sheets
from asiakaskunto_cli.programme.model import Programme
from asiakaskunto_cli.report.detail import VisitDetail
from asiakaskunto_cli.report.folder import Collection
from asiakaskunto_cli.words import Area


def programme_page(
    sites: Sequence[SiteSummary],
    visits: Sequence[VisitDetail],
    collection: Collection,
    programme: Programme,
    language: str,
    *,
    wave: str | None = None,
    special: SpecialOfSites | None = None,
    confidence: float = 0.95,
) -> Page:
    """Return the page of the sites of a collection; targets and thresholds are the programme's.

    ``visits`` are the counted ones. ``confidence`` is the one that the summaries and the special
    results were made with, ``wave`` the only wave in them.
    """
    exclusions = [exclusion for site in sites for exclusion in site.exclusions]
    excluded = excluded_files(exclusions, collection)
    found = leagues(sites)
    groups = segmentations(visits, programme.privacy.min_group, confidence)
    title = programme.programme or _("Summary of visits")
    if wave is not None:
        title = f"{title} · {wave}"
    blocks = (
        Heading(title, level=1),
        *engagement_line(programme, title),
        Sentence(_scope(sites, excluded)),
        *league_blocks(found, programme),
        *_details(sites, programme),
        *gate_failures(sites, visits, language),
        *_methods(sites, confidence),
        *_areas(sites),
        *segment_blocks(groups, programme, language),
        *(special_of_sites_blocks(special, sites, language) if special else ()),
        *excluded_blocks(excluded, collection),
        *(method_note(programme, confidence) if sites else ()),
    )
    data = {
        **site_data(
            sites,
            programme,
            excluded,
            collection,
            wave=wave,
            confidence=confidence,
            special=special.by_site if special else {},
            language=language,
        ),
        **(key_figures_data(special.together, language) if special else {}),
        "kind": "programme",
        "leagues": [league_data(league) for league in found],
        "segments": [segmentation_data(one) for one in groups],
    }
    return Page(title, blocks, data, partial(site_sheets, sites, visits, programme, language))


def _scope(sites: Sequence[SiteSummary], excluded: Sequence[Excluded]) -> str:
    visits = sum(site.visits for site in sites)
    words = ngettext("{count} visit is counted", "{count} visits are counted", visits)
    said = words.format(count=visits)
    if excluded:
        words = ngettext(
            "{count} file is not (named below)",
            "{count} files are not (named below)",
            len(excluded),
        )
        said = f"{said}, {words.format(count=len(excluded))}"
    return f"{said}."


def _details(sites: Sequence[SiteSummary], programme: Programme) -> Iterator[Block]:
    """Yield what is behind the level of every site."""
    for site in sites:
        target = programme.target_of(site.site)
        details = tuple(level_details(site, target, programme.policy(), is_told=False))
        yield Entry(site.name, details, _tone(site, programme))


def _tone(site: SiteSummary, programme: Programme) -> Tone:
    target = programme.target_of(site.site)
    if target is None or site.index is None:
        return Tone.PLAIN
    return Tone.GOOD if reaches(site.level, target) else Tone.WARNING


def _methods(sites: Sequence[SiteSummary], confidence: float) -> Iterator[Block]:
    """Yield one line per site and method."""
    rows = tuple(row for site in sites for row in _site_methods(site))
    if not rows:
        return
    columns = (
        text_column(_("Method")),
        figure_column(_("Visits")),
        figure_column(_("Mean")),
        figure_column(_interval_title(confidence)),
    )
    yield Heading(_("Methods"))
    yield Table(columns, rows)
    if any(one.interval is None for site in sites for one in site.methods.values()):
        yield Sentence(
            _("{dash} in place of an interval: one visit cannot show how much visits vary.").format(
                dash=NO_FIGURE
            )
        )


def _site_methods(site: SiteSummary) -> Iterator[Row]:
    group = site.name
    for method, found in site.methods.items():
        cells = (
            capitalised(method_name(method)),
            str(found.visits),
            points(found.mean),
            interval_text(found.interval),
        )
        yield Row(cells, group=group)
        group = ""


def _areas(sites: Sequence[SiteSummary]) -> Iterator[Block]:
    rows = tuple(
        Row((site.name, *(_area(site, area) for area in Area))) for site in sites if site.areas
    )
    if not rows:
        return
    names = [figure_column(capitalised(area_name(area))) for area in Area]
    yield Heading(_("Areas"))
    yield Table((text_column(_("Site")), *names), rows)


def _area(site: SiteSummary, area: Area) -> str:
    return points(site.areas[area].mean) if area in site.areas else NO_FIGURE


def _interval_title(confidence: float) -> str:
    return _("{percent} % interval").format(percent=confidence_text(confidence))
