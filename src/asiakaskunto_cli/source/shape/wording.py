"""What is wrong with a misfit, and how to mend it, in the words of an author."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from typing import Any

from asiakaskunto_cli.language import gettext as _
from asiakaskunto_cli.source.nearest import did_you_mean, meant
from asiakaskunto_cli.source.numbers import is_too_large, number_remedy
from asiakaskunto_cli.source.shape.misfit import Misfit, shown
from asiakaskunto_cli.source.shape.places import Places
from asiakaskunto_cli.source.shape.several import entries_meant, words_meant
from asiakaskunto_cli.source.shape.synonyms import value_meant
from asiakaskunto_cli.source.shape.unknown_keys import Unknown

NO_MEMBER = frozenset({"enum", "literal_error"})
NUMBERS = frozenset({"float_type", "int_type"})
# More keys than these are no help to somebody who looks for one of them.
MOST_KEYS_TOLD = 12
_WORD = re.compile(r"[\w.-]{1,64}")

Worded = tuple[str, str, str]
"""A code, a message and a remedy."""


def worded(one: Misfit, places: Places, unknown: Unknown | None) -> Worded:
    """Return the code, the message and the remedy of a misfit, and of a key that is unknown."""
    if unknown is not None:
        return _unknown_key(one, unknown)
    if one.kind == "missing":
        return _missing_key(one.missing)
    if one.kind.startswith("union_tag"):
        return _unknown_type(one, places)
    if one.kind in NO_MEMBER:
        return _not_allowed(one, places)
    if one.kind == "string_pattern_mismatch":
        return _malformed(one)
    if one.kind in NUMBERS and isinstance(one.value, str):
        return _no_number(one, one.value, places)
    if one.kind == "bool_type" and isinstance(one.value, str):
        return _no_truth(one, one.value)
    if one.kind in EXPECTED:
        code, message, remedy = _wrong_type(one.name, _expected(one))
        return code, message, _as_map(one, places) or _as_list(one, places) or remedy
    return _out_of_bounds(one)


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


def _as_map(one: Misfit, places: Places) -> str:
    """Return how to write a text whose languages were made entries of a list; else nothing."""
    if one.kind != "string_type" or not isinstance(one.value, list):
        return ""
    entries = one.value[: MOST_KEYS_TOLD + 1]
    keys = [key for entry in entries if isinstance(entry, dict) for key in entry]
    is_map = len(keys) >= len(entries) and all(places.takes_key(one.path, key) for key in keys)
    if not is_map or not 0 < len(keys) <= MOST_KEYS_TOLD:
        return ""
    texts = ", ".join(f'{key}: "…"' for key in dict.fromkeys(keys))
    return _("Write it as {example}, without hyphens and without square brackets.").format(
        example=f"{{{texts}}}"
    )


def _as_list(one: Misfit, places: Places) -> str:
    """Return how to write words that were put in braces where a list belongs; else nothing."""
    if one.kind != "list_type" or not isinstance(one.value, dict):
        return ""
    is_short = 0 < len(one.value) <= MOST_KEYS_TOLD and places.takes_text((*one.path, 0))
    are_words = all(_WORD.fullmatch(key) and one.value[key] is None for key in one.value)
    if not is_short or not are_words:
        return ""
    return _("Write {expected}.").format(expected=f"[{', '.join(one.value)}]")


def _unknown_key(one: Misfit, unknown: Unknown) -> Worded:
    message = _("The key “{key}” is not known.")
    if unknown.stands_elsewhere:
        message = _("The key “{key}” does not belong here.")
    return "K201", message.format(key=one.name), _instead(one, unknown)


def _instead(one: Misfit, unknown: Unknown) -> str:
    """Return what to do with a key; nothing is to be thrown away that has more in it."""
    if unknown.meant:
        return meant(one.name, unknown.meant)
    if unknown.twin:
        return _("“{key}” is there already: keep one of the two.").format(key=unknown.twin)
    if unknown.form:
        pairs = ", ".join(f"{key}: …" for key in unknown.form)
        return _("Write it as {example}.").format(example=f"{{{pairs}}}")
    holds_more = isinstance(one.value, dict | list)
    if unknown.stands_elsewhere:
        return _elsewhere(unknown, holds_more=holds_more)
    if 0 < len(unknown.free) <= MOST_KEYS_TOLD:
        known = ", ".join(unknown.free)
        if holds_more:
            return _one_of(unknown.free)
        return _("Remove it, or use one of: {known}.").format(known=known)
    if holds_more:
        return _("Correct its spelling, or move it to where it belongs.")
    return _("Remove it or correct its spelling.")


def _elsewhere(unknown: Unknown, *, holds_more: bool) -> str:
    if unknown.types:
        types = "/".join(unknown.types)
        return _("Only items of the type {types} have it: change the type, or remove it.").format(
            types=types
        )
    if holds_more and unknown.holder in unknown.free:
        remedy = _("It belongs in an entry of “{key}”: add “{key}: …” here and move it there.")
        return remedy.format(key=unknown.holder)
    if holds_more and unknown.holder:
        return _("Move it into an entry of “{key}”.").format(key=unknown.holder)
    if holds_more:
        return _("Move it to where it belongs.")
    return _("Remove it, or move it to where it belongs.")


def _missing_key(name: str) -> Worded:
    message = _("The key “{key}” is missing.").format(key=name)
    # There is only one version of the format.
    value = "1" if name == "kunto" else "…"
    return "K202", message, _("Add “{key}: {value}” here.").format(key=name, value=value)


def _unknown_type(one: Misfit, places: Places) -> Worded:
    if one.path[-1] != "type":
        return _wrong_type(one.name, EXPECTED["dict_type"]())
    known = list(places.types(one.path[:-1]))
    remedy = _one_of(known)
    if not isinstance(one.value, str):
        message = _("The value of “{key}” is not one that is known.").format(key="type")
        return "K204", message, remedy
    name = shown(one.value)
    message = _("“{type}” is no type of question.").format(type=name)
    return "K204", message, _value_meant(name, known) or remedy


def _not_allowed(one: Misfit, places: Places) -> Worded:
    allowed = str(one.context["expected"]).replace("'", "").replace(" or ", ", ")
    message = _("The value of “{key}” is not one that is known.")
    if one.at_key:
        message = _("“{key}” is no key that can stand here.")
    return "K204", message.format(key=one.name), _allowed(one, allowed.split(", "), places)


def _allowed(one: Misfit, allowed: Sequence[str], places: Places) -> str:
    """Return what may stand in the place of a word; or which of it the word was to be."""
    word = one.name if one.at_key else one.value
    if not isinstance(word, str):
        is_newer = one.path == ("kunto",) and type(word) is int and word > 1
        remedy = _("Write 1, or install a newer kunto: this one knows only that format.")
        return remedy if is_newer else _one_of(allowed)
    if word in allowed:
        return _("Write {number} without quotes.").format(number=word)
    if words := words_meant(word, allowed):
        return _several(one, words, allowed, places)
    return _value_meant(word, allowed) or _one_of(allowed)


def _value_meant(word: str, known: Sequence[str]) -> str:
    """Return "Did you mean …?" for the value that a word stands for or is misspelt for, or ""."""
    other = value_meant(word, known)
    return meant(word, other) if other else did_you_mean(word, known)


def _several(one: Misfit, words: Sequence[str], allowed: Sequence[str], places: Places) -> str:
    """Return how to write several words; or that one has to do."""
    beside = places.value_at(one.path[:-1])
    if not one.at_key and isinstance(beside, list):
        words = entries_meant(beside, allowed)
    elif one.at_key or not places.takes_list(one.path):
        return _("Keep only one of: {words}.").format(words=", ".join(words))
    return (
        _("Write {expected}.").format(expected=f"[{', '.join(words)}]")
        if words
        else _one_of(allowed)
    )


def _one_of(known: Sequence[str]) -> str:
    return _("Use one of: {known}.").format(known=", ".join(known))


def _wrong_type(name: str, expected: str) -> Worded:
    message = _("The value of “{key}” is of the wrong kind.").format(key=name)
    if not name:
        message = _("The content of the file is of the wrong kind.")
    return "K203", message, _("Write {expected}.").format(expected=expected)


def _no_number(one: Misfit, written: str, places: Places) -> Worded:
    """Return what is wrong with a text in the place of a number."""
    if is_too_large(written):
        return _out_of_range(one.name, places.limits(one.path))
    code, message, remedy = _wrong_type(one.name, _expected(one))
    return code, message, number_remedy(written, decimals=one.kind == "float_type") or remedy


def _no_truth(one: Misfit, written: str) -> Worded:
    """Return what is wrong with a text in the place of true or false."""
    code, message, remedy = _wrong_type(one.name, _expected(one))
    if written.lower() in {"true", "false"}:
        remedy = _("Write {number} without quotes.").format(number=written.lower())
    return code, message, remedy


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


def _out_of_bounds(one: Misfit) -> Worded:
    """Return what is wrong with the size of a value: of a list, a map, a text or a number."""
    if one.value == "":
        return "K206", _("The text is empty."), _("Write the text.")
    if one.kind == "string_too_long":
        remedy = _("Write at most {limit} characters.")
        remedy = remedy.format(limit=one.context["max_length"])
        return "K206", _("The text is too long."), remedy
    if one.kind == "too_short":
        message = _("“{key}” has too few entries.").format(key=one.name)
        remedy = _("Write at least {limit}.").format(limit=one.context["min_length"])
        return "K206", message, remedy
    if one.kind == "too_long":
        message = _("“{key}” has too many entries.").format(key=one.name)
        remedy = _("Write at most {limit}.").format(limit=one.context["max_length"])
        return "K206", message, remedy
    return _out_of_range(one.name, one.context)


LIMITS: Mapping[str, Callable[[], str]] = {
    "ge": lambda: _("at least {limit}"),
    "gt": lambda: _("more than {limit}"),
    "le": lambda: _("at most {limit}"),
    "lt": lambda: _("less than {limit}"),
}


def _out_of_range(name: str, context: Mapping[str, Any]) -> Worded:
    message = _("The value of “{key}” is out of range.").format(key=name)
    # As it is to be written in the file: with a point, whatever the language.
    limits = {key: f"{context[key]:g}" for key in LIMITS if key in context}
    bounds = [LIMITS[key]().format(limit=limit) for key, limit in limits.items()]
    allowed = ", ".join(bounds) or _("a number of at most 16 digits")
    return "K206", message, _("It must be {allowed}.").format(allowed=allowed)
