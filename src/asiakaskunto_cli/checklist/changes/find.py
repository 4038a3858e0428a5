"""Two versions of a checklist become every change between them, and what they owe."""

from __future__ import annotations

from dataclasses import dataclass

from asiakaskunto_cli.checklist.changes.bump import Bump, Version, greatest
from asiakaskunto_cli.checklist.changes.change import Change, Kind, Part, Spot
from asiakaskunto_cli.checklist.changes.comparable import (
    Comparability,
    Extent,
    comparability,
    unchanged,
)
from asiakaskunto_cli.checklist.changes.part_changes import (
    all_item_changes,
    class_changes,
    scale_changes,
    section_changes,
)
from asiakaskunto_cli.checklist.changes.whole_changes import whole_changes
from asiakaskunto_cli.checklist.digest import definition
from asiakaskunto_cli.checklist.model import Checklist


@dataclass(frozen=True, slots=True)
class Changes:
    """What became of a checklist; ``bump`` is None where nothing but the version may differ."""

    before: Checklist
    after: Checklist
    changes: tuple[Change, ...]
    comparability: Comparability
    bump: Bump | None

    @property
    def versions(self) -> tuple[Version, Version]:
        """The versions that the two say they are."""
        return Version.parse(self.before.version), Version.parse(self.after.version)

    @property
    def required(self) -> Version:
        """The least version that the newer one may be."""
        return self.versions[0].raised(self.bump)


def changes_between(before: Checklist, after: Checklist) -> Changes:
    """Return every change from one version of a checklist to another, and the bump they owe.

    Major: an id or a method is gone, an item or class has another rule, an answer another's words,
    or no scored item is left in common. Minor: something new, or anything that is weighed, asked
    or owed otherwise. Patch: whatever else is written otherwise.
    """
    if _content(before) == _content(after):
        return Changes(before, after, (), unchanged(after), None)
    found = [
        *whole_changes(before, after),
        *scale_changes(before, after),
        *section_changes(before, after),
        *all_item_changes(before, after),
        *class_changes(before, after),
    ]
    if not found:
        found.append(Change(Spot(Part.CHECKLIST, after.id), Kind.REWRITTEN, Bump.PATCH))
    compared = comparability(before, after)
    bump = greatest(change.bump for change in found)
    if compared.extent is Extent.NONE:
        bump = Bump.MAJOR
    return Changes(before, after, tuple(found), compared, bump)


def _content(checklist: Checklist) -> object:
    return {key: value for key, value in definition(checklist).items() if key != "version"}
