"""Commas, and colons without a space, inside {…}: told as what was typed, and told once."""

from typing import Annotated, Literal

import pytest
from pydantic import BaseModel, ConfigDict, Field

from asiakaskunto_cli.source.reader import read_text
from asiakaskunto_cli.source.shape.fit import fit, texts_wanted


class Part(BaseModel):
    model_config = ConfigDict(extra="forbid", strict=True, allow_inf_nan=False)


Text = str | dict[Annotated[str, Field(pattern=r"^[a-z]{2,3}$")], str]


class Entry(Part):
    id: Annotated[str, Field(pattern=r"^[a-z]+$")] = "a"
    text: Text = "a"
    score: Annotated[float, Field(ge=0, le=1)] = 1
    count: int = 1
    area: Literal["skills", "emotion"] = "skills"
    points: dict[Annotated[str, Field(pattern=r"^\d$")], Text] = Field(default_factory=dict)
    weights: dict[Literal["skills", "emotion"], float] = Field(default_factory=dict)
    help: Text | None = None


class Whole(Part):
    languages: list[str] = ["fi"]
    entries: list[Entry] = Field(default_factory=list)


COMMA = "K203 A comma in a text without quotes ends it. Put the whole text in quotes."
STRAIGHT = (
    "K203 A comma in a text without quotes ends it. "
    'Put the whole text in straight quotes, "…": the mark {} is not one.'
)
OUTSIDE = (
    "K203 A comma outside the quotes ends the text. "
    "Put the whole text in one pair of quotes; where it has quotes inside, in those of the other "
    "kind."
)
SPACE = "K203 A space is missing after the colon. Write it as “key: value”."
NUMBER = "K203 A comma in a number ends it. {}"


def told(entry, start="languages: [fi, en]\nentries:\n"):
    """Return "column code message remedy" of every finding in an entry on a line of its own."""
    source = read_text("a.yaml", f"{start}- {entry}\n".encode())
    assert source.findings == ()
    _none, findings = fit(source, Whole, empty_is_absent=False)
    return [f"{at.position.column} {at.code} {at.message} {at.remedy}" for at in findings]


@pytest.mark.parametrize(
    ("entry", "column"),
    [
        ("{text: {fi: Tervehtikö myyjä, kun tulit?, en: x}}", 31),
        ("{text: {fi: Hei, kun, tulit, en: x}}", 18),
        ("{text: {fi: Hei, kun, en: x}}", 18),
        ("{text: {fi: x, en: Well, hello}}", 26),
        ("{text: {fi: Tervehtikö, kun tulit: heti?, en: x}}", 25),
        ("{text: {fi: 5, joista kolme, en: x}}", 16),
        ("{text: {fi: Hei , moi}}", 19),
        ("{text: Hei, moi}", 13),
        ("{text: Hei, moi, id: b}", 13),
        ("{id: b, text: Hei,moi, score: 0.5}", 20),
        ("{points: {1: hidas, mutta sopiva, 5: x}}", 21),
        ("{points: {1: {fi: hidas, mutta sopiva, en: x}, 5: x}}", 26),
        ("{help: {fi: Hei, moi, en: x}}", 18),
        ("\n  text: {fi: Hei, moi, en: x}", 17),
    ],
)
def test_a_comma_in_a_text_is_told_once_and_at_the_comma(entry, column):
    assert told(entry) == [f"{column} {COMMA}"]


@pytest.mark.parametrize(
    ("value", "beside"),
    [
        ("{fi: Oma, kiva tapa, en: x}", f"18 {COMMA}"),
        ("{fi: Oma, kiva, en: x}", f"18 {COMMA}"),
        ("{fi:Oma tapa, en: x}", f"13 {SPACE}"),
        ("{a: 0,5}", f"15 {NUMBER}".format("Write 0.5, with a point.")),
        ("{fi: Oma, en}", "20 K203 The key “en” has no value. Write a value, or remove the key."),
    ],
)
def test_what_stands_under_a_key_that_is_not_known_is_told_too(value, beside):
    key, slip = told(f"{{nimi: {value}}}")
    assert key.startswith("4 K201")
    assert slip == beside


def test_a_misspelt_key_of_such_a_text_is_told_beside_it():
    keys, comma = told("{txet: Hei, moi}")
    assert keys.startswith("4 K201 The key “txet”")
    assert comma == f"13 {COMMA}"


def test_every_text_with_a_comma_is_told():
    entry = "{text: {fi: Hei, moi, en: Well, hello}}"
    assert told(entry) == [f"18 {COMMA}", f"33 {COMMA}"]


@pytest.mark.parametrize("marks", ["””", "“”", "„“", "»»", "’’"])
def test_quotes_of_a_word_processor_are_told_to_be_none(marks):
    entry = f"{{text: {{fi: {marks[0]}Hei, moi{marks[1]}, en: x}}}}"
    assert told(entry) == [f"19 {STRAIGHT.format(marks[0])}"]


@pytest.mark.parametrize(
    ("value", "column"),
    [
        ('{fi: Hei, "moi", en: x}', 18),
        ('{fi: "Hei", moi, en: x}', 20),
        ("{fi: 'Hei', \"moi\", taas, en: x}", 20),
        ('{fi: "Hei", hei sinä, en: x}', 20),
        ('{fi: Hei, "hei sinä", "taas", en: x}', 18),
        ('{fi: "Hei", "sinä:siellä", en: x}', 20),
    ],
)
def test_a_comma_beside_a_part_in_quotes_is_told_once(value, column):
    assert told(f"{{text: {value}}}") == [f"{column} {OUTSIDE}"]


@pytest.mark.parametrize(
    "value",
    [
        '{fi:"Hei", en:"Well, hello"}',
        '{fi:"Hei, moi", en:"Well, hello"}',
        "{fi:'Hei, moi, taas', en: x}",
        "{fi:Oliko, hyvä?, en:Was, it?}",
        "{fi:Hei, hei sinä: siellä, en: x}",
    ],
)
def test_behind_a_key_without_its_space_no_comma_is_told(value):
    assert told(f"{{text: {value}}}") == [f"13 {SPACE}"]


@pytest.mark.parametrize(
    ("entry", "column", "remedy"),
    [
        ("{score: 0,5}", 12, "Write 0.5, with a point."),
        ("{score: 2,5}", 12, "Write 2.5, with a point."),
        ("{score: -0,05, id: b}", 13, "Write -0.05, with a point."),
        ("{weights: {skills: 1,5, emotion: 1}}", 23, "Write 1.5, with a point."),
        ("{count: 1,5}", 12, "Write a whole number."),
        (
            "{score: 1,500}",
            12,
            "Write it with a point before decimals and nothing between thousands.",
        ),
    ],
)
def test_a_comma_in_a_number_is_told_once(entry, column, remedy):
    assert told(entry) == [f"{column} {NUMBER.format(remedy)}"]


@pytest.mark.parametrize(
    ("entry", "column"),
    [
        ("{text: {fi:Kassa, en: x}}", 13),
        ("{text: {fi:Kassa, en:At the till}}", 13),
        ("{text: {fi:Tervehtikö, kun tulit?, en: x}}", 13),
        ('{text: {fi:"Kassa", en: x}}', 13),
        ("{id:a, text:Hei}", 6),
        ("{points: {1:hidas, 5: x}}", 14),
        ("{weights: {skills:1}}", 20),
    ],
)
def test_a_colon_without_its_space_is_told(entry, column):
    assert told(entry) == [f"{column} {SPACE}"]


def test_a_key_that_runs_into_its_value_is_not_missing_too():
    class Needed(Part):
        id: str
        text: str

    source = read_text("a.yaml", b"{id:a, text: Hei}")
    (finding,) = fit(source, Needed, empty_is_absent=False)[1]
    assert (finding.position.column, finding.message) == (4, "A space is missing after the colon.")


@pytest.mark.parametrize(
    ("entry", "codes"),
    [
        ("{id: b, muuta}", ["K201"]),
        ("{score: 1, muuta}", ["K201"]),
        ("{area: skills, muuta}", ["K201"]),
        ("{text: Hei, id}", ["K203"]),
        ("{text: {fi: Hei, en}}", ["K203"]),
        ('{text: "Hei", moi}', ["K201"]),
        ('{text: Hei, "moi"}', ["K201"]),
        ('{text: {fi: "Hei", en: x, Suomi: moi}}', ["K205"]),
        ('{text: {fi: "Hei", hei sinä: moi, en: x}}', ["K205"]),
        ('{text: {fi: "Hei", "en"}}', ["K203"]),
        ('{points: {1: "hidas", "5"}}', ["K203"]),
        ("{text: {fi: Hei, Suomi: moi}}", ["K205"]),
        ("{text: {fi: {a: b}, moi, en: x}}", ["K203", "K203"]),
        ("{points: {1: hidas, 5}}", ["K203"]),
        ("{score: 0, 5}", ["K201"]),
        ('{score: 0,"5"}', ["K201"]),
        ("{muu:ta}", ["K201"]),
        ("{5, id: b}", ["K201"]),
        ("\n  text: {fi: x}\n  Suomi moi:\n", ["K201"]),
    ],
)
def test_what_is_no_such_slip_is_told_as_it_is(entry, codes):
    assert [one.split()[1] for one in told(entry)] == codes


def test_a_number_that_goes_on_after_a_comma_wants_no_quotes_of_its_own():
    start = "languages: [fi, en]\nentries:\n"
    alone = read_text("a.yaml", f"{start}- {{text: {{fi: 5, en: x}}}}\n".encode())
    assert texts_wanted(alone, Whole) == [("entries", 0, "text", "fi")]
    cut_off = read_text("a.yaml", f"{start}- {{text: {{fi: 5, joista kolme, en: x}}}}\n".encode())
    assert texts_wanted(cut_off, Whole) == []


@pytest.mark.parametrize("languages", ["", "languages: 5\n", "languages: fi\n", "languages:\n"])
def test_a_file_that_names_no_languages_speaks_finnish(languages):
    told_in_entry = told("{text: {fi: Hei, kun}}", f"{languages}entries:\n")
    assert f"18 {COMMA}" in told_in_entry
    assert told("{text: {en: Hello, fi}}", f"{languages}entries:\n")[-1].startswith(
        "22 K203 The key"
    )
