"""The same question over many visits: one item, one rule, one method."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import Generic, TypeVar

from asiakaskunto_cli.checklist.digest import rule_sha256
from asiakaskunto_cli.checklist.items import ItemBase
from asiakaskunto_cli.checklist.model import Checklist
from asiakaskunto_cli.report.detail import ItemDetail, VisitDetail
from asiakaskunto_cli.words import Method, State

ItemType = TypeVar("ItemType", bound=ItemBase)
Key = tuple[str, str, Method, str]

ANSWERED = frozenset({State.SCORED, State.INFORMATIONAL})


@dataclass(frozen=True, slots=True)
class Question(Generic[ItemType]):
    """An item as its newest checklist has it, and the visits that it was shown on, oldest first.

    What customers say and what an evaluator notes are never mixed: a question has one method.
    """

    method: Method
    checklist: Checklist
    item: ItemType
    visits: tuple[VisitDetail, ...]

    def answered(self) -> Iterator[ItemDetail]:
        """Yield the item of every visit on which it was answered."""
        for visit in self.visits:
            found = answered(visit, self.item.id)
            if found is not None:
                yield found


def questions(
    details: Iterable[VisitDetail],
    kind: type[ItemType],
    wanted: Callable[[ItemType], bool] = lambda _item: True,
) -> list[Question[ItemType]]:
    """Return every wanted item of a type by checklist, in the order of asking.

    Versions of a checklist share an item where its rule is the same, however it is worded.
    """
    by_checklist: dict[int, list[tuple[ItemType, str]]] = {}
    groups: dict[Key, list[tuple[ItemType, VisitDetail]]] = {}
    for visit in oldest_first(details):
        checklist = visit.checklist
        if id(checklist) not in by_checklist:
            by_checklist[id(checklist)] = [
                (item, rule_sha256(checklist, item))
                for item in checklist.items.values()
                if isinstance(item, kind) and wanted(item)
            ]
        for item, rule in by_checklist[id(checklist)]:
            if item.id in visit.items:
                key = (checklist.id, item.id, visit.record.method, rule)
                groups.setdefault(key, []).append((item, visit))
    found = [_question(shown) for shown in groups.values()]
    return sorted(found, key=_place)


def answered(visit: VisitDetail, item_id: str) -> ItemDetail | None:
    """Return the item of a visit if it was shown and answered, and the answer applies."""
    item = visit.items.get(item_id)
    if item is None or item.answer is None or item.state not in ANSWERED:
        return None
    return item


def oldest_first(details: Iterable[VisitDetail]) -> list[VisitDetail]:
    """Return visits in the order of their times; ids settle a tie."""
    return sorted(details, key=lambda one: (one.record.visited_at, one.record.report_id))


def _question(shown: list[tuple[ItemType, VisitDetail]]) -> Question[ItemType]:
    item, newest = shown[-1]
    visits = tuple(visit for _item, visit in shown)
    return Question(newest.record.method, newest.checklist, item, visits)


def _place(question: Question[ItemType]) -> tuple[str, int, str, int]:
    order = list(question.checklist.items).index(question.item.id)
    method = list(Method).index(question.method)
    return question.checklist.id, order, question.item.id, method
