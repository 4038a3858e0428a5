"""What may be said of the change between two waves, in one or two sentences.

Never "no change": visits that cannot tell a change from chance do not show that there is none.
Never "better" or "worse" where a wave has one visit.
"""

from __future__ import annotations

from asiakaskunto_cli.analysis.comparing.measures import Family, Kind
from asiakaskunto_cli.analysis.comparing.request import Request
from asiakaskunto_cli.analysis.comparing.results import (
    Difference,
    Obstacle,
    Verdict,
    WaveChange,
)
from asiakaskunto_cli.language import gettext as _
from asiakaskunto_cli.language import ngettext
from asiakaskunto_cli.pages.comparison_names import amount, size
from asiakaskunto_cli.pages.figures import NO_FIGURE, confidence_text, interval_text, points

P_DECIMALS, LEAST_P = 3, 0.001
FIXED = "\N{NO-BREAK SPACE}"


def change_words(change: WaveChange, kind: Kind, request: Request) -> str:
    """Return what to say of the change between two waves."""
    pair = waves_of(change)
    difference = change.overall.difference
    if difference is None:
        return f"{pair}: {_not_compared(change.obstacle, request)}"
    words = _sentence(change, request).format(
        amount=amount(difference, kind),
        percent=confidence_text(request.confidence),
        interval=change_interval(change.overall, request),
        counted=counted(change),
    )
    visible = visible_words(change, kind, request)
    return f"{pair}: {words} {visible}".rstrip()


def change_interval(difference: Difference, request: Request) -> str:
    """Return the interval of a change as far as figures can change at all."""
    reach = request.measure.reach
    interval = difference.interval
    return interval_text(None if interval is None else interval.clipped(-reach, reach))


def interval_title(request: Request) -> str:
    """Return the head of a column of intervals."""
    return _("{percent} % interval").format(percent=confidence_text(request.confidence))


def waves_of(change: WaveChange) -> str:
    """Return which waves are compared, with spaces at which no line breaks."""
    return f"{change.from_wave}{FIXED}→{FIXED}{change.to_wave}"


def counted(change: WaveChange) -> str:
    """Return what a change was worked out from: the visits of both waves, or several sites."""
    sites = len(change.site_mix.sites) if change.site_mix is not None else 1
    if sites == 1:
        return _("n = {before} and {after}").format(before=change.before, after=change.after)
    return ngettext("{count} site", "{count} sites", sites).format(count=sites)


def verdict_word(verdict: Verdict) -> str:
    """Return the direction of a change as a word, where it may be told."""
    return {
        Verdict.BETTER: _("better"),
        Verdict.WORSE: _("worse"),
        Verdict.UNCLEAR: _("cannot be told from chance"),
        Verdict.CHANGED: _("one visit only"),
        Verdict.NOT_COMPARABLE: _("not compared"),
    }[verdict]


def p_text(p_value: float) -> str:
    """Return a p value to three decimals, p = 0.014; a smaller one is said to be smaller."""
    sign = "<" if p_value < LEAST_P else "="
    return f"p {sign} {points(max(p_value, LEAST_P), P_DECIMALS)}"


def p_figure(p_value: float | None) -> str:
    """Return a p value as a figure in a table, or a dash where there is none."""
    return NO_FIGURE if p_value is None else p_text(p_value).removeprefix("p ").removeprefix("= ")


def visible_words(change: WaveChange, kind: Kind, request: Request) -> str:
    """Return how large a change would have stood out, where none did."""
    smallest = change.overall.smallest_visible
    if change.overall.verdict is not Verdict.UNCLEAR or smallest is None:
        return ""
    several = change.site_mix is not None and len(change.site_mix.sites) > 1
    if smallest > request.measure.reach:
        return (
            _("With sites as few as these, and as far apart, no change at all would stand out.")
            if several
            else _("With visits as few and as varied as these no change at all would stand out.")
        )
    words = (
        _("With these sites a change of about {size} would stand out.")
        if several
        else _("With these visits a change of about {size} would stand out.")
    )
    return words.format(size=size(smallest, kind))


def _sentence(change: WaveChange, request: Request) -> str:
    overall = change.overall
    if overall.verdict is Verdict.CHANGED and request.measure.family is Family.INDEX:
        return _(
            "Changed by {amount} ({counted}): one visit by a method in a wave cannot show "
            "whether that is more than chance."
        )
    if overall.verdict is Verdict.CHANGED:
        return _(
            "Changed by {amount} ({counted}): one visit in a wave cannot show whether that is "
            "more than chance."
        )
    if overall.interval is None:
        return _(
            "Changed by {amount} ({counted}): there was no variation among them, so they cannot "
            "show whether that is more than chance."
        )
    if overall.verdict is Verdict.BETTER:
        return _(
            "Change {amount} ({percent} % interval {interval}; {counted}): stands out from "
            "chance, for the better."
        )
    if overall.verdict is Verdict.WORSE:
        return _(
            "Change {amount} ({percent} % interval {interval}; {counted}): stands out from "
            "chance, for the worse."
        )
    return _(
        "Change {amount} ({percent} % interval {interval}; {counted}): cannot be told from chance."
    )


def _not_compared(obstacle: Obstacle | None, request: Request) -> str:
    """Say why the waves are on different scales."""
    return {
        Obstacle.CHECKLIST: _("The checklist changed, so these waves are not compared."),
        Obstacle.SCORING: _(
            "The scoring of the checklist changed, so these waves are not compared."
        ),
        Obstacle.AREA_WEIGHTS: _(
            "The weights of the areas changed, so these waves are not compared."
        ),
        Obstacle.METHODS: _(
            "Not the same methods were used, so the indexes of these waves are not compared."
        ),
        Obstacle.SITES: _("No site has visits in both waves, so they are not compared."),
        Obstacle.TOO_FEW: _(
            "Results of fewer than {count} visits are not told, nor any that would give them away."
        ).format(count=request.min_group),
        None: _("These waves cannot be compared."),
    }[obstacle]
