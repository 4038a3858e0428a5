"""Whether the evaluators changed, and what that leaves of the change."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from asiakaskunto_cli.analysis.comparing.estimates import by_site, change_over_sites
from asiakaskunto_cli.analysis.comparing.facts import Strata
from asiakaskunto_cli.analysis.comparing.measures import Kind
from asiakaskunto_cli.analysis.comparing.results import Comparison, Evaluators, WaveChange

Place = tuple[str, str]
"""A site, and the code of somebody who evaluated there."""


# Where more of the visits than this changed hands, the change may be that of the hands.
MOST_MOVED = 0.25


def changed_evaluators(
    before: Strata, after: Strata, kind: Kind, *, clear: bool
) -> Evaluators | None:
    """Return who evaluated in two waves, or None where the same people did, or nobody is named.

    Where several sites are compared, people who only changed places count as others: a site's own
    change is then one of its evaluators too. Of a ``clear`` change, the same people are told too
    where more than a quarter of the visits is another's.
    Source of the range: leave-one-out, as the jackknife of Quenouille (1949), J. R. Statist.
    Soc. B 11:68.
    """
    places, later = _places(before), _places(after)
    first, last, shared = _codes(places), _codes(later), _codes(places & later)
    visits = _visits(before, after)
    same = first == last and bool(shared)
    moved = same and clear and _moved(visits) > MOST_MOVED
    if not (first or last) or (same and not moved):
        return None
    without = dict(_without_each(before, after, kind, first | last)) if shared else {}
    told = [change for change in without.values() if change is not None]
    return Evaluators(
        before=tuple(sorted(first)),
        after=tuple(sorted(last)),
        shared=tuple(sorted(shared)),
        lowest=min(told, default=None),
        highest=max(told, default=None),
        needed=tuple(code for code, change in without.items() if change is None),
        unnamed=any(facts.evaluator is None for facts in (*before, *after)),
        visits=visits if moved else (),
    )


def _visits(before: Strata, after: Strata) -> tuple[tuple[str, int, int], ...]:
    """Return how many visits everybody who is named made before and after, by code."""
    counts: dict[str, list[int]] = {}
    for place, strata in enumerate((before, after)):
        for facts, cell in strata.items():
            if facts.evaluator is not None:
                counts.setdefault(facts.evaluator, [0, 0])[place] += cell.value.n
    return tuple((code, first, last) for code, (first, last) in sorted(counts.items()))


def _moved(visits: Sequence[tuple[str, int, int]]) -> float:
    """Return the part (0..1) of the later visits that others of these people would have made."""
    before = sum(first for _code, first, _last in visits)
    after = sum(last for _code, _first, last in visits)
    return sum(max(last / after - first / before, 0.0) for _code, first, last in visits)


def _places(strata: Strata) -> set[Place]:
    return {(facts.site, facts.evaluator) for facts in strata if facts.evaluator is not None}


def _codes(places: Iterable[Place]) -> set[str]:
    return {code for _site, code in places}


def _without_each(
    before: Strata, after: Strata, kind: Kind, codes: Iterable[str]
) -> Iterator[tuple[str, float | None]]:
    """Yield the change without the visits of each evaluator; None where nothing can be compared."""
    for code in sorted(codes):
        first, last = (
            {facts: cell for facts, cell in strata.items() if facts.evaluator != code}
            for strata in (before, after)
        )
        found = change_over_sites(by_site(first), by_site(last), kind, confidence=0.95)
        yield code, None if found is None else found.change.difference


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
    before, after, shared, needed = (
        tuple(numbers[code] for code in one)
        for one in (people.before, people.after, people.shared, people.needed)
    )
    visits = tuple((numbers[code], first, last) for code, first, last in people.visits)
    told = replace(people, before=before, after=after, shared=shared, needed=needed, visits=visits)
    return replace(change, evaluators=told)
