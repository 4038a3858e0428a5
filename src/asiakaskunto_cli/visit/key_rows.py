"""Which keys work where: every one of them is named on the screen, in rows that stay calm.

What a question offers comes first; the keys that lead elsewhere are always the last row.
"""

from __future__ import annotations

from asiakaskunto_cli.checklist.items import DurationItem, ItemBase, TallyItem
from asiakaskunto_cli.language import gettext as _
from asiakaskunto_cli.visit.interview import Asking, Interview
from asiakaskunto_cli.visit.stopwatch import timed_items

GAP = "  "
Rows = list[list[str]]


def rows_of(interview: Interview) -> Rows:
    """Return the keys of what is asked now."""
    match interview.asking:
        case Asking.ANSWER:
            return [_question_keys(interview, interview.item), _ways_out()]
        case Asking.WHY:
            said = interview.response(interview.item.id).why
            optional = not said and not interview.calls_for_why(interview.item)
            skip = [_("Enter = skip")] if optional else []
            return [[*skip, _("- would not say")], _ways_out()]
        case Asking.REASON:
            return [_ways_out()]
        case _:
            note = [] if interview.checklist.anonymous else [_("+ note on the visit")]
            return [
                [_("number = go to it"), *note, _(":v facts of the visit")],
                [_("< back"), _(":q save and leave")],
            ]


def note_rows(before: str) -> Rows:
    """Return the keys where a note is typed."""
    keys = [_("Enter = leave it as it is"), _("< back")]
    if before:
        keys.append(_("- remove the note"))
    return [[*keys, _(":q save and leave")]]


def file_rows() -> Rows:
    """Return the keys where a file is named."""
    return [[_("Enter = no file"), _("< back"), _(":q save and leave")]]


def number_rows() -> Rows:
    """Return the keys where one of a list is picked."""
    return [[_("Enter = none of them"), _("< back"), _(":q save and leave")]]


def short_rows() -> Rows:
    """Return the one key that tells of all others, for a screen with no room for them."""
    return [[_("? = help and all keys")]]


def laid_out(rows: Rows, width: int) -> list[str]:
    """Return rows of keys as lines that fit; a line may break between two keys, not inside one.

    Where a row is too long for one line they all flow together, in as few lines as there can be
    and with as much as there can be on the last.
    """
    one_each = [GAP.join(row) for row in rows]
    if all(len(line) <= width for line in one_each):
        return one_each
    keys = [key for row in rows for key in row]
    fewest = len(_flow(keys, width))
    flows = (_flow(keys, narrow) for narrow in range(max(map(len, keys)), width + 1))
    return max((flow for flow in flows if len(flow) <= fewest), key=lambda flow: len(flow[-1]))


def _flow(keys: list[str], width: int) -> list[str]:
    lines = [keys[0]]
    for key in keys[1:]:
        longer = f"{lines[-1]}{GAP}{key}"
        if len(longer) <= width:
            lines[-1] = longer
        else:
            lines.append(key)
    return lines


def _question_keys(interview: Interview, item: ItemBase) -> list[str]:
    keys = _measuring_keys(interview, item)
    if interview.checklist.na_of(item) != "never":
        keys.append(_("- not applicable"))
    keys.append(_(". not observed"))
    if item.notes:
        keys.append(_("+ note"))
    if item.evidence != "none":
        keys.append(_("@ evidence"))
    if not isinstance(item, DurationItem) and timed_items(interview):
        keys.append(_("! stopwatch"))
    return keys


def _measuring_keys(interview: Interview, item: ItemBase) -> list[str]:
    if isinstance(item, TallyItem):
        return [_("o one yes"), _("x one no")]
    if isinstance(item, DurationItem):
        running = item.id in interview.clocks
        return [_("! or Space: stop the clock") if running else _("! or Space: start the clock")]
    return []


def _ways_out() -> list[str]:
    return [_("< back"), _("> later"), _("= review"), _("? help"), _(":q save and leave")]
