"""A drawn chart: every figure lies where the axis says, and is told in words as well."""

from xml.etree import ElementTree as ET

import pytest

from asiakaskunto_cli.pages.blocks import Bar, Chart, Mark
from asiakaskunto_cli.render.svg import WIDTH, description, draw


def drawn(chart):
    return ET.fromstring(str(draw(chart)))  # noqa: S314 what is read is our own


def of_class(svg, name):
    return [one for one in svg.iter() if one.get("class") == name]


def test_a_bar_reaches_from_zero_to_its_figure():
    svg = drawn(Chart("Index", (Bar("Asema", "75.0", 75.0),)))
    (bar,) = of_class(svg, "value")
    assert (float(bar.get("x")), float(bar.get("width"))) == (0, 0.75 * WIDTH)


@pytest.mark.parametrize(("value", "left", "width"), [(-20.0, 0.4, 0.1), (40.0, 0.5, 0.2)])
def test_a_bar_on_an_axis_through_zero_points_to_its_side(value, left, width):
    svg = drawn(Chart("NPS", (Bar("Asema", "x", value),), low=-100, high=100))
    (bar,) = of_class(svg, "value")
    assert float(bar.get("x")) == pytest.approx(left * WIDTH)
    assert float(bar.get("width")) == pytest.approx(width * WIDTH)


def test_an_interval_has_both_its_ends():
    svg = drawn(Chart("Index", (Bar("Asema", "75.0", 75.0, 50.0, 100.0),)))
    (path,) = of_class(svg, "interval")
    assert path.get("d").startswith(f"M{0.5 * WIDTH:.1f} ")
    assert f"H{WIDTH:.1f}" in path.get("d")


def test_what_has_no_figure_has_no_bar():
    svg = drawn(Chart("Index", (Bar("Asema", "–", None, 10.0, 20.0),)))
    assert (of_class(svg, "value"), of_class(svg, "interval")) == ([], [])
    assert [one.text for one in of_class(svg, "figure")] == ["–"]


def test_a_mark_crosses_every_bar_and_says_what_it_is():
    bars = (Bar("Asema", "70", 70.0), Bar("Satama", "–", None))
    svg = drawn(Chart("Index", bars, marks=(Mark(87.5, "Target 87.5"),)))
    assert {one.get("d").split(" ")[0] for one in of_class(svg, "mark")} == {"M420.0"}
    assert len(of_class(svg, "mark")) == len(bars)
    assert [one.text for one in of_class(svg, "axis")] == ["Target 87.5"]


def test_nothing_lies_outside_of_the_picture():
    bars = (Bar("Asema", "x", 120.0, -50.0, 300.0, "Group"), Bar("Satama", "x", -3.0))
    svg = drawn(Chart("Index", bars, marks=(Mark(99.0, "A long word about it"),)))
    _left, _top, width, height = map(float, svg.get("viewBox").split())
    for one in svg.iter():
        if "x" in one.attrib:
            assert 0 <= float(one.get("x")) <= width
            assert float(one.get("x")) + float(one.get("width", 0)) <= width
            assert 0 <= float(one.get("y")) <= height


def test_who_sees_nothing_is_told_everything():
    chart = Chart(
        "Areas",
        (Bar("Asema", "70", 70.0, group="Skills"), Bar("Satama", "–", None)),
        marks=(Mark(75.0, "Target 75"),),
    )
    assert description(chart) == "Skills – Asema: 70; Skills – Satama: –; Target 75."
    svg = drawn(chart)
    assert svg.get("aria-label") == f"Areas. {description(chart)}"
    assert [one.text for one in svg if one.tag in ("title", "desc")] == [
        *("Areas", description(chart)),
    ]
