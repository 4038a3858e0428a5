"""`kunto checklist schema`: what is committed is what is printed, and the schemas tell right."""

import json
from pathlib import Path

import jsonschema
import pytest

from asiakaskunto_cli.cli.app import run
from asiakaskunto_cli.cli.schema import MODELS
from asiakaskunto_cli.source.reader import read_source

ROOT = Path(__file__).parents[2]
EXAMPLES = ROOT / "tests" / "example_checklists"
KINDS = [str(kind) for kind in MODELS]
SHAPE = sorted((EXAMPLES / "invalid").glob("k20*.yaml"))
SHIPPED = [
    *sorted((ROOT / "checklists").glob("*.yaml")),
    *sorted((ROOT / "examples").rglob("*.yaml")),
]
SOUND = [
    *sorted((EXAMPLES / "valid").iterdir()),
    *sorted((EXAMPLES / "warned").iterdir()),
    *SHIPPED,
]


def printed(capsys, *words):
    assert run(["checklist", "schema", *words]) == 0
    return capsys.readouterr().out


def committed(name):
    return json.loads((ROOT / name).read_text(encoding="utf-8"))


def validators(kind):
    """Return what checks a kind of file: the schema for editors, and that for validators."""
    yield jsonschema.Draft7Validator(committed(f"schemas/{kind}.json"))
    if kind == "checklist":
        yield jsonschema.Draft202012Validator(committed("checklist.schema.json"))


def kind_of(path, data):
    programme = path.name == "kunto.yaml"
    return "programme" if programme else data.get("kind", "checklist")


def test_the_schema_for_validators_is_the_one_in_the_repository(capsys):
    text = printed(capsys)
    assert text == (ROOT / "checklist.schema.json").read_text(encoding="utf-8")
    schema = json.loads(text)
    assert schema["$schema"] == "https://json-schema.org/draft/2020-12/schema"
    jsonschema.Draft202012Validator.check_schema(schema)


@pytest.mark.parametrize("kind", KINDS)
def test_the_schema_for_editors_is_the_one_in_the_repository(capsys, kind):
    text = printed(capsys, "--kind", kind, "--draft", "7")
    assert text == (ROOT / "schemas" / f"{kind}.json").read_text(encoding="utf-8")
    schema = json.loads(text)
    assert schema["$schema"] == "http://json-schema.org/draft-07/schema#"
    assert "$defs" not in text
    jsonschema.Draft7Validator.check_schema(schema)


@pytest.mark.parametrize("kind", KINDS)
def test_every_key_and_every_word_says_what_it_is_for(capsys, kind):
    schema = json.loads(printed(capsys, "--kind", kind))
    parts = [schema, *schema.get("$defs", {}).values()]
    for part in parts:
        for key, value in part.get("properties", {}).items():
            assert value.get("description"), key
        for word in part.get("oneOf", []):
            assert "$ref" in word or word["description"]


@pytest.mark.parametrize("path", SOUND, ids=lambda path: path.stem)
def test_what_validate_accepts_the_schema_accepts(path):
    data = read_source(path).data
    for validator in validators(kind_of(path, data)):
        assert list(validator.iter_errors(data)) == []


@pytest.mark.parametrize("path", SHAPE, ids=lambda path: path.stem)
def test_a_shape_that_validate_refuses_the_schema_refuses(path):
    data = read_source(path).data
    kind = kind_of(path, data) if isinstance(data, dict) else "checklist"
    for validator in validators(kind):
        assert list(validator.iter_errors(data)) != []


def test_an_editor_shows_what_the_key_is_for_and_each_word(capsys):
    schema = json.loads(printed(capsys, "--draft", "7"))
    area = schema["definitions"]["YesNoItem"]["properties"]["area"]
    assert area["enum"] == ["knowledge", "skills", "emotion"]
    assert len(area["markdownEnumDescriptions"]) == 3
    assert area["description"].startswith("Which area it tells about.")


def test_a_map_offers_its_keys(capsys):
    schema = json.loads(printed(capsys))
    weights = schema["properties"]["area_weights"]
    assert list(weights["properties"]) == ["knowledge", "skills", "emotion"]
    assert weights["additionalProperties"] is False


def test_every_shipped_file_leads_its_editor_to_the_schema_of_its_kind():
    for path in [*SHIPPED, ROOT / "tools" / "example" / "kunto.yaml"]:
        kind = kind_of(path, read_source(path).data)
        first, _rest = path.read_text(encoding="utf-8").split("\n", 1)
        schema = first.removeprefix("# yaml-language-server: $schema=")
        assert (path.parent / schema).resolve() == ROOT / "schemas" / f"{kind}.json", path
