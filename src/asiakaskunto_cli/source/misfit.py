"""What does not fit a model: pydantic's complaints, with their place in the data."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from pydantic_core import ErrorDetails

from asiakaskunto_cli.words import clean

Loc = tuple[str | int, ...]

LONGEST_QUOTE = 40


@dataclass(frozen=True, slots=True)
class Misfit:
    """One complaint of pydantic's, its location walked over the data.

    ``path`` leads to what exists of it; ``missing`` names the key that does not. ``branches`` are
    the tags that pydantic adds of its own, one for each union on the way, with their places.
    ``meant`` is the missing key that an unknown one was to be.
    """

    kind: str
    context: Mapping[str, Any]
    value: object
    path: Loc
    missing: str
    at_key: bool
    branches: tuple[tuple[Loc, str], ...]
    meant: str | None = None

    @property
    def name(self) -> str:
        """The key that it is about, fit to be shown."""
        keys = [part for part in self.path if isinstance(part, str)]
        return clean(self.missing or (keys[-1] if keys else ""))[:LONGEST_QUOTE]


def misfit(data: object, detail: ErrorDetails, at: Loc) -> Misfit:
    """Return a complaint about what stands at a path in the data."""
    parts = [*at, *detail["loc"]]
    kind = detail["type"]
    missing = str(parts.pop()) if kind == "missing" else ""
    in_key = parts[-1:] == ["[key]"]
    if in_key:
        parts.pop()
    path: list[str | int] = []
    branches: list[tuple[Loc, str]] = []
    for part in parts:
        if _has(data, part):
            data = data[part]  # type: ignore[index] # just looked at
            path.append(part)
        else:
            branches.append((tuple(path), str(part)))
    if kind.startswith("union_tag") and _has(data, "type"):
        data = data["type"]  # type: ignore[index] # just looked at
        path.append("type")
    return Misfit(
        kind=kind,
        context=detail.get("ctx") or {},
        value=data,
        path=tuple(path),
        missing=missing,
        at_key=in_key or kind == "extra_forbidden",
        branches=tuple(branches),
    )


def _has(data: object, part: str | int) -> bool:
    if isinstance(data, list):
        return isinstance(part, int) and part < len(data)
    return isinstance(data, dict) and part in data
