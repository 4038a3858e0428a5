"""Files that the docs show: whoever copies one has a file without errors or warnings."""

import re
from pathlib import Path

import pytest

from asiakaskunto_cli.cli.kinds import Surroundings, findings_of
from asiakaskunto_cli.source.finding import Severity
from asiakaskunto_cli.source.reader import read_text

ROOT = Path(__file__).parents[1]
PAGES = [ROOT / "README.md", *sorted((ROOT / "docs").glob("*.md"))]
BLOCK = re.compile(r"(?m)^```yaml\n(.*?)^```", re.DOTALL)


def files():
    """Yield the whole files among the examples, with the names that they would have."""
    for page in PAGES:
        for number, text in enumerate(BLOCK.findall(page.read_text(encoding="utf-8"))):
            data = read_text(page.name, text.encode()).data
            if isinstance(data, dict) and ("kunto" in data or "programme" in data):
                name = "kunto.yaml" if "programme" in data else f"{page.stem}-{number}.yaml"
                yield pytest.param(name, text, id=f"{page.stem}-{number}")


FILES = list(files())


def test_the_docs_show_every_kind_of_file():
    kinds = {read_text("", file.values[1].encode()).data.get("kind") for file in FILES}
    assert kinds >= {None, "practices", "figures", "answers"}
    assert "kunto.yaml" in [file.values[0] for file in FILES]


@pytest.mark.parametrize(("name", "text"), FILES)
def test_a_file_that_the_docs_show_can_be_copied(tmp_path, name, text):
    path = tmp_path / name
    path.write_text(text, encoding="utf-8")
    found = findings_of(path, Surroundings())
    assert [one for one in found if one.severity is not Severity.INFORMATION] == []
