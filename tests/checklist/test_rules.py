"""Every rule proves itself by the examples in its docstring."""

import importlib
import pkgutil
import re

import pytest

from asiakaskunto_cli.checklist import rules
from asiakaskunto_cli.checklist.load import REACH_RULES, RULES

MODULES = {
    name: importlib.import_module(f"{rules.__name__}.{name}")
    for _, name, _ in pkgutil.iter_modules(rules.__path__)
    if name != "problem"
}


def example(module, heading):
    """Return the indented YAML under a heading of the module's docstring."""
    found = re.search(rf"^{heading}::\n\n((?: {{8}}.*\n|\n)+)", f"{module.__doc__}\n", re.MULTILINE)
    return found[1]


@pytest.mark.parametrize("name", MODULES)
def test_failing_example_gives_just_this_code(load, name):
    module = MODULES[name]
    result = load(example(module, "Fails"))
    assert {finding.code for finding in result.findings} == {module.CODE}
    assert result.checklist is None


@pytest.mark.parametrize("name", MODULES)
def test_passing_example_gives_nothing(load, name):
    assert load(example(MODULES[name], "Passes")).findings == ()


def test_docstring_names_the_code():
    assert {name: module.__doc__[:4] for name, module in MODULES.items()} == {
        name: module.CODE for name, module in MODULES.items()
    }


def test_every_module_is_registered_under_a_code_of_its_own():
    assert {module.CODE: module.check for module in MODULES.values()} == {
        **RULES,
        **REACH_RULES,
    }
    assert len(RULES) + len(REACH_RULES) == len(MODULES)
