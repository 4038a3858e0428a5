"""Files of entries that checklists name by id: practices and reference figures.

The shipped ones and a programme's own stand on one shelf; of two entries with one id the
programme's own is taken.
"""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated, ClassVar, Generic, TypeVar

from pydantic import Field

from asiakaskunto_cli.checklist.library import files_by_kind, shipped_folder
from asiakaskunto_cli.checklist.rules import translations, unique_ids
from asiakaskunto_cli.checklist.rules.problem import Problem
from asiakaskunto_cli.checklist.terms import FormatVersion, Language, Slug, Strict, Text
from asiakaskunto_cli.source.finding import Finding
from asiakaskunto_cli.source.nodes import Loc
from asiakaskunto_cli.source.reader import Source, read_source
from asiakaskunto_cli.source.shape.fit import fit


class Entry(Strict):
    """One entry; ``TEXTS`` are its keys that people read."""

    TEXTS: ClassVar[tuple[str, ...]]

    id: Slug
    """Its permanent name: items name it."""

    def texts(self) -> Iterator[tuple[str, Text]]:
        """Yield its texts with their keys; those left out are none."""
        for key in self.TEXTS:
            text = getattr(self, key)
            if text is not None:
                yield key, text


EntryType = TypeVar("EntryType", bound=Entry)


class EntryFile(Strict, Generic[EntryType]):
    """What every file of entries has; the entries stand under a key named as their kind."""

    kunto: FormatVersion
    """The version of the format."""
    languages: Annotated[list[Language], Field(min_length=1)] = Field(
        default_factory=lambda: ["fi"], json_schema_extra={"uniqueItems": True}
    )
    """The languages of its texts; every text needs all of them."""

    @property
    @abstractmethod
    def entries(self) -> Sequence[EntryType]:
        """The entries, in the order of the file."""


@dataclass(frozen=True, slots=True)
class Shelf(Generic[EntryType]):
    """Entries by id, in the order of their files; the findings are of files left out for them."""

    entries: Mapping[str, EntryType]
    findings: tuple[Finding, ...]


def load_entries(
    source: Source, model: type[EntryFile[EntryType]], kind: str
) -> tuple[Sequence[EntryType], tuple[Finding, ...]]:
    """Return the entries of a source, or none and the findings (sorted by place)."""
    if source.findings:
        return (), source.findings
    file, findings = fit(source, model, empty_is_absent=False)
    if file is None:
        return (), tuple(findings)
    for code, problem in _problems(file, kind):
        position = source.position(problem.path, key=problem.at_key)
        findings.append(Finding(source.file, position, code, problem.message, problem.remedy))
    findings.sort(key=lambda finding: (finding.position, finding.code))
    return () if findings else file.entries, tuple(findings)


def _problems(file: EntryFile[EntryType], kind: str) -> Iterator[tuple[str, Problem]]:
    numbered: list[tuple[Loc, EntryType]] = [
        ((kind, number), entry) for number, entry in enumerate(file.entries)
    ]
    yield from (
        (unique_ids.CODE, one) for one in unique_ids.named_again(("languages",), file.languages)
    )
    for problem in unique_ids.again(kind, [(path, entry.id) for path, entry in numbered]):
        yield unique_ids.CODE, problem
    texts = (((*path, key), text) for path, entry in numbered for key, text in entry.texts())
    for problem in translations.untranslated(texts, file.languages):
        yield translations.CODE, problem


def read_shelf(
    own_folders: Iterable[Path], model: type[EntryFile[EntryType]], kind: str
) -> Shelf[EntryType]:
    """Return the shipped entries of a kind and those of other folders; the last one of an id wins.

    A file with findings is left out. Raises BadInputError when one cannot be read.
    """
    folders = (shipped_folder(), *own_folders)
    return shelf_of(files_by_kind(folders).get(kind, ()), model, kind)


def shelf_of(
    paths: Iterable[Path], model: type[EntryFile[EntryType]], kind: str
) -> Shelf[EntryType]:
    """Return the entries in some files, as ``read_shelf`` does."""
    entries: dict[str, EntryType] = {}
    findings: list[Finding] = []
    for path in paths:
        loaded, wrong = load_entries(read_source(path), model, kind)
        entries.update((entry.id, entry) for entry in loaded)
        findings.extend(wrong)
    return Shelf(entries, tuple(findings))
