"""Practices and reference figures that are gone while checklists still name them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from asiakaskunto_cli.checklist import figures, practices
from asiakaskunto_cli.checklist.model import Checklist
from asiakaskunto_cli.checklist.names import KnownNames
from asiakaskunto_cli.language import gettext as _
from asiakaskunto_cli.source.finding import Finding, Severity
from asiakaskunto_cli.source.reader import Source
from asiakaskunto_cli.words import clean

CODE = "K385"
KINDS = frozenset({practices.KIND, figures.KIND})


def lost_ids(kind: str, earlier: Source, source: Source) -> Sequence[str]:
    """Return the ids of entries that a file had and has no more."""
    kept = set(_ids(kind, source))
    return [name for name in _ids(kind, earlier) if name not in kept]


def lost_names(
    kind: str,
    lost: Iterable[str],
    source: Source,
    known: KnownNames,
    checklists: Iterable[Checklist],
) -> Iterator[Finding]:
    """Yield a warning for every id that no other file has, and that a checklist still names."""
    ids = known.practices if kind == practices.KIND else known.figures
    users = _users(kind, checklists)
    for name in lost:
        if ids is None or name in ids or name not in users:
            continue
        message = _("“{id}” is gone, and these checklists name it: {checklists}.")
        yield Finding(
            source.file,
            source.position((kind,), key=True),
            CODE,
            message.format(id=clean(name), checklists=", ".join(users[name])),
            _("Keep it, or remove the name from them."),
            Severity.WARNING,
        )


def _ids(kind: str, source: Source) -> Iterator[str]:
    """Yield the ids of the entries in a source, as far as it can be read."""
    entries = source.data.get(kind) if isinstance(source.data, dict) else None
    for entry in entries if isinstance(entries, list) else ():
        name = entry.get("id") if isinstance(entry, dict) else None
        if isinstance(name, str):
            yield name


def _users(kind: str, checklists: Iterable[Checklist]) -> Mapping[str, Sequence[str]]:
    """Return the ids of the checklists by the names that their items have, each once."""
    users: dict[str, dict[str, None]] = defaultdict(dict)
    for checklist in checklists:
        for item in checklist.items.values():
            for name in item.develop if kind == practices.KIND else item.figures:
                users[name][checklist.id] = None
    return {name: list(ids) for name, ids in users.items()}
