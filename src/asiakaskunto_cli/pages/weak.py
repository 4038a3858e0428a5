"""Which answers to an item are under a score, in the words that an answerer knows."""

from __future__ import annotations

from collections.abc import Sequence

from asiakaskunto_cli.checklist.answer import NPS_HIGHEST, Answer
from asiakaskunto_cli.checklist.items import (
    Band,
    ChoiceItem,
    DurationItem,
    ItemBase,
    NpsItem,
    NumberItem,
    ScaleItem,
    TallyItem,
    YesNoItem,
)
from asiakaskunto_cli.checklist.label import answer_label
from asiakaskunto_cli.checklist.model import Checklist
from asiakaskunto_cli.language import format_plain
from asiakaskunto_cli.language import gettext as _
from asiakaskunto_cli.pages.rules import percent_points
from asiakaskunto_cli.scoring.items import score_of
from asiakaskunto_cli.scoring.levels import DECIMALS
from asiakaskunto_cli.scoring.response import Response

NAMED_AT_MOST = 3


def weak_answers(checklist: Checklist, item: ItemBase, below: float, language: str) -> str:
    """Return the answers whose score (0..1) is under a limit: "no", "1–3", "over 15 s".

    Where no answer can be named, as of an item held against a promise, the limit in points.
    """
    return _named(checklist, item, below, language) or _("under {points} points of 100").format(
        points=percent_points(below)
    )


def one_of(words: Sequence[str]) -> str:
    """Return words of which any will do: a, b or c."""
    *some, last = words
    return _("{some} or {last}").format(some=", ".join(some), last=last) if some else last


def _named(checklist: Checklist, item: ItemBase, below: float, language: str) -> str:
    """Return the answers under the limit, or nothing where they cannot be named."""

    def is_weak(answer: Answer) -> bool:
        score = score_of(checklist, item, {item.id: Response(answer=answer)})
        return score is not None and round(score, DECIMALS) < below

    match item:
        case ScaleItem():
            lowest, highest = checklist.bounds_of(item)
            return _figures([one for one in range(lowest, highest + 1) if is_weak(one)])
        case NpsItem():
            return _figures([one for one in range(NPS_HIGHEST + 1) if is_weak(one)])
        case YesNoItem():
            answers: Sequence[Answer] = [one for one in (True, False) if is_weak(one)]
        case ChoiceItem():
            answers = [one for one in item.option_ids if is_weak(one)]
        case TallyItem():
            return _share(item, below)
        case DurationItem() | NumberItem():
            return _amount(item, below)
        case _:
            return ""
    labels = [answer_label(checklist, item, answer, language) for answer in answers]
    return one_of(labels) if labels else ""


def _figures(weak: Sequence[int]) -> str:
    """Return whole numbers that follow one another; many of them by the first and the last."""
    if len(weak) > NAMED_AT_MOST:
        return _("{lowest} to {highest}").format(lowest=weak[0], highest=weak[-1])
    return one_of([str(one) for one in weak]) if weak else ""


def _share(item: TallyItem, below: float) -> str:
    if item.invert:
        return _("over {share} %").format(share=percent_points(1 - below))
    return _("under {share} %").format(share=percent_points(below))


def _amount(item: DurationItem | NumberItem, below: float) -> str:
    """Return from where on an amount is weak, or up to where."""
    unit = f" {item.unit}" if item.unit else ""
    if isinstance(item, DurationItem) and item.limit is not None:
        target = item.target or 0
        limit = format_plain(round(item.limit - below * (item.limit - target), DECIMALS))
        words = _("over {limit}").format(limit=limit) + unit
    else:
        words = _banded(item.bands or (), below, unit)
    if words and isinstance(item, DurationItem) and item.never:
        return one_of([words, _("never")])
    return words


def _banded(bands: Sequence[Band], below: float, unit: str) -> str:
    """Return the one amount at which bands turn weak, or cease to be so, if there is just one."""
    weak = [band.score < below for band in bands]
    if not bands or bands[-1].up_to is not None:
        weak.append(True)
    turns = [number for number in range(1, len(weak)) if weak[number] != weak[number - 1]]
    if len(turns) != 1:
        return ""
    limit = format_plain(round(bands[turns[0] - 1].up_to or 0, DECIMALS)) + unit
    words = _("at most {limit}") if weak[0] else _("over {limit}")
    return words.format(limit=limit)
