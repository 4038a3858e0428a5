"""What is wrong with the words that a command was called with, in the user's language.

typer finds most of it and says it in English; what it found is said anew here.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from typing import Any

from typer.core import TyperOption
from typer.exceptions import TyperException

from asiakaskunto_cli.cli.help import HELP, Parameter, choices_of, name_of
from asiakaskunto_cli.errors import UsageError
from asiakaskunto_cli.language import gettext as _
from asiakaskunto_cli.source.nearest import did_you_mean, meant, nearest
from asiakaskunto_cli.words import clean

LONGEST_QUOTE = 60
# The hyphens that all options begin with make strangers alike.
NEAR = 0.75


def no_such_command(path: str, name: str, known: Sequence[str]) -> UsageError:
    """Return the error for a command that there is not."""
    message = _("There is no command “{name}”.").format(name=_quoted(name))
    return UsageError(message, remedy=did_you_mean(name, known) or _see(path))


def too_many_words(path: str, words: Sequence[str]) -> UsageError:
    """Return the error for words that no argument takes."""
    message = _("“{word}” is one word too many.").format(word=_quoted(words[0]))
    return UsageError(message, remedy=_see(path))


def no_command(path: str) -> UsageError:
    """Return the error for a call without a command."""
    return UsageError(_("No command was named."), remedy=_see(path))


@contextmanager
def told_anew(path: str, parameters: Sequence[object]) -> Iterator[None]:
    """Tell in kunto's words what typer finds wrong with the words of a command.

    Raises UsageError.
    """
    try:
        yield
    except TyperException as error:
        raise _usage_error(error, parameters, _see(path)) from error


def _usage_error(error: TyperException, parameters: Sequence[object], see: str) -> UsageError:
    # typer has no public names for the kinds of its errors; each is known by what it carries.
    option = getattr(error, "option_name", None)
    parameter = getattr(error, "param", None)
    if option is not None:
        return _of_option(option, parameters, see)
    if not isinstance(parameter, Parameter):
        return UsageError(error.format_message(), remedy=see)
    if error.__cause__ is None:
        message = _("{name} is missing.").format(name=name_of(parameter))
        return UsageError(message, remedy=see)
    (problem, *_others) = _problems(error.__cause__)
    return _of_value(parameter, problem, see)


def _of_option(option: str, parameters: Sequence[object], see: str) -> UsageError:
    """Return what is wrong with an option, whatever its value."""
    options = [one for one in parameters if isinstance(one, TyperOption)]
    named = [one for one in options if option in (*one.opts, *one.secondary_opts)]
    name = _quoted(option)
    if not named and option not in HELP:
        message = _("There is no option {option}.").format(option=name)
        known = [name for one in options for name in (*one.opts, *one.secondary_opts)]
        near = nearest(option, known, NEAR)
        return UsageError(message, remedy=meant(option, near) if near else see)
    is_flag = all(one.is_flag for one in named)
    message = _("{option} takes no value.") if is_flag else _("{option} needs a value.")
    return UsageError(message.format(option=name), remedy=see)


def _of_value(parameter: Parameter, problem: Mapping[str, Any], see: str) -> UsageError:
    """Return what is wrong with a value, and what would be right."""
    value = str(problem.get("input"))
    message = _("“{value}” is no value of {name}.")
    message = message.format(value=_quoted(value), name=name_of(parameter))
    choices = choices_of(parameter)
    if choices:
        known = _("Use one of: {known}.").format(known=", ".join(choices))
        return UsageError(message, remedy=did_you_mean(value, choices) or known)
    info = parameter.type_descriptor.parameter_info
    if info.formats:
        remedy = _("Write the date as 2026-10-01.")
    elif info.min is not None and info.max is not None:
        remedy = _("Use a whole number from {least} to {most}.")
        remedy = remedy.format(least=info.min, most=info.max)
    else:
        remedy = see
    return UsageError(message, remedy=remedy)


def _problems(cause: Any) -> Sequence[Mapping[str, Any]]:  # noqa: ANN401 pydantic is not imported here
    problems: Sequence[Mapping[str, Any]] = cause.errors(include_url=False)
    return problems


def _see(path: str) -> str:
    return _("See: {command} --help").format(command=path)


def _quoted(word: str) -> str:
    return clean(word)[:LONGEST_QUOTE]
