"""`kunto checklist new`: a checklist of one's own, from a template or from another one."""

from __future__ import annotations

import os
import shlex
from collections.abc import Sequence
from pathlib import Path
from typing import Annotated

import typer

from asiakaskunto_cli.checklist.derive import from_checklist, from_template, template_languages
from asiakaskunto_cli.checklist.library import SUFFIXES, checklist_files, find_checklist
from asiakaskunto_cli.checklist.load import load_checklist
from asiakaskunto_cli.checklist.model import Checklist
from asiakaskunto_cli.checklist.modeline import fitted
from asiakaskunto_cli.cli import streams
from asiakaskunto_cli.cli.options import ForceOption, LangOption, OutputOption
from asiakaskunto_cli.cli.output import STDOUT, save
from asiakaskunto_cli.cli.setting import as_seen_from_here, engagement_around, refusal, speak
from asiakaskunto_cli.errors import ExitCode, UsageError
from asiakaskunto_cli.files.write import private_folder
from asiakaskunto_cli.language import gettext as _
from asiakaskunto_cli.source.reader import Source, read_source, read_text
from asiakaskunto_cli.words import RESERVED_IDS, SLUG, Method, clean, slugify

# Kinds of files, and devices of Windows: a file named so would be taken for something else.
RESERVED_FILES = frozenset(
    {"answers", "checklist", "figures", "kunto", "plan", "practices", "aux", "con", "nul", "prn"}
)


def new(
    name: Annotated[str, typer.Argument(metavar="ID", help="Its id; its file is named so too.")],
    model: Annotated[
        str | None,
        typer.Option("--from", metavar="CHECKLIST", help="Copy this one, comments and all."),
    ] = None,
    method: Annotated[
        list[Method] | None, typer.Option(help="How it is run; twice for two ways.")
    ] = None,
    title: Annotated[str | None, typer.Option(help="Its title, in every language.")] = None,
    languages: Annotated[
        str | None,
        typer.Option(metavar="CODES", help="Languages of the template, such as fi,en."),
    ] = None,
    output: OutputOption = None,
    force: ForceOption = False,
    lang: LangOption = None,
) -> int:
    """Write a checklist that is valid as it is, and say what to do next."""
    engagement = engagement_around()
    spoken = speak(lang, engagement)
    _require_id(name)
    own = engagement.checklists
    target = _target(name, own, output, force=force)
    if model is None:
        text = from_template(
            name, method or [Method.OBSERVE], _languages(languages or spoken), title
        )
    elif languages is None:
        source, checklist = _read(find_checklist(model, own))
        text = from_checklist(source, checklist, name, method or [], title)
    else:
        raise UsageError(
            _("A copy has the languages of its model."),
            remedy=_("Leave out --languages or --from."),
        )
    text = fitted(text, target)
    checklist = _checked(text, target)
    if output == STDOUT:
        streams.result(text)
        return ExitCode.FINE
    if output is None:
        private_folder(target.parent)
    save(target, text.encode(), force=force)
    streams.result(f"{target}\n")
    _tell_next(checklist, target, own)
    return ExitCode.FINE


def _require_id(name: str) -> None:
    """Raise UsageError where no checklist can have this id."""
    proposed = slugify(name)
    if not SLUG.fullmatch(name):
        remedy = _("Use small letters a–z, digits and hyphens, at most 64.")
        if proposed:
            remedy += " " + _("Such as: {id}").format(id=proposed)
        raise UsageError(_("“{id}” cannot be an id.").format(id=clean(name)), remedy=remedy)
    if name in RESERVED_IDS | RESERVED_FILES:
        raise UsageError(
            _("The id “{id}” is reserved.").format(id=name),
            remedy=_("Choose another id."),
        )


def _target(name: str, own: Path, output: Path | None, *, force: bool) -> Path:
    """Return where the checklist is written.

    Raises UsageError when the id is taken, or the file would not be named by it.
    """
    taken = checklist_files(own).get(name)
    is_own = taken is not None and os.path.realpath(taken.parent) == os.path.realpath(own)
    if taken is not None and not (is_own and force):
        remedy = _("Choose another id, such as: {id}").format(id=f"{name[:62]}-2")
        if is_own:
            remedy = _("Choose another id, or replace the file with --force.")
        raise UsageError(_("There is a checklist “{id}” already.").format(id=name), remedy=remedy)
    if output is None or output == STDOUT:
        return as_seen_from_here(taken or own / f"{name}{SUFFIXES[0]}")
    if output.stem != name or output.suffix not in SUFFIXES:
        expected = f"{name}{SUFFIXES[0]}"
        raise UsageError(
            _("The file of the checklist “{id}” has to be named {file}.").format(
                id=name, file=expected
            ),
            remedy=_("Write it as: -o {path}").format(path=output.parent / expected),
        )
    return output


def _languages(codes: str) -> Sequence[str]:
    """Return the languages of a template; raise UsageError where there is none in one of them."""
    wanted = list(dict.fromkeys(code.strip() for code in codes.split(",")))
    known = template_languages()
    for code in wanted:
        if code not in known:
            raise UsageError(
                _("There is no template in the language “{language}”.").format(
                    language=clean(code)
                ),
                remedy=_("Use one of: {known}.").format(known=", ".join(known)),
            )
    return wanted


def _read(path: Path) -> tuple[Source, Checklist]:
    source = read_source(path)
    loaded = load_checklist(source)
    if loaded.checklist is None:
        raise refusal(loaded.findings)
    return source, loaded.checklist


def _checked(text: str, target: Path) -> Checklist:
    """Return the checklist in a text; raise UsageError where the options have spoilt it."""
    loaded = load_checklist(read_text(str(target), text.encode()))
    if loaded.checklist is None:
        first = loaded.findings[0]
        raise UsageError(
            _("The checklist would not be valid: {message}").format(message=first.message),
            remedy=_("Change --method or --title. {remedy}").format(remedy=first.remedy),
        )
    return loaded.checklist


def _tell_next(checklist: Checklist, target: Path, own: Path) -> None:
    """Say how it is checked and tried; outside the library it is named by its file."""
    file = shlex.quote(str(target))
    found = os.path.realpath(target.parent) == os.path.realpath(own)
    streams.talk(
        _("Make it yours, check it with: {check}, and try it with: {try_it}").format(
            check=f"kunto validate {file}",
            try_it=f"kunto {checklist.methods[0]} {checklist.id if found else file} --rehearsal",
        )
    )
