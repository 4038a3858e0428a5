"""What is wrong with a misfit, and how to mend it, in the words of an author."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from asiakaskunto_cli.language import gettext as _
from asiakaskunto_cli.source.misfit import LONGEST_QUOTE, Misfit
from asiakaskunto_cli.source.nearest import did_you_mean
from asiakaskunto_cli.words import clean

NO_MEMBER = frozenset({"enum", "literal_error"})

Worded = tuple[str, str, str]


def worded(one: Misfit, keys: Sequence[str]) -> Worded:
    """Return the code, the message and the remedy of a misfit; ``keys`` are those known."""
    if one.kind == "extra_forbidden":
        return _unknown_key(one.name, [one.meant] if one.meant else keys)
    if one.kind == "missing":
        return _missing_key(one.missing)
    if one.kind.startswith("union_tag"):
        return _unknown_type(one)
    if one.kind in NO_MEMBER:
        return _not_allowed(one)
    if one.kind == "string_pattern_mismatch":
        return _malformed(one)
    if one.kind in EXPECTED:
        return _wrong_type(one.name, _expected(one))
    return _out_of_range(one.name, one.context)


EXPECTED: Mapping[str, Callable[[], str]] = {
    "string_type": lambda: _("a text; put it in quotes"),
    "int_type": lambda: _("a whole number"),
    "int_from_float": lambda: _("a whole number"),
    "float_type": lambda: _("a number"),
    "bool_type": lambda: _("true or false"),
    "dict_type": lambda: _("a map of “key: value” lines"),
    "model_type": lambda: _("a map of “key: value” lines"),
    "model_attributes_type": lambda: _("a map of “key: value” lines"),
    "list_type": lambda: _("a list, each entry on a line that starts with “- ”"),
    "date_type": lambda: _("a date, such as 2026-10-01"),
    "date_from_datetime_parsing": lambda: _("a date, such as 2026-10-01"),
    "date_parsing": lambda: _("a date, such as 2026-10-01"),
    "datetime_type": lambda: _("a date and time, such as 2026-10-01T12:30:00+03:00"),
    "datetime_from_date_parsing": lambda: _("a date and time, such as 2026-10-01T12:30:00+03:00"),
    "datetime_parsing": lambda: _("a date and time, such as 2026-10-01T12:30:00+03:00"),
    "timezone_aware": lambda: _(
        "a date and time with its offset, such as 2026-10-01T12:30:00+03:00"
    ),
}


def _expected(one: Misfit) -> str:
    # 1.0 in quotes would be no version either.
    is_version = one.kind == "string_type" and one.path[-1:] == ("version",)
    return _("three numbers, such as 1.0.0") if is_version else EXPECTED[one.kind]()


def _unknown_key(name: str, keys: Sequence[str]) -> Worded:
    if name in keys:
        message = _("The key “{key}” does not belong here.").format(key=name)
        return "K201", message, _("Remove it, or move it to where it belongs.")
    message = _("The key “{key}” is not known.").format(key=name)
    return "K201", message, did_you_mean(name, keys) or _("Remove it or correct its spelling.")


def _missing_key(name: str) -> Worded:
    message = _("The key “{key}” is missing.").format(key=name)
    return "K202", message, _("Add “{key}: …” here.").format(key=name)


def _unknown_type(one: Misfit) -> Worded:
    if one.path[-1] != "type":
        is_map = isinstance(one.value, dict)
        return _missing_key("type") if is_map else _wrong_type(one.name, EXPECTED["dict_type"]())
    known = ["yes_no", "scale", "nps", "choice", "multi", "duration", "tally", "number", "text"]
    remedy = _one_of(known)
    if not isinstance(one.value, str):
        message = _("The value of “{key}” is not one that is known.").format(key="type")
        return "K204", message, remedy
    name = clean(one.value)[:LONGEST_QUOTE]
    message = _("“{type}” is no type of question.").format(type=name)
    return "K204", message, did_you_mean(name, known) or remedy


def _not_allowed(one: Misfit) -> Worded:
    allowed = str(one.context["expected"]).replace("'", "").replace(" or ", ", ")
    message = _("The value of “{key}” is not one that is known.")
    if one.at_key:
        message = _("“{key}” is no key that can stand here.")
    return "K204", message.format(key=one.name), _allowed(one, allowed.split(", "))


def _allowed(one: Misfit, allowed: Sequence[str]) -> str:
    """Return what may stand in the place of a word; or which of it the word was to be."""
    word = one.name if one.at_key else one.value
    if not isinstance(word, str):
        is_newer = one.path == ("kunto",) and type(word) is int and word > 1
        remedy = _("Write 1, or install a newer kunto: this one knows only that format.")
        return remedy if is_newer else _one_of(allowed)
    if word in allowed:
        return _("Write {number} without quotes.").format(number=word)
    return did_you_mean(word, allowed) or _one_of(allowed)


def _one_of(known: Sequence[str]) -> str:
    return _("Use one of: {known}.").format(known=", ".join(known))


def _wrong_type(name: str, expected: str) -> Worded:
    message = _("The value of “{key}” is of the wrong kind.").format(key=name)
    if not name:
        message = _("The content of the file is of the wrong kind.")
    return "K203", message, _("Write {expected}.").format(expected=expected)


def _malformed(one: Misfit) -> Worded:
    message = _("The value of “{key}” is not well formed.")
    if one.at_key:
        message = _("The key “{key}” is not well formed.")
    return "K205", message.format(key=one.name), _well_formed(str(one.context["pattern"]))


def _well_formed(pattern: str) -> str:
    if "\\." in pattern:
        return _("Write three numbers, such as 1.0.0.")
    if "{2,3}" in pattern:
        return _("Write a language code in small letters, such as fi or en.")
    if "-?" in pattern:
        return _("Write a whole number.")
    return _("Use small letters a–z, digits and hyphens, at most 64 characters.")


LIMITS: Mapping[str, Callable[[], str]] = {
    "ge": lambda: _("at least {limit}"),
    "gt": lambda: _("more than {limit}"),
    "le": lambda: _("at most {limit}"),
    "lt": lambda: _("less than {limit}"),
    "min_length": lambda: _("at least {limit} long"),
    "max_length": lambda: _("at most {limit} long"),
}


def _out_of_range(name: str, context: Mapping[str, Any]) -> Worded:
    message = _("The value of “{key}” is out of range.").format(key=name)
    # As it is to be written in the file: with a point, whatever the language.
    limits = {key: f"{context[key]:g}" for key in LIMITS if key in context}
    bounds = [LIMITS[key]().format(limit=limit) for key, limit in limits.items()]
    allowed = ", ".join(bounds) or _("a finite number")
    return "K206", message, _("It must be {allowed}.").format(allowed=allowed)
