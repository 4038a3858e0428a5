"""What a rule finds: a place in the data, and what to say about it."""

from __future__ import annotations

from dataclasses import dataclass

from asiakaskunto_cli.checklist.texts import Path


@dataclass(frozen=True, slots=True)
class Problem:
    """Something a checklist must not say; ``path`` leads to the value (``at_key``: to its key)."""

    path: Path
    message: str
    remedy: str
    at_key: bool = False
