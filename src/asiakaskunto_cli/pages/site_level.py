"""Why a site has its level, or none: in sentences."""

from __future__ import annotations

from collections.abc import Iterator

from asiakaskunto_cli.analysis.site import SiteSummary
from asiakaskunto_cli.language import gettext as _
from asiakaskunto_cli.language import ngettext
from asiakaskunto_cli.pages.figures import points
from asiakaskunto_cli.pages.names import area_name, in_a_row, level_name, method_name, reaches
from asiakaskunto_cli.scoring.levels import DECIMALS
from asiakaskunto_cli.scoring.policy import (
    LEVEL_NEEDS_AREAS,
    SITE_LEVEL_FROM_VISITS,
    Policy,
    Threshold,
)
from asiakaskunto_cli.words import Gate, Level


def level_details(
    site: SiteSummary, target: Level | None, policy: Policy, *, is_told: bool
) -> Iterator[str]:
    """Yield what is behind the level of a site: target, certainty, missing methods.

    Where the level itself is told already, it comes again only with its target.
    """
    if site.level is None:
        yield _why_none(site, policy)
        if target is not None:
            yield _("The target is {target}.").format(target=level_name(target))
    else:
        if target is not None or not is_told:
            yield _against_target(site, site.level, target)
        if not site.confirmed:
            yield _why_provisional(site, site.level, policy)
    if site.methods_missing:
        missing = in_a_row(method_name(method) for method in site.methods_missing)
        yield _(
            "Missing from the index: {methods}. Compare it only with indexes of the same methods."
        ).format(methods=missing)


def _against_target(site: SiteSummary, level: Level, target: Level | None) -> str:
    if target is None:
        words = (
            _("Level {level}, confirmed.") if site.confirmed else _("Level {level}, provisional.")
        )
        return words.format(level=level_name(level))
    if reaches(level, target):
        words = _("Level {level}; the target {target} is reached.")
    else:
        words = _("Level {level}; the target {target} is not reached.")
    return words.format(level=level_name(level), target=level_name(target))


def _why_none(site: SiteSummary, policy: Policy) -> str:
    """Say what stands first in the way of a level."""
    if site.index is None:
        return _("No level: no visit counts in the index.")
    if site.index.visits < SITE_LEVEL_FROM_VISITS:
        words = ngettext(
            "No level: it needs {needed} complete visits, and there is {count}.",
            "No level: it needs {needed} complete visits, and there are {count}.",
            site.index.visits,
        )
        return words.format(needed=SITE_LEVEL_FROM_VISITS, count=site.index.visits)
    if any(limit.gate is Gate.CRITICAL for limit in site.limits):
        return _("No level: a critical item failed or was not checked.")
    if len(site.areas) < LEVEL_NEEDS_AREAS:
        words = _("No level: it needs at least {count} scored areas.")
        return words.format(count=LEVEL_NEEDS_AREAS)
    return _short_of(site, policy.levels[Level.GOOD])


def _short_of(site: SiteSummary, lowest: Threshold) -> str:
    """Say by what the lowest level was missed."""
    if site.index is not None and round(site.index.mean, DECIMALS) < lowest.score:
        words = _("No level: {level} asks for an index of {needed}.")
        return words.format(level=level_name(Level.GOOD), needed=points(lowest.score))
    weak = [
        f"{area_name(area)} {points(estimate.mean)}"
        for area, estimate in site.areas.items()
        if round(estimate.mean, DECIMALS) < lowest.area
    ]
    words = _("No level: {level} asks for {needed} in every area ({areas}).")
    return words.format(
        level=level_name(Level.GOOD), needed=points(lowest.area), areas=in_a_row(weak)
    )


def _why_provisional(site: SiteSummary, level: Level, policy: Policy) -> str:
    if site.index is None or site.index.interval is None:
        return _("Provisional: a method has one visit, so the index has no interval.")
    if site.index is not None and site.index.interval and not site.index.interval.has_width:
        return _("Provisional: every visit scored the same, so chance cannot be judged.")
    words = _("Provisional: the interval of the index begins below {needed}.")
    return words.format(needed=points(policy.levels[level].score))
