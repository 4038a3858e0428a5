"""The key figures of one question, in sentences."""

from __future__ import annotations

from collections.abc import Iterator

from asiakaskunto_cli.analysis.key_figures.cited import Cited
from asiakaskunto_cli.analysis.key_figures.gap import Gap
from asiakaskunto_cli.analysis.key_figures.nps import NpsFigure
from asiakaskunto_cli.analysis.key_figures.promise import PromiseFigure
from asiakaskunto_cli.analysis.key_figures.timing import Timing
from asiakaskunto_cli.analysis.key_figures.top_box import TopBox
from asiakaskunto_cli.analysis.key_figures.word_of_mouth import WordOfMouth
from asiakaskunto_cli.checklist.figures import ReferenceFigure
from asiakaskunto_cli.language import format_number, format_plain, in_language, ngettext
from asiakaskunto_cli.language import gettext as _
from asiakaskunto_cli.pages.names import capitalised, in_a_row
from asiakaskunto_cli.pages.sureness import (
    PER_CENT,
    counted,
    difference_text,
    nps_text,
    score_text,
    share_text,
)
from asiakaskunto_cli.pages.wording import Wording


def nps_words(figure: NpsFigure, confidence: float) -> Iterator[str]:
    """Yield the net promoter score and the answers that it is made of."""
    found = figure.result
    words = _("{nps}: promoters {promoters}, passives {passives}, detractors {detractors}")
    yield words.format(
        nps=nps_text(found, counted(found.n, figure.method), confidence),
        promoters=found.promoters,
        passives=found.passives,
        detractors=found.detractors,
    )


def top_box_words(figure: TopBox, confidence: float) -> Iterator[str]:
    """Yield the share of the two best points."""
    share = share_text(figure.result, counted(figure.result.n, figure.method), confidence)
    low, high = sorted(figure.best)
    yield _("Two best answers ({low} and {high}): {share}").format(low=low, high=high, share=share)


def gap_words(figure: Gap, wording: Wording, confidence: float) -> Iterator[str]:
    """Yield the change since the earlier question, and the strict share of those that gained."""
    count = counted(figure.points.n, figure.method)
    yield _("Change since “{question}”: {change}").format(
        question=wording.question(figure.checklist, figure.against),
        change=difference_text(figure.points, count, confidence),
    )
    yield _("Better than that {exceeded}, the same {met}, worse {below}").format(
        exceeded=figure.exceeded, met=figure.met, below=figure.below
    )
    yield _("Better after than before: {share}").format(
        share=share_text(figure.better, count, confidence)
    )
    if figure.at_ceiling and figure.better_below_ceiling is not None:
        better = figure.better_below_ceiling
        yield _("Leaving out those at the best point to begin with ({left_out}): {share}").format(
            left_out=figure.at_ceiling,
            share=share_text(better, counted(better.n, figure.method), confidence),
        )


def promise_words(figure: PromiseFigure, confidence: float) -> Iterator[str]:
    """Yield how many promises were kept, and how late the others were."""
    kept = figure.kept
    words = ngettext(
        "Kept: {kept} of {count} promise, {share}",
        "Kept: {kept} of {count} promises, {share}",
        kept.n,
    )
    yield words.format(kept=kept.count, count=kept.n, share=share_text(kept, "", confidence))
    if figure.mean_delay is not None and figure.largest_delay:
        words = _(
            "Late by {mean} {unit} on average, all promises counted; at most {largest} {unit}"
        )
        yield words.format(
            mean=format_number(figure.mean_delay),
            largest=format_plain(figure.largest_delay),
            unit=figure.unit,
        )
    if figure.never:
        yield _("Never came true: {count}").format(count=figure.never)


def timing_words(figure: Timing, confidence: float) -> Iterator[str]:
    """Yield how many were within the limit, and the middle, the slowest and the never."""
    within = figure.within
    yield _("Within {limit} {unit}: {count} of {n}, {share}").format(
        limit=format_plain(figure.limit),
        unit=figure.unit,
        count=within.count,
        n=within.n,
        share=share_text(within, "", confidence),
    )
    yield capitalised(in_a_row(_spread(figure)))


def _spread(figure: Timing) -> Iterator[str]:
    median = figure.median if figure.within.n > 1 else None
    for words, time in ((_("median {time}"), median), (_("slowest {time}"), figure.slowest)):
        if time is not None:
            yield words.format(time=f"{format_plain(time)} {figure.unit}")
    if figure.never:
        yield _("never {count}").format(count=figure.never)


def word_of_mouth_words(figure: WordOfMouth, confidence: float) -> Iterator[str]:
    """Yield how many would hear of it by the source's figures, and where the two balance."""
    words = _(
        "If the source’s figures hold, good experiences ({good}) reach {told_good} people and bad "
        "ones ({bad}) {told_bad}: {balance}"
    )
    yield words.format(
        good=figure.good,
        told_good=format_plain(figure.told_good),
        bad=figure.bad,
        told_bad=format_plain(figure.told_bad),
        balance=_balance(figure.balance),
    )
    if figure.bad_share is not None:
        count = counted(figure.bad_share.n, figure.method)
        words = _("Bad experiences: {share}; by those figures good and bad balance at {balanced}")
        yield words.format(
            share=share_text(figure.bad_share, count, confidence),
            balanced=format_number(100 * figure.break_even) + PER_CENT,
        )


def _balance(balance: float) -> str:
    if balance == 0:
        return _("as many for the good as for the bad")
    words = _("{count} more for the good") if balance > 0 else _("{count} more for the bad")
    return words.format(count=format_plain(abs(balance)))


def cited_words(figure: Cited, wording: Wording, confidence: float) -> Iterator[str]:
    """Yield the answers of a question that stands beside a claim, where no other figure tells."""
    count = counted(figure.n, figure.method)
    if figure.yes is not None:
        yield _("Yes: {share}").format(share=share_text(figure.yes, count, confidence))
    elif figure.options:
        labels = wording.options(figure.checklist, figure.item)
        given = in_a_row(f"{labels[name]} {n}" for name, n in figure.options.items() if n)
        yield f"{given} ({count})"
    elif figure.score is not None:
        yield _("Score {score}").format(score=score_text(figure.score, count, confidence))
    else:
        yield count


def claim_words(figure: ReferenceFigure, language: str) -> str:
    """Return a reference figure as what it is: the claim of a source."""
    source = figure.source if figure.year is None else f"{figure.source}, {figure.year}"
    words = _("Source’s claim: “{claim}” – {source}")
    return words.format(source=source, claim=in_language(figure.text, language))
