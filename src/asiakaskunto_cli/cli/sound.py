"""A checklist that a command cannot do without: found by its name, and sound."""

from __future__ import annotations

from asiakaskunto_cli.checklist.library import find_checklist, read_checklist
from asiakaskunto_cli.checklist.model import Checklist
from asiakaskunto_cli.cli.setting import refusal
from asiakaskunto_cli.programme.find import Engagement


def sound_checklist(name: str, engagement: Engagement) -> Checklist:
    """Return the checklist of an id, or at a path, as the engagement has it.

    Raises UsageError where there is none of that id, BadInputError where its file cannot be read
    or, after printing the findings, is not sound.
    """
    loaded = read_checklist(find_checklist(name, engagement.checklists))
    if loaded.checklist is None:
        raise refusal(loaded.findings)
    return loaded.checklist
