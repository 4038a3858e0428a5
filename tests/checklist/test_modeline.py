"""An editor is told of a schema only where there is one."""

import pytest

from asiakaskunto_cli.checklist.modeline import fitted

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
