"""An editor is told of a schema only where there is one."""

import pytest

from asiakaskunto_cli.checklist.modeline import fitted, led
from asiakaskunto_cli.source.reader import read_text

LINE = "# yaml-language-server: $schema=../checklist.schema.json\n"
REST = "# Mine\nkunto: 1\nid: x\n" + LINE


@pytest.fixture
def target(tmp_path):
    (tmp_path / "checklists").mkdir()
    return tmp_path / "checklists" / "x.yaml"


def test_a_modeline_that_leads_nowhere_is_left_out_and_only_it(target):
    assert fitted(LINE + REST, target) == REST


def test_a_modeline_that_leads_to_a_schema_stays(target, tmp_path):
    (tmp_path / "checklist.schema.json").write_text("{}", encoding="utf-8")
    assert fitted(LINE + REST, target) == LINE + REST


def test_an_address_stays(target):
    line = "# yaml-language-server: $schema=https://example.com/checklist.schema.json\n"
    assert fitted(line + REST, target) == line + REST


def source_of(text):
    return read_text("x.yaml", text.encode())


@pytest.fixture
def schema(tmp_path):
    (tmp_path / "schemas").mkdir()
    (tmp_path / "schemas" / "checklist.json").write_text("{}", encoding="utf-8")


NEAREST = "# yaml-language-server: $schema=../schemas/checklist.json"


@pytest.mark.usefixtures("schema")
@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("# Mine\nid: x\n", f"{NEAREST}\n# Mine\nid: x\n"),
        ("id: x\r\n", f"{NEAREST}\r\nid: x\r\n"),
        ("id: x", f"{NEAREST}\nid: x"),
        (LINE + REST, f"{NEAREST}\n{REST}"),
        (
            "# Mine\r\n# yaml-language-server: $schema=../x.json\r\nid: x\r\n",
            f"# Mine\r\n{NEAREST}\r\nid: x\r\n",
        ),
    ],
)
def test_a_file_is_led_to_the_nearest_schema(target, before, after):
    assert led(source_of(before), target, "checklist") == after
    assert led(source_of(after), target, "checklist") == after


@pytest.mark.usefixtures("schema")
@pytest.mark.parametrize(
    "text",
    [
        f"{NEAREST}\nid: x\n",
        f"# Mine\n{NEAREST}\nid: x\n",
        "# yaml-language-server: $schema=https://example.com/a.json\nid: x\n",
        "#yaml-language-server:$schema=../x.json\nid: x\n",
    ],
)
def test_a_line_that_leads_somewhere_or_is_of_another_form_stays(target, text):
    assert led(source_of(text), target, "checklist") == text


@pytest.mark.usefixtures("schema")
def test_without_a_schema_of_its_kind_within_the_repository_nothing_is_added(target, tmp_path):
    assert led(source_of("id: x\n"), target, "practices") == "id: x\n"
    (tmp_path / "checklists" / ".git").mkdir()
    assert led(source_of("id: x\n"), target, "checklist") == "id: x\n"
    assert led(source_of(LINE + "id: x\n"), target, "checklist") == LINE + "id: x\n"
