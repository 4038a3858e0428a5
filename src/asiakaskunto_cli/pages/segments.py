"""Segments, classes and channels in words; groups too small to be shown are told of."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from asiakaskunto_cli.analysis.segments import By, Group, Segmentation
from asiakaskunto_cli.checklist.items import ChoiceItem
from asiakaskunto_cli.language import gettext as _
from asiakaskunto_cli.language import in_language
from asiakaskunto_cli.pages.blocks import (
    Block,
    Heading,
    Row,
    Sentence,
    Table,
    figure_column,
    text_column,
)
from asiakaskunto_cli.pages.figures import NO_FIGURE, ends, interval_text, points, rounded
from asiakaskunto_cli.pages.names import capitalised, method_name
from asiakaskunto_cli.programme.model import Programme


def segment_blocks(
    found: Sequence[Segmentation], programme: Programme, language: str
) -> Iterator[Block]:
    """Yield one table of all groups that visits were told apart by."""
    if not found:
        return
    columns = (
        text_column(_("Group")),
        figure_column(_("Visits")),
        figure_column(_("Score")),
        figure_column(_("95 % interval")),
    )
    yield Heading(_("Groups of customers and channels"))
    yield Table(columns, tuple(row for one in found for row in _rows(one, language)))
    if any(group.score is None for one in found for group in one.groups):
        words = _("Groups of fewer than {count} visits are not broken down.")
        yield Sentence(words.format(count=programme.privacy.min_group))


def segmentation_title(one: Segmentation, language: str) -> str:
    """Return what the visits are told apart by."""
    if one.checklist is None:
        return _("Channel, {method}").format(method=method_name(one.method))
    if one.by is By.SEGMENT:
        return in_language(one.checklist.items[one.name].text, language)
    classes = {known.id: known for known in one.checklist.classify}
    return in_language(classes[one.name].title, language)


def group_label(one: Segmentation, group: Group, language: str) -> str:
    """Return the name of a group."""
    if one.checklist is None:
        return group.id
    if one.by is By.CLASS:
        steps = next(known.steps for known in one.checklist.classify if known.id == one.name)
        labels = {step.id: step.label for step in steps}
    else:
        item = one.checklist.items[one.name]
        labels = (
            {option.id: option.label for option in item.options}
            if isinstance(item, ChoiceItem)
            else {}
        )
    return capitalised(in_language(labels.get(group.id, group.id), language))


def _rows(one: Segmentation, language: str) -> Iterator[Row]:
    title = segmentation_title(one, language)
    for group in one.groups:
        score = group.score
        cells = (
            group_label(one, group, language),
            str(group.visits),
            NO_FIGURE if score is None else points(score.mean),
            NO_FIGURE if score is None else interval_text(score.interval),
        )
        yield Row(cells, group=title)
        title = ""


def segmentation_data(one: Segmentation) -> dict[str, Any]:
    """Return visits told apart by one thing as JSON keeps them."""
    return {
        "by": one.by,
        "checklist": None if one.checklist is None else one.checklist.id,
        "method": one.method,
        "name": one.name or None,
        "groups": [
            {
                "id": group.id,
                "visits": group.visits,
                "mean": None if group.score is None else rounded(group.score.mean),
                "ci95": None if group.score is None else ends(group.score.interval),
            }
            for group in one.groups
        ],
    }
