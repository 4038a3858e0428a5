"""The command line: which commands there are, and what happens when one fails.

A command's module is imported when it is called, so that each pays only for what it uses.
"""

from __future__ import annotations

import importlib
import sys
import traceback
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise
from typing import Any, cast

import typer
from typer.core import TyperCommand, TyperGroup
from typer.exceptions import TyperException

from asiakaskunto_cli import __version__
from asiakaskunto_cli.cli import streams
from asiakaskunto_cli.cli.command import App, Group
from asiakaskunto_cli.cli.usage import no_command
from asiakaskunto_cli.errors import ExitCode, KuntoError
from asiakaskunto_cli.language import activate, locale_wishes, negotiate
from asiakaskunto_cli.language import gettext as _

COMMANDS: Mapping[str, tuple[str, str]] = {
    "observe": ("visit:observe", "Observe beside the counter: run a visit."),
    "test": ("visit:test", "Test as a mystery shopper: run a visit."),
    "ask": ("visit:ask", "Ask a customer, and after every question: why?"),
    "resume": ("resume:app", "Go on with a visit that was left unfinished."),
    "drafts": ("drafts:app", "List the visits that were left unfinished; discard one."),
    "correct": ("correct:app", "Open a finished visit again; the new report replaces the old."),
    "attach": ("attach:app", "Add a photo or another file to a finished visit."),
    "withdraw": ("withdraw:app", "Take a visit back: it is not counted any more."),
    "report": ("report:app", "Report one visit, a site or the whole programme."),
    "compare": ("compare:app", "Compare waves: what changed, and what may be chance."),
    "verify": ("verify:app", "Check that every report and its evidence is whole."),
    "validate": ("validate:app", "Check checklists, answer files and kunto.yaml."),
    "checklist": ("checklist:app", "List, show and print the checklists; make a new one."),
}
LANG = "--lang"


class LazyGroup(Group):
    """Lists its commands without importing them, and imports the one that is called."""

    def __init__(self, **attrs: Any) -> None:  # noqa: ANN401 typer's own signature
        super().__init__(**attrs)
        for name, (_module, summary) in COMMANDS.items():
            self.commands[name] = TyperCommand(name=name, help=summary, rich_markup_mode=None)

    def resolve_command(self, ctx: Any, args: list[str]) -> Any:  # noqa: ANN401 typer's signature
        """Return the real command in place of the one that was only listed."""
        name, _listed, rest = super().resolve_command(ctx, args)
        return name, _loaded(name), rest


app = App(
    cls=LazyGroup,
    no_args_is_help=True,
    context_settings={"help_option_names": ["-h", "--help"]},
)


@app.callback()
def kunto(
    color: streams.ColorOption = streams.Color.AUTO,
    debug: bool = typer.Option(False, "--debug", help="Show the traceback of a bug."),
    version: bool = typer.Option(False, "--version", help="Show the version and exit."),
) -> None:
    """Measure how fit a company's staff is to serve its customers (asiakaskunto).

    observe, test and ask run visits; report and compare tell what they show.
    Messages follow --lang, KUNTO_LANG, kunto.yaml or the locale (fi, en).
    """
    del debug  # looked for in ``run``: a bug may come before the options are read
    streams.choose_color(color)
    if version:
        streams.result(f"kunto {__version__}\n")
        raise typer.Exit


def commands() -> Iterator[TyperCommand | TyperGroup]:
    """Yield kunto itself and every command of it, as they are when they are called."""
    yield cast("TyperGroup", typer.main.get_command(app))
    yield from map(_loaded, COMMANDS)


def run(arguments: Sequence[str]) -> int:
    """Run a command and return its exit code; whatever goes wrong is told in one message."""
    streams.prepare()
    activate(negotiate([_wish(arguments), *locale_wishes()]))
    try:
        code = typer.main.get_command(app).main(
            list(arguments), prog_name="kunto", standalone_mode=False
        )
    except TyperException:
        # Whatever else is wrong with the words, the command that they are for has told.
        return _told(no_command("kunto"))
    except KuntoError as error:
        return _told(error)
    except KeyboardInterrupt:
        return ExitCode.INTERRUPTED
    except BrokenPipeError:
        streams.silence()
        return ExitCode.FINE
    except Exception:  # noqa: BLE001 the last line of defence: a bug is told, not dumped
        return _bug(debug="--debug" in arguments)
    return code if isinstance(code, int) else ExitCode.FINE


def _loaded(name: str) -> TyperCommand | TyperGroup:
    module, _, attribute = COMMANDS[name][0].partition(":")
    loaded = importlib.import_module(f"asiakaskunto_cli.cli.{module}")
    command = typer.main.get_command(getattr(loaded, attribute))
    command.name = name
    return cast("TyperCommand | TyperGroup", command)


def _wish(arguments: Sequence[str]) -> str | None:
    """Return what --lang asks for: help and refusals follow it too, before anything is read."""
    pairs = pairwise(arguments)
    said = [following for word, following in pairs if word == LANG]
    said += [word.partition("=")[2] for word in arguments if word.startswith(f"{LANG}=")]
    return said[0] if said else None


def _told(error: KuntoError) -> int:
    streams.error(error.message)
    if error.remedy:
        streams.talk(error.remedy)
    return error.exit_code


def _bug(*, debug: bool) -> int:
    if debug:
        streams.talk(traceback.format_exc())
    kind = sys.exc_info()[0]
    name = kind.__name__ if kind else ""
    streams.error(
        _("kunto has a bug here ({kind}). Nothing that was saved is lost.").format(kind=name)
    )
    streams.talk(_("Run the same command as “kunto --debug …” and send what it prints."))
    return ExitCode.BUG
