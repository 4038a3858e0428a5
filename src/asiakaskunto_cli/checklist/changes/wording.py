"""Changes of texts: reworded, or worded so that the same answer means something else."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from asiakaskunto_cli.checklist.changes.bump import Bump
from asiakaskunto_cli.checklist.changes.change import Change, Kind, Part, Spot
from asiakaskunto_cli.checklist.changes.likeness import Said, is_another, is_reversed, normal
from asiakaskunto_cli.checklist.model import Checklist
from asiakaskunto_cli.checklist.terms import Text


@dataclass(frozen=True, slots=True)
class Languages:
    """The languages that both versions speak: a translation that came or went is no rewording."""

    before: Sequence[str]
    after: Sequence[str]

    @classmethod
    def of(cls, before: Checklist, after: Checklist) -> Languages:
        """Return those of two versions."""
        return cls(before.languages, after.languages)

    def old(self, text: Text | None) -> Said:
        """Return what an old text says, by language."""
        return self._said(text, self.before)

    def new(self, text: Text | None) -> Said:
        """Return what a new text says, by language."""
        return self._said(text, self.after)

    def _said(self, text: Text | None, own: Sequence[str]) -> Said:
        by_language = {own[0]: text} if isinstance(text, str) else text or {}
        shared = set(self.before) & set(self.after)
        return {one: words for one, words in by_language.items() if one in shared}


def reworded(spot: Spot, old: Said, new: Said) -> Iterator[Change]:
    """Yield the change of a text that nobody answers to."""
    if old != new:
        kind = Kind.ADDED if not old else Kind.REMOVED if not new else Kind.REWORDED
        yield Change(spot, kind, Bump.PATCH, old or None, new or None)


def judged(
    spot: Spot, old: Said, new: Said, others: Mapping[str, Said], *, of_a_scale: bool = False
) -> Iterator[Change]:
    """Yield the change of a text whose answers kunto holds against the earlier ones.

    ``others`` are the old texts beside it, its own may be among them: what it says now must not be
    what another of them said. A point of a scale is known by its place, whatever its new words.
    """
    for change in reworded(spot, old, new):
        kind = change.kind
        if _is_of_another(old, new, others):
            yield replace(change, kind=Kind.TURNED, bump=Bump.MAJOR)
        elif kind is Kind.REWORDED and is_reversed(old, new):
            yield replace(change, kind=Kind.REVERSED)
        elif kind is Kind.REWORDED and not of_a_scale and is_another(old, new):
            yield replace(change, kind=Kind.REUSED)
        else:
            yield change


def judged_points(spot: Spot, old: Mapping[str, Said], new: Mapping[str, Said]) -> Iterator[Change]:
    """Yield what the points of a scale have become, and whether all of it is another scale."""
    for point in sorted(old.keys() | new.keys(), key=int):
        path = (*spot.path, point) if spot.part is Part.SCALE and point in new else spot.path
        there = replace(spot, path=path, member=point)
        said = old.get(point, {}), new.get(point, {})
        yield from judged(there, *said, old, of_a_scale=True)
    whole = [joined(labels) for labels in (old, new)]
    if is_another(*whole):
        yield Change(spot, Kind.REUSED, Bump.PATCH, *whole)


def joined(labels: Mapping[str, Said]) -> Said:
    """Return all labels of a scale in a row, by language."""
    in_order = [labels[point] for point in sorted(labels, key=int)]
    languages = dict.fromkeys(language for said in in_order for language in said)
    return {
        language: " · ".join(said[language] for said in in_order if language in said)
        for language in languages
    }


def _is_of_another(old: Said, new: Said, others: Mapping[str, Said]) -> bool:
    """Return whether a text took, in any language, the words of another one."""
    return any(
        normal(words) != normal(old.get(language, ""))
        and normal(words) in {normal(one[language]) for one in others.values() if language in one}
        for language, words in new.items()
    )
