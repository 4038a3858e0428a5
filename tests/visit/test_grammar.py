"""What may be typed: commands, answers to every type of question, and what is neither."""

import pytest

from asiakaskunto_cli.checklist.answer import IllegalAnswerError
from asiakaskunto_cli.visit.grammar import (
    Command,
    command_of,
    how_to_answer,
    literal,
    place_of,
    read_answer,
)

GOOD = {
    "tervehdys": [
        *((word, True) for word in ("k", "K", "y", "Y", "kyllä", "KYLLÄ", "yes", "Yes", " k ")),
        *((word, False) for word in ("e", "E", "n", "N", "ei", "Ei", "no", "NO", "\tn")),
    ],
    "vire": [("1", 1), ("2", 2), ("3", 3), (" 3 ", 3)],
    "suosittelu": [("0", 0), ("7", 7), ("10", 10)],
    "syy": [("1", "kiire"), ("2", "huoli"), ("kiire", "kiire"), ("HUOLI", "huoli")],
    "keinot": [
        ("0", []),
        ("2", ["tuoli"]),
        ("1 3", ["apu", "kahvi"]),
        ("3,1", ["apu", "kahvi"]),
        ("3; 1 1", ["apu", "kahvi"]),
        ("kahvi apu", ["apu", "kahvi"]),
    ],
    "odotus": [
        ("8", 8),
        ("0", 0),
        ("7,5", 7.5),
        ("7.5", 7.5),
        ("1:30", 90),
        ("0:05", 5),
        ("90:00", 5400),
        *((word, "never") for word in ("e", "n", "E", "ei", "no", "never", "Ei koskaan")),
    ],
    "luvattu": [("20", 20), ("1,5", 1.5)],
    "huomatut": [
        ("9/10", {"k": 9, "n": 10}),
        ("9 10", {"k": 9, "n": 10}),
        ("9 / 10", {"k": 9, "n": 10}),
        ("0/0", {"k": 0, "n": 0}),
    ],
    "jono": [("0", 0), ("50", 50), ("1,5", 1.5), ("2.0", 2)],
    "sanat": [
        (words, words)
        for words in (
            "-5",
            "+358401234567",
            ".5",
            "<5 min",
            ">:(",
            "?!",
            "=1+1",
            ":quit",
            " sisennetty ",
            "k",
            "0",
        )
    ]
    + [("\\-", "-"), ("\\:q", ":q"), ("\\\\", "\\"), ("a\\b", "a\\b"), ("\\", "")],
}
BAD = {
    "tervehdys": ["x", "1", "true", "kk", "k e", "-5"],
    "vire": ["0", "4", "-1", "2,0", "hyvä", "1 2", "99999"],
    "suosittelu": ["-1", "11", "9,5", "k"],
    "syy": ["0", "3", "1 2", "kiireinen", "1" * 5000, "²"],
    "keinot": ["4", "1 4", "0 1", "apu,teetä", "1" * 5000],
    "odotus": ["-1", "1:75", "1:3", ":30", "1h", "nan", "1e3", "9" * 13, "1.2.3"],
    "luvattu": ["1:30", "e", "never", "-5"],
    "huomatut": ["10", "10/9", "-1/3", "1/2/3", "9,10", "a/b", "1 ", "9" * 10 + "/1"],
    "jono": ["-1", "51", "1 000", "tuhat", "1:30"],
}


@pytest.mark.parametrize(
    ("name", "line", "answer"),
    [(name, line, answer) for name, pairs in GOOD.items() for line, answer in pairs],
)
def test_what_is_typed_is_understood(everything, name, line, answer):
    got = read_answer(everything, everything.items[name], line)
    assert (got, type(got)) == (answer, type(answer))


@pytest.mark.parametrize(
    ("name", "line"), [(name, line) for name, lines in BAD.items() for line in lines]
)
def test_what_is_no_answer_is_refused_with_a_sentence(everything, name, line):
    with pytest.raises(IllegalAnswerError, match=r"^(Type: |The answer is ).+\.$"):
        read_answer(everything, everything.items[name], line)


def test_every_type_says_how_it_is_answered(everything):
    said = {name: how_to_answer(everything, item) for name, item in everything.items.items()}
    assert said == {
        "tervehdys": "k or y = yes, e or n = no",
        "syy": "1 to 2",
        "vire": "1 to 3",
        "suosittelu": "0 to 10",
        "keinot": "numbers, such as 1 3; 0 = none",
        "odotus": "seconds, or minutes as 1:30; e or n = never",
        "luvattu": "minutes",
        "huomatut": "two numbers, such as 9/10",
        "jono": "a number (asiakasta)",
        "sanat": "in your own words; Enter = nothing to add",
    }


def test_a_number_without_a_unit_says_so(checklist_of):
    checklist = checklist_of(
        "kunto: 1\nid: a\nversion: 1.0.0\nmethod: observe\ntitle: A\nsections:\n"
        "  - {id: s, title: S, items: [{id: e, text: E, type: number, weight: 0}]}\n"
    )
    assert how_to_answer(checklist, checklist.items["e"]) == "a number"


def test_a_line_is_a_command_only_if_it_is_exactly_the_token():
    assert {line: command_of(line) for line in ("<", ">", "-", ".", "+", "?", "=", ":q", ":f")} == {
        "<": Command.BACK,
        ">": Command.LATER,
        "-": Command.NOT_APPLICABLE,
        ".": Command.NOT_OBSERVED,
        "+": Command.NOTE,
        "?": Command.HELP,
        "=": Command.REVIEW,
        ":q": Command.LEAVE,
        ":f": Command.FINISH_WITH_GAPS,
    }
    words = ("", "<<", "- 5", "-5", ":Q", "q", "\\-", "…", "?!")
    assert [command_of(line) for line in words] == [None] * len(words)


def test_a_backslash_makes_any_line_words():
    assert [literal(line) for line in ("\\<", "\\\\", "a", "")] == ["<", "\\", "a", ""]


@pytest.mark.parametrize(
    ("line", "place"),
    [("1", 1), ("3", 3), ("03", 3), *((no, None) for no in ("0", "4", "", "-1", "²", "9" * 5000))],
)
def test_a_place_is_a_number_that_is_there(line, place):
    assert place_of(line, 3) == place
