"""K302: an id is no word that YAML readers turn into something else.

Fails::

        items:
          - id: palaa
            text: "Palaatko meille?"
            type: choice
            area: emotion
            measure: subjective
            options: [{id: yes, label: "kyllä", score: 1}, {id: no, label: "en", score: 0}]

Passes::

        items:
          - id: palaa
            text: "Palaatko meille?"
            type: choice
            area: emotion
            measure: subjective
            options: [{id: kylla, label: "kyllä", score: 1}, {id: en, label: "en", score: 0}]
"""

from __future__ import annotations

from collections.abc import Iterator

from asiakaskunto_cli.checklist.items import ChoiceItem, MultiItem
from asiakaskunto_cli.checklist.model import Checklist
from asiakaskunto_cli.checklist.rules.problem import Problem
from asiakaskunto_cli.checklist.texts import Path
from asiakaskunto_cli.language import gettext as _
from asiakaskunto_cli.words import RESERVED_IDS

CODE = "K302"


def check(checklist: Checklist) -> Iterator[Problem]:
    """Yield every item and option whose id an older YAML reader would take for a value."""
    for path, item in checklist.places:
        if item.id in RESERVED_IDS:
            yield _problem(path, item.id)
        if isinstance(item, ChoiceItem | MultiItem):
            for index, name in enumerate(item.option_ids):
                if name in RESERVED_IDS:
                    yield _problem((*path, "options", index), name)


def _problem(path: Path, name: str) -> Problem:
    message = _("The id “{id}” is read as a value by other YAML tools.").format(id=name)
    return Problem((*path, "id"), message, _("Use another word, such as “kylla” for yes."))
