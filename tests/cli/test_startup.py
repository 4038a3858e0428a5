"""Start-up stays short because a command imports only what it uses."""

import json
import os
import subprocess
import sys

import pytest

import forked

AFTER = ["drafts", "correct", "attach", "withdraw", "verify"]
HEAVY = {"prompt_toolkit", "jinja2", "babel", "xlsxwriter", "typst", "scipy", "numpy"}

LOADED = """
import json, sys
from asiakaskunto_cli.__main__ import main
sys.argv = ["kunto", *sys.argv[1:]]
code = main()
sys.stderr.write(json.dumps([code, sorted(sys.modules)]))
"""


# What measures coverage would be loaded too.
UNMEASURED = {name: value for name, value in os.environ.items() if "COVERAGE" not in name}


def loaded_by(*words):
    done = subprocess.run(
        [sys.executable, "-c", LOADED, *words],
        capture_output=True,
        text=True,
        env=UNMEASURED,
        timeout=forked.PATIENCE_SECONDS,
        check=True,
    )
    code, modules = json.loads(done.stderr)
    assert code == 0
    return {name.partition(".")[0] for name in modules}, modules


def test_version_loads_nothing_but_the_package_itself():
    packages, _ = loaded_by("--version")
    assert not packages & (HEAVY | {"typer", "rich", "pydantic", "yaml"})


def test_help_loads_no_library_but_typer():
    packages, _ = loaded_by("--help")
    assert "typer" in packages
    assert not packages & (HEAVY | {"rich", "pydantic", "yaml", "platformdirs"})


def test_validate_loads_nothing_that_only_visits_and_reports_need(tmp_path):
    checklist = tmp_path / "oma.yaml"
    checklist.write_text(
        "kunto: 1\nid: oma\nversion: 1.0.0\nmethod: observe\ntitle: Oma\n"
        "sections: [{id: s, title: S, items: [{id: kuvaus, text: Kuvaa, type: text}]}]\n",
        encoding="utf-8",
    )
    packages, modules = loaded_by("validate", str(checklist), "--format", "json")
    assert not packages & HEAVY
    assert "rich" not in packages
    assert "asiakaskunto_cli.visit.line_asker" not in modules


@pytest.mark.parametrize(
    "command", ["observe", "test", "ask", "resume", "report", "compare", *AFTER]
)
def test_the_help_of_a_command_loads_nothing_heavy(command):
    packages, _ = loaded_by(command, "--help")
    assert not packages & HEAVY
