"""What a page is made of, for any format: no widths, no colours, no markup.

Every text may hold what people typed. A renderer makes it safe for its format; texts are data,
never templates.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property
from typing import Any, overload

from asiakaskunto_cli.pages.series import Multiples, Series
from asiakaskunto_cli.pages.sheets import Sheet


class Tone(StrEnum):
    """How a line sounds; the words beside it always say the same."""

    PLAIN = "plain"
    GOOD = "good"
    WARNING = "warning"
    BAD = "bad"


class Align(StrEnum):
    """On which side the cells of a column stand: words left, figures right."""

    LEFT = "left"
    RIGHT = "right"


@dataclass(frozen=True, slots=True)
class Heading:
    """The title of what follows: level 1 of the whole page, 2 of a part, 3 of a part of that."""

    text: str
    level: int = 2


@dataclass(frozen=True, slots=True)
class Sentence:
    """A paragraph."""

    text: str
    tone: Tone = Tone.PLAIN


@dataclass(frozen=True, slots=True)
class Quote:
    """Somebody's own words, verbatim with their line breaks; ``source`` says what they are."""

    text: str
    source: str


@dataclass(frozen=True, slots=True)
class Listing:
    """Lines of a file, in letters of one width, as they stand there.

    ``column`` (from 1) is the place in the last line that is pointed out beneath it.
    """

    text: str
    column: int | None = None


@dataclass(frozen=True, slots=True)
class Entry:
    """A line, and what belongs beneath it: first what it is about, as it stands in its file."""

    text: str
    details: tuple[str, ...] = ()
    tone: Tone = Tone.PLAIN
    listing: Listing | None = None


@dataclass(frozen=True, slots=True)
class Column:
    """The head of a column; on a screen, cells of one that is ``beneath`` go under their rows."""

    title: str
    align: Align = Align.LEFT
    beneath: bool = False


@dataclass(frozen=True, slots=True)
class Row:
    """One cell for every column, and quotes that belong under them.

    ``group`` titles the rows from this one on, up to the next row that has one.
    """

    cells: tuple[str, ...]
    quotes: tuple[Quote, ...] = ()
    group: str = ""


@dataclass(frozen=True, slots=True)
class Table:
    """Rows under columns; the first column names the row."""

    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
    caption: str = ""


@dataclass(frozen=True, slots=True)
class Bar:
    """One figure of a chart: its name, the figure in words, and where it lies on the axis.

    ``value`` is None where there is no figure to draw; ``low`` and ``high`` are the ends of its
    interval, where it has one. ``group`` titles the bars from this one on, as in a table.
    """

    label: str
    text: str
    value: float | None
    low: float | None = None
    high: float | None = None
    group: str = ""


@dataclass(frozen=True, slots=True)
class Mark:
    """A place on the axis that figures are held against, such as what the target asks for."""

    value: float
    label: str


@dataclass(frozen=True, slots=True)
class Chart:
    """Figures on one axis, from ``low`` to ``high``; every figure also stands beside it in words.

    ``title`` says what is drawn, and stands for it where nothing can be seen.
    """

    title: str
    bars: tuple[Bar, ...]
    low: float = 0.0
    high: float = 100.0
    marks: tuple[Mark, ...] = ()

    def place(self, value: float) -> float:
        """Return where on the axis a value lies: 0 at its low end, 1 at its high end."""
        return min(max((value - self.low) / (self.high - self.low), 0.0), 1.0)


class Layout(StrEnum):
    """How things to fill in stand: side by side, beneath one another, or as points of a scale."""

    ROW = "row"
    LIST = "list"
    SCALE = "scale"


@dataclass(frozen=True, slots=True)
class Box:
    """A box to tick and what it stands for; with ``room``, a line to write on follows."""

    text: str
    meaning: str = ""
    room: bool = False


@dataclass(frozen=True, slots=True)
class Blank:
    """Room to write by hand: so many lines, or a frame for tally strokes; a unit may follow."""

    label: str = ""
    unit: str = ""
    lines: int = 1
    frame: bool = False


@dataclass(frozen=True, slots=True)
class Fill:
    """What is filled in by hand."""

    parts: tuple[Box | Blank, ...]
    layout: Layout = Layout.ROW


@dataclass(frozen=True, slots=True)
class Question:
    """A question on paper, all on one page; ``reference`` is its small print.

    ``condition`` says when it is asked at all, ``help`` how it is answered.
    """

    number: str
    text: str
    fills: tuple[Fill, ...]
    reference: str = ""
    condition: str = ""
    help: str = ""


Block = (
    Heading
    | Sentence
    | Quote
    | Listing
    | Entry
    | Table
    | Chart
    | Series
    | Multiples
    | Fill
    | Question
)


class Later(Sequence[Block]):
    """Blocks that are made when somebody first looks at them: JSON never does."""

    def __init__(self, make: Callable[[], Iterable[Block]]) -> None:
        self._make = make

    @cached_property
    def _made(self) -> tuple[Block, ...]:
        return tuple(self._make())

    @overload
    def __getitem__(self, index: int, /) -> Block: ...

    @overload
    def __getitem__(self, index: slice, /) -> tuple[Block, ...]: ...

    def __getitem__(self, index: int | slice, /) -> Block | tuple[Block, ...]:
        """Return a block, or those in a row."""
        return self._made[index]

    def __len__(self) -> int:
        """Return how many there are."""
        return len(self._made)


@dataclass(frozen=True, slots=True)
class Page:
    """A result in words, and the same result as a stable, versioned JSON document.

    ``title`` names the document; a page that shows its title has it as a heading too. ``sheets``
    makes its values for spreadsheets, when they are wanted; where it makes none, its tables serve.
    """

    title: str
    blocks: Sequence[Block]
    data: Mapping[str, Any]
    sheets: Callable[[], tuple[Sheet, ...]] = tuple


def text_column(title: str) -> Column:
    """Return a column of words."""
    return Column(title)


def lower_column(title: str) -> Column:
    """Return a column of words that are too long to stand beside the others on a screen."""
    return Column(title, beneath=True)


def figure_column(title: str) -> Column:
    """Return a column of figures."""
    return Column(title, Align.RIGHT)
