"""What does not fit a model: pydantic's complaints, with their place in the data."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from pydantic_core import ErrorDetails

from asiakaskunto_cli.source.nodes import Loc
from asiakaskunto_cli.words import clean

LONGEST_QUOTE = 40


@dataclass(frozen=True, slots=True)
class Misfit:
    """One complaint of pydantic's, its location walked over the data.

    ``path`` leads to what exists of it; ``missing`` names the key that does not. ``branches`` are
    the tags that pydantic adds of its own, one for each union on the way, with their places.
    """

    kind: str
    context: Mapping[str, Any]
    value: object
    path: Loc
    missing: str
    at_key: bool
    branches: tuple[tuple[Loc, str], ...]

    @property
    def name(self) -> str:
        """The key that it is about, fit to be shown."""
        keys = [part for part in self.path if isinstance(part, str)]
        return shown(self.missing or (keys[-1] if keys else ""))


def shown(written: str) -> str:
    """Return what somebody wrote, fit to be shown; a long one ends at a word, with "…"."""
    whole = clean(written[: 2 * LONGEST_QUOTE])
    if len(whole) <= LONGEST_QUOTE:
        return whole
    room = whole[: LONGEST_QUOTE - 1]
    words = room.rpartition(" ")[0].rstrip(" ,")
    return f"{words if len(words) > LONGEST_QUOTE // 2 else room}…"


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
    if kind.startswith("union_tag") and isinstance(data, dict):
        if "type" in data:
            data = data["type"]
            path.append("type")
        else:
            kind, missing = "missing", "type"
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
