"""Version numbers: what a change owes, and their order."""

import pytest

from asiakaskunto_cli.checklist.changes.bump import Bump, Version, greatest


@pytest.mark.parametrize(
    ("bump", "owed"),
    [(None, "1.2.3"), (Bump.PATCH, "1.2.4"), (Bump.MINOR, "1.3.0"), (Bump.MAJOR, "2.0.0")],
)
def test_a_change_owes_the_next_version_of_its_kind(bump, owed):
    assert str(Version.parse("1.2.3").raised(bump)) == owed


def test_the_greatest_bump_covers_all():
    assert greatest([Bump.MINOR, Bump.MAJOR, Bump.PATCH]) is Bump.MAJOR
    assert greatest([Bump.PATCH, Bump.MINOR]) is Bump.MINOR
    assert greatest([]) is None


def test_versions_are_ordered_as_numbers_not_as_text():
    versions = ["10.0.0", "1.2.10", "2.0.0", "1.10.0", "1.2.9", "0.9.0"]
    in_order = ["0.9.0", "1.2.9", "1.2.10", "1.10.0", "2.0.0", "10.0.0"]
    assert sorted(versions, key=Version.parse) == in_order
