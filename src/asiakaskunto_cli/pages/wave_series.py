"""The waves of a group as a series: every visit a dot, the mean with its interval, its limits."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from asiakaskunto_cli.analysis.comparing.measures import Kind
from asiakaskunto_cli.analysis.comparing.request import Request
from asiakaskunto_cli.analysis.comparing.results import GroupComparison, Trend, WaveFigures
from asiakaskunto_cli.analysis.intervals import Interval
from asiakaskunto_cli.analysis.xmr import Limits
from asiakaskunto_cli.language import gettext as _
from asiakaskunto_cli.language import ngettext
from asiakaskunto_cli.pages.blocks import Block, Sentence, Tone
from asiakaskunto_cli.pages.changes import FIXED, p_text
from asiakaskunto_cli.pages.comparison_names import amount
from asiakaskunto_cli.pages.figures import interval_text, points
from asiakaskunto_cli.pages.names import in_a_row
from asiakaskunto_cli.pages.series import Guide, GuideKind, Series, SeriesPoint, axis_of

HIGHEST = 100.0


def wave_series(
    group: GroupComparison, request: Request, title: str, guides: Sequence[Guide] = ()
) -> Series:
    """Return the waves of a group as one series."""
    drawn = tuple(_point(wave, group.trend) for wave in group.waves)
    low, high = axis_of(drawn, guides, request.measure.lowest, HIGHEST)
    legend = _("● mean with its interval, • single visits") if any(p.dots for p in drawn) else ""
    return Series(title, drawn, low, high, tuple(guides), legend)


def limit_guides(trend: Trend | None, request: Request) -> tuple[Guide, ...]:
    """Return the natural limits of a series and its mean, where it has limits."""
    limits = None if trend is None else trend.limits
    if limits is None:
        return ()
    reached = _reached(limits, request)
    return (
        Guide(reached.high, _limit(_("Upper limit"), reached.high), GuideKind.LIMIT),
        Guide(limits.mean, _limit(_("Mean"), limits.mean), GuideKind.MEAN),
        Guide(reached.low, _limit(_("Lower limit"), reached.low), GuideKind.LIMIT),
    )


def _reached(limits: Limits, request: Request) -> Interval:
    """Return the natural limits as far as figures can go at all."""
    return Interval(limits.lower, limits.upper).clipped(request.measure.lowest, HIGHEST)


def trend_blocks(trend: Trend, kind: Kind, request: Request) -> Iterator[Block]:
    """Yield where a series is going, and what lies outside of its limits."""
    yield Sentence(_direction(trend, kind))
    if trend.is_over_sites:
        yield Sentence(_sites(trend))
        yield site_series(trend, request)
    limits = trend.limits
    if limits is None:
        return
    names = [trend.waves[place] for place in limits.outside]
    reached = _reached(limits, request)
    ends = {"lower": points(reached.low), "upper": points(reached.high)}
    if names:
        words = _("Outside of the natural limits {lower}…{upper}: {waves}.")
        yield Sentence(words.format(waves=in_a_row(names), **ends), Tone.WARNING)
    else:
        yield Sentence(_("They all lie within the natural limits {lower}…{upper}.").format(**ends))
    if limits.provisional:
        count = len(trend.waves)
        words = ngettext(
            "The limits are provisional: they come from {count} wave, and settle from ten on.",
            "The limits are provisional: they come from {count} waves, and settle from ten on.",
            count,
        )
        yield Sentence(words.format(count=count))
    yield ranges(trend)


def site_series(trend: Trend, request: Request) -> Series:
    """Return the series that a trend over sites is told from, which no wave's own mean is."""
    guides = limit_guides(trend, request)
    outside = trend.limits.outside if trend.limits is not None else ()
    drawn = tuple(
        SeriesPoint(
            label=wave,
            figure=points(mean),
            text=points(mean),
            value=mean,
            outside=place in outside,
        )
        for place, (wave, mean) in enumerate(zip(trend.waves, trend.series, strict=True))
    )
    low, high = axis_of(drawn, guides, request.measure.lowest, HIGHEST)
    return Series(_("Means of the sites that are in all of these waves"), drawn, low, high, guides)


def ranges(trend: Trend) -> Series:
    """Return how far each wave lies from the one before, with the most that is to be expected."""
    steps = [abs(later - earlier) for earlier, later in pairwise(trend.series)]
    limits = trend.limits
    guides: tuple[Guide, ...] = ()
    if limits is not None:
        label = _limit(_("Upper limit"), limits.range_limit)
        guides = (Guide(limits.range_limit, label, GuideKind.LIMIT),)
    drawn = tuple(
        SeriesPoint(
            label=wave,
            figure=points(step),
            text=points(step),
            value=step,
            outside=limits is not None and step > limits.range_limit,
        )
        for wave, step in zip(trend.waves[1:], steps, strict=True)
    )
    _low, high = axis_of(drawn, guides, 0.0, 2 * HIGHEST)
    return Series(
        _("How far each wave lies from the one before (points)"), drawn, 0.0, high, guides
    )


def figure_of(wave: WaveFigures) -> str:
    """Return the figure of a wave with its interval and visits: 72.4 (65.1…79.9; 8 visits)."""
    count = ngettext("{count} visit", "{count} visits", wave.visits).format(count=wave.visits)
    behind = f"{interval_text(wave.interval)}; {count}" if wave.interval is not None else count
    return f"{points(wave.mean)} ({behind})"


def _point(wave: WaveFigures, trend: Trend | None) -> SeriesPoint:
    low = high = None
    if wave.interval is not None:
        low, high = wave.interval.low, wave.interval.high
    outside: tuple[str, ...] = ()
    if trend is not None and trend.limits is not None and not trend.is_over_sites:
        outside = tuple(trend.waves[place] for place in trend.limits.outside)
    return SeriesPoint(
        label=wave.wave,
        figure=points(wave.mean),
        text=figure_of(wave),
        value=wave.mean,
        low=low,
        high=high,
        dots=wave.values,
        outside=wave.wave in outside,
        joined=wave.alike,
    )


def _limit(name: str, value: float) -> str:
    return f"{name} {points(value)}"


def _sites(trend: Trend) -> str:
    """Say which sites a trend is told from, where there are several."""
    count = len(trend.sites)
    words = ngettext(
        "That is told from the {count} site with visits in all of these waves.",
        "That is told from the {count} sites with visits in all of these waves, each counting "
        "the same.",
        count,
    ).format(count=count)
    if not trend.left_out:
        return words
    missing = len(trend.left_out)
    left = ngettext(
        "{count} site is missing from a wave and left out.",
        "{count} sites are missing from a wave and left out.",
        missing,
    )
    return f"{words} {left.format(count=missing)}"


def _direction(trend: Trend, kind: Kind) -> str:
    slope = trend.line.slope
    figures = {
        "count": len(trend.waves),
        "waves": f"{trend.waves[0]}{FIXED}→{FIXED}{trend.waves[-1]}",
        "slope": amount(slope, kind),
        "p": p_text(trend.test.p_value),
    }
    if not trend.distinguishable:
        words = _(
            "Over {count} waves ({waves}) no direction can be told from chance (Mann–Kendall, "
            "{p}); the median slope is {slope} a wave."
        )
    elif slope > 0:
        words = _(
            "Over {count} waves ({waves}) it rises, by about {slope} a wave (Mann–Kendall, {p})."
        )
    else:
        words = _(
            "Over {count} waves ({waves}) it falls, by about {slope} a wave (Mann–Kendall, {p})."
        )
    return words.format(**figures)
