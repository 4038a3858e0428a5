"""What is kept of many scores: how many, their mean and their variance; exact in any order."""

from __future__ import annotations

import math
from collections.abc import Iterable
from dataclasses import dataclass

# Reports store scores with 6 decimals, so a score is a whole number of micropoints, and sums of
# whole numbers do not depend on the order of the files or on how they were split.
MICROPOINTS = 1_000_000

# Reports keep the scores of items (0..1) with 6 decimals too: figures made of them, and changes
# between those, may differ by as many points as this though nothing differed.
ROUNDING = 2e-4


@dataclass(frozen=True, slots=True)
class Moments:
    """The sufficient statistics of n >= 1 scores; the sample variance is None at n = 1."""

    n: int
    mean: float
    variance: float | None

    @property
    def sd(self) -> float | None:
        """The sample standard deviation, None at n = 1."""
        return None if self.variance is None else math.sqrt(self.variance)

    @property
    def is_noisy(self) -> bool:
        """Whether the scores vary by more than the rounding of what they are made of."""
        return self.variance is not None and self.variance > ROUNDING**2


@dataclass(slots=True)
class ExactSums:
    """A running count, sum and sum of squares of scores, in micropoints and their squares."""

    n: int = 0
    total: int = 0
    squares: int = 0

    def add(self, score: float | None) -> None:
        """Count one score (0..100); None, an area that was not scored, adds nothing."""
        if score is None:
            return
        micropoints = round(score * MICROPOINTS)
        self.n += 1
        self.total += micropoints
        self.squares += micropoints * micropoints

    def moments(self) -> Moments:
        """Return the moments so far, each rounded once; raises ZeroDivisionError at n = 0."""
        mean = self.total / (self.n * MICROPOINTS)
        if self.n == 1:
            return Moments(1, mean, None)
        # The textbook's one-pass formula, safe here because nothing was rounded before it.
        deviations = self.n * self.squares - self.total * self.total
        return Moments(self.n, mean, deviations / (self.n * (self.n - 1) * MICROPOINTS**2))


def pooled(parts: Iterable[ExactSums]) -> ExactSums:
    """Return the sums over all parts, as if their scores had been added to one."""
    whole = ExactSums()
    for part in parts:
        whole.n += part.n
        whole.total += part.total
        whole.squares += part.squares
    return whole
