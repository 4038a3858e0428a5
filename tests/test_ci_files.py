"""What other people's CI runs of kunto: the hooks, the action and the example for GitLab."""

import json
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from asiakaskunto_cli.cli.app import COMMANDS
from asiakaskunto_cli.source.reader import read_source, read_text

ROOT = Path(__file__).parents[1]
SOUND = """\
kunto: 1
id: lista
version: 1.0.0
method: observe
title: Lista
sections: [{id: osa, title: Osa, items: [{id: huomio, text: Mitä näit?, type: text}]}]
"""
WARNED = SOUND.replace("type: text", "type: text, develop: [olematon]")
EXPRESSION = re.compile(r"\$\{\{ *(.*?) *\}\}")


@pytest.fixture
def client(tmp_path, monkeypatch):
    """Return the folder of somebody's repository, with kunto on a runner of theirs."""
    wrapper = tmp_path / "runner" / "kunto" / "bin" / "kunto"
    wrapper.parent.mkdir(parents=True)
    # Where temporary files are, programs may be forbidden to lie.
    wrapper.symlink_to(Path(sys.executable).with_name("kunto"))
    folder = tmp_path / "client"
    (folder / "my lists").mkdir(parents=True)
    (folder / "my lists" / "a.yaml").write_text(WARNED, encoding="utf-8")
    earlier = SOUND.replace("Mitä näit?", "Mitä siellä näit?")
    (tmp_path / "an earlier.yaml").write_text(earlier, encoding="utf-8")
    (folder / "kunto.yaml").write_text("kunto: 1\n", encoding="utf-8")
    monkeypatch.chdir(folder)
    return folder


def run(script, runner, **variables):
    """Run a script as a runner does; return the exit code and what it wrote."""
    kept = {name: value for name, value in os.environ.items() if "COVERAGE" in name}
    path = f"{runner / 'kunto' / 'bin'}:{os.environ['PATH']}"
    shell = ["bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", script]
    done = subprocess.run(
        shell,
        env=kept | {"PATH": path, "RUNNER_TEMP": str(runner), "KUNTO_LANG": "en"} | variables,
        capture_output=True,
        text=True,
        check=False,
    )
    return done.returncode, done.stdout


# pre-commit

HOOKS = {hook["id"]: hook for hook in read_source(ROOT / ".pre-commit-hooks.yaml").data}


def test_hooks_call_a_command_that_there_is():
    assert list(HOOKS) == ["kunto-validate", "kunto-validate-reports"]
    for hook in HOOKS.values():
        program, command = hook["entry"].split()
        assert (program, hook["language"]) == ("kunto", "python")
        assert command in COMMANDS


@pytest.mark.parametrize(
    ("hook", "path", "taken"),
    [
        ("kunto-validate", "checklists/oma.yaml", True),
        ("kunto-validate", "asiakas/checklists/osa/oma.yml", True),
        ("kunto-validate", "kunto.yaml", True),
        ("kunto-validate", "asiakas/kunto.yaml", True),
        ("kunto-validate", ".github/workflows/ci.yaml", False),
        ("kunto-validate", "my-kunto.yaml", False),
        ("kunto-validate-reports", "reports/2026-10-05_a_observe_00000001.json", True),
        ("kunto-validate-reports", "reports/evidence/x/0123456789abcdef.json", False),
        ("kunto-validate-reports", "package.json", False),
    ],
)
def test_hooks_take_the_files_that_are_kuntos(hook, path, taken):
    assert bool(re.search(HOOKS[hook]["files"], path)) is taken


# GitHub

ACTION = read_source(ROOT / "action.yml").data


def test_the_action_installs_its_own_checkout():
    installing = [step["run"] for step in ACTION["runs"]["steps"] if "pip" in step.get("run", "")]
    assert len(installing) == 1
    assert 'pip install --quiet "$GITHUB_ACTION_PATH"' in installing[0]


def test_nothing_that_a_workflow_hands_in_becomes_part_of_a_script():
    assert not any(EXPRESSION.search(step.get("run", "")) for step in ACTION["runs"]["steps"])


@pytest.mark.parametrize("programs", ["bin", "Scripts"])
def test_the_action_finds_what_it_installed(tmp_path, programs):
    step = ACTION["runs"]["steps"][1]
    python = tmp_path / "python"
    # As Python does on a system: a folder of programs, in which pip is told what to install.
    python.write_text(
        f'#!/bin/sh\nmkdir -p "$3/{programs}"\n'
        f'printf "#!/bin/sh\\necho \\"\\$*\\"\\n" > "$3/{programs}/python"\n'
        f'chmod +x "$3/{programs}/python"\n',
        encoding="utf-8",
    )
    python.chmod(0o755)
    runner = tmp_path / "a runner"
    runner.mkdir()
    own = {"PYTHON": str(python), "GITHUB_ACTION_PATH": "/own check/out"}
    output = {"GITHUB_OUTPUT": str(tmp_path / "output")}
    assert run(step["run"], runner, **own, **output) == (
        0,
        "-m pip install --quiet /own check/out\n",
    )
    program = runner / "kunto" / programs / "kunto"
    assert (tmp_path / "output").read_text(encoding="utf-8") == f"program={program}\n"


def act(runner, **inputs):
    """Run the action's last step with these inputs."""
    step = ACTION["runs"]["steps"][-1]
    known = {name: one["default"] for name, one in ACTION["inputs"].items()}
    assert set(inputs) <= set(known)
    given = {f"inputs.{name}": value for name, value in (known | inputs).items()}
    given["steps.kunto.outputs.program"] = str(runner / "kunto" / "bin" / "kunto")
    variables = {
        name: EXPRESSION.sub(lambda found: given[found[1]], value)
        for name, value in step["env"].items()
    }
    return run(step["run"], runner, **variables)


@pytest.mark.parametrize(
    ("inputs", "code"),
    [
        ({}, 0),
        ({"path": "my lists\nkunto.yaml\n"}, 0),
        ({"path": "my lists", "strict": "true"}, 1),
        ({"path": "my lists", "strict": "True"}, 1),
        ({"strict": "", "format": ""}, 0),
        ({"strict": "yes"}, 2),
        ({"path": "my lists", "strict": "true", "ignore": "K330,K36"}, 0),
        ({"path": "my lists", "strict": "true", "select": "K330"}, 1),
        ({"path": "my lists", "against": "../an earlier.yaml"}, 1),
        ({"path": "my lists", "against": "$(touch stolen)"}, 3),
        ({"path": ""}, 2),
        ({"path": "--strict"}, 3),
        ({"path": "$(touch stolen)", "format": "github"}, 3),
        ({"path": "kunto.yaml", "format": "; touch stolen"}, 2),
    ],
)
def test_the_action_checks_what_it_is_told_to(client, inputs, code):
    done, said = act(client.parent / "runner", **inputs)
    assert done == code
    assert not (client / "stolen").exists()
    if code < 2 and "ignore" not in inputs:
        assert "::warning file=my lists/a.yaml,line=6,col=" in said


def test_the_action_writes_a_file_where_it_is_told_to(client):
    done, said = act(client.parent / "runner", format="sarif", output="kunto.sarif")
    assert (done, said) == (0, "")
    assert json.loads((client / "kunto.sarif").read_text(encoding="utf-8"))["version"] == "2.1.0"


DOCS = (ROOT / "docs" / "validate.md").read_text(encoding="utf-8")


def test_the_examples_of_the_action_hand_in_what_it_takes():
    blocks = re.findall(r"```yaml\n(.*?)```", DOCS, re.DOTALL)
    examples = [read_text("docs", block.encode()).data for block in blocks]
    jobs = [one["jobs"] for one in examples if isinstance(one, dict) and "jobs" in one]
    lists = [one for one in examples if isinstance(one, list)]
    lists += [job["steps"] for one in jobs for job in one.values()]
    steps = [step for one in lists for step in one]
    used = [step["with"] for step in steps if "/asiakaskunto-cli@" in step.get("uses", "")]
    assert len(used) == 2
    assert set().union(*used) <= set(ACTION["inputs"])


# GitLab


def test_the_example_for_gitlab_makes_the_report_that_it_hands_over(client):
    (example,) = re.findall(r"<!-- gitlab-ci -->\n```yaml\n(.*?)```", DOCS, re.DOTALL)
    (job,) = read_text("gitlab", example.encode()).data.values()
    install, check = job["script"]
    assert install.startswith("pip install ")
    assert job["variables"] == {"GIT_DEPTH": "0"}
    (client / "checklists").symlink_to("my lists")
    (client / "my lists" / "a.yaml").write_text(
        SOUND.replace("näit?", "siellä näit?"), encoding="utf-8"
    )
    base = committed(client)
    (client / "my lists" / "a.yaml").write_text(WARNED, encoding="utf-8")
    committed(client)
    # Only in a pipeline of a merge request does GitLab name what it is compared with.
    assert '"merge_request_event"' in job["rules"][0]["if"]
    report = client / job["artifacts"]["reports"]["codequality"]
    for variables, codes in (
        ({"CI_MERGE_REQUEST_DIFF_BASE_SHA": base}, {"K380"}),
        ({"CI_MERGE_REQUEST_DIFF_BASE_SHA": ""}, set()),
        ({}, set()),
    ):
        assert run(check, client.parent / "runner", **variables) == (1, "")
        issues = json.loads(report.read_text(encoding="utf-8"))
        told = {issue["check_name"] for issue in issues}
        assert "K330" in told
        assert {code for code in told if code.startswith("K38")} == codes


def committed(folder):
    """Commit everything in a folder; return the digest of the commit."""
    who = {
        f"GIT_{role}_{key}": value
        for role in ("AUTHOR", "COMMITTER")
        for key, value in (("NAME", "kunto"), ("EMAIL", "kunto@example.com"))
    }
    own = {"GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_SYSTEM": os.devnull}
    script = "git init -q -b main && git add -A && git commit -q -m x && git rev-parse HEAD"
    code, said = run(script, folder.parent / "runner", **who, **own)
    assert code == 0
    return said.strip()
