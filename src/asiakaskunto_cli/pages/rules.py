"""How an answer is given and scored, in words; points are 0..100."""

from __future__ import annotations

from collections.abc import Sequence

from asiakaskunto_cli.checklist.condition import Condition
from asiakaskunto_cli.checklist.items import (
    Band,
    ChoiceItem,
    DurationItem,
    ItemBase,
    MultiItem,
    NpsItem,
    NumberItem,
    ScaleItem,
    TallyItem,
    YesNoItem,
)
from asiakaskunto_cli.checklist.model import Checklist
from asiakaskunto_cli.language import format_plain, format_signed, in_language
from asiakaskunto_cli.language import gettext as _
from asiakaskunto_cli.scoring.levels import DECIMALS


def percent_points(share: float) -> str:
    """Return a score of 0..1 as points, 100 or 33.3."""
    return format_plain(round(100 * share, 1))


def rule_words(checklist: Checklist, item: ItemBase, language: str) -> str:
    """Return what may be answered to an item, and what each answer is worth."""
    words = _rule(checklist, item, language)
    if getattr(item, "invert", False):
        return _("{rule} (the lower the better)").format(rule=words)
    return words


def condition_words(checklist: Checklist, condition: Condition, language: str) -> str:
    """Return on what it depends whether an item is asked."""
    on = dict.fromkeys(_asked_of(checklist, leaf, language) for leaf in condition.leaves())
    return _("Asked only under a condition on: {on}").format(on=", ".join(on))


def _asked_of(checklist: Checklist, leaf: Condition, language: str) -> str:
    if leaf.item is not None:
        text = in_language(checklist.items[leaf.item].text, language)
        return _("“{question}”").format(question=text)
    return {
        "method": _("the method of the visit"),
        "channel": _("the channel of the visit"),
        "scenario": _("the scenario of the visit"),
    }[leaf.visit or "method"]


def _rule(checklist: Checklist, item: ItemBase, language: str) -> str:
    match item:
        case YesNoItem():
            return _("no or yes")
        case ScaleItem():
            return _scale(checklist, item, language)
        case NpsItem():
            return _("a whole number, 0–10")
        case ChoiceItem():
            return _choice(item, language)
        case MultiItem():
            return _multi(item, language)
        case DurationItem():
            return _duration(checklist, item, language)
        case TallyItem():
            return _("how many of how many")
        case NumberItem():
            unit = f" ({item.unit})" if item.unit else ""
            return _("a number") + unit + _bands(item.bands)
        case _:
            return _("in words")


def _scale(checklist: Checklist, item: ScaleItem, language: str) -> str:
    lowest, highest = checklist.bounds_of(item)
    words = _("a scale {lowest}–{highest}").format(lowest=lowest, highest=highest)
    labelled = checklist.points_of(item)
    if labelled:
        labels = [f"{number} = {in_language(text, language)}" for number, text in labelled.items()]
        words = f"{words}: {'; '.join(labels)}"
    return words + _against(checklist, item.against, language)


def _choice(item: ChoiceItem, language: str) -> str:
    labels = []
    for option in item.options:
        label = in_language(option.label, language)
        worth = "" if option.score is None else f" = {percent_points(option.score)}"
        labels.append(f"{label}{worth}")
    return _("one of: {options}").format(options="; ".join(labels))


def _multi(item: MultiItem, language: str) -> str:
    labels = [
        f"{in_language(option.label, language)} {format_signed(option.points)}"
        for option in item.options
    ]
    return _("any of: {options}").format(options="; ".join(labels))


def _duration(checklist: Checklist, item: DurationItem, language: str) -> str:
    words = _("a time in {unit}").format(unit=item.unit)
    if item.limit is not None:
        line = _("{target} = 100, falling to 0 at {limit}")
        target, limit = format_plain(item.target or 0), format_plain(item.limit)
        words = f"{words}: {line.format(target=target, limit=limit)}"
    words += _bands(item.bands)
    if item.never:
        words = _("{rule}; “never” = 0").format(rule=words)
    return words + _against(checklist, item.against, language)


def _against(checklist: Checklist, other: str | None, language: str) -> str:
    if other is None:
        return ""
    text = in_language(checklist.items[other].text, language)
    return "; " + _("held against “{question}”").format(question=text)


def _bands(bands: Sequence[Band] | None) -> str:
    if not bands:
        return ""
    said = [_band(band) for band in bands]
    if bands[-1].up_to is not None:
        said.append(_("more = 0"))
    return ": " + "; ".join(said)


def _band(band: Band) -> str:
    worth = percent_points(band.score)
    if band.up_to is None:
        return _("more = {points}").format(points=worth)
    limit = format_plain(round(band.up_to, DECIMALS))
    return _("up to {limit} = {points}").format(limit=limit, points=worth)
