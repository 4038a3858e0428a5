"""What a change of the score is made of, from the looks at both of its waves."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from asiakaskunto_cli.analysis.comparing.contributions import by_area, contributions
from asiakaskunto_cli.analysis.comparing.looks import Look, areas_of
from asiakaskunto_cli.analysis.comparing.makings import Makings
from asiakaskunto_cli.analysis.comparing.results import Contributions, Difference
from asiakaskunto_cli.analysis.comparing.screening import item_changes
from asiakaskunto_cli.checklist.items import YesNoItem


@dataclass(frozen=True, slots=True)
class MakeUp:
    """The items of two waves, at the sites that are compared."""

    looks: tuple[Look, Look]
    before: Mapping[str, Makings]
    after: Mapping[str, Makings]

    def contributions(self, fewest: int) -> Contributions | None:
        """Return what every area and item brought to the change.

        None where an item has answers, but less than the ``fewest``, in a wave: as all of them add
        up to the change, none of them could be left out.
        """
        if any(0 < n < fewest for n in (*_answers(self.before), *_answers(self.after))):
            return None
        items = contributions(self.before, self.after, sorted(self.before))
        return Contributions(by_area(items, areas_of(self.looks)), items)

    def screened(self, confidence: float, fewest: int) -> tuple[Difference, ...]:
        """Return the changes of the items with the ``fewest`` answers, screened together."""
        return item_changes(self.before, self.after, self._yes_no(), confidence, fewest)

    def _yes_no(self) -> set[str]:
        return {
            item.id
            for look in self.looks
            for checklist in look.checklists.values()
            for item in checklist.items.values()
            if isinstance(item, YesNoItem)
        }


def _answers(makings: Mapping[str, Makings]) -> Iterable[int]:
    """Return how many answers every item has."""
    counts: Counter[str] = Counter()
    for found in makings.values():
        for name, making in found.items.items():
            counts[name] += making.scores.n
    return counts.values()


def make_up(looks: tuple[Look, Look] | None, sites: Iterable[str]) -> MakeUp | None:
    """Return the items of two waves at these sites; None where a site's answers were not read."""
    if looks is None:
        return None
    wanted = list(sites)
    if any(not look.makings.get(site) for look in looks for site in wanted):
        return None
    before, after = ({site: look.makings[site] for site in wanted} for look in looks)
    return MakeUp(looks, before, after)
