"""K337: a scale rises from poor to good, as its score does.

The highest point scores best. Where the labels say otherwise, turn them round; where the question
is about something bad, invert the item. Judged by words of praise and blame in Finnish and English;
“always” and “never”, or to agree or not, only where the question speaks of nothing bad.

Fails::

        scales:
          arvio: {1: "erinomaista", 3: "kohtalaista", 5: "huonoa"}
        items:
          - id: palvelu
            text: "Millaista palvelua sait?"
            type: scale
            scale: arvio
            area: emotion
            measure: subjective

Passes::

        scales:
          arvio: {1: "huonoa", 3: "kohtalaista", 5: "erinomaista"}
        items:
          - id: palvelu
            text: "Millaista palvelua sait?"
            type: scale
            scale: arvio
            area: emotion
            measure: subjective
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from asiakaskunto_cli.checklist.items import ScaleItem
from asiakaskunto_cli.checklist.model import Checklist
from asiakaskunto_cli.checklist.rules.problem import Problem
from asiakaskunto_cli.checklist.said import begun
from asiakaskunto_cli.checklist.terms import Text
from asiakaskunto_cli.checklist.texts import Path
from asiakaskunto_cli.checklist.tone import grows, rises, speaks_of_trouble
from asiakaskunto_cli.language import gettext as _
from asiakaskunto_cli.source.finding import Severity

CODE = "K337"
SEVERITY = Severity.WARNING

Ways = Mapping[str, bool]


@dataclass(frozen=True, slots=True)
class _Use:
    """A scored item on a named scale; in which languages its labels rise, where words tell.

    Where no praise or blame does, it is how much they say, which may be of something bad.
    """

    path: Path
    item: ScaleItem
    rising: Ways
    by_praise: bool

    @property
    def wrong(self) -> list[str]:
        """The languages in which the labels run against the scores."""
        return [language for language, rises in self.rising.items() if rises is self.item.invert]


def check(checklist: Checklist) -> Iterator[Problem]:
    """Yield every scale, or item on one, whose labels and scores run against each other.

    A scale is told of once, unless some of its items are right: then the others are told of.
    """
    told_by = {name: _told_by(checklist, points) for name, points in checklist.scales.items()}
    uses = [
        _use(checklist, path, item, *told_by[item.scale])
        for path, item in checklist.places
        if isinstance(item, ScaleItem) and item.scale is not None and item.weight > 0
    ]
    right = {use.item.scale for use in uses if use.rising and not use.wrong}
    told = set()
    for use in uses:
        if use.wrong:
            problem = _problem(checklist, use, others_are_right=use.item.scale in right)
            if problem.path not in told:
                told.add(problem.path)
                yield problem


def _problem(checklist: Checklist, use: _Use, *, others_are_right: bool) -> Problem:
    item = use.item
    lowest = min(checklist.points_of(item))
    label = ("scales", item.scale or "", str(lowest))
    if len(use.wrong) < len(use.rising):
        message = _("The labels of “{id}” run the other way in: {languages}.")
        message = message.format(id=item.scale, languages=", ".join(use.wrong))
        return Problem((*label, use.wrong[0]), message, _("Turn them round there."))
    if not use.by_praise:
        worst = _said(checklist.points_of(item)[lowest], checklist.languages[0])[use.wrong[0]]
        message = _("“{id}” scores 0 at “{label}”.").format(id=item.id, label=begun(worst))
        return Problem(label, message, _("Where that is good, turn the labels of the scale round."))
    message = _("“{id}” scores 0 at its best label.").format(id=item.id)
    if item.invert:
        remedy = _("Remove invert, or turn the labels of the scale round.")
        if others_are_right:
            remedy = _("Remove invert: the other items on this scale are right without it.")
        return Problem((*use.path, "invert"), message, remedy)
    if others_are_right:
        remedy = _("Add invert: true, as the other items on this scale have it.")
        return Problem((*use.path, "scale"), message, remedy)
    return Problem(label, message, _("Turn the labels of the scale round, or add invert: true."))


def _told_by(checklist: Checklist, points: Mapping[str, Text]) -> tuple[Ways, Ways]:
    """Return by language whether a scale's labels rise by their praise, or by how much they say."""
    first = checklist.languages[0]
    low, *_between, high = (_said(points[key], first) for key in sorted(points, key=int))
    languages = checklist.languages
    return (
        _told({one: rises(low[one], high[one], one) for one in languages}),
        _told({one: grows(low[one], high[one], one) for one in languages}),
    )


def _use(checklist: Checklist, path: Path, item: ScaleItem, rising: Ways, growing: Ways) -> _Use:
    if growing and _is_doubtful(item, growing.values(), checklist.languages[0]):
        growing = {}
    return _Use(path, item, {**growing, **rising}, by_praise=bool(rising))


def _told(ways: Mapping[str, bool | None]) -> Ways:
    return {language: way for language, way in ways.items() if way is not None}


def _is_doubtful(item: ScaleItem, growing: Iterable[bool], first: str) -> bool:
    """Return whether much may be bad: whoever inverts says so, and else the question may."""
    if item.invert:
        return True in growing
    asked = _said(item.text, first).items()
    return False in growing and any(speaks_of_trouble(words, language) for language, words in asked)


def _said(text: Text, first: str) -> Mapping[str, str]:
    return {first: text} if isinstance(text, str) else text
