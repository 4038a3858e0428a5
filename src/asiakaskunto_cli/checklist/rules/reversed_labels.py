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

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from asiakaskunto_cli.checklist.items import ScaleItem
from asiakaskunto_cli.checklist.model import Checklist
from asiakaskunto_cli.checklist.rules.problem import Problem
from asiakaskunto_cli.checklist.terms import Text
from asiakaskunto_cli.checklist.texts import Path
from asiakaskunto_cli.checklist.tone import rises, speaks_of_trouble
from asiakaskunto_cli.language import gettext as _
from asiakaskunto_cli.source.finding import Severity

CODE = "K337"
SEVERITY = Severity.WARNING


@dataclass(frozen=True, slots=True)
class _Use:
    """A scored item on a named scale; in which languages its labels rise, where words tell."""

    path: Path
    item: ScaleItem
    rising: Mapping[str, bool]

    @property
    def wrong(self) -> list[str]:
        """The languages in which the labels run against the scores."""
        return [language for language, rises in self.rising.items() if rises is self.item.invert]


def check(checklist: Checklist) -> Iterator[Problem]:
    """Yield every scale, or item on one, whose labels and scores run against each other.

    A scale is told of once, unless some of its items are right: then the others are told of.
    """
    uses = [
        _Use(path, item, _rising(checklist, item))
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
    label = ("scales", item.scale or "", str(min(checklist.points_of(item))))
    if len(use.wrong) < len(use.rising):
        message = _("The labels of “{id}” run the other way in: {languages}.")
        message = message.format(id=item.scale, languages=", ".join(use.wrong))
        return Problem((*label, use.wrong[0]), message, _("Turn them round there."))
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


def _rising(checklist: Checklist, item: ScaleItem) -> Mapping[str, bool]:
    """Return by language whether the labels of an item rise, where its words tell."""
    points = list(checklist.points_of(item).values())
    first = checklist.languages[0]
    lowest, highest = _said(points[0], first), _said(points[-1], first)
    asked = _said(item.text, first).items()
    of_good = not any(speaks_of_trouble(words, language) for language, words in asked)
    told = {
        language: rises(lowest[language], highest[language], language, of_good=of_good)
        for language in checklist.languages
    }
    return {language: way for language, way in told.items() if way is not None}


def _said(text: Text, first: str) -> Mapping[str, str]:
    return {first: text} if isinstance(text, str) else text
