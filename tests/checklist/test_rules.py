"""One module a rule: in one list, under its own code; its docstring's examples are its tests."""

import importlib
import pkgutil

import pytest

from asiakaskunto_cli.checklist import lint, load, rules
from asiakaskunto_cli.checklist.names import known_names
from asiakaskunto_cli.source.finding import Severity
from asiakaskunto_cli.source.reader import read_text
from asiakaskunto_cli.source.rule_text import rule_text

MODULES = {
    name: importlib.import_module(f"{rules.__name__}.{name}")
    for _, name, _ in pkgutil.iter_modules(rules.__path__)
    if name != "problem"
}
ERRORS = {**load.RULES, **load.REACH_RULES}
REMARKS = {
    **lint.WHOLE_RULES,
    **lint.TEXT_RULES,
    **lint.WRITTEN_RULES,
    **lint.NAME_RULES,
    **lint.PLACE_RULES,
}


@pytest.fixture
def codes(as_checklist):
    """From an example to whether it can be used, and the codes of all that is said of it."""

    def run(example):
        source = read_text("lista.yaml", as_checklist(example).encode())
        loaded = load.load_checklist(source)
        if loaded.checklist is None:
            return False, {one.code for one in loaded.findings}
        found = lint.remarks(source, loaded.checklist, known_names())
        placed = lint.remarks_on_place(source, loaded.checklist, "lista")
        return True, {one.code for one in (*found, *placed)}

    return run


@pytest.mark.parametrize("name", MODULES)
def test_an_error_keeps_the_file_from_being_used_a_remark_does_not(codes, name):
    module = MODULES[name]
    text = rule_text(module.__doc__)
    usable, found = codes(text.fails)
    assert usable == (module.CODE in REMARKS)
    assert module.CODE in found
    usable, found = codes(text.passes)
    assert usable
    assert module.CODE not in found


def test_every_module_is_in_one_list_under_a_code_of_its_own():
    assert {module.CODE: module.check for module in MODULES.values()} == {**ERRORS, **REMARKS}
    assert len(ERRORS) + len(REMARKS) == len(MODULES)


def test_every_docstring_names_the_code():
    assert {name: rule_text(module.__doc__).code for name, module in MODULES.items()} == {
        name: module.CODE for name, module in MODULES.items()
    }


def test_every_rule_of_remarks_says_how_much_it_matters():
    severities = {
        module.CODE: module.SEVERITY for module in MODULES.values() if hasattr(module, "SEVERITY")
    }
    assert severities == {
        code: Severity.INFORMATION if code in lint.INFORMATION else Severity.WARNING
        for code in REMARKS
    }
