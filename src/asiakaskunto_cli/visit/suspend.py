"""Gives the terminal back as it was: while kunto is suspended, and when it is told to end.

Between two prompts the terminal is in its own line mode, only its echo stays off: a key that is
pressed then would else be printed where the next question is about to be painted.
"""

from __future__ import annotations

import asyncio
import atexit
import os
import signal
import sys
from types import FrameType
from typing import Any, NoReturn

from prompt_toolkit.application import Application, run_in_terminal


def end_politely(application: Application[Any]) -> None:
    """While an application runs, let SIGTERM end it and SIGTSTP suspend it, both in good order."""
    if sys.platform != "win32":
        loop = asyncio.get_running_loop()
        loop.add_signal_handler(signal.SIGTERM, _end, application)
        loop.add_signal_handler(signal.SIGTSTP, suspend, application)


def suspend(application: Application[Any], *, group: bool = False) -> None:
    """Stop, as Ctrl-Z does everywhere, and paint again when the shell says to go on."""
    if sys.platform != "win32":
        run_in_terminal(lambda: _stop(application, 0 if group else os.getpid()))


def hush(file: int) -> None:
    """Turn the terminal's echo off until the process ends."""
    if sys.platform != "win32":
        import termios  # noqa: PLC0415 # not on Windows

        try:
            before = termios.tcgetattr(file)
        except termios.error:
            return
        silent = [*before]
        silent[3] &= ~termios.ECHO
        termios.tcsetattr(file, termios.TCSANOW, silent)
        atexit.register(_restore, file, before)
        interrupt_on_termination()


def interrupt_on_termination() -> None:
    """Let SIGTERM between two prompts end the process in good order, as Ctrl-C does."""
    signal.signal(signal.SIGTERM, _interrupt)


def _restore(file: int, before: list[Any]) -> None:
    import termios  # noqa: PLC0415 # not on Windows

    try:
        termios.tcsetattr(file, termios.TCSADRAIN, before)
    except termios.error:
        return  # the terminal has gone away


def _interrupt(_signal: int, _frame: FrameType | None) -> NoReturn:
    raise KeyboardInterrupt


def _end(application: Application[Any]) -> None:
    if not application.is_done:
        application.exit(exception=KeyboardInterrupt())


def _stop(application: Application[Any], target: int) -> None:
    if sys.platform != "win32":
        loop = asyncio.get_running_loop()
        loop.remove_signal_handler(signal.SIGTSTP)
        os.kill(target, signal.SIGTSTP)
        loop.add_signal_handler(signal.SIGTSTP, suspend, application)
