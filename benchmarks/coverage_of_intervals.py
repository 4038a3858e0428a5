"""How often the 95 % intervals hold the true figure, on scores as skewed as those of visits.

A simulation with a fixed seed: visits are drawn from a known distribution again and again, and
the intervals of kunto itself are asked whether they hold its true mean, or the true change.
As a script it prints the table that docs/compare.md quotes:
python benchmarks/coverage_of_intervals.py [TRIALS]
"""

from __future__ import annotations

import random
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from asiakaskunto_cli.analysis.comparing.estimates import change_between, interval_of
from asiakaskunto_cli.analysis.comparing.measures import Kind
from asiakaskunto_cli.analysis.intervals import Interval
from asiakaskunto_cli.analysis.moments import ExactSums

SEED = 20261122
TRIALS = 20_000
CONFIDENCE = 0.95
COUNTS = (5, 8, 30)

Draw = Callable[[random.Random], float]


@dataclass(frozen=True)
class Population:
    """Visits of one kind: what one of them scores, and what they score on average."""

    name: str
    kind: Kind
    mean: float
    draw: Draw


@dataclass(frozen=True)
class Coverage:
    """Of how many trials an interval was given, and how many of those held the truth (0..1)."""

    given: float
    held: float


def beta(a: float, b: float) -> Draw:
    """Return a draw of scores that pile up towards 100 where a is larger than b."""
    return lambda chance: 100 * chance.betavariate(a, b)


def at_the_ceiling(chance: random.Random) -> float:
    """Return a score of visits of which two in three are without a fault."""
    return 100.0 if chance.random() < 2 / 3 else 40 + 50 * chance.random()


def yes(share: float) -> Draw:
    """Return a draw of 100 for yes, 0 for no."""
    return lambda chance: 100.0 * (chance.random() < share)


def promoter(chance: random.Random) -> float:
    """Return 100, 0 or −100: half of them promoters, three in ten passives, a fifth detractors."""
    return chance.choices((100.0, 0.0, -100.0), (5, 3, 2))[0]


POPULATIONS = (
    Population("even: mean 50, skewness 0", Kind.MEAN, 50.0, beta(4, 4)),
    Population("skewed: mean 75, skewness −0.6", Kind.MEAN, 75.0, beta(6, 2)),
    Population("more skewed: mean 87.5, skewness −1.1", Kind.MEAN, 87.5, beta(14, 2)),
    Population("at the ceiling: two in three score 100", Kind.MEAN, 265 / 3, at_the_ceiling),
    Population("yes or no: 80 % yes", Kind.SHARE, 80.0, yes(0.8)),
    Population("net promoter score: 30", Kind.NPS, 30.0, promoter),
)


def main() -> int:
    """Print how often the intervals hold the truth."""
    trials = int(sys.argv[1]) if sys.argv[1:] else TRIALS
    print(f"{trials} trials, seed {SEED}; a part in brackets got no interval")
    print()
    print("| scores | " + " | ".join(f"mean, n = {n} | change, n = {n}" for n in COUNTS) + " |")
    print("| :--- " + "| ---: " * 2 * len(COUNTS) + "|")
    for population in POPULATIONS:
        chance = random.Random(SEED)  # noqa: S311 a simulation
        cells = [shown(one) for n in COUNTS for one in coverages(population, n, trials, chance)]
        print(f"| {population.name} | {' | '.join(cells)} |")
    return 0


def coverages(
    population: Population, n: int, trials: int, chance: random.Random
) -> Iterator[Coverage]:
    """Yield how often the interval of a mean holds, and that of a change that is truly 0."""
    means, changes = [], []
    for _trial in range(trials):
        before, after = (drawn(population, n, chance) for _wave in range(2))
        lowest = -100.0 if population.kind is Kind.NPS else 0.0
        means.append(interval_of(before, population.kind, lowest, CONFIDENCE))
        changes.append(change_between(before, after, population.kind, CONFIDENCE).interval)
    yield coverage(means, population.mean)
    yield coverage(changes, 0.0)


def drawn(population: Population, n: int, chance: random.Random) -> ExactSums:
    """Return the sums of n visits."""
    sums = ExactSums()
    for _visit in range(n):
        sums.add(population.draw(chance))
    return sums


def coverage(intervals: list[Interval | None], truth: float) -> Coverage:
    """Return how many intervals were given, and how many of those hold the truth.

    One without width is none: visits that came out alike show nothing of chance.
    """
    given = [one for one in intervals if one is not None and one.has_width]
    held = sum(not one.excludes(truth) for one in given)
    return Coverage(len(given) / len(intervals), held / len(given))


def shown(found: Coverage) -> str:
    """Return a coverage in per cent, and in brackets how many got no interval."""
    missing = round(100 * (1 - found.given))
    return f"{100 * found.held:.1f} %" + (f" ({missing} %)" if missing else "")


if __name__ == "__main__":
    sys.exit(main())
