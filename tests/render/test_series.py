"""A series as a picture and as letters: everything in it also stands in words."""

import re
from itertools import pairwise
from xml.etree import ElementTree as ET

import pytest

from asiakaskunto_cli.pages.series import (
    Guide,
    GuideKind,
    Multiples,
    Panel,
    Series,
    SeriesPoint,
    axis_of,
)
from asiakaskunto_cli.render.series_svg import draw_panel, draw_series
from asiakaskunto_cli.render.sparkline import multiples_lines, series_lines, sparkline

HOSTILE = '</svg><script>x</script> " \x1b[31m \u202e'


def point(label, value, **facts):
    figure = "–" if value is None else f"{value:.1f}"
    return SeriesPoint(label, figure, f"{figure} (8 visits)", value, **facts)


@pytest.fixture
def series():
    points = (
        point("Q1", 60.0, low=50.0, high=70.0, dots=(55.0, 55.0, 70.0)),
        point("Q2", None),
        point("Q3", 80.0, outside=True),
    )
    return Series("Waves", points, 40.0, 100.0, (Guide(87.5, "Target 87.5", GuideKind.TARGET),))


def elements(svg, name, kind):
    root = ET.fromstring(str(svg))  # noqa: S314 our own drawing
    return [one for one in root.iter(name) if kind in one.get("class", "").split()]


def test_every_visit_is_a_dot_and_none_hides_another(series):
    dots = [
        (one.get("cx"), one.get("cy")) for one in elements(draw_series(series), "circle", "dot")
    ]
    assert len(dots) == len(set(dots)) == 3


def test_means_stand_where_they_lie_and_those_outside_are_marked(series):
    svg = draw_series(series)
    means = elements(svg, "circle", "mean")
    assert [one.get("class") for one in means] == ["mean", "mean outside"]
    # The axis is from 40 to 100 over 176 units of height, from 10 down to 186.
    assert [float(one.get("cy")) for one in means] == pytest.approx(
        [186 - 176 * 20 / 60, 186 - 176 * 40 / 60], abs=0.1
    )
    (interval,) = elements(svg, "path", "range")
    assert f"{186 - 176 * 10 / 60:.1f}" in interval.get("d")


def test_a_guide_has_its_label_beside_the_drawing(series):
    svg = draw_series(series)
    (guide,) = elements(svg, "path", "guide")
    assert guide.get("class") == "guide target"
    assert "Target 87.5" in [one.text for one in elements(svg, "text", "axis")]


def test_labels_of_guides_make_room_for_each_other():
    guides = tuple(Guide(value, str(value), GuideKind.LIMIT) for value in (80.0, 80.5, 81.0))
    svg = draw_series(Series("Waves", (point("Q1", 60.0),), 0.0, 100.0, guides))
    levels = [
        float(one.get("y")) for one in elements(svg, "text", "start") if "8" in (one.text or "")
    ]
    assert all(later - earlier >= 13 for earlier, later in pairwise(levels))


@pytest.mark.parametrize("draw", [draw_series, draw_panel])
def test_everything_is_said_in_words_too(series, draw):
    root = ET.fromstring(str(draw(series)))  # noqa: S314 our own drawing
    assert root.get("role") == "img"
    assert root.get("aria-label") == (
        "Waves. Q1: 60.0 (8 visits); Q2: – (8 visits); Q3: 80.0 (8 visits); Target 87.5."
    )


@pytest.mark.parametrize("draw", [draw_series, draw_panel])
def test_text_of_people_stays_text(draw):
    svg = str(draw(Series(HOSTILE, (point(HOSTILE, 60.0),), 0.0, 100.0)))
    assert "<script" not in svg
    assert not re.search("[\x00-\x08\x0b-\x1f\u202e]", svg)
    ET.fromstring(svg)  # noqa: S314 our own drawing


def test_of_many_waves_as_many_are_named_as_there_is_room_for():
    points = tuple(point(f"2026-{number:02}", 60.0) for number in range(24))
    svg = draw_series(Series("Waves", points, 0.0, 100.0))
    names = [one.text for one in elements(svg, "text", "name")]
    assert names[-1] == "2026-23"
    assert len(names) == 8


def test_the_shape_in_letters(series):
    assert sparkline(series) == "▃·▆"
    assert list(series_lines(series)) == ["▃·▆  60.0 → 80.0", "┊ Target 87.5"]


def test_many_shapes_stand_under_their_groups(series):
    long = Series("A title that is far too long for half of the line", series.points, 40.0, 100.0)
    multiples = Multiples("All", (Panel(series, "Shop"), Panel(long, "Shop"), Panel(series)))
    assert list(multiples_lines(multiples, 40, len)) == [
        ("Shop", True),
        ("  Waves                 ▃·▆  60.0 → 80.0", False),
        ("  A title that is far too long for half of the line", False),
        ("                        ▃·▆  60.0 → 80.0", False),
        ("Waves                 ▃·▆  60.0 → 80.0", False),
    ]


@pytest.mark.parametrize(
    ("values", "ends"),
    [
        ([], (0.0, 100.0)),
        ([72.0, 74.0], (70.0, 90.0)),
        ([99.0], (80.0, 100.0)),
        ([1.0], (0.0, 20.0)),
        ([-20.0, 130.0], (0.0, 100.0)),
        ([41.0, 89.0], (40.0, 90.0)),
    ],
)
def test_an_axis_holds_all_figures_and_is_never_so_short_that_noise_looks_large(values, ends):
    points = [point("Q1", value) for value in values]
    assert axis_of(points, (), 0.0, 100.0) == ends


def test_what_cannot_be_compared_is_not_joined():
    points = (point("Q1", 60.0), point("Q2", 70.0, joined=False), point("Q3", 80.0))
    series = Series("Waves", points, 40.0, 100.0)
    assert list(series_lines(series)) == ["▃╎▅▆  70.0 → 80.0"]
    (path,) = elements(draw_series(series), "path", "path")
    assert re.sub(r"[\d. ]+", "", path.get("d")) == "MML"
