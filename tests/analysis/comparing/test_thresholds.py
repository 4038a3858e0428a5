"""What a scheduled job fails on: what can be told from chance, unless noise is to count too."""

import pytest

from asiakaskunto_cli.analysis.comparing.thresholds import Condition, FailOn, crossings
from asiakaskunto_cli.analysis.comparison import compare

CLEAR_DROP = [80.0, 81.0, 82.0], [70.0, 71.0, 72.0]
NOISY_DROP = [60.0, 80.0, 100.0], [55.0, 70.0, 85.0]
RISE = [70.0, 71.0, 72.0], [80.0, 81.0, 82.0]
SINGLE_DROP = [90.0], [60.0]


def crossed(records, word, targets=None, *, noise_too=False):
    found = crossings(compare(records), [FailOn.parse(word)], targets or {}, noise_too=noise_too)
    return [one.group.value("site") for one in found]


def two_waves(visits, scores, **facts):
    before, after = scores
    return visits(before, wave="w1", **facts) + visits(after, wave="w2", day=90, **facts)


@pytest.mark.parametrize(
    ("word", "scores", "noise_too", "fails"),
    [
        ("worse", CLEAR_DROP, False, True),
        ("worse", NOISY_DROP, False, False),
        ("worse", NOISY_DROP, True, True),
        ("worse", SINGLE_DROP, False, False),
        ("worse", SINGLE_DROP, True, True),
        ("worse", RISE, True, False),
        ("drop:5", CLEAR_DROP, False, True),
        ("drop:10", CLEAR_DROP, False, True),
        ("drop:10.5", CLEAR_DROP, False, False),
        ("drop:5", NOISY_DROP, False, False),
        ("drop:5", NOISY_DROP, True, True),
        ("drop:10.5", NOISY_DROP, True, False),
    ],
)
def test_a_drop(visits, word, scores, noise_too, fails):
    records = two_waves(visits, scores)
    assert crossed(records, word, noise_too=noise_too) == (["keskusta"] if fails else [])


def test_only_the_newest_change_counts(visits):
    records = [*two_waves(visits, CLEAR_DROP), *visits([71.0, 72.0], wave="w3", day=180)]
    assert crossed(records, "worse") == []


def test_waves_that_are_not_compared_drop_nothing(visits):
    records = [
        *visits([80.0, 81.0], wave="w1"),
        *visits([50.0, 51.0], wave="w2", day=90, scoring_sha256="b" * 64),
    ]
    assert crossed(records, "worse", noise_too=True) == []


@pytest.mark.parametrize(
    ("scores", "target", "noise_too", "fails"),
    [
        ([70.0, 71.0, 72.0], 75.0, False, True),
        ([70.0, 71.0, 72.0], 73.0, False, False),
        ([70.0, 71.0, 72.0], 73.0, True, True),
        ([70.0, 71.0, 72.0], 71.0, True, False),
        ([70.0], 75.0, False, False),
        ([70.0], 75.0, True, True),
        ([70.0, 70.0, 70.0], 75.0, False, False),
    ],
)
def test_below_the_target_means_the_whole_interval(visits, scores, target, noise_too, fails):
    records = visits(scores, wave="w1")
    found = crossed(records, "below-target", {"keskusta": target}, noise_too=noise_too)
    assert found == (["keskusta"] if fails else [])


def test_a_site_without_a_target_is_below_none(visits):
    assert crossed(visits([10.0, 11.0]), "below-target", {"asema": 75.0}) == []


def test_a_failed_critical_item_of_the_newest_wave_is_no_noise(visits, visit):
    failed = visit(99.0, wave="w2", day=95, critical_failed=("a",), file="failed.json")
    assert crossed([*two_waves(visits, RISE), failed], "critical") == ["keskusta"]
    earlier = visit(99.0, wave="w1", day=5, critical_failed=("a",), file="failed.json")
    assert crossed([*two_waves(visits, RISE), earlier], "critical") == []
    unchecked = visit(99.0, wave="w2", day=95, critical_unchecked=("a",), file="failed.json")
    assert crossed([*two_waves(visits, RISE), unchecked], "critical") == []


def test_conditions_are_written_as_they_are_read():
    words = ["worse", "below-target", "critical", "drop:5", "drop:2.5"]
    assert [FailOn.parse(word).text for word in words] == words
    assert FailOn.parse("drop:5") == FailOn(Condition.DROP, 5.0)


@pytest.mark.parametrize(
    "word", ["", "better", "drop", "drop:", "drop:0", "drop:-5", "drop:nan", "drop:x", "worse:5"]
)
def test_no_condition_is_refused(word):
    with pytest.raises(ValueError, match="no condition"):
        FailOn.parse(word)
