"""Two versions of a checklist, made from the keys that a test is about."""

import pytest

from asiakaskunto_cli.checklist.changes.find import changes_between


@pytest.fixture(scope="session")
def changes_of(make_checklist):
    """From two versions (one given whole, the other by what is replaced in it) to the changes."""

    def run(text, *replaced):
        other = text
        for old, new in replaced:
            assert other.count(old) == 1
            other = other.replace(old, new)
        return changes_between(make_checklist(text), make_checklist(other))

    return run
