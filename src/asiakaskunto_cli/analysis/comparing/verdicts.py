"""From a change and its interval to what may be said of it."""

from __future__ import annotations

from asiakaskunto_cli.analysis.comparing.results import Difference, Verdict
from asiakaskunto_cli.analysis.intervals import Change


def difference_of(measure: str, change: Change, fewest: int) -> Difference:
    """Return a change as it may be told; ``fewest`` is the visits (or sites) behind its ends."""
    interval = change.interval
    distinguishable = None if interval is None else interval.excludes(0)
    return Difference(
        measure=measure,
        difference=change.difference,
        interval=interval,
        p_value=change.p_value,
        # Alone, a test needs no adjustment.
        p_adjusted=change.p_value,
        distinguishable=distinguishable,
        smallest_visible=change.half_width,
        verdict=_verdict(change.difference, fewest, distinguishable=distinguishable),
    )


def adjusted(
    measure: str,
    change: Change,
    fewest: int,
    p_value: float | None,
    p_adjusted: float | None,
    *,
    under: float,
) -> Difference:
    """Return a change that was tested among others: it stands out where its p is under a limit."""
    distinguishable = None if p_adjusted is None or fewest == 1 else p_adjusted < under
    return Difference(
        measure=measure,
        difference=change.difference,
        interval=change.interval,
        p_value=p_value,
        p_adjusted=p_adjusted,
        distinguishable=distinguishable,
        smallest_visible=change.half_width,
        verdict=_verdict(change.difference, fewest, distinguishable=distinguishable),
    )


def not_comparable(measure: str) -> Difference:
    """Return no change: a difference between two yardsticks would only be misread."""
    return Difference(measure, None, None, None, None, None, None, Verdict.NOT_COMPARABLE)


def _verdict(difference: float, fewest: int, *, distinguishable: bool | None) -> Verdict:
    if fewest == 1:
        return Verdict.CHANGED
    if not distinguishable:
        return Verdict.UNCLEAR
    return Verdict.BETTER if difference > 0 else Verdict.WORSE
