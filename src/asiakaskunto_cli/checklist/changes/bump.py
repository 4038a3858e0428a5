"""Version numbers: how much a change has to raise one, and whether it was raised enough."""

from __future__ import annotations

from collections.abc import Iterable
from enum import StrEnum
from typing import NamedTuple, Self


class Bump(StrEnum):
    """The part of a version number that a change has to raise, from the least to the most."""

    PATCH = "patch"
    MINOR = "minor"
    MAJOR = "major"


def greatest(bumps: Iterable[Bump]) -> Bump | None:
    """Return the one that covers all of them; None where there are none."""
    return max(bumps, key=list(Bump).index, default=None)


class Version(NamedTuple):
    """A version number; they are ordered as numbers, part by part."""

    major: int
    minor: int
    patch: int

    @classmethod
    def parse(cls, text: str) -> Self:
        """Return the number that a checklist's version says; its form has been checked."""
        return cls(*map(int, text.split(".")))

    def raised(self, bump: Bump | None) -> Version:
        """Return the next version that owes nothing after such a change."""
        match bump:
            case Bump.MAJOR:
                return Version(self.major + 1, 0, 0)
            case Bump.MINOR:
                return Version(self.major, self.minor + 1, 0)
            case Bump.PATCH:
                return Version(self.major, self.minor, self.patch + 1)
            case None:
                return self

    def __str__(self) -> str:
        return ".".join(map(str, self))
