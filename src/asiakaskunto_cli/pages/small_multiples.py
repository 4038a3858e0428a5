"""All groups of a comparison as small series on one axis, site by site."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from asiakaskunto_cli.analysis.comparing.results import Comparison, GroupComparison
from asiakaskunto_cli.language import gettext as _
from asiakaskunto_cli.pages.comparison_names import Naming
from asiakaskunto_cli.pages.series import Multiples, Panel, SeriesPoint, axis_of
from asiakaskunto_cli.pages.wave_series import HIGHEST, wave_series

# One series alone has its own drawing, large.
FEWEST_PANELS = 2


def small_multiples(comparison: Comparison, naming: Naming) -> Iterator[Multiples]:
    """Yield the shapes of all groups of two waves or more, where there are several groups."""
    request = comparison.request
    found = [group for group in comparison.groups if _is_drawn(group)]
    if len(found) < FEWEST_PANELS:
        return
    drawn = [wave_series(group, request, naming.title(group)) for group in found]
    everything = [point for series in drawn for point in series.points]
    low, high = axis_of(everything, (), request.measure.lowest, HIGHEST)
    panels = []
    for group, series in zip(found, drawn, strict=True):
        first, rest = naming.parts(group)
        points = tuple(map(_without_dots, series.points))
        small = replace(series, title=rest or first, points=points, low=low, high=high, legend="")
        panels.append(Panel(small, first if rest else ""))
    yield Multiples(_("From wave to wave, all on one axis"), tuple(panels))


def _is_drawn(group: GroupComparison) -> bool:
    return sum(wave.mean is not None for wave in group.waves) > 1


def _without_dots(point: SeriesPoint) -> SeriesPoint:
    """Return a point without its single figures, for which a small panel has no room."""
    return replace(point, dots=())
