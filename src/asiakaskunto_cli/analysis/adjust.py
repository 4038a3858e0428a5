"""p values of several tests at once: the more one looks, the more one finds by chance."""

from __future__ import annotations

from collections.abc import Sequence


def holm(p_values: Sequence[float]) -> list[float]:
    """Return Holm's adjusted p values (0..1) in the order given: any false find is unlikely.

    Source: Holm (1979), Scand. J. Statist. 6:65.
    """
    adjusted = [0.0] * len(p_values)
    reached = 0.0
    for rank, place in enumerate(_ascending(p_values)):
        reached = max(reached, (len(p_values) - rank) * p_values[place])
        adjusted[place] = min(reached, 1.0)
    return adjusted


def benjamini_hochberg(p_values: Sequence[float]) -> list[float]:
    """Return Benjamini and Hochberg's adjusted p values (0..1) in the order given.

    Where those under q are taken for finds, at most the share q of the finds is expected to be
    false: a screening, not a proof of any one of them.
    Source: Benjamini and Hochberg (1995), J. R. Statist. Soc. B 57:289.
    """
    adjusted = [0.0] * len(p_values)
    reached = 1.0
    for rank, place in reversed(list(enumerate(_ascending(p_values), 1))):
        reached = min(reached, len(p_values) * p_values[place] / rank)
        adjusted[place] = reached
    return adjusted


def _ascending(p_values: Sequence[float]) -> list[int]:
    """Return the places of the p values, that of the smallest first."""
    return sorted(range(len(p_values)), key=lambda place: p_values[place])
