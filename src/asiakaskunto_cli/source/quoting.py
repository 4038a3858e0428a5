"""Texts of a file that want quotes: other readers would take them for something else, or kunto did.

A part of a file has been fitted to a model; what is text in the model is meant as text.
"""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, get_args

from pydantic import BaseModel

from asiakaskunto_cli.language import gettext as _
from asiakaskunto_cli.source.ambiguous import is_ambiguous
from asiakaskunto_cli.source.edit import edited, with_quoted_keys, written
from asiakaskunto_cli.source.finding import Finding, Severity
from asiakaskunto_cli.source.nodes import Loc, locate
from asiakaskunto_cli.source.reader import Source, read_text
from asiakaskunto_cli.source.shape.fit import fit, misfit_paths, texts_wanted

CODE = "K390"
MISFIT = "K203"


@dataclass(frozen=True, slots=True)
class Bare:
    """An unquoted text, or key, that other readers take for something else."""

    path: Loc
    word: str
    at_key: bool = False


def bare_findings(source: Source, model: type[BaseModel]) -> Iterator[Finding]:
    """Yield, for information, every text that wants quotes in a source that fits the model."""
    for bare in bare_texts(source, model):
        yield Finding(
            source.file,
            source.position(bare.path, key=bare.at_key),
            CODE,
            _("Other readers of YAML do not take “{word}” for a text.").format(word=bare.word),
            _('Put it in quotes: "{word}" (--fix does).').format(word=bare.word),
            Severity.INFORMATION,
        )


def bare_texts(source: Source, model: type[BaseModel]) -> list[Bare]:
    """Return the texts that want quotes; none where the source does not fit the model."""
    if source.findings or not source.holds_doubtful:
        return []
    part, _misfits = fit(source, model)
    return [] if part is None else [one for one in _texts((), part) if _is_bare(source, one)]


def quoted(source: Source, model: type[BaseModel], codes: Container[str]) -> str:
    """Return the file's text with quotes around what wants them by these codes, and no other edit.

    A number or boolean in the place of a text (MISFIT) gets them only where the model then takes
    it. The source has no findings.
    """
    bare = bare_texts(source, model) if CODE in codes else []
    misfits = _wanted(source, model) if MISFIT in codes else []
    values = [one.path for one in bare if not one.at_key] + misfits
    text = edited(source, _in_quotes(source, values))
    keys = {one.path: one.word for one in bare if one.at_key}
    return with_quoted_keys(_read_again(source, text), keys) if keys else text


def _wanted(source: Source, model: type[BaseModel]) -> list[Loc]:
    """Return where a number or boolean stands for the very text that the model wants."""
    paths = texts_wanted(source, model)
    if not paths:
        return []
    after = _read_again(source, edited(source, _in_quotes(source, paths)))
    still = misfit_paths(after, model)
    return [path for path in paths if path not in still]


def _in_quotes(source: Source, paths: Iterable[Loc]) -> dict[Loc, str]:
    return {path: f'"{written(source, path)}"' for path in paths}


def _read_again(source: Source, text: str) -> Source:
    return read_text(source.file, text.encode())


def _is_bare(source: Source, text: Bare) -> bool:
    """Return whether a text stands unquoted, on one line, and other readers differ."""
    if not is_ambiguous(text.word):
        return False
    start = locate(source.nodes, text.path, key=text.at_key).index
    return source.lines.text.startswith(text.word, start)


def _texts(path: Loc, part: object) -> Iterator[Bare]:
    """Yield every text in a part of a model, and every key that is no field's name."""
    if isinstance(part, BaseModel):
        for name, field in type(part).model_fields.items():
            if name in part.model_fields_set and not _takes_anything(field.annotation):
                yield from _texts((*path, field.alias or name), getattr(part, name))
    elif isinstance(part, Mapping):
        for key, value in part.items():
            yield Bare((*path, str(key)), str(key), at_key=True)
            yield from _texts((*path, str(key)), value)
    elif isinstance(part, list):
        for index, value in enumerate(part):
            yield from _texts((*path, index), value)
    elif isinstance(part, str):
        yield Bare(path, part)


def _takes_anything(annotation: object) -> bool:
    """Return whether a key takes more than texts: its words may be meant as something else."""
    return annotation is Any or any(map(_takes_anything, get_args(annotation)))
