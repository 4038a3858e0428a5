"""What may be answered to each type of item, and in which form it is stored."""

import math

import pytest

from asiakaskunto_cli.checklist.answer import LONGEST_TEXT, IllegalAnswerError, legal_answer


@pytest.mark.parametrize(
    ("name", "value", "stored"),
    [
        ("kylla-ei", True, True),
        ("kylla-ei", False, False),
        ("asteikko", 1, 1),
        ("asteikko", 4, 4),
        ("miinus", -2, -2),
        ("suositus", 0, 0),
        ("suositus", 10, 10),
        ("valinta", "tiski", "tiski"),
        ("monta", [], []),
        ("monta", ["kiitos", "hymy", "kiitos"], ["hymy", "kiitos"]),
        ("kesto", 0, 0),
        ("kesto", 7.5, 7.5),
        ("kesto", 7.0, 7),
        ("kesto", 1e9, 1_000_000_000),
        ("ikuinen", "never", "never"),
        ("osuus", {"k": 0, "n": 0}, {"k": 0, "n": 0}),
        ("osuus", {"n": 4, "k": 3}, {"k": 3, "n": 4}),
        ("maara", 3, 3),
        ("rajattu", 0.5, 0.5),
        ("rajattu", 2.5, 2.5),
        ("sanat", "", ""),
        ("sanat", "never", "never"),
        ("sanat", "a" * LONGEST_TEXT, "a" * LONGEST_TEXT),
    ],
)
def test_legal_answer_is_stored_in_one_form(every_type, name, value, stored):
    answer = legal_answer(every_type, every_type.items[name], value)
    assert (answer, type(answer)) == (stored, type(stored))


YES_NO = "Write true or false, without quotes."
SCALE = "The answer is a whole number from 1 to 4."
NPS = "The answer is a whole number from 0 to 10."
CHOICE = "The answer is one of: kassa, tiski."
MULTI = "The answer is a list of any of: hymy, kiitos."
AMOUNT = "The answer is a number, 0 or more."
TALLY = "The answer is two whole numbers, k of n, with k at most n."


@pytest.mark.parametrize(
    ("name", "value", "message"),
    [
        ("kylla-ei", "yes", YES_NO),
        ("kylla-ei", 1, YES_NO),
        ("kylla-ei", None, YES_NO),
        ("asteikko", 0, SCALE),
        ("asteikko", 5, SCALE),
        ("asteikko", 2.0, SCALE),
        ("asteikko", True, SCALE),
        ("asteikko", "2", SCALE),
        ("suositus", 11, NPS),
        ("suositus", -1, NPS),
        ("valinta", "puhelin", CHOICE),
        ("valinta", ["kassa"], CHOICE),
        ("monta", "hymy", MULTI),
        ("monta", ["puhelin"], MULTI),
        ("monta", [["hymy"]], MULTI),
        ("monta", None, MULTI),
        ("kesto", -1, AMOUNT),
        ("kesto", "1:30", "The answer is a number of minutes, such as 15."),
        ("ikuinen", "1:30", "The answer is a number of seconds, such as 90."),
        ("kesto", True, AMOUNT),
        ("kesto", math.nan, AMOUNT),
        ("kesto", -math.inf, AMOUNT),
        ("kesto", math.inf, "The answer is at most 1000000000."),
        ("kesto", 10**400, "The answer is at most 1000000000."),
        ("kesto", "never", "“Never” is not an answer to this question."),
        ("osuus", {"k": 3, "n": 2}, TALLY),
        ("osuus", {"k": -1, "n": 2}, TALLY),
        ("osuus", {"k": 1}, TALLY),
        ("osuus", {"k": 1, "n": 2, "m": 3}, TALLY),
        ("osuus", {"k": True, "n": 2}, TALLY),
        ("osuus", {"k": 1.0, "n": 2}, TALLY),
        ("osuus", {"k": 1, "n": 10**10}, TALLY),
        ("osuus", [1, 2], TALLY),
        ("maara", "3", AMOUNT),
        ("rajattu", 0.4, "The answer is a number, 0.5 or more."),
        ("rajattu", 2.6, "The answer is at most 2.5."),
        ("sanat", 3, "The answer is a text."),
        ("sanat", None, "The answer is a text."),
        ("sanat", "a" * (LONGEST_TEXT + 1), "The text may have at most 100000 characters."),
    ],
)
def test_illegal_answer_is_refused_in_words(every_type, name, value, message):
    with pytest.raises(IllegalAnswerError) as refused:
        legal_answer(every_type, every_type.items[name], value)
    assert str(refused.value) == message
