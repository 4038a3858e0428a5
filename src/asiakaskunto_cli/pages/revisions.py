"""What became of checklists since an earlier state: item by item, and what can be compared.

These blocks stand on the page of findings, which says what is wrong with it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Any

from asiakaskunto_cli.checklist.changes.bump import Bump
from asiakaskunto_cli.checklist.changes.change import SUSPECT, Change, Kind, Part
from asiakaskunto_cli.checklist.changes.comparable import Comparability, Extent
from asiakaskunto_cli.checklist.changes.find import Changes
from asiakaskunto_cli.checklist.changes.review import Compared, Named, Review
from asiakaskunto_cli.language import active, in_language, ngettext
from asiakaskunto_cli.language import gettext as _
from asiakaskunto_cli.pages.blocks import Block, Entry, Heading, Page, Sentence, Tone
from asiakaskunto_cli.pages.names import in_a_row
from asiakaskunto_cli.pages.revision_words import revision_words


def with_revisions(page: Page, review: Review) -> Page:
    """Return a page of findings with what became of the checklists before them."""
    blocks = (*_blocks(review), *page.blocks)
    data = {
        **page.data,
        "against": review.against,
        "comparisons": [_data(one) for one in review.compared],
        **{
            key: [{"file": one.file, "id": one.id or None} for one in named]
            for key, named in (
                ("broken", review.broken),
                ("itself", review.itself),
                ("new", review.new),
                ("gone", review.gone),
                ("unusable", review.unusable),
            )
        },
    }
    return replace(page, blocks=blocks, data=data)


def nothing_compared(review: Review) -> str:
    """Return the sentence that says that nothing was compared, of a review that is idle."""
    words = _("Nothing was compared with {against}.")
    if review.is_empty and not review.itself:
        words = _("Nothing was compared with {against}: no checklist is among the files.")
    return words.format(against=review.against)


def _blocks(review: Review) -> Iterator[Block]:
    if review.is_idle:
        yield Sentence(nothing_compared(review), Tone.WARNING)
    changed = [one for one in review.compared if one.changes.bump is not None]
    for one in changed:
        yield from _compared(one)
    same = len(review.compared) - len(changed)
    if same:
        words = ngettext(
            "{count} checklist is as it was in {against}.",
            "{count} checklists are as they were in {against}.",
            same,
        )
        yield Sentence(words.format(count=same, against=review.against))
    before = _("Not compared before the errors are mended: {names}.")
    yield from _named(review.broken, before, Tone.WARNING)
    yield from _named(review.itself, _("Not compared with itself: {names}."), Tone.WARNING)
    yield from _named(review.new, _("New, with nothing to compare with: {names}."))
    yield from _named(review.gone, _("Gone since then: {names}."), Tone.WARNING)
    unreadable = _("Could not be used then, so nothing can have been measured with it: {names}.")
    yield from _named(review.unusable, unreadable)


def _named(named: Sequence[Named], words: str, tone: Tone = Tone.PLAIN) -> Iterator[Sentence]:
    if named:
        yield Sentence(words.format(names=in_a_row(one.id or one.file for one in named)), tone)


def _compared(one: Compared) -> Iterator[Block]:
    changes = one.changes
    before, after = changes.versions
    title = in_language(changes.after.title, active())
    yield Heading(f"{title} · {changes.after.id} {before} → {after}")
    enough = after >= changes.required
    yield Sentence(_owed(changes, enough=enough), Tone.GOOD if enough else Tone.BAD)
    yield from _comparable(changes)
    suspect = [change for change in changes.changes if change.kind in SUSPECT]
    yield from _group(_("May mean something else now"), suspect, changes)
    for bump in reversed(Bump):
        found = [one for one in changes.changes if one.bump is bump and one.kind not in SUSPECT]
        yield from _group(_bump_title(bump), found, changes)


def _owed(changes: Changes, *, enough: bool) -> str:
    bump = {Bump.MAJOR: _("major"), Bump.MINOR: _("minor"), Bump.PATCH: _("patch")}
    words = _("It owes a {bump} version, {required} or later.")
    if enough:
        words = _("It owed a {bump} version, {required} or later, and has it.")
    owed = changes.bump or Bump.PATCH
    return words.format(bump=bump[owed], required=changes.required)


def _comparable(changes: Changes) -> Iterator[Sentence]:
    """Yield whether waves on both sides of the change can be compared."""
    found = changes.comparability
    kinds = {change.kind for change in changes.changes if found.extent is not Extent.NONE}
    # Scores whose meaning turned are not comparable, whatever the digests say.
    if found.extent is not Extent.WHOLE or Kind.TURNED not in kinds:
        yield Sentence(_extent(found, changes), _tone(found.extent))
    if Kind.TURNED in kinds:
        yield Sentence(_unseen(), Tone.BAD)
    elif kinds & SUSPECT:
        words = _("kunto compare goes by ids: it cannot see whether a meaning has changed.")
        yield Sentence(words, Tone.WARNING)
    if not found.levels and found.extent is not Extent.NONE:
        yield Sentence(_("Levels do not mean the same: gates have changed."), Tone.WARNING)


def _unseen() -> str:
    return _(
        "A meaning has turned (K382): kunto compare goes by ids, cannot see it, and would take old "
        "and new answers for the same."
    )


def _tone(extent: Extent) -> Tone:
    return {Extent.COMMON: Tone.WARNING, Extent.NONE: Tone.BAD}.get(extent, Tone.PLAIN)


def _extent(found: Comparability, changes: Changes) -> str:
    match found.extent:
        case Extent.WHOLE:
            return _("Waves stay comparable: kunto compare takes old and new scores as they are.")
        case Extent.COMMON:
            return _common(found)
        case Extent.UNSCORED:
            return _("It gave no scores, so there are none to compare.")
        case _ if not set(changes.before.methods).intersection(changes.after.methods):
            return _("Waves cannot be compared: visits are made by another method.")
        case _:
            return _("Waves cannot be compared: the versions share no scored item.")


def _common(found: Comparability) -> str:
    words = ngettext(
        "Waves stay comparable in part: kunto compare scores {count} common item by the new "
        "weights.",
        "Waves stay comparable in part: kunto compare scores {count} common items by the new "
        "weights.",
        len(found.common),
    ).format(count=len(found.common))
    if found.left_out:
        left_out = _("It leaves out: {ids}.").format(ids=in_a_row(found.left_out))
        words = f"{words} {left_out}"
    return words


def _group(title: str, found: Sequence[Change], changes: Changes) -> Iterator[Block]:
    """Yield the changes of one weight, under the parts that they happened to."""
    if not found:
        return
    yield Heading(title, level=3)
    parts: dict[tuple[Part, str], list[str]] = {}
    for change in found:
        key = change.spot.part, change.spot.id
        parts.setdefault(key, []).append(revision_words(change))
    for (part, name), details in parts.items():
        yield Entry(_part(part, name, changes), tuple(details))


def _bump_title(bump: Bump) -> str:
    return {
        Bump.MAJOR: _("Cannot be compared with earlier visits"),
        Bump.MINOR: _("New, or asked or weighed otherwise"),
        Bump.PATCH: _("Written otherwise"),
    }[bump]


def _part(part: Part, name: str, changes: Changes) -> str:
    """Return the part as its readers know it; what is gone as it was."""
    match part:
        case Part.CHECKLIST:
            return _("The whole checklist")
        case Part.SCALE:
            return _("Scale “{id}”").format(id=name)
        case Part.SECTION:
            return _("Section “{id}”").format(id=name)
        case Part.CLASS:
            return _("Classification “{id}”").format(id=name)
        case Part.ITEM:
            item = changes.after.items.get(name) or changes.before.items[name]
            return f"{name}: {in_language(item.text, active())}"


def _data(one: Compared) -> dict[str, Any]:
    changes = one.changes
    found = changes.comparability
    before, after = changes.versions
    return {
        "id": changes.after.id,
        "file": one.source.file,
        "earlier": one.earlier,
        "version": {"before": str(before), "after": str(after), "required": str(changes.required)},
        "bump": changes.bump,
        "comparable": found.extent,
        "common_items": list(found.common),
        "left_out_items": list(found.left_out),
        "levels_comparable": found.levels,
        "changes": [_change_data(one, change) for change in changes.changes],
    }


def _change_data(one: Compared, change: Change) -> dict[str, Any]:
    """Return a change; what is gone has no place."""
    spot = change.spot
    position = one.source.position(spot.path) if spot.path else None
    return {
        "part": spot.part,
        "id": spot.id,
        "key": spot.key or None,
        "member": spot.member or None,
        "kind": change.kind,
        "bump": change.bump,
        "line": position and position.line,
        "column": position and position.column,
        "before": change.before,
        "after": change.after,
    }
