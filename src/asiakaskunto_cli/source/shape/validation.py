"""Plain data as a pydantic model, or pydantic's complaints of what was meant."""

from __future__ import annotations

from typing import Any, TypeVar

from pydantic import BaseModel, ValidationError

from asiakaskunto_cli.source.nodes import Loc
from asiakaskunto_cli.source.shape.misfit import Misfit, misfit

# ruff: noqa: PLC0415 words are only loaded where there is something to tell

Model = TypeVar("Model", bound=BaseModel)


def fitted(data: object, model: type[Model], at: Loc = ()) -> tuple[Model | None, list[Misfit]]:
    """Return what stands at a path in some data as a model, or None and what does not fit."""
    try:
        return model.model_validate(part_at(data, at)), []
    except ValidationError as error:
        from asiakaskunto_cli.source.shape.union_branches import of_the_right_branches

        details = error.errors(include_url=False, include_context=True, include_input=False)
        return None, of_the_right_branches([misfit(data, one, at) for one in details])


def part_at(data: Any, path: Loc) -> Any:  # noqa: ANN401 plain data is any
    """Return what stands at a path that is in the data."""
    for part in path:
        data = data[part]
    return data
