"""What may be said of the change between two waves, in one or two sentences.

Never "no change": visits that cannot tell a change from chance do not show that there is none.
Never "better" or "worse" where a wave has one visit.
"""

from __future__ import annotations

from collections.abc import Iterable

from asiakaskunto_cli.analysis.comparison import Obstacle, Verdict, WaveChange, WaveFigures
from asiakaskunto_cli.language import format_number, format_signed
from asiakaskunto_cli.language import gettext as _
from asiakaskunto_cli.pages.figures import confidence_text, interval_text


def change_words(change: WaveChange, waves: Iterable[WaveFigures], confidence: float) -> str:
    """Return what to say of the change between two of these waves."""
    pair = f"{change.from_wave} → {change.to_wave}"
    if change.difference is None:
        return f"{pair}: {_not_compared(change.obstacle)}"
    visits = {wave.wave: wave.visits for wave in waves}
    words = _sentence(change).format(
        difference=format_signed(change.difference),
        percent=confidence_text(confidence),
        interval=interval_text(change.interval),
        n_before=visits[change.from_wave],
        n_after=visits[change.to_wave],
    )
    if change.verdict is Verdict.UNCLEAR and change.smallest_visible is not None:
        visible = _("With these visits a change of about {smallest} points would stand out.")
        words += " " + visible.format(smallest=format_number(change.smallest_visible))
    return f"{pair}: {words}"


def _sentence(change: WaveChange) -> str:
    if change.verdict is Verdict.CHANGED:
        return _(
            "Changed by {difference} points (n = {n_before} and {n_after}): one visit in a wave "
            "cannot show whether that is more than chance."
        )
    if change.interval is None:
        return _(
            "Changed by {difference} points (n = {n_before} and {n_after}): the visits of each "
            "wave all scored the same, so they cannot show whether that is more than chance."
        )
    return {
        Verdict.BETTER: _(
            "Change {difference} points ({percent} % interval {interval}; n = {n_before} and "
            "{n_after}): better, and more than chance alone would explain."
        ),
        Verdict.WORSE: _(
            "Change {difference} points ({percent} % interval {interval}; n = {n_before} and "
            "{n_after}): worse, and more than chance alone would explain."
        ),
    }.get(
        change.verdict,
        _(
            "Change {difference} points ({percent} % interval {interval}; n = {n_before} and "
            "{n_after}): cannot be told from chance."
        ),
    )


def _not_compared(obstacle: Obstacle | None) -> str:
    """Say why the waves are on different scales."""
    return {
        Obstacle.CHECKLIST: _("The checklist changed, so these waves are not compared."),
        Obstacle.SCORING: _(
            "The scoring of the checklist changed, so these waves are not compared."
        ),
        Obstacle.AREA_WEIGHTS: _(
            "The weights of the areas changed, so these waves are not compared."
        ),
        None: _("These waves cannot be compared."),
    }[obstacle]
