"""Blocks as lines of a width."""

import pytest
from rich.cells import cell_len

from asiakaskunto_cli.pages.blocks import (
    Blank,
    Box,
    Entry,
    Fill,
    Heading,
    Layout,
    Listing,
    Page,
    Question,
    Quote,
    Row,
    Sentence,
    Table,
    Tone,
    figure_column,
    lower_column,
    text_column,
)
from asiakaskunto_cli.render.terminal import render_terminal

COLUMNS = (text_column("Question"), text_column("Answer"), figure_column("Points of 100"))
TABLE = Table(
    COLUMNS,
    (
        Row(("Were you greeted?", "yes", "100.0"), group="Encounter"),
        Row(
            ("How soon did anyone see you?", "after some time", "50.0"),
            (Quote("Nobody\nlooked up.", "Why"),),
        ),
        Row(("Solved?", "no", "–"), group="Solution"),
    ),
    "Points are 0 to 100.",
)


def render(*blocks, width=80, colour=False):
    return render_terminal(Page("", blocks, {}), width=width, colour=colour)


def test_a_table_with_groups_and_quotes():
    assert render(TABLE, width=60) == (
        "  Question                      Answer             Points of\n"
        "                                                         100\n"
        "────────────────────────────────────────────────────────────\n"
        "Encounter\n"
        "  Were you greeted?             yes                    100.0\n"
        "  How soon did anyone see you?  after some time         50.0\n"
        "    Why: Nobody\n"
        "      looked up.\n"
        "\n"
        "Solution\n"
        "  Solved?                       no                         –\n"
        "\n"
        "Points are 0 to 100.\n"
    )


def test_the_cells_of_a_lower_column_go_under_their_rows():
    columns = (text_column("Id"), lower_column("Title"), figure_column("Items"))
    rows = (
        Row(("a-list", "A title that is too long to stand beside it", "9"), group="Basics"),
        Row(("b-list", "", "12")),
    )
    assert render(Table(columns, rows), width=38) == (
        "  Id      Items\n"
        "───────────────\n"
        "Basics\n"
        "  a-list      9\n"
        "    A title that is too long to\n"
        "      stand beside it\n"
        "  b-list     12\n"
    )


def test_a_lower_column_of_a_table_that_does_not_fit_has_its_title_like_the_others():
    columns = (text_column("Id"), lower_column("Title"), figure_column("Items"))
    table = Table(columns, (Row(("a" * 28, "A title", "9")),))
    assert render(table, width=30) == f"{'a' * 28}\n  Title: A title\n  Items: 9\n"


def test_a_table_that_does_not_fit_is_a_list():
    assert render(TABLE, width=34) == (
        "Encounter\n"
        "  Were you greeted?\n"
        "    Answer: yes\n"
        "    Points of 100: 100.0\n"
        "  How soon did anyone see you?\n"
        "    Answer: after some time\n"
        "    Points of 100: 50.0\n"
        "    Why: Nobody\n"
        "      looked up.\n"
        "\n"
        "Solution\n"
        "  Solved?\n"
        "    Answer: no\n"
        "    Points of 100: –\n"
        "\n"
        "Points are 0 to 100.\n"
    )


def test_sentences_stand_together_and_headings_apart():
    text = render(
        Heading("Shop", level=1),
        Sentence("One."),
        Sentence("Two."),
        Heading("Files"),
        Entry("a.yaml", ("mend it",)),
        Entry("b.yaml"),
        Entry("c.yaml", ("first", "second")),
    )
    assert text == (
        "Shop\n────\n\nOne.\nTwo.\n\nFiles\na.yaml\n    mend it\nb.yaml\n\n"
        "c.yaml\n    first\n    second\n"
    )


def test_wide_characters_are_measured_in_columns():
    table = Table((text_column("Site"), figure_column("Mean")), (Row(("東京の店", "72.5")),))
    assert render(table) == "Site      Mean\n──────────────\n東京の店  72.5\n"


def test_lines_stay_readable_on_a_wide_screen():
    assert max(map(len, render(Sentence("word " * 100), width=300).splitlines())) <= 100


@pytest.mark.parametrize(
    ("tone", "code"), [(Tone.GOOD, "32"), (Tone.WARNING, "33"), (Tone.BAD, "31")]
)
def test_a_tone_is_a_colour_only_where_colours_are_welcome(tone, code):
    assert render(Sentence("Level.", tone), colour=True) == f"\x1b[{code}mLevel.\x1b[0m\n"
    assert render(Sentence("Level.", tone)) == "Level.\n"


def test_the_environment_is_not_asked(monkeypatch):
    for name, value in {"FORCE_COLOR": "1", "TERM": "dumb", "COLUMNS": "20"}.items():
        monkeypatch.setenv(name, value)
    assert render(Sentence("word " * 10, Tone.BAD), width=60) == f"{('word ' * 10).strip()}\n"


def test_a_tab_or_newline_in_a_name_is_a_space():
    assert render(Heading("a\tb\nc")) == "a b c\n"
    assert render(Table((text_column("A\nB"),), (Row(("c\nd",), group="e\nf"),))) == (
        "  A B\n─────\ne f\n  c d\n"
    )


def test_boxes_and_blanks_share_a_line_while_it_has_room():
    row = Fill((Box("yes"), Box("not applicable", room=True), Blank("Note", "s", lines=2)))
    points = Fill((Box("1", "low"), Box("2")), Layout.SCALE)
    question = Question("3", "How?", (row, points), "how", "Only if 2 = yes", "Look up.")
    assert render(question, question, width=44) == "\n".join(
        2
        * [
            "3. How?",
            "  Only if 2 = yes",
            "  Look up.",
            "  how",
            "  ☐ yes",
            "  ☐ not applicable: ________________",
            "  Note: ________________ s",
            "  ________________",
            "  ☐ 1 = low",
            "  ☐ 2",
            "",
        ]
    )
    assert render(row, width=100).splitlines()[0] == (
        "☐ yes   ☐ not applicable: ________________   Note: ________________ s"
    )


def test_lines_of_a_file_stay_as_they_are_and_a_place_is_pointed_out():
    assert render(Listing("a:\n\n  - b  # c\n")) == "  a:\n\n    - b  # c\n"
    entry = Entry("a.yaml:1:4", ("Mend it.",), listing=Listing("a: b", 4))
    shown = "a.yaml:1:4\n    a: b\n       ^\n    Mend it.\n"
    assert render(entry, entry) == f"{shown}\n{shown}"


@pytest.mark.parametrize(
    ("text", "column", "shown", "mark"),
    [
        ("short", 3, "short", "o"),
        ("short", 6, "short", ""),
        ("\ttab: x", 2, "tab: x", "t"),
        ("东京: x", 5, "东京: x", "x"),
        ("\u202eab", 3, "\\u202eab", "b"),
        (f"{' ' * 20}- a deep line", 21, "- a deep line", "-"),
        (f"- {'word ' * 8}", 3, "- word word word…", "w"),
        (f"{'a' * 30}X{'b' * 30}", 31, "…aaaaaaaaaaXbbbb…", "X"),
        (f"{'a' * 30}X", 31, "…aaaaaaaaaaaaaaX", "X"),
        ("a" * 17, 18, "…aaaaaaaaaaaaaaa", ""),
        ("a" * 16, 17, "a" * 16, ""),
        (f"{'a' * 1_000_000}X{'b' * 99}", 1_000_001, "…aaaaaaaaaaXbbbb…", "X"),
        (f"{'东' * 30}X{'东' * 30}", 31, "…东东东东X东东东…", "X"),
        (f"{' ' * 99}deep: X", 106, "deep: X", "X"),
        (f"a{' ' * 99}X", 101, "…              X", "X"),
        (f"{chr(9) * 50}X: {'b' * 30}", 51, "X: bbbbbbbbbbbbb…", "X"),
        (f"{chr(27) * 50}X", 51, "…1b\\u001b\\u001bX", "X"),
    ],
)
def test_a_line_with_a_place_in_it_is_cut_to_the_width(text, column, shown, mark):
    line, pointer = render(Listing(text, column), width=19).splitlines()
    assert line == f"  {shown}"
    at = next(n for n in range(len(line) + 1) if cell_len(line[:n]) == len(pointer) - 1)
    assert (pointer.strip(), line[at : at + 1]) == ("^", mark)
