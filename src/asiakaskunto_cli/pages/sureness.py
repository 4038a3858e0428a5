"""A figure and, in brackets behind it, how sure it is: its interval and what was counted."""

from __future__ import annotations

from asiakaskunto_cli.analysis.intervals import Interval
from asiakaskunto_cli.analysis.key_figures.means import Mean
from asiakaskunto_cli.analysis.proportions import NetPromoters, Proportion
from asiakaskunto_cli.language import format_number, format_signed, ngettext
from asiakaskunto_cli.language import gettext as _
from asiakaskunto_cli.pages.figures import confidence_text, interval_text, points
from asiakaskunto_cli.words import Method

PER_CENT = " %"


def counted(n: int, method: Method | None = None) -> str:
    """Return how many visits a figure rests on; interviewed customers are called what they are."""
    if method is Method.ASK:
        return ngettext("{count} customer", "{count} customers", n).format(count=n)
    return ngettext("{count} visit", "{count} visits", n).format(count=n)


def answers_counted(n: int) -> str:
    """Return how many answers a figure rests on, whoever gave them."""
    return ngettext("{count} answer", "{count} answers", n).format(count=n)


def share_text(share: Proportion, count: str, confidence: float) -> str:
    """Return a share in per cent: 64.3 % (95 % interval 38.8…83.7 %; 14 customers).

    ``count`` says what was counted; it is empty where the sentence does so already.
    """
    interval = share.interval and Interval(100 * share.interval.low, 100 * share.interval.high)
    figure = format_number(100 * share.share) + PER_CENT
    return _behind(figure, _interval(interval, confidence, unit=PER_CENT), count)


def whole_share(share: float) -> str:
    """Return a share (0..1) in per cent that says 100 only of all: 99.97 is told as 99.9."""
    return format_number(min(100 * share, 99.9) if share < 1 else 100.0) + PER_CENT


def score_text(mean: Mean, count: str, confidence: float) -> str:
    """Return a mean score: 72.5 (95 % interval 61.0…84.0; 8 visits)."""
    return _behind(points(mean.mean), *_mean(mean, count, confidence))


def difference_text(mean: Mean, count: str, confidence: float) -> str:
    """Return a mean difference with its sign: +12.5 points (95 % interval −3.3…28.3; 8 visits)."""
    figure = _("{difference} points").format(difference=format_signed(mean.mean))
    return _behind(figure, *_mean(mean, count, confidence))


def nps_text(nps: NetPromoters, count: str, confidence: float) -> str:
    """Return a net promoter score in whole points: NPS 23 (95 % interval −12…52; 14 customers)."""
    figure = _("NPS {score}").format(score=points(nps.nps, 0))
    return _behind(figure, _interval(nps.interval, confidence, decimals=0), count)


def _mean(mean: Mean, count: str, confidence: float) -> tuple[str, str]:
    """Return the interval of a mean and its count; where all were alike, it says that instead."""
    if mean.interval is None and mean.n > 1:
        return (_("{count}, all alike").format(count=count) if count else _("all alike")), ""
    return _interval(mean.interval, confidence), count


def _interval(
    interval: Interval | None, confidence: float, *, decimals: int = 1, unit: str = ""
) -> str:
    if interval is None:
        return ""
    words = _("{percent} % interval {interval}").format(
        percent=confidence_text(confidence), interval=interval_text(interval, decimals)
    )
    return words + unit


def _behind(figure: str, *said: str) -> str:
    """Return a figure with what is said of it in brackets, where anything is."""
    words = "; ".join(filter(None, said))
    return f"{figure} ({words})" if words else figure
