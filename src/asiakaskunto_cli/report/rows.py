"""Light records as rows of a database: what many visits share is kept once, by its number.

Who was met where and by whom (the name of the site, the channel, the evaluator) are words that a
person typed. They are in no row and in no text made here: a number stands for them.
"""

from __future__ import annotations

import json
import os
from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import datetime
from typing import Any

from asiakaskunto_cli.report.record import VisitRecord
from asiakaskunto_cli.words import Area, Entry, Level, Method, Outcome, Status

FIELDS = VisitRecord._fields
PEOPLE = slice(FIELDS.index("site"), FIELDS.index("status"))
SETTING = slice(PEOPLE.stop, FIELDS.index("outcome"))
VERDICT = slice(SETTING.stop, len(FIELDS))
AREAS = tuple(Area)

Facts = tuple[Any, ...]
Row = tuple[Any, ...]


def apart(record: VisitRecord) -> Facts:
    """Return a record as its own facts and those that are shared; its file is kept elsewhere."""
    facts: Facts = record
    areas = record.areas
    return (
        record.report_id,
        record.supersedes,
        record.visited_at.isoformat(),
        record.score,
        *map(areas.get, AREAS),
        record.completeness,
        facts[PEOPLE],
        (tuple(areas), facts[SETTING]),
        facts[VERDICT],
    )


class Shared:
    """Facts by their numbers; equal facts have one number."""

    def __init__(self, key: Callable[[Facts], Facts] = tuple) -> None:
        self._key = key
        self._numbers: dict[Facts, int] = {}
        self.facts: list[Facts] = []

    def number(self, facts: Facts) -> int:
        """Return the number of facts."""
        key = self._key(facts)
        number = self._numbers.get(key)
        if number is None:
            number = self._numbers[key] = len(self.facts)
            self.facts.append(facts)
        return number

    def take_over(self, known: Mapping[int, Facts]) -> int:
        """Take facts that have numbers already; return what has to be added to these."""
        shift = len(self.facts)
        # A number that nothing has any more stays empty.
        self.facts.extend(known.get(number, ()) for number in range(max(known, default=-1) + 1))
        for number, facts in known.items():
            self._numbers.setdefault(self._key(facts), shift + number)
        return shift


class Rows:
    """Gives records that were taken apart their rows, and makes them of rows as they were."""

    def __init__(self) -> None:
        self.people = Shared()
        self.settings = Shared(_setting_key)
        self.verdicts = Shared()

    def row(self, apart: Facts) -> Row:
        """Return the row of a record that was taken apart."""
        *own, people, setting, verdict = apart
        return (
            *own,
            self.people.number(people),
            self.settings.number(setting),
            self.verdicts.number(verdict),
        )

    def records(self, rows: Iterable[Row], beginnings: Mapping[int, str]) -> Iterator[VisitRecord]:
        """Yield the records of rows that begin with a folder's number and a file's stored name.

        ``beginnings`` are what the paths of the files in a folder begin with, by its number.
        """
        people, settings, verdicts = self.people.facts, self.settings.facts, self.verdicts.facts
        make, moment = VisitRecord._make, datetime.fromisoformat
        knowledge, skills, emotion = AREAS
        for folder, name, own_id, replaced, at, score, k, s, e, answered, who, how, what in rows:
            named, setting = settings[how]
            areas = {knowledge: k, skills: s, emotion: e}
            if named != AREAS:
                areas = {area: areas[area] for area in named}
            file = beginnings[folder] + (name if type(name) is str else name_in(name))
            own = file, own_id, replaced, moment(at), score, areas, answered
            yield make((*own, *people[who], *setting, *verdicts[what]))


def stored(name: str) -> str | bytes:
    """Return a file's name as a database takes it: a name may be no text in any encoding."""
    return name if name.isascii() else os.fsencode(name)


def name_in(stored: str | bytes) -> str:
    """Return the name of a file as the system knows it."""
    return stored if isinstance(stored, str) else os.fsdecode(stored)


def setting_text(facts: Facts) -> str:
    """Return a setting as text for ``setting_in``."""
    areas, setting = facts
    return json.dumps([areas, *setting])


def setting_in(text: str) -> Facts:
    """Return the setting in a text, as it was."""
    areas, status, entry, wave, method, *checklist, weights, target = json.loads(text)
    return (
        tuple(map(Area, areas)),
        (
            Status(status),
            Entry(entry),
            wave,
            Method(method),
            *checklist,
            {Area(area): weight for area, weight in weights.items()},
            target and Level(target),
        ),
    )


def verdict_text(facts: Facts) -> str:
    """Return a verdict as text for ``verdict_in``."""
    return json.dumps(facts)


def verdict_in(text: str) -> Facts:
    """Return the verdict in a text, as it was."""
    outcome, level, *gates = json.loads(text)
    return (Outcome(outcome), level and Level(level), *map(tuple, gates))


def _setting_key(facts: Facts) -> Facts:
    """Return the facts of a setting without a mapping, which is no key."""
    areas, (*plain, weights, target) = facts
    return (areas, *plain, tuple(weights.items()), target)
