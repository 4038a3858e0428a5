"""Plain data held against a pydantic model: the model, or findings with positions.

pydantic's own messages are not shown: they name Python types and print the value.
"""

from __future__ import annotations

import difflib
from collections.abc import Callable, Mapping, Sequence
from typing import Any, TypeVar

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from asiakaskunto_cli.language import gettext as _
from asiakaskunto_cli.source.finding import Finding
from asiakaskunto_cli.source.reader import Source
from asiakaskunto_cli.words import clean

Model = TypeVar("Model", bound=BaseModel)
Loc = tuple[str | int, ...]

LONGEST_QUOTE = 40


def fit(source: Source, model: type[Model], at: Loc = ()) -> tuple[Model | None, list[Finding]]:
    """Return the source's data (or what stands at a path) as a model, or None and the misfits."""
    try:
        return model.model_validate(_at(source.data, at)), []
    except ValidationError as error:
        details = error.errors(include_url=False, include_context=True, include_input=False)
        keys = known_keys(model)
        findings = [_finding(source, detail, (*at, *detail["loc"]), keys) for detail in details]
        return None, _merged(findings)


def _at(data: Any, path: Loc) -> Any:  # noqa: ANN401 plain data is any
    for part in path:
        data = data[part]
    return data


def known_keys(model: type[BaseModel]) -> list[str]:
    """Return every key that the model or a part of it has, for "did you mean"."""
    properties: set[str] = set()
    schema = model.model_json_schema()
    for part in (schema, *schema.get("$defs", {}).values()):
        properties.update(part.get("properties", ()))
    return sorted(properties)


def did_you_mean(word: str, known: Sequence[str]) -> str:
    """Return "Did you mean …?" for the nearest known word, or nothing."""
    near = difflib.get_close_matches(word, known, n=1, cutoff=0.6)
    return _("Did you mean “{word}”?").format(word=near[0]) if near else ""


def _finding(source: Source, detail: ErrorDetails, loc: Loc, keys: Sequence[str]) -> Finding:
    path, rest = _walk(source.data, loc)
    kind = detail["type"]
    context: Mapping[str, Any] = detail.get("ctx") or {}
    name = str(rest[-1]) if rest else str(path[-1]) if path else ""
    code, message, remedy = _worded(kind, clean(name)[:LONGEST_QUOTE], context, keys, source, path)
    at_key = kind == "extra_forbidden" or loc[-1:] == ("[key]",)
    return Finding(source.file, source.position(path, key=at_key), code, message, remedy)


def _walk(data: object, loc: Loc) -> tuple[Loc, Loc]:
    """Return the part of pydantic's location that exists in the data, and the rest.

    What pydantic adds of its own on the way (tags of unions) is left out.
    """
    path: list[str | int] = []
    rest: list[str | int] = []
    for part in loc:
        inside = part in data if isinstance(data, dict) else _has_entry(data, part)
        if inside:
            data = data[part]  # type: ignore[index] # just looked at
            path.append(part)
            rest = []
        else:
            rest.append(part)
    return tuple(path), tuple(rest)


def _has_entry(data: object, part: str | int) -> bool:
    return isinstance(data, list) and isinstance(part, int) and part < len(data)


Worded = tuple[str, str, str]


def _worded(
    kind: str,
    name: str,
    context: Mapping[str, Any],
    keys: Sequence[str],
    source: Source,
    path: Loc,
) -> Worded:
    if kind == "extra_forbidden":
        return _unknown_key(name, keys)
    if kind == "missing":
        return _missing_key(name)
    if kind.startswith("union_tag"):
        return _unknown_type(source, path)
    if kind in {"enum", "literal_error"}:
        return _not_allowed(name, str(context["expected"]))
    if kind == "string_pattern_mismatch":
        return _malformed(name, str(context["pattern"]))
    if kind in EXPECTED:
        return _wrong_type(name, EXPECTED[kind]())
    return _out_of_range(name, context)


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


def _unknown_key(name: str, keys: Sequence[str]) -> Worded:
    if name in keys:
        message = _("The key “{key}” does not belong here.").format(key=name)
        return "K201", message, _("Remove it, or move it to where it belongs.")
    message = _("The key “{key}” is not known.").format(key=name)
    return "K201", message, did_you_mean(name, keys) or _("Remove it or correct its spelling.")


def _missing_key(name: str) -> Worded:
    message = _("The key “{key}” is missing.").format(key=name)
    return "K202", message, _("Add “{key}: …” here.").format(key=name)


def _unknown_type(source: Source, path: Loc) -> Worded:
    node = _at(source.data, path)
    if not isinstance(node, dict):
        return _wrong_type(str(path[-1]), EXPECTED["dict_type"]())
    if "type" not in node:
        return _missing_key("type")
    name = clean(str(node["type"]))[:LONGEST_QUOTE]
    message = _("“{type}” is no type of question.").format(type=name)
    known = ["yes_no", "scale", "nps", "choice", "multi", "duration", "tally", "number", "text"]
    remedy = did_you_mean(name, known) or _("Use one of: {known}.").format(known=", ".join(known))
    return "K204", message, remedy


def _not_allowed(name: str, expected: str) -> Worded:
    allowed = expected.replace("'", "").replace(" or ", ", ")
    message = _("The value of “{key}” is not one that is known.").format(key=name)
    return "K204", message, _("Use one of: {known}.").format(known=allowed)


def _wrong_type(name: str, expected: str) -> Worded:
    message = _("The value of “{key}” is of the wrong kind.").format(key=name)
    return "K203", message, _("Write {expected}.").format(expected=expected)


def _malformed(name: str, pattern: str) -> Worded:
    message = _("The value of “{key}” is not well formed.").format(key=name)
    if "\\." in pattern:
        return "K205", message, _("Write three numbers, such as 1.0.0.")
    if "{2,3}" in pattern:
        return "K205", message, _("Write a language code in small letters, such as fi or en.")
    if "-?" in pattern:
        return "K205", message, _("Write a whole number.")
    return "K205", message, _("Use small letters a–z, digits and hyphens, at most 64 characters.")


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
    bounds = [LIMITS[key]().format(limit=context[key]) for key in LIMITS if key in context]
    allowed = ", ".join(bounds) or _("a finite number")
    return "K206", message, _("It must be {allowed}.").format(allowed=allowed)


def _merged(findings: list[Finding]) -> list[Finding]:
    """Return one finding a place: the branches of a union each say what they would have taken."""
    first: dict[tuple[object, ...], Finding] = {}
    for finding in sorted(findings, key=lambda one: (one.position, one.code)):
        named = finding.message if finding.code in {"K201", "K202"} else ""
        first.setdefault((finding.position, named), finding)
    return list(first.values())
