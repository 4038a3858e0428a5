"""The position tree: where every key and value of the data stands in its file.

It is built inside the hottest loop, so it keeps the marks that libyaml hands out as they are: a
text or number is its mark; a list is its mark and its entries; a mapping is its mark and, by key,
the key's mark and the value.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol, TypeAlias

Loc = tuple[str | int, ...]
"""The keys and numbers that lead to a place in the data."""


class Mark(Protocol):
    """A place as libyaml tells it."""

    @property
    def index(self) -> int:
        """Characters before it in the text."""


@dataclass(frozen=True, slots=True)
class FileStart:
    """The mark of a file of which nothing could be built."""

    index: int = 0


ListNode: TypeAlias = "tuple[Mark, list[Node]]"
MappingNode: TypeAlias = "tuple[Mark, dict[str, tuple[Mark, Node]]]"
Node: TypeAlias = "Mark | ListNode | MappingNode"


def locate(root: Node, path: Sequence[str | int], *, key: bool = False) -> Mark:
    """Return the mark of the value at a path, or of its key; a list's entry is its own key.

    The path is walked as far as it exists; where it leaves the tree, the mark is that of the
    deepest value on it.
    """
    node, mark = root, start_of(root)
    for step in path:
        child = _child(node, step)
        if child is None:
            return start_of(node)
        mark, node = child
    return mark if key else start_of(node)


def start_of(node: Node) -> Mark:
    """Return the mark at which a node starts."""
    return node[0] if isinstance(node, tuple) else node


def _child(node: Node, step: str | int) -> tuple[Mark, Node] | None:
    """Return the key's mark and the value one step further, None where the tree ends."""
    if not isinstance(node, tuple):
        return None
    children = node[1]
    if isinstance(children, dict):
        return children.get(step) if isinstance(step, str) else None
    if isinstance(step, int) and 0 <= step < len(children):
        return start_of(children[step]), children[step]
    return None
