"""Conditions, as they are written; what they mean for a visit is in ``scoring/conditions.py``."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property
from typing import Annotated, Any, Literal

from pydantic import Field

from asiakaskunto_cli.checklist.terms import Bound, Id, Share, Strict
from asiakaskunto_cli.checklist.texts import Path


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
        written = self.model_fields_set
        return [shown for name, shown in OPERATORS.items() if name in written]

    @property
    def is_leaf(self) -> bool:
        """Whether it asks something itself."""
        return self.all is None and self.any is None

    def leaves(self) -> Iterator[Condition]:
        """Yield every leaf below (or this one), in the order of the file."""
        branches = self.all or self.any
        if branches is None:
            yield self
            return
        for branch in branches:
            yield from branch.leaves()

    def parts(self, path: Path) -> Iterator[tuple[Path, Condition]]:
        """Yield this one, which stands at a path, and every condition in it, with their paths."""
        yield path, self
        for name, branches in (("all", self.all), ("any", self.any)):
            for index, branch in enumerate(branches or ()):
                yield from branch.parts((*path, name, index))


# By their names in the model: how they are called in the file.
OPERATORS = {
    name: name.rstrip("_")
    for name in ("is_", "is_not", "any_of", "at_least", "at_most", "below", "answered")
}
