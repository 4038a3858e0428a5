"""Many measures of one change at once: areas are tested together, items are only screened."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import NamedTuple

from asiakaskunto_cli.analysis.adjust import benjamini_hochberg, holm
from asiakaskunto_cli.analysis.comparing.estimates import (
    BySite,
    SiteChange,
    change_over_sites,
    share_of,
)
from asiakaskunto_cli.analysis.comparing.facts import Strata
from asiakaskunto_cli.analysis.comparing.makings import Makings
from asiakaskunto_cli.analysis.comparing.measures import Kind
from asiakaskunto_cli.analysis.comparing.results import Difference
from asiakaskunto_cli.analysis.comparing.verdicts import adjusted
from asiakaskunto_cli.analysis.moments import ExactSums, pooled
from asiakaskunto_cli.analysis.permutation import exact_shares_p
from asiakaskunto_cli.words import Area

# Of the items that a screening picks out, one in ten may be a false alarm.
SCREENING_Q = 0.10

Adjust = Callable[[Sequence[float]], list[float]]


class _Tested(NamedTuple):
    """One measure's change, and its p before it is adjusted; None where there is no test."""

    measure: str
    found: SiteChange
    p_value: float | None


def area_changes(
    before: Strata, after: Strata, confidence: float, fewest: int
) -> tuple[Difference, ...]:
    """Return the changes of the areas that were scored in both waves, tested together by Holm.

    Those with less than the ``fewest`` visits in a wave are left out.
    """
    tested = []
    for area in Area:
        first, last = _area_by_site(before, area), _area_by_site(after, area)
        found = change_over_sites(first, last, Kind.MEAN, confidence)
        if found is not None and min(found.before, found.after) >= fewest:
            tested.append(_Tested(f"area:{area}", found, found.change.p_value))
    return _adjusted(tested, holm, under=1 - confidence)


def item_changes(
    before: Mapping[str, Makings],
    after: Mapping[str, Makings],
    yes_no: set[str],
    confidence: float,
    fewest: int,
) -> tuple[Difference, ...]:
    """Return the changes of the items scored in both waves, screened by Benjamini and Hochberg.

    Those with less than the ``fewest`` answers in a wave are left out.
    Items answered yes or no are tested exactly where one site is compared.
    """
    names = sorted(_names(before) & _names(after))
    tested = []
    for name in names:
        kind = Kind.SHARE if name in yes_no else Kind.MEAN
        first, last = _item_by_site(before, name), _item_by_site(after, name)
        found = change_over_sites(first, last, kind, confidence)
        if found is not None and min(found.before, found.after) >= fewest:
            tested.append(_Tested(f"item:{name}", found, _item_p(found, first, last, kind)))
    return _adjusted(tested, benjamini_hochberg, under=SCREENING_Q)


def _adjusted(tested: Sequence[_Tested], adjust: Adjust, *, under: float) -> tuple[Difference, ...]:
    """Return the changes, adjusted over those of them that could be tested."""
    known = [one for one in tested if one.p_value is not None]
    p_values = adjust([one.p_value for one in known if one.p_value is not None])
    by_measure = {one.measure: p for one, p in zip(known, p_values, strict=True)}
    return tuple(
        adjusted(
            one.measure,
            one.found.change,
            one.found.fewest,
            one.p_value,
            by_measure.get(one.measure),
            under=under,
        )
        for one in tested
    )


def _item_p(found: SiteChange, first: BySite, last: BySite, kind: Kind) -> float | None:
    if kind is Kind.MEAN or len(found.sites) > 1 or found.fewest == 1:
        return found.change.p_value
    site = found.sites[0]
    return exact_shares_p(share_of(first[site]), share_of(last[site]))


def _area_by_site(strata: Strata, area: Area) -> dict[str, ExactSums]:
    sites: dict[str, list[ExactSums]] = {}
    for facts, cell in strata.items():
        if area in cell.areas:
            sites.setdefault(facts.site, []).append(cell.areas[area])
    return {site: pooled(parts) for site, parts in sorted(sites.items())}


def _item_by_site(makings: Mapping[str, Makings], name: str) -> dict[str, ExactSums]:
    return {
        site: found.items[name].scores
        for site, found in sorted(makings.items())
        if name in found.items
    }


def _names(makings: Mapping[str, Makings]) -> set[str]:
    return {name for found in makings.values() for name in found.items}
