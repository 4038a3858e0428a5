"""Two waves of a group become what may be said of the change between them."""

from __future__ import annotations

from asiakaskunto_cli.analysis.comparing.estimates import SiteChange, by_site, change_over_sites
from asiakaskunto_cli.analysis.comparing.facts import Strata, at_sites, values_of, visits_in
from asiakaskunto_cli.analysis.comparing.index import index_change, index_of
from asiakaskunto_cli.analysis.comparing.looks import reworded
from asiakaskunto_cli.analysis.comparing.makeup import make_up
from asiakaskunto_cli.analysis.comparing.measures import Family, Kind
from asiakaskunto_cli.analysis.comparing.people import changed_evaluators
from asiakaskunto_cli.analysis.comparing.plan import Pair
from asiakaskunto_cli.analysis.comparing.request import Request
from asiakaskunto_cli.analysis.comparing.results import (
    Cause,
    IndexMix,
    Obstacle,
    Rescoring,
    SiteMix,
    Versions,
    WaveChange,
)
from asiakaskunto_cli.analysis.comparing.screening import area_changes
from asiakaskunto_cli.analysis.comparing.verdicts import difference_of, not_comparable
from asiakaskunto_cli.analysis.permutation import MOST_VISITS, exact_permutation_p


def change_of(pair: Pair, request: Request) -> WaveChange:
    """Return what may be said of two waves of a group."""
    if min(map(visits_in, (pair.before, pair.after))) < request.fewest:
        return _refused(pair, request, Obstacle.TOO_FEW)
    if request.measure.family is Family.INDEX:
        return _of_index(pair, request)
    obstacle = _obstacle(pair)
    if obstacle is not None:
        return _refused(pair, request, obstacle)
    return _of_visits(pair, request)


def _of_index(pair: Pair, request: Request) -> WaveChange:
    weights = request.method_weights
    found = index_change(pair.before, pair.after, weights, request.confidence)
    if isinstance(found, Obstacle):
        return _refused(pair, request, found)
    if min(found.before, found.after) < request.fewest:
        return _refused(pair, request, Obstacle.TOO_FEW)
    overall = difference_of(request.measure.text, found.change, found.fewest)
    alone = len(found.sites) == 1 and not found.left_out
    return WaveChange(
        pair.from_wave,
        pair.to_wave,
        found.before,
        found.after,
        overall,
        site_mix=None if alone else SiteMix(found.sites, found.left_out, None),
        index_mix=_index_mix(pair, request, found.unshared),
    )


def _index_mix(pair: Pair, request: Request, left_out: frozenset[str]) -> IndexMix | None:
    before, after = (
        index_of(strata, request.method_weights, request.confidence)
        for strata in (pair.before, pair.after)
    )
    if before is None or after is None:
        return None
    return IndexMix(tuple(sorted(left_out)), after.mean - before.mean)


def _of_visits(pair: Pair, request: Request) -> WaveChange:
    before, after = pair.before, pair.after
    if pair.common is not None and pair.looks is not None:
        before, after = pair.looks[0].cells, pair.looks[1].cells
    kind = next(iter(pair.yardsticks)).kind
    confidence = request.confidence
    found = change_over_sites(by_site(before), by_site(after), kind, confidence)
    if found is None:
        return _refused(pair, request, Obstacle.SITES)
    if min(found.before, found.after) < request.fewest:
        return _refused(pair, request, Obstacle.TOO_FEW)
    # What is told of visits, beside the change, is told of those that it comes from.
    first, last = (at_sites(strata, found.sites) for strata in (before, after))
    name = request.measure.text
    is_score = request.measure.family is Family.SCORE and not request.splits_areas
    made = make_up(pair.looks, found.sites) if is_score else None
    overall = difference_of(name, found.change, found.fewest)
    return WaveChange(
        from_wave=pair.from_wave,
        to_wave=pair.to_wave,
        before=found.before,
        after=found.after,
        overall=overall,
        p_permutation=_permutation(first, last) if len(found.sites) == 1 else None,
        areas=area_changes(before, after, confidence, request.fewest) if is_score else (),
        items=made.screened(confidence, request.fewest) if made else (),
        contributions=made.contributions(request.fewest) if made else None,
        rescoring=_rescoring(pair, kind, confidence),
        versions=_versions(pair),
        site_mix=_site_mix(found, name),
        evaluators=changed_evaluators(first, last, kind, clear=bool(overall.distinguishable)),
    )


def _site_mix(found: SiteChange, measure: str) -> SiteMix | None:
    if found.pooled is None:
        return None
    pooled = difference_of(measure, found.pooled, min(found.before, found.after))
    return SiteMix(found.sites, found.left_out, pooled, found.standardised)


def _refused(pair: Pair, request: Request, obstacle: Obstacle) -> WaveChange:
    before, after = (visits_in(strata) for strata in (pair.before, pair.after))
    overall = not_comparable(request.measure.text)
    return WaveChange(pair.from_wave, pair.to_wave, before, after, overall, obstacle)


def _obstacle(pair: Pair) -> Obstacle | None:
    """Return in what the yardsticks differ, the coarsest first, where nothing in common is left."""
    yardsticks = pair.yardsticks
    if len(yardsticks) == 1 or (pair.common is not None and _both_scored(pair)):
        return None
    if len({one.checklist for one in yardsticks}) > 1:
        return Obstacle.CHECKLIST
    return Obstacle.SCORING if len({one.rule for one in yardsticks}) > 1 else Obstacle.AREA_WEIGHTS


def _both_scored(pair: Pair) -> bool:
    return pair.looks is not None and all(look.cells for look in pair.looks)


def _rescoring(pair: Pair, kind: Kind, confidence: float) -> Rescoring | None:
    if pair.common is None:
        return None
    measured = change_over_sites(by_site(pair.before), by_site(pair.after), kind, confidence)
    return Rescoring(
        cause=_cause(pair),
        common=tuple(sorted(pair.common.scheme.items)),
        left_out=pair.common.left_out,
        coverage=pair.common.coverage,
        as_measured=None if measured is None else measured.change.difference,
        without=sum(map(visits_in, (pair.before, pair.after)))
        - sum(visits_in(look.cells) for look in pair.looks or ()),
    )


def _cause(pair: Pair) -> Cause:
    before, after = ({facts.yardstick for facts in strata} for strata in (pair.before, pair.after))
    if before & after:
        return Cause.MIXED
    changed = len({one.rule for one in before | after}) > 1
    return Cause.SCORING if changed else Cause.AREA_WEIGHTS


def _versions(pair: Pair) -> Versions | None:
    """Return the versions of the checklist, where they or its wording differ."""
    before, after = _versions_of(pair.before), _versions_of(pair.after)
    other = reworded(*pair.looks) if pair.looks is not None else ()
    return Versions(before, after, other) if before != after or other else None


def _versions_of(strata: Strata) -> tuple[str, ...]:
    return tuple(sorted({facts.version for facts in strata}))


def _permutation(before: Strata, after: Strata) -> float | None:
    """Return the exact p as a cross-check, where the visits are few.

    Of shares that is Fisher's, since their figures are noughts and hundreds.
    """
    first, last = values_of(before), values_of(after)
    few = min(len(first), len(last)) > 1 and len(first) + len(last) <= MOST_VISITS
    return exact_permutation_p(first, last) if few else None
