"""The texts in the parts of a checklist, each with the path that leads to it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import cache

from pydantic import BaseModel

Path = tuple[str | int, ...]

TEXT_KEYS = frozenset({"title", "purpose", "scenario", "text", "help", "label"})
PARTS_WITH_TEXTS = frozenset({"scales", "sections", "items", "options", "classify", "steps"})


def texts_of(path: Path, part: BaseModel) -> Iterator[tuple[Path, str | Mapping[str, str]]]:
    """Yield every text in a part, in its order."""
    for name, is_text in _told_in(type(part)):
        value = getattr(part, name)
        if is_text:
            if value is not None:
                yield (*path, name), value
        elif name == "scales":
            for scale, points in value.items():
                yield from (((*path, name, scale, point), label) for point, label in points.items())
        else:
            for index, one in enumerate(value):
                yield from texts_of((*path, name, index), one)


@cache
def _told_in(model: type[BaseModel]) -> Sequence[tuple[str, bool]]:
    """Return the keys of a part that are texts, or that lead to some, in their order."""
    keys = [(name, name in TEXT_KEYS) for name in model.model_fields]
    return [(name, is_text) for name, is_text in keys if is_text or name in PARTS_WITH_TEXTS]
