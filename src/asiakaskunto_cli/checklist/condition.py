"""Conditions, as they are written; what they mean for a visit is in ``scoring/conditions.py``."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property
from typing import Annotated, Any, Literal

from pydantic import Field

from asiakaskunto_cli.checklist.terms import Bound, Id, Share, Strict


class Condition(Strict):
    """When something holds: a leaf with one operator, or all/any of more conditions."""

    all: Annotated[list[Condition], Field(min_length=1)] | None = None
    """True where all of these are."""
    any: Annotated[list[Condition], Field(min_length=1)] | None = None
    """True where one of these is."""
    item: Id | None = None
    """The id of an earlier item."""
    visit: Literal["method", "channel", "scenario"] | None = None
    """Asks the visit instead of an item."""
    is_: Any = Field(default=None, alias="is")
    """The answer is this."""
    is_not: Any = None
    """The answer is something else."""
    any_of: Annotated[list[Any], Field(min_length=1)] | None = None
    """The answer is one of these."""
    at_least: Bound | None = None
    """The answer is this or more."""
    at_most: Bound | None = None
    """The answer is this or less."""
    below: Share | None = None
    """The score of the answer (0 to 1) is under this."""
    answered: bool | None = None
    """Whether it was answered at all."""

    @cached_property
    def operators(self) -> list[str]:
        """The operators that were written, by their names in the file."""
        return [name.rstrip("_") for name in OPERATORS if name in self.model_fields_set]

    def leaves(self) -> Iterator[Condition]:
        """Yield every leaf below (or this one), in the order of the file."""
        branches = self.all or self.any
        if branches is None:
            yield self
            return
        for branch in branches:
            yield from branch.leaves()


OPERATORS = ("is_", "is_not", "any_of", "at_least", "at_most", "below", "answered")
