"""What is said of a change, and the JSON of a comparison."""

import pytest

from asiakaskunto_cli.analysis.comparison import (
    Comparison,
    GroupComparison,
    Obstacle,
    Verdict,
    WaveChange,
    WaveFigures,
    compare,
)
from asiakaskunto_cli.analysis.intervals import Interval
from asiakaskunto_cli.pages.blocks import Sentence, Table, Tone
from asiakaskunto_cli.pages.changes import change_words
from asiakaskunto_cli.pages.comparison import comparison_page
from asiakaskunto_cli.words import Method


def change(verdict, difference=6.04, interval=None, smallest=None, obstacle=None):
    return WaveChange(
        from_wave="2026-Q3",
        to_wave="2026-Q4",
        difference=difference,
        interval=interval,
        p_value=None,
        p_adjusted=None,
        distinguishable=None,
        smallest_visible=smallest,
        verdict=verdict,
        obstacle=obstacle,
    )


def words(of_change, n_before=8, n_after=8):
    waves = [
        WaveFigures("2026-Q3", n_before, 70.0, None, None),
        WaveFigures("2026-Q4", n_after, 76.0, None, None),
    ]
    said = change_words(of_change, waves, 0.95)
    assert said.startswith("2026-Q3 → 2026-Q4: ")
    return said.partition(": ")[2]


def test_a_change_that_may_be_chance():
    unclear = change(Verdict.UNCLEAR, interval=Interval(-0.5, 12.6), smallest=6.54)
    assert words(unclear) == (
        "Change +6.0 points (95 % interval −0.5…12.6; n = 8 and 8): cannot be told from chance. "
        "With these visits a change of about 6.5 points would stand out."
    )


@pytest.mark.parametrize(("verdict", "said"), [("better", "better"), ("worse", "worse")])
def test_a_change_that_stands_out(verdict, said):
    clear = change(Verdict(verdict), interval=Interval(1.0, 11.0), smallest=5.0)
    assert words(clear) == (
        f"Change +6.0 points (95 % interval 1.0…11.0; n = 8 and 8): {said}, and more than chance "
        "alone would explain."
    )


def test_one_visit_in_a_wave_is_only_changed():
    said = words(change(Verdict.CHANGED, difference=-2.5), n_before=1)
    assert said == (
        "Changed by −2.5 points (n = 1 and 8): one visit in a wave cannot show whether that is "
        "more than chance."
    )


def test_waves_without_variation_say_nothing_about_chance():
    assert words(change(Verdict.UNCLEAR, difference=0.0), 3, 4) == (
        "Changed by 0.0 points (n = 3 and 4): the visits of each wave all scored the same, so "
        "they cannot show whether that is more than chance."
    )


@pytest.mark.parametrize(
    ("obstacle", "said"),
    [
        (Obstacle.CHECKLIST, "The checklist changed, so these waves are not compared."),
        (
            Obstacle.SCORING,
            "The scoring of the checklist changed, so these waves are not compared.",
        ),
        (
            Obstacle.AREA_WEIGHTS,
            "The weights of the areas changed, so these waves are not compared.",
        ),
    ],
)
def test_waves_on_different_scales_are_not_compared(obstacle, said):
    assert words(change(Verdict.NOT_COMPARABLE, difference=None, obstacle=obstacle)) == said


@pytest.mark.parametrize("verdict", list(Verdict))
def test_no_sentence_ever_says_no_change(verdict):
    interval = None if verdict is Verdict.CHANGED else Interval(-1.0, 1.0)
    said = words(change(verdict, difference=0.0, interval=interval, smallest=1.0)).lower()
    assert "no change" not in said
    assert "improved" not in said


def test_the_tone_follows_the_verdict(collection_of):
    waves = (
        WaveFigures("2026-Q3", 4, 70.0, 1.0, Interval(69.0, 71.0)),
        WaveFigures("2026-Q4", 4, 76.0, 1.0, Interval(75.0, 77.0)),
    )
    tones = {}
    for verdict in Verdict:
        made = change(verdict, interval=Interval(-1.0, 1.0), smallest=1.0)
        group = GroupComparison("keskusta", "Keskusta", Method.TEST, waves, (made,))
        page = comparison_page(Comparison(0.95, (group,), ()), collection_of())
        tones[verdict] = page.blocks[-1].tone
    assert tones == {
        Verdict.BETTER: Tone.GOOD,
        Verdict.WORSE: Tone.BAD,
        Verdict.UNCLEAR: Tone.PLAIN,
        Verdict.CHANGED: Tone.PLAIN,
        Verdict.NOT_COMPARABLE: Tone.WARNING,
    }


def test_the_data_of_a_change_to_six_decimals(wave, collection_of):
    records = [
        *wave([71.2, 80.4, 77.9], wave="2026-Q3", day=-90),
        *wave([79.0, 86.3, 81.1], wave="2026-Q4"),
    ]
    comparison = compare(records)
    data = comparison_page(comparison, collection_of(records)).data
    figures = comparison.groups[0].changes[0]
    assert {key: data[key] for key in data if key != "groups"} == {
        "schema_version": 1,
        "kind": "comparison",
        "by": "site",
        "measure": "score",
        "confidence": 0.95,
        "excluded_reports": [],
    }
    (group,) = data["groups"]
    assert group["key"] == {"site": "keskusta", "method": "test"}
    assert group["trend"] is None
    assert group["waves"][0] == {
        "wave": "2026-Q3",
        "visits": 3,
        "mean": 76.5,
        "sd": 4.75710,
        "ci95": [64.682709, 88.317291],
    }
    assert group["changes"] == [
        {
            "from": "2026-Q3",
            "to": "2026-Q4",
            "measure": "score",
            "difference": round(figures.difference, 6),
            "ci95": [round(figures.interval.low, 6), round(figures.interval.high, 6)],
            "p_value": float(f"{figures.p_value:.6g}"),
            "p_adjusted": float(f"{figures.p_value:.6g}"),
            "distinguishable": False,
            "smallest_visible": round(figures.smallest_visible, 6),
            "verdict": "unclear",
            "common_items": None,
            "excluded_items": None,
        }
    ]


def test_every_file_that_is_left_out_is_in_the_data(uncounted, collection_of):
    records = uncounted()
    page = comparison_page(compare(records), collection_of(records, with_every_fault=True))
    assert page.data["excluded_reports"] == [
        {"file": "altered.json", "reason": "altered"},
        {"file": "copy (1).json", "reason": "duplicate"},
        {"file": "damaged.json", "reason": "damaged"},
        {"file": "empty.json", "reason": "unscored"},
        {"file": "half.json", "reason": "incomplete"},
        {"file": "newer.json", "reason": "newer_version"},
        {"file": "old.json", "reason": "superseded"},
        {"file": "other.json", "reason": "not_a_report"},
        {"file": "rehearsed.json", "reason": "rehearsal"},
        {"file": "staff.json", "reason": "internal"},
        {"file": "taken-back.json", "reason": "withdrawn"},
        {"file": "unreadable.json", "reason": "unreadable"},
    ]
    table = next(block for block in page.blocks if isinstance(block, Table))
    assert [row.cells[0] for row in table.rows] == [
        one["file"] for one in page.data["excluded_reports"]
    ]
    assert Sentence("There are no visits to compare.", Tone.WARNING) in page.blocks
