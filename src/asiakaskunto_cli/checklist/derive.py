"""The text of a new checklist: from a template, or from another checklist with its comments."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from functools import cache
from pathlib import Path

from asiakaskunto_cli.checklist.model import Checklist
from asiakaskunto_cli.source.edit import edited, with_key
from asiakaskunto_cli.source.nodes import Loc
from asiakaskunto_cli.source.reader import Source, read_source, read_text
from asiakaskunto_cli.source.scalars import resolve
from asiakaskunto_cli.words import Method

TEMPLATES = Path(__file__).with_name("templates")
FIRST_VERSION = "1.0.0"


@cache
def template_languages() -> tuple[str, ...]:
    """Return the languages that the templates are written in, sorted."""
    return tuple(sorted({path.stem.partition(".")[2] for path in TEMPLATES.glob("*.yaml")}))


def from_template(
    name: str, methods: Sequence[Method], languages: Sequence[str], title: str | None
) -> str:
    """Return a checklist to be written on: the template of its first method, in some languages.

    The comments are in the first language. There has to be a template in every one of them.
    """
    paths = [TEMPLATES / f"{methods[0]}.{language}.yaml" for language in languages]
    source = read_source(paths[0])
    values = _values(name, methods, languages, title)
    values["languages",] = f"[{', '.join(languages)}]"
    if len(languages) > 1:
        # The templates of a method are alike but for their words.
        for texts in zip(*map(_texts, paths), strict=True):
            said = dict(zip(languages, (text for _path, text in texts), strict=True))
            values.setdefault(texts[0][0], _in_languages(said))
    return edited(source, values)


def from_checklist(
    source: Source, checklist: Checklist, name: str, methods: Sequence[Method], title: str | None
) -> str:
    """Return a copy of a checklist under another id, which says what it was made from.

    Without methods or a title it keeps its own. The checklist is the one in the source.
    """
    origin = f"{checklist.id} {checklist.version}"
    if checklist.source is not None:
        origin = f"{origin} ({checklist.source})"
    values = _values(name, methods, checklist.languages, title)
    if checklist.source is not None:
        return edited(source, {**values, ("source",): _quoted(origin)})
    copy = read_text(source.file, edited(source, values).encode())
    return with_key(copy, "source", _quoted(origin), before="version")


def _values(
    name: str, methods: Sequence[Method], languages: Sequence[str], title: str | None
) -> dict[Loc, str]:
    """Return what every new checklist has of its own, by path."""
    values: dict[Loc, str] = {("id",): _plain(name), ("version",): FIRST_VERSION}
    if methods:
        values["method",] = methods[0] if len(methods) == 1 else f"[{', '.join(methods)}]"
    if title is not None:
        several = len(languages) > 1
        said = dict.fromkeys(languages, title)
        values["title",] = _in_languages(said) if several else _quoted(title)
    return values


def _texts(template: Path) -> list[tuple[Loc, str]]:
    checklist = Checklist.model_validate(read_source(template).data)
    return [(path, text) for path, text in checklist.texts if isinstance(text, str)]


def _in_languages(said: Mapping[str, str]) -> str:
    return f"{{{', '.join(f'{language}: {_quoted(text)}' for language, text in said.items())}}}"


def _quoted(text: str) -> str:
    """Return a text as YAML, which takes what JSON calls a string."""
    return json.dumps(text, ensure_ascii=False)


def _plain(name: str) -> str:
    """Return an id as YAML: 2026 would be a number without quotes."""
    return name if resolve(name) == name else _quoted(name)
