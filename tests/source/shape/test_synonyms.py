"""Other words for values: what they stand for is known, and is what "did you mean" offers."""

import pytest

from asiakaskunto_cli.checklist.load import load_checklist
from asiakaskunto_cli.cli.schema import MODELS
from asiakaskunto_cli.source.reader import read_text
from asiakaskunto_cli.source.shape import synonyms
from asiakaskunto_cli.source.shape.synonyms import value_meant

LIST = """kunto: 1
id: lista
version: 1.0.0
method: observe
title: Lista
sections:
  - id: osa
    title: Osa
    items:
      - {id: yksi, text: Tervehtikö?, type: yes_no, area: skills, measure: objective}
"""


def values_in(schema):
    """Yield every word that a schema takes for a value."""
    if isinstance(schema, dict):
        yield from schema.get("enum", ())
        yield from [schema["const"]] if "const" in schema else []
        for part in schema.values():
            yield from values_in(part)
    elif isinstance(schema, list):
        for part in schema:
            yield from values_in(part)


def test_every_value_with_other_words_is_one():
    known = {value for model in MODELS.values() for value in values_in(model.model_json_schema())}
    assert set(synonyms._VALUES) <= known


def test_no_word_stands_for_two_values_of_one_place():
    for known in (
        ["knowledge", "skills", "emotion"],
        ["yes_no", "scale", "nps", "choice", "multi", "duration", "tally", "number", "text"],
        ["never", "always", "optional", "required"],
    ):
        words = " ".join(synonyms._VALUES.get(one, "") for one in known).split()
        assert len(words) == len(set(words))


@pytest.mark.parametrize(
    ("before", "after", "meant"),
    [
        ("type: yes_no", "type: Kyllä/ei", "yes_no"),
        ("type: yes_no", "type: skaala", "scale"),
        ("area: skills", "area: taidot", "skills"),
        ("measure: objective", "measure: subjektiivinen", "subjective"),
        ("method: observe", "method: kysely", "ask"),
        ("measure: objective", "gate: kriittinen", "critical"),
        ("measure: objective", "measure: objectiv", "objective"),
    ],
)
def test_another_word_for_a_value_is_understood(before, after, meant):
    loaded = load_checklist(read_text("lista.yaml", LIST.replace(before, after).encode()))
    told = [(one.code, one.remedy) for one in loaded.findings if one.code == "K204"]
    assert told == [("K204", f"Did you mean “{meant}”?")]


def test_a_word_for_a_value_of_another_place_is_not_offered():
    assert value_meant("taidot", ["objective", "subjective"]) is None
    assert value_meant("jotain muuta", ["skills"]) is None
