"""K301: an id is used once.

So is whatever a list names: a language, a method, a practice, a figure.

Fails::

        items:
          - {id: hymy, text: "Hymyilikö myyjä?", type: yes_no, area: emotion, measure: objective}
          - {id: hymy, text: "Tervehtikö?", type: yes_no, area: emotion, measure: objective}

Passes::

        items:
          - {id: hymy, text: "Hymyilikö myyjä?", type: yes_no, area: emotion, measure: objective}
          - {id: tervehdys, text: "Tervehtikö?", type: yes_no, area: emotion, measure: objective}
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from asiakaskunto_cli.checklist.items import ChoiceItem, MultiItem
from asiakaskunto_cli.checklist.model import Checklist
from asiakaskunto_cli.checklist.rules.problem import Problem
from asiakaskunto_cli.checklist.texts import Path
from asiakaskunto_cli.language import gettext as _

CODE = "K301"

Ids = list[tuple[Path, str]]


def check(checklist: Checklist) -> Iterator[Problem]:
    """Yield every id that stands a second time among its kind, and every name in its list."""
    yield from named_again(("languages",), checklist.languages)
    yield from named_again(("method",), checklist.methods)
    for path, item in checklist.places:
        for key, names in (("develop", item.develop), ("figures", item.figures)):
            if len(names) > 1:
                yield from named_again((*path, key), names)
    yield from ids_again(checklist)


def ids_again(checklist: Checklist) -> Iterator[Problem]:
    """Yield every id that stands a second time among its kind: of the two only one is found."""
    yield from again("items", [(path, item.id) for path, item in checklist.places])
    for path, ids in _families(checklist):
        yield from again(path, ids)


def _families(checklist: Checklist) -> Iterator[tuple[str, Ids]]:
    sections: Ids = [(("sections", n), one.id) for n, one in enumerate(checklist.sections)]
    yield "sections", sections
    classes: Ids = [(("classify", n), one.id) for n, one in enumerate(checklist.classify)]
    yield "classify", classes
    for n, one in enumerate(checklist.classify):
        steps: Ids = [(("classify", n, "steps", m), step.id) for m, step in enumerate(one.steps)]
        yield "steps", steps
    for path, item in checklist.places:
        if isinstance(item, ChoiceItem | MultiItem):
            yield (
                "options",
                [((*path, "options", n), name) for n, name in enumerate(item.option_ids)],
            )


def again(family: str, ids: Ids) -> Iterator[Problem]:
    """Yield every id of a family that stands a second time."""
    seen: set[str] = set()
    for path, name in ids:
        if name in seen:
            message = _("The id “{id}” is used twice in {family}.").format(id=name, family=family)
            yield Problem((*path, "id"), message, _("Give one of the two another id."))
        seen.add(name)


def named_again(path: Path, names: Sequence[str]) -> Iterator[Problem]:
    """Yield every entry of a list of names that stands in it a second time."""
    for number, name in enumerate(names):
        if name in names[:number]:
            message = _("“{name}” stands twice in {family}.").format(name=name, family=path[-1])
            yield Problem((*path, number), message, _("Remove one of the two."))
