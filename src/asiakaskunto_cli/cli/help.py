"""The help of a command: what it does, and every word that it takes, in the user's language.

Options and arguments carry their help in English, where typer wants it: as they are defined, before
the language is known. It is translated here, as it is shown.
"""

from __future__ import annotations

import textwrap
from collections.abc import Iterator, Sequence
from enum import Enum
from inspect import cleandoc

from typer.core import TyperArgument, TyperCommand, TyperGroup, TyperOption

from asiakaskunto_cli.language import gettext as _

# A term that is longer has its description beneath it; so has any where there is little room.
LONGEST_TERM = 28
LEAST_DESCRIPTION = 30
INDENT = "  "

# What every command has.
HELP = ("-h", "--help")

Row = tuple[str, str]
Parameter = TyperArgument | TyperOption


def help_of(command: TyperCommand | TyperGroup, path: str, width: int) -> str:
    """Return the help of the command that is called by a path of words, in so many columns."""
    paragraphs = [_(one) for one in _paragraphs(command)]
    arguments = [one for one in command.params if isinstance(one, TyperArgument)]
    options = [one for one in command.params if isinstance(one, TyperOption)]
    commands = command.commands.items() if isinstance(command, TyperGroup) else ()
    usage = _("Usage: {command}").format(command=" ".join([path, *_usage(command, arguments)]))
    of_all = (", ".join(HELP), _("Show this help."))
    parts = [
        _wrapped(usage, width, "", INDENT * 2),
        *(_wrapped(one, width, INDENT, INDENT) for one in paragraphs),
        _table(_("Arguments"), [(_name(one), _description(one)) for one in arguments], width),
        _table(_("Options"), [*map(_option, options), of_all], width),
        _table(_("Commands"), [(name, _summary(one)) for name, one in commands], width),
    ]
    return "\n\n".join(filter(None, parts)) + "\n"


def messages_of(command: TyperCommand | TyperGroup) -> Iterator[str]:
    """Yield every text of a command, and of those in it, that its help translates."""
    yield from _paragraphs(command)
    for one in command.params:
        if isinstance(one, Parameter):
            texts = (one.help, one.show_default)
            yield from (text for text in texts if text and isinstance(text, str))
            if not isinstance(one, TyperOption) or not one.is_flag:
                yield _placeholder(one)
    if isinstance(command, TyperGroup):
        for within in command.commands.values():
            if isinstance(within, TyperCommand | TyperGroup):
                yield from messages_of(within)


def name_of(parameter: Parameter) -> str:
    """Return what a person calls an option or an argument."""
    return parameter.opts[0] if isinstance(parameter, TyperOption) else _metavar(parameter)


def choices_of(parameter: Parameter) -> Sequence[str]:
    """Return the words that a parameter takes, none where it takes any."""
    return [str(one.value) for one in parameter.type_descriptor.choices or ()]


def _paragraphs(command: object) -> Sequence[str]:
    text = cleandoc(getattr(command, "help", None) or "")
    return [" ".join(one.split()) for one in text.split("\n\n") if one]


def _summary(command: object) -> str:
    return " ".join(_(one) for one in _paragraphs(command)[:1])


def _usage(command: TyperCommand | TyperGroup, arguments: Sequence[TyperArgument]) -> Iterator[str]:
    """Yield what follows the name of a command."""
    yield _("[OPTIONS]")
    for one in arguments:
        yield _name(one) if one.required else f"[{_name(one)}]"
    if isinstance(command, TyperGroup):
        yield _("COMMAND …")


def _name(argument: TyperArgument) -> str:
    """Return how an argument is written; dots follow one of which there may be many."""
    return _metavar(argument) + ("…" if argument.nargs < 0 else "")


def _metavar(parameter: Parameter) -> str:
    return _(_placeholder(parameter))


def _placeholder(parameter: Parameter) -> str:
    """Return what stands for the value of a parameter."""
    return parameter.metavar or parameter.name.upper()


def _option(option: TyperOption) -> Row:
    names = ", ".join((*sorted(option.opts, key=len), *option.secondary_opts))
    return names if option.is_flag else f"{names} {_metavar(option)}", _description(option)


def _description(parameter: Parameter) -> str:
    """Return what a parameter is for, what it may be, and what it is where it is left out."""
    said = [_(parameter.help)] if parameter.help else []
    choices = choices_of(parameter)
    if choices:
        said.append(_("One of: {choices}.").format(choices=", ".join(choices)))
    if isinstance(parameter, TyperOption) and parameter.required:
        said.append(_("Required."))
    default = _default(parameter)
    if default:
        said.append(_("Default: {default}.").format(default=default))
    return " ".join(said)


def _default(parameter: Parameter) -> str:
    """Return what a parameter is where it is left out, as it would be written; "" for nothing."""
    if isinstance(parameter.show_default, str):
        return _(parameter.show_default)
    value = parameter.default
    if value is None or isinstance(value, bool) or not parameter.show_default:
        return ""
    return str(value.value if isinstance(value, Enum) else value)


def _table(title: str, rows: Sequence[Row], width: int) -> str:
    """Return terms with their descriptions beside them, where there is room, else beneath."""
    if not rows:
        return ""
    longest = max((len(term) for term, _text in rows if len(term) <= LONGEST_TERM), default=0)
    beside = INDENT + " " * longest + INDENT
    if width - len(beside) < LEAST_DESCRIPTION:
        beside = INDENT * 3
        longest = 0
    lines = [f"{title}:"]
    for term, text in rows:
        head = f"{INDENT}{term:{longest}}{INDENT}"
        if len(term) > longest:
            lines.append(f"{INDENT}{term}")
            head = beside
        lines.append(_wrapped(text, width, head, beside))
    return "\n".join(line.rstrip() for line in lines)


def _wrapped(text: str, width: int, first: str, following: str) -> str:
    return textwrap.fill(
        text,
        width,
        initial_indent=first,
        subsequent_indent=following,
        break_long_words=False,
        break_on_hyphens=False,
    )
