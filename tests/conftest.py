"""What every test may use."""

import json
from pathlib import Path

import pytest

HERE = Path(__file__).parent


@pytest.fixture(scope="session")
def reference_cases():
    """The numbers with known answers, by case id."""
    document = json.loads((HERE / "reference_cases.json").read_text(encoding="utf-8"))
    return {case["id"]: case for case in document["cases"]}
