"""Comparisons of visits with their answers."""

import pytest

from asiakaskunto_cli.analysis.comparing.measures import Measure
from asiakaskunto_cli.analysis.comparing.request import Dimension, Request
from asiakaskunto_cli.analysis.comparison import compare


def compare_details(visits, **asked):
    """Return the comparison of visits, their answers read where they are needed."""
    by_file = {}
    for number, visit in enumerate(visits):
        # Visits made on the same day would have one file.
        record = visit.record
        assert record.file not in by_file, f"two visits in {record.file} ({number})"
        by_file[record.file] = visit
    if "measure" in asked:
        asked["measure"] = Measure.parse(asked["measure"])
    if "by" in asked:
        asked["by"] = tuple(Dimension.parse(one) for one in asked["by"].split(","))
    return compare([one.record for one in visits], Request(**asked), by_file.__getitem__)


@pytest.fixture(scope="session")
def compared():
    return compare_details


@pytest.fixture(scope="session")
def only_change():
    """From visits of one group in two waves to the one change."""

    def change(visits, **asked):
        (group,) = compare_details(visits, **asked).groups
        (found,) = group.changes
        return found

    return change
