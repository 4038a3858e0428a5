"""From what does not fit a model to findings: every mistake once, at the thing to mend."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence

from pydantic import BaseModel

from asiakaskunto_cli.language import gettext as _
from asiakaskunto_cli.source.commas import cut_number
from asiakaskunto_cli.source.finding import Finding
from asiakaskunto_cli.source.nodes import Loc, locate
from asiakaskunto_cli.source.reader import Source
from asiakaskunto_cli.source.shape.braces import slips_in_braces
from asiakaskunto_cli.source.shape.misfit import Misfit, shown
from asiakaskunto_cli.source.shape.places import Places
from asiakaskunto_cli.source.shape.unknown_keys import Unknown, unknown_key
from asiakaskunto_cli.source.shape.untyped_parts import misfits_of_any_type
from asiakaskunto_cli.source.shape.wording import worded
from asiakaskunto_cli.source.syntax.trouble import Explanation

# Where a value was to be, as in comments.SIGN.
_SIGN = re.compile(r"[ ]+#(?=[^\W_])")


class Told:
    """What there is to tell of the misfits of a source, each mistake once."""

    def __init__(
        self,
        source: Source,
        model: type[BaseModel],
        at: Loc,
        misfits: Sequence[Misfit],
        empty: Sequence[Loc],
    ) -> None:
        self._source = source
        self._places = Places(model, source.data, at)
        whole = [*misfits, *misfits_of_any_type(source.data, model, at, misfits, self._places)]
        self._slips = slips_in_braces(source, whole, empty, self._places)
        slips = {(slip.path, slip.is_value) for slip in self._slips}
        self._misfits = [one for one in whole if not _is_part_of(one, slips)]
        known = {slip.path for slip in self._slips} | {one.path for one in whole}
        wrong = {one.path for one in whole if one.kind == "list_type"}
        self._empty = [path for path in empty if path not in known and path[:-1] not in wrong]

    def findings(self) -> Iterator[Finding]:
        """Yield a finding for each mistake, and for what else is empty."""
        yield from (slip.finding for slip in self._slips if slip.finding)
        yield from self._of_misfits()
        yield from (_empty(self._source, path) for path in self._empty)

    def _of_misfits(self) -> Iterator[Finding]:
        """Yield what does not fit; a key that is missing under its name is told under the other."""
        unknown = {
            one.path: unknown_key(one, self._places)
            for one in self._misfits
            if one.kind == "extra_forbidden"
        }
        meant = {(path[:-1], found.meant or found.holder) for path, found in unknown.items()}
        meant |= {(path[:-1], key) for path, found in unknown.items() for key in found.form}
        meant |= {(slip.path[:-1], slip.meant) for slip in self._slips}
        no_keys = {one.path for one in self._misfits if one.at_key}
        for one in self._misfits:
            if one.value is None and not one.at_key and one.path in no_keys:
                continue
            if not one.missing or (one.path, one.missing) not in meant:
                yield self._finding(one, unknown.get(one.path) if one.at_key else None)

    def _finding(self, one: Misfit, unknown: Unknown | None) -> Finding:
        if one.value is None and one.path and not one.at_key:
            return _empty(self._source, one.path)
        if cut := self._cut_entry(one):
            position = self._source.lines.position(cut.index)
            return Finding(self._source.file, position, cut.code, cut.message, cut.remedy)
        position = self._source.position(one.path, key=one.at_key)
        return Finding(self._source.file, position, *worded(one, self._places, unknown))

    def _cut_entry(self, one: Misfit) -> Explanation | None:
        """Tell of the comma in a number that ends a pair in a list: to YAML an entry follows."""
        *above, last = one.path or ("",)
        if one.kind != "model_type" or type(one.value) is not int or not isinstance(last, int):
            return None
        if last == 0 or not self._places.map_at((*above, last - 1)):
            return None
        index = locate(self._source.nodes, one.path).index
        return cut_number(self._source.lines.text, index, str(one.value))


def _is_part_of(one: Misfit, slips: Collection[tuple[Loc, bool]]) -> bool:
    """Return whether a misfit is about what a slip made: a key that is none, a value cut off."""
    return (one.path, False) in slips or (not one.at_key and (one.path, True) in slips)


def _empty(source: Source, path: Loc) -> Finding:
    position = source.position(path, key=True)
    if isinstance(path[-1], int):
        message, remedy = _("An entry of the list is empty."), _("Write a value, or remove it.")
    else:
        message = _("The key “{key}” has no value.").format(key=shown(path[-1]))
        remedy = _("Write a value, or remove the key.")
    if _SIGN.match(source.lines.text, locate(source.nodes, path).index):
        remedy = _("From # on, the line is a comment: if a text is meant, put it in quotes.")
    return Finding(source.file, position, "K203", message, remedy)
