"""Small questions beside a visit, on the person's own streams."""

from __future__ import annotations

import sys

from asiakaskunto_cli.cli import streams
from asiakaskunto_cli.cli.site import keyboard
from asiakaskunto_cli.language import gettext as _
from asiakaskunto_cli.visit.grammar import NO, YES
from asiakaskunto_cli.visit.typed_lines import EndOfInputError, read_line


def on_terminal() -> bool:
    """Return whether there is a person who could be asked."""
    return keyboard()[1]


def typed(question: str) -> str | None:
    """Ask, and return the line that is typed, without what is around it; None at Ctrl-D."""
    lines, terminal = keyboard()
    try:
        sys.stderr.write(f"{question} ")
        sys.stderr.flush()
        line = read_line(lines, terminal=terminal)
    except KeyboardInterrupt:
        streams.talk("")
        raise
    except EndOfInputError:
        streams.talk("")
        return None
    if not terminal:
        streams.talk("")  # nobody pressed Enter
    return line.text.strip()


def agreed(question: str) -> bool | None:
    """Ask until the answer is yes or no, and return it; None at Ctrl-D."""
    while True:
        answer = typed(question)
        if answer is None:
            return None
        word = answer.casefold()
        if word in YES | NO:
            return word in YES
        streams.talk(_("k or y = yes, e or n = no"))
