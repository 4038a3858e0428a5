"""Whether the evaluators changed, and what that leaves of the change."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from asiakaskunto_cli.analysis.comparing.estimates import by_site, change_over_sites
from asiakaskunto_cli.analysis.comparing.facts import Strata
from asiakaskunto_cli.analysis.comparing.measures import Kind
from asiakaskunto_cli.analysis.comparing.results import Comparison, Evaluators, WaveChange


def changed_evaluators(before: Strata, after: Strata, kind: Kind) -> Evaluators | None:
    """Return who evaluated in two waves, or None where the same people did, or nobody is named.

    Source of the range: leave-one-out, as the jackknife of Quenouille (1949), J. R. Statist.
    Soc. B 11:68.
    """
    first, last = _codes(before), _codes(after)
    if first == last or not first or not last:
        return None
    shared = first & last
    without = list(_without_each(before, after, kind)) if shared else []
    return Evaluators(
        before=tuple(sorted(first)),
        after=tuple(sorted(last)),
        shared=tuple(sorted(shared)),
        lowest=min(without, default=None),
        highest=max(without, default=None),
    )


def _codes(strata: Strata) -> set[str]:
    return {facts.evaluator for facts in strata if facts.evaluator is not None}


def _without_each(before: Strata, after: Strata, kind: Kind) -> Iterator[float]:
    """Yield the change without the visits of each evaluator, where any visits are left."""
    for code in sorted(_codes(before) | _codes(after)):
        first, last = (
            {facts: cell for facts, cell in strata.items() if facts.evaluator != code}
            for strata in (before, after)
        )
        found = change_over_sites(by_site(first), by_site(last), kind, confidence=0.95)
        if found is not None:
            yield found.change.difference


def without_codes(comparison: Comparison) -> Comparison:
    """Return a comparison in which evaluators are told apart by numbers, anew for every change."""
    groups = tuple(
        replace(group, changes=tuple(map(_numbered, group.changes))) for group in comparison.groups
    )
    return replace(comparison, groups=groups)


def _numbered(change: WaveChange) -> WaveChange:
    people = change.evaluators
    if people is None:
        return change
    codes = sorted({*people.before, *people.after})
    numbers = {code: str(number) for number, code in enumerate(codes, 1)}
    before, after, shared = (
        tuple(numbers[code] for code in one) for one in (people.before, people.after, people.shared)
    )
    return replace(change, evaluators=replace(people, before=before, after=after, shared=shared))
