"""kunto's kind of command: its help and its refusals are in the user's language, and its own words.

typer is told here, once, how all of them are to be.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import typer
from typer.core import TyperCommand, TyperGroup

from asiakaskunto_cli.cli import streams
from asiakaskunto_cli.cli.help import help_of
from asiakaskunto_cli.cli.usage import no_such_command, told_anew, too_many_words
from asiakaskunto_cli.errors import ExitCode

# ruff: noqa: ANN401 the signatures are typer's own


class Command(TyperCommand):
    """A command without others in it."""

    # Of typer's, so that the words that are too many come here and not into typer's own sentence.
    allow_extra_args = True

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:
        """Return no words: all belong to the command's options and arguments.

        Raises UsageError where some do not, or something is missing.
        """
        with told_anew(ctx.command_path, self.params):
            left = super().parse_args(ctx, args)
        if left:
            raise too_many_words(ctx.command_path, left)
        return left

    def format_help(self, ctx: Any, formatter: Any) -> None:
        """Write the help."""
        formatter.write(help_of(self, ctx.command_path, streams.width()))


class Group(TyperGroup):
    """A command that has others in it."""

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:
        """Return the words that are left for the command in it; without any, help and end.

        Raises UsageError where they do not fit.
        """
        if self.no_args_is_help and not args:
            for line in help_of(self, ctx.command_path, streams.width()).splitlines():
                streams.talk(line)
            raise typer.Exit(ExitCode.USAGE)
        with told_anew(ctx.command_path, self.params):
            return super().parse_args(ctx, args)

    def resolve_command(self, ctx: Any, args: list[str]) -> Any:
        """Return the name, the command and the words that are left for it.

        Raises UsageError where there is no such command.
        """
        if args[0] not in self.commands:
            raise no_such_command(ctx.command_path, args[0], list(self.commands))
        return super().resolve_command(ctx, args)

    def format_help(self, ctx: Any, formatter: Any) -> None:
        """Write the help."""
        formatter.write(help_of(self, ctx.command_path, streams.width()))


class App(typer.Typer):
    """An app whose commands are of kunto's kind."""

    def __init__(self, cls: type[Group] = Group, **settings: Any) -> None:
        super().__init__(
            cls=cls,
            rich_markup_mode=None,
            add_completion=False,
            pretty_exceptions_enable=False,
            **settings,
        )

    def command(self, name: str | None = None, **settings: Any) -> Callable[[Any], Any]:
        """Make a function a command, as typer does."""
        return super().command(name, cls=Command, **settings)
