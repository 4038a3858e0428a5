"""Gates: items that must pass before a level is given. They never change a score."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Protocol

from asiakaskunto_cli.checklist.items import ItemBase
from asiakaskunto_cli.scoring.levels import DECIMALS
from asiakaskunto_cli.words import Gate, State


class GatedResult(Protocol):
    """What a gate looks at."""

    @property
    def item(self) -> ItemBase:
        """The item."""

    @property
    def state(self) -> State:
        """How it ended."""

    @property
    def score(self) -> float | None:
        """Its score in 0..1, if any."""


@dataclass(frozen=True, slots=True)
class Gates:
    """Item ids that failed, by gate, and those that nobody could check."""

    critical_failed: tuple[str, ...]
    core_failed: tuple[str, ...]
    critical_unchecked: tuple[str, ...]
    core_unchecked: tuple[str, ...]

    @property
    def critical_limits(self) -> bool:
        """Whether there is no level at all: what was not checked limits as a failure does."""
        return bool(self.critical_failed or self.critical_unchecked)

    @property
    def core_limits(self) -> bool:
        """Whether the level is at most good."""
        return bool(self.core_failed or self.core_unchecked)


def check_gates(results: Iterable[GatedResult]) -> Gates:
    """Return which gates of the shown items failed or went unchecked."""
    gated = [result for result in results if result.item.gate is not None]

    def ids(gate: Gate, *, failed: bool) -> tuple[str, ...]:
        looks = _failed if failed else _unchecked
        return tuple(one.item.id for one in gated if one.item.gate is gate and looks(one))

    return Gates(
        critical_failed=ids(Gate.CRITICAL, failed=True),
        core_failed=ids(Gate.CORE, failed=True),
        critical_unchecked=ids(Gate.CRITICAL, failed=False),
        core_unchecked=ids(Gate.CORE, failed=False),
    )


def _failed(result: GatedResult) -> bool:
    return result.score is not None and round(result.score, DECIMALS) < result.item.pass_at


def _unchecked(result: GatedResult) -> bool:
    return result.state in {State.NOT_OBSERVED, State.UNANSWERED}
