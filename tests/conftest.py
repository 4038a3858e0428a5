"""What every test may use."""

import json
import os
import re
import signal
from pathlib import Path
from textwrap import dedent, indent

import pytest
from hypothesis import settings

from asiakaskunto_cli.checklist.load import load_checklist
from asiakaskunto_cli.language import speaking
from asiakaskunto_cli.source.reader import read_text

HERE = Path(__file__).parent

# What runs the tests in the background ignores Ctrl-C, and so would every kunto that they start.
signal.signal(signal.SIGINT, signal.default_int_handler)

# Few examples, the same ones every time, at every commit; many, and new ones, by
# HYPOTHESIS_PROFILE=thorough. A slow machine is no reason to fail.
settings.register_profile("quick", max_examples=20, deadline=None, derandomize=True)
settings.register_profile("thorough", max_examples=400, deadline=None)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "quick"))

HEADER = {
    "kunto": "kunto: 1\n",
    "id": "id: lista\n",
    "version": "version: 1.0.0\n",
    "method": "method: observe\n",
    "languages": "languages: [fi]\n",
}


MOST_WORKERS = 4  # more only collect the tests once more each


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_auto_num_workers(config):
    """Return one worker for each core, at least two: some tests wait. Named tests run at once."""
    if config.args_source is not config.ArgsSource.TESTPATHS:
        config.option.dist = "no"
        return 0
    return min(MOST_WORKERS, max(2, len(os.sched_getaffinity(0))))


def checklist_text(body):
    """Return a whole checklist from the keys that a test is about.

    ``items`` at the top becomes one section; what a checklist needs and the body lacks is added.
    """
    chunks = [chunk for chunk in re.split(r"(?m)^(?=[a-z_]+:)", dedent(body)) if chunk.strip()]
    keys = HEADER | {chunk.partition(":")[0]: chunk for chunk in chunks}
    languages = re.findall(r"[a-z]{2}", keys["languages"].partition(":")[2])
    title = ", ".join(f"{language}: Osa" for language in languages)
    keys.setdefault("title", f"title: {{{title}}}\n")
    if "items" in keys:
        items = indent(keys.pop("items"), "    ")
        keys["sections"] = f"sections:\n  - id: osa\n    title: {{{title}}}\n{items}"
    return "".join(f"{chunk.rstrip()}\n" for chunk in keys.values())


def loaded(body):
    """Return what becomes of a checklist: itself, or its findings."""
    return load_checklist(read_text("lista.yaml", checklist_text(body).encode()))


def valid_checklist(body):
    """Return the checklist, which must have no findings."""
    result = loaded(body)
    assert result.findings == ()
    return result.checklist


@pytest.fixture(autouse=True)
def _begin_in_english():
    """Let every test begin in English, whatever the one before it spoke."""
    with speaking("en"):
        yield


@pytest.fixture(scope="session", autouse=True)
def index_of_the_tests(tmp_path_factory):
    """Keep the index of whoever runs the tests out of them, and their reports out of it."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("KUNTO_CACHE_DIR", str(tmp_path_factory.mktemp("cache")))
        yield


@pytest.fixture(scope="session")
def reference_cases():
    """The numbers with known answers, by case id."""
    document = json.loads((HERE / "reference_cases.json").read_text(encoding="utf-8"))
    return {case["id"]: case for case in document["cases"]}


@pytest.fixture(scope="session")
def load():
    """From the keys of a checklist to the checklist, or its findings."""
    return loaded


@pytest.fixture(scope="session")
def as_checklist():
    """From the keys of a checklist to the text of a whole one."""
    return checklist_text


@pytest.fixture(scope="session")
def make_checklist():
    """From the keys of a checklist to the checklist."""
    return valid_checklist
