"""What libyaml stumbles over, and what an author is told of it."""

from __future__ import annotations

from dataclasses import dataclass

from asiakaskunto_cli.source import codes


@dataclass(frozen=True, slots=True)
class Trouble:
    """Where libyaml stopped (``index``), and where the thing began that it was reading."""

    text: str
    index: int
    opened: int
    opened_line: int

    @property
    def character(self) -> str:
        """What stands where it stopped; empty at the end of the file."""
        return self.text[self.index : self.index + 1]

    @property
    def before(self) -> str:
        """What stands before it on its line."""
        breaks = (self.text.rfind(end, 0, self.index) for end in "\n\r")
        return self.text[max(breaks) + 1 : self.index]

    @property
    def line(self) -> str:
        """The whole line on which it stopped, without its break."""
        start = self.index - len(self.before)
        return self.text[start:].split("\n", 1)[0].split("\r", 1)[0]


@dataclass(frozen=True, slots=True)
class Explanation:
    """A finding to be: where to point, and what to say."""

    index: int
    message: str
    remedy: str
    code: str = codes.SYNTAX
