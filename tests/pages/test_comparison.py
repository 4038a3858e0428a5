"""What is said of changes, and the page and the JSON of a comparison."""

from dataclasses import replace
from datetime import date

import pytest

from asiakaskunto_cli.analysis.comparing.measures import Kind, Measure
from asiakaskunto_cli.analysis.comparing.request import Dimension, Period, Request
from asiakaskunto_cli.analysis.comparing.results import (
    Difference,
    Obstacle,
    SiteMix,
    Verdict,
    WaveChange,
)
from asiakaskunto_cli.analysis.comparison import compare
from asiakaskunto_cli.analysis.intervals import Interval
from asiakaskunto_cli.language import speaking
from asiakaskunto_cli.pages.blocks import Entry, Heading, Later, Row, Sentence, Table, Tone
from asiakaskunto_cli.pages.changes import change_words
from asiakaskunto_cli.pages.comparison import comparison_page
from asiakaskunto_cli.pages.series import GuideKind, Multiples, Series
from asiakaskunto_cli.programme.model import Programme
from asiakaskunto_cli.words import Method

NO_BREAK = "\N{NO-BREAK SPACE}"
REQUEST = Request()


def change(verdict, difference=6.04, interval=None, smallest=None, **facts):
    overall = Difference("score", difference, interval, None, None, None, smallest, verdict)
    given = {"before": 8, "after": 8} | facts
    return WaveChange("2026-Q3", "2026-Q4", overall=overall, **given)


def words(of_change, kind=Kind.MEAN, request=REQUEST):
    said = change_words(of_change, kind, request)
    waves, _colon, rest = said.partition(": ")
    assert waves == f"2026-Q3{NO_BREAK}→{NO_BREAK}2026-Q4"
    return rest


def test_a_change_that_may_be_chance():
    unclear = change(Verdict.UNCLEAR, interval=Interval(-0.5, 12.6), smallest=6.54)
    assert words(unclear) == (
        "Change +6.0 points (95 % interval −0.5…12.6; n = 8 and 8): cannot be told from chance. "
        "With these visits a change of about 6.5 points would stand out."
    )


def test_the_same_in_finnish():
    unclear = change(Verdict.UNCLEAR, interval=Interval(-0.481, 12.556), smallest=6.5185)
    with speaking("fi"):
        assert words(unclear) == (
            "Muutos +6,0 pistettä (95 %:n luottamusväli −0,5…12,6; n = 8 ja 8): ei erotu "
            "satunnaisvaihtelusta. Näillä käynneillä erottuisi noin 6,5 pisteen muutos."
        )


@pytest.mark.parametrize("verdict", ["better", "worse"])
def test_a_change_that_stands_out(verdict):
    clear = change(Verdict(verdict), interval=Interval(1.0, 11.0), smallest=5.0)
    assert words(clear) == (
        "Change +6.0 points (95 % interval 1.0…11.0; n = 8 and 8): stands out from chance, for the "
        f"{verdict}."
    )


def test_one_visit_in_a_wave_is_only_changed():
    assert words(change(Verdict.CHANGED, difference=-2.5, before=1)) == (
        "Changed by −2.5 points (n = 1 and 8): one visit in a wave cannot show whether that is "
        "more than chance."
    )


def test_of_an_index_one_visit_is_one_by_a_method():
    index = Request(measure=Measure.parse("index"))
    assert words(change(Verdict.CHANGED), request=index) == (
        "Changed by +6.0 points (n = 8 and 8): one visit by a method in a wave cannot show whether "
        "that is more than chance."
    )


def test_waves_without_variation_say_nothing_about_chance():
    assert words(change(Verdict.UNCLEAR, difference=0.0, before=3, after=4)) == (
        "Changed by 0.0 points (n = 3 and 4): there was no variation among them, so they cannot "
        "show whether that is more than chance."
    )


def test_a_share_changes_by_percentage_points():
    unclear = change(Verdict.UNCLEAR, interval=Interval(-10.0, 40.0), smallest=25.0)
    assert words(unclear, Kind.SHARE).startswith("Change +6.0 percentage points (")
    assert words(unclear, Kind.SHARE).endswith("about 25.0 percentage points would stand out.")


def test_several_sites_are_counted_instead_of_their_visits():
    mix = SiteMix(("a", "b", "c"), (), None)
    unclear = change(Verdict.UNCLEAR, interval=Interval(-0.5, 12.6), smallest=6.5, site_mix=mix)
    assert words(unclear) == (
        "Change +6.0 points (95 % interval −0.5…12.6; 3 sites): cannot be told from chance. "
        "With these sites a change of about 6.5 points would stand out."
    )


def test_an_interval_goes_no_farther_than_scores_can_change():
    hopeless = change(Verdict.UNCLEAR, interval=Interval(-206.0, 218.0), smallest=212.0)
    assert words(hopeless) == (
        "Change +6.0 points (95 % interval −100.0…100.0; n = 8 and 8): cannot be told from "
        "chance. With visits as few and as varied as these no change at all would stand out."
    )
    mix = SiteMix(("a", "b"), (), None)
    assert words(replace(hopeless, site_mix=mix)).endswith(
        "With sites as few as these, and as far apart, no change at all would stand out."
    )
    nps = Request(measure=Measure.parse("nps"))
    assert "−200.0…200.0" in words(hopeless, Kind.NPS, nps)


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
        (
            Obstacle.METHODS,
            "Not the same methods were used, so the indexes of these waves are not compared.",
        ),
        (Obstacle.SITES, "No site has visits in both waves, so they are not compared."),
        (
            Obstacle.TOO_FEW,
            "Results of fewer than 5 visits are not told, nor any that would give them away.",
        ),
    ],
)
def test_waves_that_are_not_compared_say_why(obstacle, said):
    assert words(change(Verdict.NOT_COMPARABLE, difference=None, obstacle=obstacle)) == said


@pytest.mark.parametrize("language", ["en", "fi"])
@pytest.mark.parametrize("verdict", list(Verdict))
def test_no_sentence_ever_says_no_change(verdict, language):
    interval = None if verdict is Verdict.CHANGED else Interval(-1.0, 1.0)
    with speaking(language):
        said = words(change(verdict, difference=0.0, interval=interval, smallest=1.0)).lower()
    for never in ("no change", "improved", "ei muutosta", "ei muuttunut", "pysyi samana"):
        assert never not in said


def page_of(records, collection_of, request=None, **arguments):
    return comparison_page(
        compare(records, request), collection_of(records), Programme(), "en", **arguments
    )


def two_waves(wave, before, after, **facts):
    return [
        *wave(before, wave="2026-Q3", day=-90, **facts),
        *wave(after, wave="2026-Q4", **facts),
    ]


def kinds(page, kind):
    return [block for block in page.blocks if isinstance(block, kind)]


@pytest.mark.parametrize(
    ("before", "after", "tone"),
    [
        ([60.0, 61.0, 62.0], [80.0, 81.0, 82.0], Tone.GOOD),
        ([80.0, 81.0, 82.0], [60.0, 61.0, 62.0], Tone.BAD),
        ([60.0, 70.0, 80.0], [61.0, 71.0, 81.0], Tone.PLAIN),
        ([60.0], [80.0], Tone.PLAIN),
    ],
)
def test_the_tone_follows_the_verdict(wave, collection_of, before, after, tone):
    page = page_of(two_waves(wave, before, after), collection_of)
    entry = next(block for block in kinds(page, Entry) if "→" in block.text)
    assert entry.tone is tone


def test_a_change_from_one_visit_is_no_tested_one(wave, collection_of):
    page = page_of(two_waves(wave, [60.0], [80.0, 82.0]), collection_of)
    assert page.blocks[1] == Sentence("No change could be tested: the reasons are told below.")


def test_what_stands_out_comes_first_and_every_kind_under_its_name(wave, collection_of):
    records = [
        *two_waves(wave, [60.0, 70.0], [66.0, 76.0], site="a"),
        *two_waves(wave, [80.0, 81.0, 82.0], [60.0, 61.0, 62.0], site="b"),
        *two_waves(wave, [60.0, 61.0, 62.0], [80.0, 81.0, 82.0], site="c"),
        *two_waves(wave, [60.0], [66.0], site="d"),
        *wave([60.0, 61.0], wave="2026-Q3", day=-90, site="e", checklist="vanha"),
        *wave([60.0, 61.0], wave="2026-Q4", site="e"),
        *wave([60.0, 61.0], wave="2026-Q4", site="f"),
    ]
    page = page_of(records, collection_of)
    assert page.blocks[1] == Sentence(
        "3 changes were tested, each alone. Standing out from chance: 1 for the better, 1 for the "
        "worse."
    )
    table = kinds(page, Table)[0]
    waves = f"2026-Q3{NO_BREAK}→{NO_BREAK}2026-Q4"
    assert [(row.group, row.cells[0]) for row in table.rows] == [
        ("Stands out from chance, for the better", "C · mystery shopping"),
        ("Stands out from chance, for the worse", "B · mystery shopping"),
        ("Newest change cannot be told from chance", "A · mystery shopping"),
        ("Only one visit in a wave", "D · mystery shopping"),
        ("Not compared", "E · mystery shopping"),
    ]
    assert table.rows[0].cells[1:] == (waves, "+20.0", "17.7…22.3")
    assert table.rows[-1].cells[1:] == (waves, "–", "–")
    single = kinds(page, Table)[-1]
    assert single.rows == (Row(("F · mystery shopping", "2026-Q4", "2", "60.5", "54.1…66.9")),)


def test_many_changes_are_said_to_stand_out_by_chance_too(wave, collection_of):
    records = [
        record
        for number in range(20)
        for record in two_waves(wave, [60.0, 70.0], [61.0, 71.0], site=f"s{number}")
    ]
    page = page_of(records, collection_of)
    assert page.blocks[2] == Sentence(
        "Of so many, about 1.0 would stand out even if nothing had changed anywhere."
    )


def test_a_critical_item_is_told_whatever_the_score(record, wave, collection_of):
    records = [
        *two_waves(wave, [90.0, 91.0], [92.0, 93.0]),
        record(99.0, critical_failed=("greeted",), file="critical.json"),
    ]
    entry = kinds(page_of(records, collection_of), Entry)[0]
    assert entry == Entry(
        "Keskusta · mystery shopping, 2026-Q4: a critical item failed, whatever the score: "
        "“greeted”",
        ("critical.json",),
        Tone.BAD,
    )


def test_a_critical_item_is_told_once_of_the_same_visits(record, wave, collection_of):
    records = [
        *two_waves(wave, [90.0, 91.0], [92.0, 93.0]),
        record(99.0, critical_failed=("greeted",), file="critical.json"),
    ]
    by_area = Request(by=(Dimension.parse("site"), Dimension.parse("area")))
    told = [
        entry.text
        for entry in kinds(page_of(records, collection_of, by_area), Entry)
        if entry.tone is Tone.BAD
    ]
    assert told == [
        (
            "Keskusta · mystery shopping, 2026-Q4: a critical item failed, whatever the score: "
            "“greeted”"
        )
    ]


def test_the_waves_are_drawn_with_their_visits_and_the_target(wave, collection_of):
    page = page_of(
        two_waves(wave, [60.0, 62.0], [80.0, 82.0]), collection_of, targets={"keskusta": 87.5}
    )
    (series,) = kinds(page, Series)
    assert [(point.label, point.value, point.dots) for point in series.points] == [
        ("2026-Q3", 61.0, (60.0, 62.0)),
        ("2026-Q4", 81.0, (80.0, 82.0)),
    ]
    assert series.points[0].text == "61.0 (48.3…73.7; 2 visits)"
    assert [(one.value, one.kind) for one in series.guides] == [(87.5, GuideKind.TARGET)]
    assert (series.low, series.high) == (40.0, 100.0)


def test_several_groups_are_drawn_side_by_side_on_one_axis(wave, collection_of):
    records = [
        *two_waves(wave, [60.0, 62.0], [80.0, 82.0]),
        *two_waves(wave, [30.0, 32.0], [20.0, 22.0], method=Method.ASK),
    ]
    (multiples,) = kinds(page_of(records, collection_of), Multiples)
    ((group, drawn),) = multiples.groups
    assert (group, [series.title for series in drawn]) == (
        "Keskusta",
        ["mystery shopping", "customer interviews"],
    )
    assert {(series.low, series.high) for series in drawn} == {(0.0, 100.0)}


def test_eight_waves_have_a_direction_limits_and_ranges(wave, collection_of):
    records = [
        record
        for number, mean in enumerate((70.0, 71.0, 70.0, 71.0, 70.0, 71.0, 91.0, 71.0))
        for record in wave([mean - 1, mean + 1], wave=f"2026-{number}", day=30 * number)
    ]
    page = page_of(records, collection_of)
    said = [block.text for block in kinds(page, Sentence)]
    assert "Outside of the natural limits 56.0…90.2: 2026-6." in said
    assert "The limits are provisional: they come from 8 waves, and settle from ten on." in said
    chart, ranges = kinds(page, Series)
    assert [point.label for point in chart.points if point.outside] == ["2026-6"]
    assert [guide.kind for guide in chart.guides] == ["limit", "mean", "limit"]
    assert [point.value for point in ranges.points] == [1.0, 1.0, 1.0, 1.0, 1.0, 20.0, 20.0]


def test_limits_go_no_farther_than_scores_can(wave, collection_of):
    records = [
        record
        for number, mean in enumerate((5.0, 95.0, 5.0, 95.0, 5.0, 95.0))
        for record in wave([mean - 1, mean + 1], wave=f"2026-{number}", day=30 * number)
    ]
    page = page_of(records, collection_of)
    assert Sentence("They all lie within the natural limits 0.0…100.0.") in page.blocks
    chart, _ranges = kinds(page, Series)
    assert [guide.value for guide in chart.guides] == [100.0, 50.0, 0.0]


def test_a_single_visit_by_a_method_is_listed_as_that(wave, collection_of):
    records = two_waves(wave, [60.0], [80.0, 82.0])
    index = Request(by=(Dimension.parse("site"),), measure=Measure.parse("index"))
    (row,) = kinds(page_of(records, collection_of, index), Table)[0].rows
    assert row.group == "Only one visit by a method in a wave"


def test_a_baseline_without_visits_in_a_group_is_told(wave, collection_of):
    records = [
        *two_waves(wave, [60.0, 62.0], [80.0, 82.0], site="a"),
        *wave([60.0], wave="2026-Q1", day=-300, site="b"),
    ]
    page = page_of(records, collection_of, Request(baseline="2026-Q1"))
    assert (
        Sentence(
            "The wave 2026-Q1 has no visits in this group, so nothing is compared with it.",
            Tone.WARNING,
        )
        in page.blocks
    )


def test_nothing_comes_after_the_newest_wave(wave, collection_of):
    records = two_waves(wave, [60.0, 62.0], [80.0, 82.0])
    page = page_of(records, collection_of, Request(baseline="2026-Q4"))
    assert page.blocks[1] == Sentence("No group has visits both in the wave 2026-Q4 and after it.")
    assert (
        Sentence(
            "The wave 2026-Q4 is the newest of this group: nothing can be held against it.",
            Tone.WARNING,
        )
        in page.blocks
    )


def test_groups_with_a_wave_each_are_not_one_wave(wave, collection_of):
    before, after = (wave([60.0], wave=name, site=name) for name in ("2026-Q3", "2026-Q4"))
    assert page_of([*before, *after], collection_of).blocks[1] == Sentence(
        "No group has visits in two waves: there is nothing to compare yet."
    )
    assert page_of(before, collection_of).blocks[1] == Sentence(
        "Only one wave has visits: there is nothing to compare it with yet."
    )


def test_waves_that_the_programme_does_not_know_are_named(wave, collection_of):
    records = two_waves(wave, [60.0, 62.0], [80.0, 82.0])
    days = {"from": date(2026, 7, 1), "to": date(2026, 9, 30)}
    programme = Programme(waves=[{"id": "2026-Q3", **days}])

    def first(request):
        page = comparison_page(compare(records, request), collection_of(records), programme, "en")
        return page.blocks[1]

    assert first(Request()) == Sentence(
        "Compared as waves of their own, though kunto.yaml has no such waves: 2026-Q4. Their "
        "visits were made on other days, or under another name.",
        Tone.WARNING,
    )
    assert first(Request(period=Period.MONTH)).tone is Tone.PLAIN


def test_a_change_without_variation_is_not_listed_as_tested(wave, collection_of):
    page = page_of(two_waves(wave, [60.0, 60.0], [80.0, 80.0]), collection_of)
    (row,) = kinds(page, Table)[0].rows
    assert row.group == "Cannot be tested: there was no variation"


def test_how_areas_are_tested_is_told_where_they_are(wave, collection_of):
    records = two_waves(wave, [60.0, 62.0], [80.0, 82.0])
    whole, one = (
        [block.text for block in kinds(page_of(records, collection_of, request), Entry)]
        for request in (Request(), Request(measure=Measure.parse("area:emotion")))
    )
    assert [any("Holm" in text for text in texts) for texts in (whole, one)] == [True, False]


def test_which_visits_were_asked_for_is_told(wave, collection_of):
    records = two_waves(wave, [60.0, 62.0], [80.0, 82.0])
    some = Request(
        sites=frozenset({"keskusta"}), methods=frozenset({Method.TEST}), since=date(2026, 7, 1)
    )
    page = page_of(records, collection_of, some)
    assert page.blocks[1] == Sentence(
        "Only some of the visits are compared: Keskusta · mystery shopping · from 1 Jul 2026 on. "
        "Of a wave that had begun before, only the visits since then count."
    )
    asked = {key: page.data[key] for key in ("since", "only_sites", "only_methods")}
    assert asked == {"since": "2026-07-01", "only_sites": ["keskusta"], "only_methods": ["test"]}
    page = page_of(records, collection_of, Request(since="2026-Q4"))
    assert page.blocks[1] == Sentence(
        "Only some of the visits are compared: from the wave 2026-Q4 on."
    )


def test_limits_of_several_sites_are_drawn_where_their_means_are(wave, collection_of):
    records = [
        record
        for number in range(6)
        for site, mean in (("a", 60.0 + number), ("b", 90.0 - number))
        for record in wave(
            [mean - 1, mean + 1] * (1 + number * (site == "a")),
            wave=f"2026-{number}",
            day=30 * number,
            site=site,
        )
    ]
    by_method = Request(by=(Dimension.parse("method"),))
    waves, sites, ranges = kinds(page_of(records, collection_of, by_method), Series)
    assert (waves.guides, waves.points[-1].value) == ((), pytest.approx((6 * 65 + 85) / 7))
    assert [point.value for point in sites.points] == [75.0] * 6
    assert not any(point.outside for point in (*waves.points, *sites.points))
    assert [guide.value for guide in sites.guides] == [75.0] * 3
    assert [point.value for point in ranges.points] == [0.0] * 5


def test_what_lies_outside_of_the_limits_of_several_sites_is_marked_there(wave, collection_of):
    means = (70.0, 71.0, 70.0, 71.0, 70.0, 71.0, 91.0, 71.0)
    records = [
        record
        for number, mean in enumerate(means)
        for site in ("a", "b")
        for record in wave([mean - 1, mean + 1], wave=f"2026-{number}", day=30 * number, site=site)
    ]
    by_method = Request(by=(Dimension.parse("method"),))
    waves, sites, _ranges = kinds(page_of(records, collection_of, by_method), Series)
    assert [point.label for point in sites.points if point.outside] == ["2026-6"]
    assert not any(point.outside for point in waves.points)


def test_the_data_of_a_change_to_six_decimals(wave, collection_of):
    records = two_waves(wave, [71.2, 80.4, 77.9], [79.0, 86.3, 81.1])
    comparison = compare(records)
    data = comparison_page(comparison, collection_of(records), Programme(), "en").data
    figures = comparison.groups[0].changes[0]
    assert {key: data[key] for key in data if key != "groups"} == {
        "schema_version": 1,
        "kind": "comparison",
        "by": ["site", "method"],
        "measure": "score",
        "baseline": "previous",
        "period": None,
        "since": None,
        "only_sites": [],
        "only_methods": [],
        "confidence": 0.95,
        "without_segment_or_class": 0,
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
        "critical_failed": [],
        "core_failed": [],
    }
    overall, *areas = group["changes"]
    assert overall == {
        "from": "2026-Q3",
        "to": "2026-Q4",
        "measure": "score",
        "difference": round(figures.overall.difference, 6),
        "ci95": [round(figures.overall.interval.low, 6), round(figures.overall.interval.high, 6)],
        "p_value": float(f"{figures.overall.p_value:.6g}"),
        "p_adjusted": float(f"{figures.overall.p_value:.6g}"),
        "distinguishable": False,
        "smallest_visible": round(figures.overall.smallest_visible, 6),
        "verdict": "unclear",
        "common_items": None,
        "excluded_items": None,
        "visits": [3, 3],
        "reason": None,
        "excluded_checklists": None,
        "p_permutation": 0.2,
        "as_measured": None,
        "rescored_because": None,
        "coverage": None,
        "visits_without_common_items": None,
        "checklist_versions": None,
        "sites": None,
        "evaluators": None,
        "contributions": None,
    }
    assert [(one["measure"], one["adjusted_by"]) for one in areas] == [
        ("area:knowledge", "holm"),
        ("area:skills", "holm"),
        ("area:emotion", "holm"),
    ]


def test_every_file_that_is_left_out_is_in_the_data(uncounted, collection_of):
    records = uncounted()
    collection = collection_of(records, with_every_fault=True)
    page = comparison_page(compare(records), collection, Programme(), "en")
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


def test_the_sheets_hold_changes_waves_contributions_and_visits(wave, collection_of):
    records = two_waves(wave, [60.0, 62.0], [80.0, 82.0])
    visits = [(record.wave, record) for record in records]
    sheets = {sheet.key: sheet for sheet in page_of(records, collection_of, visits=visits).sheets()}
    assert list(sheets) == ["changes", "waves", "contributions", "visits"]
    assert [field.key for field in sheets["changes"].fields][:5] == [
        "site",
        "method",
        "group_name",
        "from",
        "to",
    ]
    assert [row[5] for row in sheets["changes"].rows] == [
        "score",
        "area:knowledge",
        "area:skills",
        "area:emotion",
    ]
    assert [row[6:8] for row in sheets["changes"].rows] == [(2, 2), *[(None, None)] * 3]
    assert [row[3:6] for row in sheets["waves"].rows] == [
        ("2026-Q3", 2, 61.0),
        ("2026-Q4", 2, 81.0),
    ]
    assert len(sheets["visits"].rows) == 4


def test_a_page_of_nothing_has_a_title_and_says_so(collection_of):
    page = page_of([], collection_of)
    assert tuple(page.blocks) == (
        Heading("Comparison of waves", level=1),
        Sentence("There are no visits to compare.", Tone.WARNING),
    )


def test_what_a_page_says_is_made_once_and_only_when_somebody_looks():
    made = []

    def make():
        made.append(1)
        yield from (Heading("Otsikko", level=1), Sentence("Loppu."))

    blocks = Later(make)
    assert made == []
    assert [one.text for one in blocks] == ["Otsikko", "Loppu."]
    assert (len(blocks), blocks[1].text, blocks[:1]) == (2, "Loppu.", (blocks[0],))
    assert made == [1]
