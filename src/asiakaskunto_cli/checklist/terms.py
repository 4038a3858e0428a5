"""What the keys of a checklist may hold: ids, texts, shares, weights."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field
from pydantic_core import PydanticKnownError

from asiakaskunto_cli.words import ITEM_ID, SLUG, Area, Gate, Measure, Method, Theme


class Strict(BaseModel):
    """A part of a checklist: unknown keys and lookalike types are refused."""

    model_config = ConfigDict(
        defer_build=True, extra="forbid", strict=True, frozen=True, allow_inf_nan=False
    )


def _fully(pattern: str) -> str:
    return f"^(?:{pattern})$"


def _number(value: object) -> object:
    """Refuse true and 1.0, which equal 1 in Python."""
    if type(value) is not int:
        raise PydanticKnownError("literal_error", {"expected": "1"})
    return value


FormatVersion = Annotated[Literal[1], BeforeValidator(_number)]

# Strict mode would ask for enum members; a file can only hold their values.
AsArea = Annotated[Area, Field(strict=False)]
AsMeasure = Annotated[Measure, Field(strict=False)]
AsGate = Annotated[Gate, Field(strict=False)]
AsMethod = Annotated[Method, Field(strict=False)]
AsTheme = Annotated[Theme, Field(strict=False)]

Id = Annotated[str, Field(pattern=_fully(ITEM_ID.pattern))]
Slug = Annotated[str, Field(pattern=_fully(SLUG.pattern))]
ScaleName = Annotated[str, Field(pattern=_fully(r"[a-z0-9][a-z0-9_-]{0,63}"))]
Language = Annotated[str, Field(pattern=r"^[a-z]{2,3}$")]
WholeNumber = Annotated[str, Field(pattern=r"^(?:0|-?[1-9][0-9]{0,3})$")]
Words = Annotated[str, Field(min_length=1, max_length=2000)]
Text = Words | Annotated[dict[Language, Words], Field(min_length=1)]
Share = Annotated[float, Field(ge=0, le=1)]
Weight = Annotated[float, Field(ge=0, le=1000)]
Amount = Annotated[float, Field(ge=0, le=1e9)]
Point = Annotated[int, Field(ge=-9999, le=9999)]
Bound = Annotated[float, Field(ge=-9999, le=1e9)]
