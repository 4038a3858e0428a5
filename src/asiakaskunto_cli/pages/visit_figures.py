"""The key figures of one visit: promises, expectations, times, stages, and what weights do."""

from __future__ import annotations

import math
from collections.abc import Iterator

from asiakaskunto_cli.analysis.key_figures.gap import Pair, pairs
from asiakaskunto_cli.analysis.key_figures.gather import KeyFigures
from asiakaskunto_cli.analysis.key_figures.promise import Promise, promises
from asiakaskunto_cli.analysis.key_figures.questions import questions
from asiakaskunto_cli.analysis.key_figures.timing import best_limit, times
from asiakaskunto_cli.checklist.items import DurationItem, ItemBase, ScaleItem
from asiakaskunto_cli.language import format_plain
from asiakaskunto_cli.language import gettext as _
from asiakaskunto_cli.pages.blocks import Block, Entry, Heading, Sentence
from asiakaskunto_cli.pages.figures import points
from asiakaskunto_cli.pages.group_figures import expertise_sentence, stages_table
from asiakaskunto_cli.pages.wording import Wording
from asiakaskunto_cli.report.detail import VisitDetail

# So few gated items are told one by one; more of them make a process.
FEW_CHECKS = 2


def visit_figure_blocks(
    detail: VisitDetail, figures: KeyFigures, language: str, confidence: float = 0.95
) -> Iterator[Block]:
    """Yield what one visit says beside its score, where it says anything; figures are its own."""
    wording = Wording([detail.checklist], language)
    blocks = [*_questions(detail, wording), *_whole(figures, wording, confidence)]
    if blocks:
        yield Heading(_("Key figures"))
        yield from blocks


def _questions(detail: VisitDetail, wording: Wording) -> Iterator[Block]:
    """Yield every question with what became of it, in the order of asking."""
    for question in questions([detail], ItemBase):
        for words in _said(detail, question.item):
            yield Entry(wording.question(detail.checklist.id, question.item.id), (words,))


def _said(detail: VisitDetail, item: ItemBase) -> Iterator[str]:
    for scale in questions([detail], ScaleItem, lambda one: one.id == item.id):
        yield from map(_gap, pairs(scale))
    for duration in questions([detail], DurationItem, lambda one: one.id == item.id):
        yield from (_promise(one, duration.item.unit) for one in promises(duration))
        limit = best_limit(duration.item)
        if limit is not None:
            yield from (_timing(time, limit, duration.item.unit) for time in times(duration))


def _gap(pair: Pair) -> str:
    if pair.gain > 0:
        words = _("Before {earlier}, after {later}: better")
    elif pair.gain < 0:
        words = _("Before {earlier}, after {later}: worse")
    else:
        words = _("Before {earlier}, after {later}: the same")
    return words.format(earlier=pair.earlier, later=pair.later)


def _promise(promise: Promise, unit: str) -> str:
    promised = f"{format_plain(promise.promised)} {unit}"
    if promise.actual is None:
        return _("Promised {promised}, never came true: not kept").format(promised=promised)
    words = _("Promised {promised}, took {actual}: not kept")
    if promise.kept:
        words = _("Promised {promised}, took {actual}: kept")
    return words.format(promised=promised, actual=f"{format_plain(promise.actual)} {unit}")


def _timing(time: float, limit: float, unit: str) -> str:
    words = _("{time}: over {limit}") if time > limit else _("{time}: within {limit}")
    shown = _("never") if time == math.inf else f"{format_plain(time)} {unit}"
    return words.format(time=shown, limit=f"{format_plain(limit)} {unit}")


def _whole(figures: KeyFigures, wording: Wording, confidence: float) -> Iterator[Block]:
    for process in figures.core_processes:
        checks = process.passed + process.failed + process.unchecked
        if len(process.stages) > 1 and checks > FEW_CHECKS:
            yield stages_table(process, wording)
    for profile in figures.profiles:
        words = _("By equal weights of the areas the score would be {score}.")
        yield Sentence(words.format(score=points(profile.equal.mean)))
    for expertise in figures.expertise:
        yield expertise_sentence(expertise, confidence)
