"""What became of one item on a visit, before it is scored."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from asiakaskunto_cli.checklist.answer import Answer
from asiakaskunto_cli.checklist.items import ItemBase, TextItem
from asiakaskunto_cli.words import Method


@dataclass(frozen=True, slots=True)
class Evidence:
    """A file that shows what was seen; ``file`` is its name in the visit's evidence folder."""

    file: str
    sha256: str
    bytes: int
    added_at: str


@dataclass(frozen=True, slots=True)
class Response:
    """An answer, or why there is none, with what was said about it; texts are verbatim."""

    answer: Answer | None = None
    not_applicable: bool = False
    not_observed: bool = False
    na_reason: str = ""
    why: str = ""
    why_declined: bool = False
    note: str = ""
    evidence: tuple[Evidence, ...] = ()
    answered_at: str | None = None

    @property
    def answered(self) -> bool:
        """Whether there is an answer (no answer is ever None)."""
        return self.answer is not None

    @property
    def settled(self) -> bool:
        """Whether the item needs no answer any more."""
        return self.answered or self.not_applicable or self.not_observed


def own_words(item: ItemBase, response: Response) -> str:
    """Return all that somebody said of an item in words of their own, a line each."""
    said = [response.why, response.note, response.na_reason]
    if isinstance(item, TextItem) and response.answer:
        said.append(str(response.answer))
    return "\n".join(said)


Responses = Mapping[str, Response]


@dataclass(frozen=True, slots=True)
class VisitFacts:
    """What conditions may ask of the visit itself."""

    method: Method
    channel: str | None = None
    scenario: str | None = None


NO_RESPONSE = Response()
