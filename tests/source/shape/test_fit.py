"""Data held against a model: what is said of each misfit, and where it points."""

from datetime import date
from typing import Annotated, Literal

import pytest
from pydantic import AwareDatetime, BaseModel, ConfigDict, Field

from asiakaskunto_cli.checklist.terms import FormatVersion
from asiakaskunto_cli.source.collector import MAX_FINDINGS
from asiakaskunto_cli.source.nearest import did_you_mean
from asiakaskunto_cli.source.reader import read_text
from asiakaskunto_cli.source.shape.fit import fit


class Part(BaseModel):
    model_config = ConfigDict(extra="forbid", strict=True, allow_inf_nan=False)


class Below(Part):
    below: Annotated[float, Field(ge=0, le=1)]


Way = Literal["observe", "test", "survey"]


class Whole(Part):
    word: str = "a"
    number: Annotated[float, Field(gt=0, lt=10)] = 1
    count: Annotated[int, Field(ge=-3)] = 1
    short: Annotated[str, Field(min_length=1, max_length=3)] = "a"
    pair: Annotated[list[int], Field(min_length=2, max_length=3)] = Field(default_factory=list)
    days: int = 1
    flag: bool = True
    day: Annotated[date, Field(strict=False)] | None = None
    moment: Annotated[AwareDatetime, Field(strict=False)] | None = None
    why: Literal["never", "always"] | Below = "never"
    texts: str | dict[Annotated[str, Field(pattern=r"^[a-z]{2,3}$")], str] = "a"
    parts: list[Below] = Field(default_factory=list)
    from_: int = Field(default=1, alias="from")
    kunto: FormatVersion = 1
    version: str = "1.0.0"
    areas: dict[Literal["emotion", "skills"], float] = Field(default_factory=dict)
    ways: Way | list[Way] = "test"


def misfits(text, **options):
    """Return "line:column code message | remedy" for every misfit of a YAML text."""
    fitted, findings = fit(read_text("a.yaml", text.encode()), Whole, **options)
    assert (fitted is None) == bool(findings)
    return [
        f"{at.position.line}:{at.position.column} {at.code} {at.message} | {at.remedy}"
        for at in findings
    ]


WRONG_KIND = "The value of “{}” is of the wrong kind."
OUT_OF_RANGE = "The value of “{}” is out of range."
UNKNOWN_VALUE = "The value of “{}” is not one that is known."
UNKNOWN_KEY = "The key “{}” is not known."
TEXT = "Write a text; put it in quotes."
WHOLE = "Write a whole number."
COMMA = "A comma in a number ends it."
MAP = "Write a map of “key: value” lines."
LIST = "Write a list, each entry on a line that starts with “- ”."
DATE = "Write a date, such as 2026-10-01."
MOMENT = "Write a date and time with its offset, such as 2026-10-01T12:30:00+03:00."
LANGUAGE = "Write a language code in small letters, such as fi or en."
SIXTEEN = "a number of at most 16 digits"
WHY = "Use one of: never, always."
KEEP_WHY = "Keep only one of: never, always."
WAYS = "Use one of: observe, test, survey."
BOTH_WAYS = "Write [observe, test]."
TWO_WAYS = "Write [test, observe]."
SPELLING = "Remove it or correct its spelling."
MOVE = "Remove it, or move it to where it belongs."
NO_KEY = "“{}” is no key that can stand here."
LOOKALIKE = "Retype it as “{}”: it holds the character {}, which is not what it looks like."
CYRILLIC = LOOKALIKE.format("flag", "U+0430")
NEWER = "Write 1, or install a newer kunto: this one knows only that format."
VERSION = "Write three numbers, such as 1.0.0."
AS_MAP = 'Write it as {fi: "…", en: "…"}, without hyphens and without square brackets.'
COMMENT = "From # on, the line is a comment: if a text is meant, put it in quotes."
NO_VALUE = "Write a value, or remove the key."


@pytest.mark.parametrize(
    ("text", "place", "message", "remedy"),
    [
        ("word: 5", "1:7 K203", WRONG_KIND.format("word"), TEXT),
        ("number: a", "1:9 K203", WRONG_KIND.format("number"), "Write a number."),
        ("count: 1.5", "1:8 K203", WRONG_KIND.format("count"), WHOLE),
        ("flag: yes", "1:7 K203", WRONG_KIND.format("flag"), "Write true or false."),
        ('flag: "true"', "1:7 K203", WRONG_KIND.format("flag"), "Write true without quotes."),
        ("flag: [true]", "1:7 K203", WRONG_KIND.format("flag"), "Write true or false."),
        ("day: 31.12.2026", "1:6 K203", WRONG_KIND.format("day"), DATE),
        ("moment: 2026-10-01T12:30:00", "1:9 K203", WRONG_KIND.format("moment"), MOMENT),
        ("parts: {}", "1:8 K203", WRONG_KIND.format("parts"), LIST),
        ("parts: [5]", "1:9 K203", WRONG_KIND.format("parts"), MAP),
        ("parts: [below: 0,5]", "1:17 K203", COMMA, "Write 0.5, with a point."),
        ("parts: [below: 0, 5]", "1:19 K203", WRONG_KIND.format("parts"), MAP),
        ("parts: [{below: 0},5]", "1:20 K203", WRONG_KIND.format("parts"), MAP),
        ("[1]", "1:1 K203", "The content of the file is of the wrong kind.", MAP),
        ("number: 10", "1:9 K206", OUT_OF_RANGE.format("number"), "It must be less than 10."),
        ("number: 0", "1:9 K206", OUT_OF_RANGE.format("number"), "It must be more than 0."),
        ("count: -4", "1:8 K206", OUT_OF_RANGE.format("count"), "It must be at least -3."),
        ("short: neljä", "1:8 K206", "The text is too long.", "Write at most 3 characters."),
        ('short: ""', "1:8 K206", "The text is empty.", "Write the text."),
        ("pair: [1]", "1:7 K206", "“pair” has too few entries.", "Write at least 2."),
        ("pair: [1, 2, 3, 4]", "1:7 K206", "“pair” has too many entries.", "Write at most 3."),
        ("number: 0,5", "1:9 K203", WRONG_KIND.format("number"), "Write 0.5, with a point."),
        ("count: 0,5", "1:8 K203", WRONG_KIND.format("count"), WHOLE),
        ('count: "5"', "1:8 K203", WRONG_KIND.format("count"), "Write 5 without quotes."),
        (
            "number: 1e400",
            "1:9 K206",
            OUT_OF_RANGE.format("number"),
            "It must be more than 0, less than 10.",
        ),
        ("days: 1e400", "1:7 K206", OUT_OF_RANGE.format("days"), f"It must be {SIXTEEN}."),
        ("numbr: 1", "1:1 K201", UNKNOWN_KEY.format("numbr"), "Did you mean “number”?"),
        ("FLAG: true", "1:1 K201", UNKNOWN_KEY.format("FLAG"), "Did you mean “flag”?"),
        ("xyz: 1", "1:1 K201", UNKNOWN_KEY.format("xyz"), SPELLING),
        ("below: 1", "1:1 K201", "The key “below” does not belong here.", MOVE),
        ("why: maybe", "1:6 K204", UNKNOWN_VALUE.format("why"), WHY),
        ("why: 5", "1:6 K204", UNKNOWN_VALUE.format("why"), WHY),
        ("why: nevr", "1:6 K204", UNKNOWN_VALUE.format("why"), "Did you mean “never”?"),
        (
            "why: never\u00a0",
            "1:6 K204",
            UNKNOWN_VALUE.format("why"),
            LOOKALIKE.format("never", "U+00A0"),
        ),
        (
            "\u00a0flag: true",
            "1:1 K201",
            UNKNOWN_KEY.format("\u00a0flag"),
            LOOKALIKE.format("flag", "U+00A0"),
        ),
        ("fl\u0430g: true", "1:1 K201", UNKNOWN_KEY.format("fl\u0430g"), CYRILLIC),
        ("flägi: true", "1:1 K201", UNKNOWN_KEY.format("flägi"), "Did you mean “flag”?"),
        ("kunto: 2", "1:8 K204", UNKNOWN_VALUE.format("kunto"), NEWER),
        ('kunto: "1"', "1:8 K204", UNKNOWN_VALUE.format("kunto"), "Write 1 without quotes."),
        ("kunto: true", "1:8 K204", UNKNOWN_VALUE.format("kunto"), "Use one of: 1."),
        ("kunto: 1.0", "1:8 K204", UNKNOWN_VALUE.format("kunto"), "Use one of: 1."),
        ("version: 1.0", "1:10 K203", WRONG_KIND.format("version"), VERSION),
        ("parts: [{blow: 1}]", "1:10 K201", UNKNOWN_KEY.format("blow"), "Did you mean “below”?"),
        ("areas: {emotions: 1}", "1:9 K204", NO_KEY.format("emotions"), "Did you mean “emotion”?"),
        ("areas: {joy: 1}", "1:9 K204", NO_KEY.format("joy"), "Use one of: emotion, skills."),
        ("why: never, always", "1:6 K204", UNKNOWN_VALUE.format("why"), KEEP_WHY),
        ("why: never or alway", "1:6 K204", UNKNOWN_VALUE.format("why"), KEEP_WHY),
        ("why: never never", "1:6 K204", UNKNOWN_VALUE.format("why"), "Did you mean “never”?"),
        ("ways: observe, test", "1:7 K204", UNKNOWN_VALUE.format("ways"), BOTH_WAYS),
        ("ways: obsrve/test", "1:7 K204", UNKNOWN_VALUE.format("ways"), BOTH_WAYS),
        ("ways: [observe test]", "1:8 K204", UNKNOWN_VALUE.format("ways"), BOTH_WAYS),
        ("ways: [observe; test]", "1:8 K204", UNKNOWN_VALUE.format("ways"), BOTH_WAYS),
        ("ways: [test, observe test]", "1:14 K204", UNKNOWN_VALUE.format("ways"), TWO_WAYS),
        ("ways: observe, run", "1:7 K204", UNKNOWN_VALUE.format("ways"), "Did you mean “observe”?"),
        (
            "areas: {emotion skills: 1}",
            "1:9 K204",
            NO_KEY.format("emotion skills"),
            "Keep only one of: emotion, skills.",
        ),
        ("why: {below: 2}", "1:14 K206", OUT_OF_RANGE.format("below"), "It must be at most 1."),
        ("why: {}", "1:6 K202", "The key “below” is missing.", "Add “below: …” here."),
        ("texts: 5", "1:8 K203", WRONG_KIND.format("texts"), TEXT),
        ("texts: {fi: 5}", "1:13 K203", WRONG_KIND.format("fi"), TEXT),
        ("texts: [fi: Oliko?, en: Was it?]", "1:8 K203", WRONG_KIND.format("texts"), AS_MAP),
        ("texts:\n  - fi: Oliko?\n  - en: Was?", "2:3 K203", WRONG_KIND.format("texts"), AS_MAP),
        ("texts:\n  - fi: Oliko?\n    en: Was?", "2:3 K203", WRONG_KIND.format("texts"), AS_MAP),
        ("texts: [fi: Oliko?, Was it?]", "1:8 K203", WRONG_KIND.format("texts"), TEXT),
        ("texts: [Fi: Oliko?]", "1:8 K203", WRONG_KIND.format("texts"), TEXT),
        ("texts: []", "1:8 K203", WRONG_KIND.format("texts"), TEXT),
        ("word: [fi: Oliko?]", "1:7 K203", WRONG_KIND.format("word"), TEXT),
        ("texts: {Fi: a}", "1:9 K205", "The key “Fi” is not well formed.", LANGUAGE),
        ("word:", "1:1 K203", "The key “word” has no value.", NO_VALUE),
        (
            "parts: [~]",
            "1:9 K203",
            "An entry of the list is empty.",
            "Write a value, or remove it.",
        ),
        ("word: #1 toimiko?", "1:1 K203", "The key “word” has no value.", COMMENT),
        ("word:   #1 toimiko?", "1:1 K203", "The key “word” has no value.", COMMENT),
        ("word: # toimiko?", "1:1 K203", "The key “word” has no value.", NO_VALUE),
        ("word:\n#1 toimiko?", "1:1 K203", "The key “word” has no value.", NO_VALUE),
        ("word: ~ #1 toimiko?", "1:1 K203", "The key “word” has no value.", NO_VALUE),
        ("parts:\n  - #1", "2:4 K203", "An entry of the list is empty.", COMMENT),
        ("from: a", "1:7 K203", WRONG_KIND.format("from"), WHOLE),
        ("a" * 60 + ": 1", "1:1 K201", UNKNOWN_KEY.format("a" * 39 + "…"), SPELLING),
        (
            "no key of ours would go on and on and on like this: 1",
            "1:1 K201",
            UNKNOWN_KEY.format("no key of ours would go on and on and…"),
            SPELLING,
        ),
    ],
)
def test_misfit_is_told_at_the_thing_to_mend(text, place, message, remedy):
    assert misfits(text) == [f"{place} {message} | {remedy}"]


@pytest.mark.parametrize("beside", ["5", "run", "observe, survey, test"])
def test_no_list_is_written_out_that_would_leave_something_out(beside):
    assert misfits(f"ways: [observe test, {beside}]")[0].endswith(f"| {WAYS}")


def test_numbers_where_maps_belong_are_no_decimals():
    assert misfits("parts: [1,5]") == [
        f"1:{column} K203 {WRONG_KIND.format('parts')} | {MAP}" for column in (9, 11)
    ]


def test_every_misfit_is_told_in_the_order_of_the_file():
    text = "flag: no\nparts:\n  - {below: 0.5}\n  - {blow: 3, below: a}\nnmuber: 1\nword: 1\n"
    assert [told.split(" The")[0] for told in misfits(text)] == [
        "1:7 K203",
        "4:6 K201",
        "4:22 K203",
        "5:1 K201",
        "6:7 K203",
    ]


def test_a_misspelt_key_is_not_missing_too_but_another_one_is():
    class Two(Part):
        below: float
        above: float

    class Both(Part):
        parts: list[Two]

    text = "parts: [{blow: 1}, {abov: 1, aboev: 2, below: 1}, {below: 1, abelow: 1}]\n"
    _none, findings = fit(read_text("a.yaml", text.encode()), Both)
    assert [(one.position.column, one.code, one.message.split("“")[1]) for one in findings] == [
        (9, "K202", "above” is missing."),
        (10, "K201", "blow” is not known."),
        (21, "K201", "abov” is not known."),
        (30, "K201", "aboev” is not known."),
        (51, "K202", "above” is missing."),
        (62, "K201", "abelow” is not known."),
    ]


class Nap(Part):
    type: Literal["nap"]
    id: str
    long: bool = False
    tape: bool = False
    parts: list[Below] = Field(default_factory=list)


class Stroll(Part):
    type: Literal["stroll"]
    id: str
    long: bool = False
    steps: int = 1


class Day(Part):
    parts: list[Annotated[Nap | Stroll, Field(discriminator="type")]]


def told_of(model, text):
    """Return "column code remedy" for every finding in a line."""
    findings = fit(read_text("a.yaml", text.encode()), model)[1]
    return [f"{at.position.column} {at.code} {at.remedy}" for at in findings]


MISSING = "Add “type: …” here."


@pytest.mark.parametrize(
    ("key", "told"),
    [
        ("tpye", ["29 K201 Did you mean “type”?"]),
        ("tupe", ["29 K201 Did you mean “type”?"]),
        ("tyyppi", ["29 K201 Did you mean “type”?"]),
        ("flavour", [f"9 K202 {MISSING}", "29 K201 Remove it, or use one of: {}."]),
    ],
)
def test_a_misspelt_type_is_told_at_its_key(key, told):
    free = "type, parts, steps"
    expected = [one.format(free) for one in told]
    assert told_of(Day, f"parts: [{{id: a, long: true, {key}: nap, tape: true}}]\n") == expected


def test_a_part_of_no_type_is_held_against_what_all_types_have():
    text = "parts: [{id: 5, long: maybe, foo: 1, type: run, steps: x, tape: x}, {long: true}]"
    assert told_of(Day, text) == [
        "14 K203 Write a text; put it in quotes.",
        "23 K203 Write true or false.",
        "30 K201 Remove it, or use one of: parts.",
        "44 K204 Use one of: nap, stroll.",
        f"69 K202 {MISSING}",
        "69 K202 Add “id: …” here.",
    ]


def test_a_part_of_no_type_with_more_wrong_than_anybody_mends_at_once_lacks_its_type():
    many = ", ".join(f"foo{number}: 1" for number in range(MAX_FINDINGS + 1))
    assert told_of(Day, f"parts: [{{id: a, {many}}}]") == [f"9 K202 {MISSING}"]


def test_a_key_of_another_type_is_told_of_as_such():
    (told,) = told_of(Day, "parts: [{id: a, type: nap, steps: 5}]")
    assert told == "28 K201 Only items of the type stroll have it: change the type, or remove it."


def test_data_that_fits_becomes_the_model():
    source = read_text("a.yaml", b"word: b\nday: 2026-10-01\nfrom: 3\nwhy: {below: 1}\n")
    expected = Whole.model_validate(
        {"word": "b", "day": date(2026, 10, 1), "from": 3, "why": {"below": 1.0}}
    )
    assert fit(source, Whole) == (expected, [])


def test_part_of_the_data_is_told_of_by_its_place_in_the_file():
    source = read_text("a.yaml", b"answers:\n  hymy: {below: 0.5}\n  jono: {below: 5}\n")
    assert fit(source, Below, ("answers", "hymy")) == (Below(below=0.5), [])
    _none, findings = fit(source, Below, ("answers", "jono"))
    assert [(at.position.line, at.position.column) for at in findings] == [(3, 17)]


@pytest.mark.parametrize(
    ("words", "remedy"),
    [
        ("{fi, en}", "Write [fi, en]."),
        ("{fi}", "Write [fi]."),
        ("{fi: 1, en: 2}", LIST),
        ("{fi, en: 2}", LIST),
        ("{fi: 0}", LIST),
        ('{"a, b"}', LIST),
        ("{}", LIST),
    ],
)
def test_words_in_braces_for_a_list_are_told_once(words, remedy):
    class Listed(Part):
        names: list[str] = Field(default_factory=list)

    source = read_text("a.yaml", f"names: {words}".encode())
    (finding,) = fit(source, Listed, empty_is_absent=False)[1]
    assert (finding.position.column, finding.remedy) == (8, remedy)


def test_maps_in_braces_for_a_list_of_maps_are_no_words():
    assert misfits("parts: {fi, en}", empty_is_absent=False) == [
        f"1:8 K203 {WRONG_KIND.format('parts')} | {LIST}"
    ]


EMPTY = "day:\nparts:\n  - below: 1\nmoment: ~\n"


def test_key_without_a_value_counts_as_absent_where_that_is_wanted():
    assert misfits(EMPTY) == []
    assert [told[:8] for told in misfits(EMPTY, empty_is_absent=False)] == ["1:1 K203", "4:1 K203"]


def test_key_without_a_value_is_told_once():
    text = "word:\nnumbr:\nparts:\n  - below:\n"
    told = misfits(text, empty_is_absent=False)
    assert [one[:8] for one in told] == ["1:1 K203", "2:1 K201", "4:5 K203"]
    assert told == misfits(text)


@pytest.mark.parametrize(
    ("word", "known", "expected"),
    [
        ("hymmy", ["hymy", "jono"], "Did you mean “hymy”?"),
        ("xyz", ["hymy", "jono"], ""),
        ("hymy", [], ""),
    ],
)
def test_only_a_near_word_is_proposed(word, known, expected):
    assert did_you_mean(word, known) == expected
