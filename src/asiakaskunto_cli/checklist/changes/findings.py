"""What is wrong with how a checklist was changed: a version that hides it, an id that lies.

The first two concern the version number. The others are about ids that stayed while the meaning
went: `kunto compare` goes by ids and rules, so no version number makes up for them.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from asiakaskunto_cli.checklist.changes.bump import Bump
from asiakaskunto_cli.checklist.changes.change import Change, Kind, Part
from asiakaskunto_cli.checklist.changes.find import Changes
from asiakaskunto_cli.language import gettext as _
from asiakaskunto_cli.source.finding import Finding, Severity
from asiakaskunto_cli.source.reader import Source
from asiakaskunto_cli.words import clean

TOO_SMALL, LOWERED = "K380", "K381"
CODES: Mapping[Kind, str] = {Kind.TURNED: "K382", Kind.REUSED: "K383", Kind.REVERSED: "K384"}
ANOTHER_ID = "K386"


def change_findings(source: Source, changes: Changes) -> Iterator[Finding]:
    """Yield what is wrong with the changes that led to the checklist in a source."""
    yield from _version(source, changes)
    for change in changes.changes:
        if change.spot.part is Part.CHECKLIST or change.kind not in CODES:
            continue
        severity = Severity.ERROR if change.kind is Kind.TURNED else Severity.WARNING
        position = source.position(change.spot.path)
        words = _message(change), _remedy(change)
        yield Finding(source.file, position, CODES[change.kind], *words, severity)


def another_id(source: Source, earlier: str) -> Finding:
    """Return the finding that a file had another id, which is nowhere any more."""
    return Finding(
        source.file,
        source.position(("id",)),
        ANOTHER_ID,
        _("The id of this checklist was “{id}”: visits by the two are never compared.").format(
            id=clean(earlier)
        ),
        _("Keep the id; give another checklist another file."),
        Severity.WARNING,
    )


def _version(source: Source, changes: Changes) -> Iterator[Finding]:
    before, after = changes.versions
    position = source.position(("version",))
    remedy = _("Write version: {version}").format(version=changes.required)
    if after < before:
        message = _("The version went down, from {before} to {after}.")
        message = message.format(before=before, after=after)
        yield Finding(source.file, position, LOWERED, message, remedy)
    elif changes.bump is not None and after < changes.required:
        message = _too_small(changes.bump).format(before=before, after=after)
        yield Finding(source.file, position, TOO_SMALL, message, remedy)


def _too_small(bump: Bump) -> str:
    return {
        Bump.MAJOR: _(
            "Since version {before}, old and new visits cannot be compared in full; version "
            "{after} does not say so."
        ),
        Bump.MINOR: _(
            "Since version {before}, other things are asked or weighed; version {after} does not "
            "say so."
        ),
        Bump.PATCH: _(
            "Since version {before}, the wording has changed; version {after} does not say so."
        ),
    }[bump]


def _message(change: Change) -> str:
    names = {"id": change.spot.id, "member": change.spot.member}
    if change.spot.part is Part.SCALE and not change.spot.member:
        return _("The scale “{id}” seems to measure something else now.").format(**names)
    return _sentence(change.kind, asks=not change.spot.member).format(**names)


def _sentence(kind: Kind, *, asks: bool) -> str:
    """Return what to say of a question, or of an answer of one."""
    match kind, asks:
        case Kind.TURNED, True:
            return _("“{id}” now has the words of another question.")
        case Kind.TURNED, False:
            return _("The answer “{member}” of “{id}” now has the words of another answer.")
        case Kind.REVERSED, True:
            return _("“{id}” may now ask the opposite of what it asked.")
        case Kind.REVERSED, False:
            return _("The answer “{member}” of “{id}” may now mean the opposite.")
        case _reused, True:
            return _("“{id}” seems to be another question now.")
        case _reused, False:
            return _("The answer “{member}” of “{id}” seems to mean something else now.")


def _remedy(change: Change) -> str:
    """Return what mends it: only a new id keeps old and new answers apart."""
    match change.spot.part, change.spot.key:
        case Part.SCALE, _key:
            return _("If its meaning changed, give the items on this scale new ids.")
        case Part.ITEM, "options":
            return _("If its meaning changed, give the option a new id.")
        case Part.CLASS, _key:
            return _("If its meaning changed, give the class a new id.")
        case _part, _key:
            return _("If its meaning changed, give the item a new id.")
