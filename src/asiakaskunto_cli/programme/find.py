"""Finds and reads the programme a command works in: the nearest `kunto.yaml`, walking up."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path

from asiakaskunto_cli.programme.model import Programme
from asiakaskunto_cli.programme.rules import broken_rules
from asiakaskunto_cli.source.finding import Finding
from asiakaskunto_cli.source.reader import Source, read_source
from asiakaskunto_cli.source.shape.fit import fit

FILE = "kunto.yaml"


@dataclass(frozen=True, slots=True)
class Engagement:
    """A programme and the folder it lives in; its paths are relative to that folder."""

    folder: Path
    programme: Programme

    @property
    def reports(self) -> Path:
        """The folder of its reports."""
        return self.folder / self.programme.reports

    @property
    def checklists(self) -> Path:
        """The folder of its own checklists (it may not exist)."""
        return self.folder / self.programme.checklists


@dataclass(frozen=True, slots=True)
class Found:
    """An engagement without findings, or the findings of its file."""

    engagement: Engagement | None
    findings: tuple[Finding, ...]


def find_engagement(start: Path) -> Found:
    """Return the engagement that a folder (or a file in it) belongs to; without one, a bare one.

    Raises BadInputError when its file cannot be read.
    """
    # Without ".." in it: the parents of a/../b are not those of b.
    start = Path(os.path.abspath(start))  # noqa: PTH100 resolve would leave the links taken
    for folder in (start, *start.parents):
        path = folder / FILE
        if os.path.isfile(path):  # noqa: PTH113 Path.is_file raises where it may not look
            return load_engagement(path)
    here = start if os.path.isdir(start) else start.parent  # noqa: PTH112 as above
    return Found(Engagement(here, Programme()), ())


def load_engagement(path: Path) -> Found:
    """Return the engagement in a `kunto.yaml`."""
    programme, findings = programme_in(read_source(path))
    return Found(None if programme is None else Engagement(path.parent, programme), findings)


def programme_in(source: Source) -> tuple[Programme | None, tuple[Finding, ...]]:
    """Return the programme in a source without findings, or None and the findings."""
    if source.findings:
        return None, source.findings
    programme, findings = fit(source, Programme)
    if programme is not None:
        findings = broken_rules(source, programme)
    return (None if findings else programme), tuple(findings)
