"""Plain data held against a pydantic model: the model, or findings with positions.

pydantic's own messages are not shown: they name Python types and print the value.
"""

from __future__ import annotations

import difflib
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
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

# Spaces that are none to YAML, what has no width, and Greek, Cyrillic and wide letters: they come
# along with copied text, and a word with them looks like the one that is meant.
LOOKALIKE = re.compile(
    "[\u00a0\u00ad\u0370-\u052f\u2000-\u200f\u202f\u205f\u2060\u3000\ufeff\uff01-\uff5e]"
)


def fit(
    source: Source, model: type[Model], at: Loc = (), *, empty_is_absent: bool = True
) -> tuple[Model | None, list[Finding]]:
    """Return the source's data (or what stands at a path) as a model, or None and the misfits.

    A key without a value is a misfit too where it is not to count as left out.
    """
    data = _at(source.data, at)
    fitted, misfits = _fitted(source, model, at)
    keys = known_keys(model) if misfits else ()
    findings = [_finding(source, one, keys) for one in _misspelt_once(misfits, keys)]
    if not empty_is_absent and source.holds_empty:
        told = {one.path for one in misfits}
        findings += [_empty(source, path) for path in _empty_keys(data, at) if path not in told]
    return (None if findings else fitted), _merged(findings)


def texts_wanted(source: Source, model: type[BaseModel]) -> list[Loc]:
    """Return the paths of numbers and booleans in the place of a text: quotes would mend them."""
    misfits = _fitted(source, model, ())[1]
    wanted = (one for one in misfits if one.kind == "string_type" and not one.at_key)
    return [one.path for one in wanted if isinstance(one.value, bool | int | float)]


def misfit_paths(source: Source, model: type[BaseModel]) -> frozenset[Loc]:
    """Return the paths of whatever does not fit the model."""
    return frozenset(one.path for one in _fitted(source, model, ())[1])


def _fitted(source: Source, model: type[Model], at: Loc) -> tuple[Model | None, list[_Misfit]]:
    """Return what stands at a path as a model, or None and what does not fit."""
    try:
        return model.model_validate(_at(source.data, at)), []
    except ValidationError as error:
        details = error.errors(include_url=False, include_context=True, include_input=False)
        return None, _of_the_right_branches([_misfit(source.data, one, at) for one in details])


def _at(data: Any, path: Loc) -> Any:  # noqa: ANN401 plain data is any
    for part in path:
        data = data[part]
    return data


def _empty_keys(data: object, path: Loc) -> Iterator[Loc]:
    """Yield the path of every key that has no value."""
    if isinstance(data, dict):
        for key, value in data.items():
            if value is None:
                yield (*path, key)
            yield from _empty_keys(value, (*path, key))
    elif isinstance(data, list):
        for index, value in enumerate(data):
            yield from _empty_keys(value, (*path, index))


def known_keys(model: type[BaseModel]) -> list[str]:
    """Return every key that the model or a part of it has, for "did you mean"."""
    properties: set[str] = set()
    schema = model.model_json_schema()
    for part in (schema, *schema.get("$defs", {}).values()):
        properties.update(part.get("properties", ()))
    return sorted(properties)


def did_you_mean(word: str, known: Sequence[str]) -> str:
    """Return "Did you mean …?" for the nearest known word, or nothing.

    Where the word holds what looks like something else, such as a no-break space, that is told.
    """
    near = _nearest(word, known)
    if not near:
        return ""
    other = LOOKALIKE.search(word)
    if other is None:
        return _("Did you mean “{word}”?").format(word=near)
    return _(
        "Retype it as “{word}”: it holds the character {code_point}, which is not what it looks "
        "like."
    ).format(word=near, code_point=f"U+{ord(other.group()):04X}")


def _nearest(word: str, known: Sequence[str]) -> str | None:
    for spelt in (word, word.casefold()):
        for near in difflib.get_close_matches(spelt, known, n=1, cutoff=0.6):
            return near
    return None


@dataclass(frozen=True, slots=True)
class _Misfit:
    """One complaint of pydantic's, its location walked over the data.

    ``path`` leads to what exists of it; ``missing`` names the key that does not. ``branches`` are
    the tags that pydantic adds of its own, one for each union on the way, with their places.
    ``meant`` is the missing key that an unknown one was to be.
    """

    kind: str
    context: Mapping[str, Any]
    value: object
    path: Loc
    missing: str
    at_key: bool
    branches: tuple[tuple[Loc, str], ...]
    meant: str | None = None

    @property
    def name(self) -> str:
        """The key that it is about, fit to be shown."""
        keys = [part for part in self.path if isinstance(part, str)]
        return clean(self.missing or (keys[-1] if keys else ""))[:LONGEST_QUOTE]


def _misfit(data: object, detail: ErrorDetails, at: Loc) -> _Misfit:
    parts = [*at, *detail["loc"]]
    kind = detail["type"]
    missing = str(parts.pop()) if kind == "missing" else ""
    in_key = parts[-1:] == ["[key]"]
    if in_key:
        parts.pop()
    path: list[str | int] = []
    branches: list[tuple[Loc, str]] = []
    for part in parts:
        if _has(data, part):
            data = data[part]  # type: ignore[index] # just looked at
            path.append(part)
        else:
            branches.append((tuple(path), str(part)))
    if kind.startswith("union_tag") and _has(data, "type"):
        data = data["type"]  # type: ignore[index] # just looked at
        path.append("type")
    return _Misfit(
        kind=kind,
        context=detail.get("ctx") or {},
        value=data,
        path=tuple(path),
        missing=missing,
        at_key=in_key or kind == "extra_forbidden",
        branches=tuple(branches),
    )


def _has(data: object, part: str | int) -> bool:
    if isinstance(data, list):
        return isinstance(part, int) and part < len(data)
    return isinstance(data, dict) and part in data


def _of_the_right_branches(misfits: list[_Misfit]) -> list[_Misfit]:
    """Return the misfits without what the wrong branches of a union would have taken."""
    unions: dict[Loc, dict[str, list[_Misfit]]] = {}
    for one in misfits:
        for place, tag in one.branches:
            unions.setdefault(place, {}).setdefault(tag, []).append(one)
    meant = {place: _meant(place, branches) for place, branches in unions.items()}
    return [one for one in misfits if all(meant[place] == tag for place, tag in one.branches)]


def _meant(place: Loc, branches: Mapping[str, list[_Misfit]]) -> str:
    """Return the first branch that takes this kind of value at all, else the first."""
    for tag, misfits in branches.items():
        if not any(one.path == place and _of_another_kind(one) for one in misfits):
            return tag
    return next(iter(branches))


def _of_another_kind(one: _Misfit) -> bool:
    if one.kind in NO_MEMBER:
        return isinstance(one.value, dict | list)
    return one.kind in EXPECTED


def _misspelt_once(misfits: Sequence[_Misfit], keys: Sequence[str]) -> list[_Misfit]:
    """Return the misfits; a key that is missing since it is misspelt is told there alone."""
    missing = {(one.path, one.missing) for one in misfits if one.missing}
    told = []
    for one in (_with_its_type(one, keys) for one in misfits):
        here = [key for place, key in missing if place == one.path[:-1]]
        is_unknown = one.kind == "extra_forbidden" and one.name not in keys
        meant = _nearest(one.name, here) if is_unknown else None
        missing.discard((one.path[:-1], meant or ""))
        told.append(replace(one, meant=meant or one.meant))
    return [one for one in told if not one.missing or (one.path, one.missing) in missing]


def _with_its_type(one: _Misfit, keys: Sequence[str]) -> _Misfit:
    """Return the misfit; where what lacks a type has one that is misspelt, of that key."""
    if one.kind != "union_tag_not_found" or not isinstance(one.value, dict):
        return one
    key = _nearest("type", [name for name in one.value if name not in keys])
    if key is None:
        return one
    missing = replace(one, kind="extra_forbidden", path=(*one.path, key), at_key=True)
    return replace(missing, meant="type")


NO_MEMBER = frozenset({"enum", "literal_error"})

Worded = tuple[str, str, str]


def _finding(source: Source, one: _Misfit, keys: Sequence[str]) -> Finding:
    if one.value is None and one.path and not one.at_key:
        return _empty(source, one.path)
    position = source.position(one.path, key=one.at_key)
    return Finding(source.file, position, *_worded(one, keys))


def _empty(source: Source, path: Loc) -> Finding:
    position = source.position(path, key=True)
    if isinstance(path[-1], int):
        message, remedy = _("An entry of the list is empty."), _("Write a value, or remove it.")
    else:
        message = _("The key “{key}” has no value.").format(key=clean(path[-1])[:LONGEST_QUOTE])
        remedy = _("Write a value, or remove the key.")
    return Finding(source.file, position, "K203", message, remedy)


def _worded(one: _Misfit, keys: Sequence[str]) -> Worded:
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


def _expected(one: _Misfit) -> str:
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


def _unknown_type(one: _Misfit) -> Worded:
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


def _not_allowed(one: _Misfit) -> Worded:
    allowed = str(one.context["expected"]).replace("'", "").replace(" or ", ", ")
    message = _("The value of “{key}” is not one that is known.")
    if one.at_key:
        message = _("“{key}” is no key that can stand here.")
    return "K204", message.format(key=one.name), _allowed(one, allowed.split(", "))


def _allowed(one: _Misfit, allowed: Sequence[str]) -> str:
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


def _malformed(one: _Misfit) -> Worded:
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


def _merged(findings: list[Finding]) -> list[Finding]:
    """Return the findings by place, without repetitions."""
    return sorted(dict.fromkeys(findings), key=lambda one: (one.position, one.code))
