"""The earlier state of some files: its checklists by id, wherever their files were."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from pathlib import Path

from asiakaskunto_cli.checklist.library import CHECKLIST
from asiakaskunto_cli.checklist.model import Checklist
from asiakaskunto_cli.source.reader import Source, read_text
from asiakaskunto_cli.source.shape.fit import fit


@dataclass(frozen=True, slots=True)
class EarlierFile:
    """A file as it was; ``place`` is where it lies or would lie now, if that is known.

    ``itself`` is where it stands to be read, if it is no file of a revision.
    """

    shown_as: str
    content: bytes
    place: Path | None
    itself: Path | None = None


@dataclass(frozen=True, slots=True)
class Earlier:
    """A checklist as it was; None where its file cannot be read as one."""

    file: EarlierFile
    id: str
    checklist: Checklist | None


@dataclass(slots=True)
class EarlierFiles:
    """Checklists by id (several files may have had one), and every other source by its place.

    ``standing`` are the places where those that are files of today stand themselves.
    """

    checklists: dict[str, list[Earlier]] = field(default_factory=lambda: defaultdict(list))
    others: dict[Path | None, Source] = field(default_factory=dict)
    standing: set[Path | None] = field(default_factory=set)

    @property
    def usable(self) -> bool:
        """Whether there is anything to compare with."""
        every = (one for found in self.checklists.values() for one in found)
        return bool(self.others) or any(one.checklist is not None for one in every)

    def add(self, file: EarlierFile) -> None:
        """Take in a file, unless nothing of kunto's is in it."""
        # A repository may hold many other YAML files, which need not be parsed for this.
        if b"kunto" not in file.content:
            return
        self.standing.add(file.itself)
        source = read_text(file.shown_as, file.content)
        name = id_of(source)
        if kind_of(source) != CHECKLIST:
            self.others[file.place] = source
        elif name is not None:
            self.checklists[name].append(Earlier(file, name, shaped(source)))

    def named(self, name: str, place: Path) -> Earlier | None:
        """Return the checklist of an id: of several the one that lay here, else a whole one.

        Never the very file that stands here.
        """
        found = [one for one in self.checklists.get(name, []) if one.file.itself != place]
        here = [one for one in found if one.file.place == place]
        whole = [one for one in found if one.checklist is not None]
        return next(iter([*here, *whole, *found]), None)

    def here(self, place: Path) -> Earlier | None:
        """Return the checklist whose file lay here."""
        every = (one for found in self.checklists.values() for one in found)
        return next((one for one in every if one.file.place == place), None)


def kind_of(source: Source) -> str:
    """Return the kind that a source says it is, as far as it can be read."""
    data = source.data
    return str(data.get("kind", CHECKLIST)) if isinstance(data, dict) else CHECKLIST


def id_of(source: Source) -> str | None:
    """Return the id that a source gives itself, as far as it can be read."""
    name = source.data.get("id") if isinstance(source.data, dict) else None
    return name if isinstance(name, str) else None


def shaped(source: Source) -> Checklist | None:
    """Return the checklist in a source, whatever the rules say; None where it has no such shape.

    An earlier version was written before the newest rules were, and visits were run by it.
    """
    return None if source.findings else fit(source, Checklist)[0]
