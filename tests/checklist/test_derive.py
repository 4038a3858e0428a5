"""New checklists: templates and copies are valid as they are, and comments survive."""

import difflib
from itertools import permutations
from pathlib import Path

import pytest

from asiakaskunto_cli.checklist.derive import (
    TEMPLATES,
    from_checklist,
    from_template,
    template_languages,
)
from asiakaskunto_cli.checklist.digest import definition, scoring_sha256
from asiakaskunto_cli.checklist.library import checklist_files, read_checklist
from asiakaskunto_cli.checklist.load import load_checklist
from asiakaskunto_cli.source.reader import read_source, read_text
from asiakaskunto_cli.words import Method

SHIPPED = checklist_files(Path("nothing-of-ones-own"))
LANGUAGES = ("fi", "en")
MAIN_TYPES = {"yes_no", "scale", "choice", "text"}


def checklist_in(text):
    loaded = load_checklist(read_text("uusi.yaml", text.encode()))
    assert loaded.findings == ()
    return loaded.checklist


def copy_of(path, name="oma", methods=(), title=None):
    source = read_source(path)
    return from_checklist(source, load_checklist(source).checklist, name, methods, title)


def test_there_is_a_template_for_every_method_in_every_language():
    assert template_languages() == tuple(sorted(LANGUAGES))
    expected = {f"{method}.{language}.yaml" for method in Method for language in LANGUAGES}
    assert {path.name for path in TEMPLATES.iterdir()} == expected


@pytest.mark.parametrize("path", sorted(TEMPLATES.iterdir()), ids=lambda path: path.stem)
def test_a_template_is_itself_a_valid_checklist_that_shows_what_there_is(path):
    loaded = read_checklist(path)
    assert loaded.findings == ()
    checklist = loaded.checklist
    assert f"{checklist.methods[0]}.{checklist.languages[0]}" == path.stem
    items = checklist.items.values()
    assert {item.type for item in items} > MAIN_TYPES
    assert [item for item in items if item.gate]
    assert [item for item in items if item.weight == 2]
    assert (checklist.scenario is not None) == (Method.TEST in checklist.methods)
    assert path.read_text(encoding="utf-8").count("  # ") >= 10


@pytest.mark.parametrize("method", Method)
def test_templates_of_a_method_differ_in_words_and_ids_only(method):
    twins = [read_checklist(TEMPLATES / f"{method}.{code}.yaml").checklist for code in LANGUAGES]
    shapes = [
        [
            (
                item.type,
                item.area,
                item.measure,
                item.weight,
                item.gate,
                item.why,
                item.when is None,
            )
            for item in twin.items.values()
        ]
        for twin in twins
    ]
    assert shapes[0] == shapes[1]
    ends = [[path[-1] for path, _text in twin.texts] for twin in twins]
    assert ends[0] == ends[1]


@pytest.mark.parametrize("method", Method)
@pytest.mark.parametrize("languages", [*permutations(LANGUAGES, 1), *permutations(LANGUAGES)])
def test_a_checklist_from_a_template_speaks_its_languages(method, languages):
    checklist = checklist_in(from_template("kassahetki", [method], languages, None))
    assert (checklist.id, checklist.version) == ("kassahetki", "1.0.0")
    assert (checklist.methods, checklist.languages) == ([method], list(languages))
    for _path, text in checklist.texts:
        assert isinstance(text, str) if len(languages) == 1 else list(text) == list(languages)


def test_the_words_of_two_languages_belong_together():
    checklist = checklist_in(from_template("kassahetki", [Method.ASK], LANGUAGES, None))
    assert checklist.items["suosittelu"].text == {
        "fi": "Kuinka todennäköisesti suosittelet meitä ystävällesi?",
        "en": "How likely are you to recommend us to a friend?",
    }


def test_a_template_takes_a_title_and_several_methods():
    text = from_template("2026", [Method.TEST, Method.ASK], LANGUAGES, 'Kassa "1" # ei kommentti')
    checklist = checklist_in(text)
    assert checklist.id == "2026"
    assert checklist.methods == [Method.TEST, Method.ASK]
    assert checklist.title == dict.fromkeys(LANGUAGES, 'Kassa "1" # ei kommentti')


@pytest.mark.parametrize("name", SHIPPED)
def test_a_copy_of_a_shipped_checklist_is_valid_and_differs_in_its_head_only(name):
    original = read_checklist(SHIPPED[name]).checklist
    text = copy_of(SHIPPED[name])
    copy = checklist_in(text)
    assert scoring_sha256(copy) == scoring_sha256(original)
    assert definition(copy) == definition(original) | {
        "id": "oma",
        "version": "1.0.0",
        "source": f"{name} {original.version} ({original.source})",
    }
    before = SHIPPED[name].read_text(encoding="utf-8").splitlines()
    changed = [line for line in difflib.ndiff(before, text.splitlines()) if line[0] == "+"]
    assert [line.partition(":")[0] for line in changed] == ["+ id", "+ source"]


def test_a_copy_without_a_source_says_what_it_was_made_from(tmp_path):
    path = tmp_path / "eka.yaml"
    text = from_template("eka", [Method.OBSERVE], ["fi"], None)
    path.write_text(text.replace("version: 1.0.0", "version: 3.1.0"), encoding="utf-8")
    copy = checklist_in(copy_of(path, "toka"))
    assert (copy.source, copy.version) == ("eka 3.1.0", "1.0.0")


def test_a_copy_takes_methods_and_a_title_in_every_language():
    checklist = checklist_in(copy_of(SHIPPED["reklamaatio"], "oma", [Method.ASK], "Oma lista"))
    assert checklist.methods == [Method.ASK]
    assert checklist.title == {"fi": "Oma lista", "en": "Oma lista"}
