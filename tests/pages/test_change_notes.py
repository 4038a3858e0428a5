"""What goes with a change, in words: versions, sites, evaluators, exact tests, reasons, trends."""

from dataclasses import replace
from types import SimpleNamespace

import pytest

from asiakaskunto_cli.analysis.comparing.measures import Kind, Measure
from asiakaskunto_cli.analysis.comparing.request import Dimension, Request
from asiakaskunto_cli.analysis.comparing.results import (
    Cause,
    Contributions,
    Difference,
    Evaluators,
    GroupComparison,
    IndexMix,
    Left,
    Rescoring,
    Share,
    SiteMix,
    Trend,
    Verdict,
    Versions,
    WaveChange,
)
from asiakaskunto_cli.analysis.comparison import compare
from asiakaskunto_cli.analysis.intervals import Interval
from asiakaskunto_cli.analysis.trend import mann_kendall, theil_sen
from asiakaskunto_cli.language import format_signed
from asiakaskunto_cli.pages.blocks import Chart, Sentence, Table, Tone
from asiakaskunto_cli.pages.change_notes import change_notes
from asiakaskunto_cli.pages.change_reasons import adding_up, reasons
from asiakaskunto_cli.pages.comparison import comparison_page
from asiakaskunto_cli.pages.comparison_names import Naming
from asiakaskunto_cli.pages.wave_series import trend_blocks
from asiakaskunto_cli.programme.model import Programme

REQUEST = Request()
NO_BREAK = "\N{NO-BREAK SPACE}"
WAVES = f"w1{NO_BREAK}→{NO_BREAK}w2"
ALL_WAVES = f"w0{NO_BREAK}→{NO_BREAK}w4"


def difference(measure="score", value=6.0, verdict=Verdict.UNCLEAR, p=0.2):
    interval = Interval(value - 5, value + 5)
    stands_out = verdict in {Verdict.BETTER, Verdict.WORSE}
    return Difference(measure, value, interval, p, p, stands_out, 5.0, verdict)


def change(overall=None, **facts):
    return WaveChange("w1", "w2", 8, 8, overall or difference(), **facts)


def group_of(checklist=None, key=(("site", "keskusta"),), kind=Kind.MEAN):
    used = (checklist.id,) if checklist else ()
    return GroupComparison(key, kind, used, (), (), None)


def naming_of(checklist=None):
    known = SimpleNamespace(
        sites={"keskusta": "Keskusta", "asema": "Asema"},
        checklists=(checklist,) if checklist else (),
    )
    return Naming(known, "en")


def notes(checklist=None, **facts):
    found = change_notes(change(**facts), group_of(checklist), REQUEST, naming_of(checklist))
    return list(found)


def test_an_ordinary_change_needs_no_note():
    assert notes() == []


def test_common_items_are_told_with_what_was_left_out_and_why(checklist):
    left_out = {
        "greeted": Left.RULE_CHANGED,
        "needs": Left.ONLY_OLDER,
        "solution": Left.ONLY_NEWER,
        "gone": Left.ONLY_OLDER,
    }
    rescoring = Rescoring(Cause.SCORING, ("smile", "noticed"), left_out, 0.754, -3.125)
    versions = Versions(("1.0.0",), ("1.1.0", "1.2.0"), ())
    assert notes(checklist, rescoring=rescoring, versions=versions) == [
        (
            "The scoring of the checklist changed (1.0.0 → 1.1.0, 1.2.0): compared by the 2 common "
            "items, with the newer weights; they decide 75.4 % of the newer score. The scores as "
            "they "
            "were given changed by −3.1 points."
        ),
        "Left out, because not scored alike in all versions: “Did anyone greet you?”",
        (
            "Left out, because only the older version asks it: “Were you asked what you needed?”, "
            "“gone”"
        ),
        "Left out, because only the newer version asks it: “Did you get what you came for?”",
    ]


@pytest.mark.parametrize(
    ("cause", "said"),
    [
        (Cause.SCORING, "The scoring of the checklist changed"),
        (Cause.AREA_WEIGHTS, "The weights of the areas changed"),
        (Cause.MIXED, "Not all visits of these waves were scored by the same rules"),
    ],
)
def test_one_common_item_without_a_change_as_measured(cause, said):
    rescoring = Rescoring(cause, ("smile",), {}, 0.25, None)
    assert notes(rescoring=rescoring) == [
        (
            f"{said}: compared by the 1 common item, with the newer weights; it decides 25 % of "
            "the newer score."
        )
    ]


def test_visits_without_a_common_item_are_told_of():
    rescoring = Rescoring(Cause.SCORING, ("smile",), {}, 0.25, None, without=2)
    assert notes(rescoring=rescoring)[1] == (
        "2 visits answered none of the common items, and are left out."
    )


@pytest.mark.parametrize(
    ("versions", "said"),
    [
        (
            Versions(("1.0.0",), ("1.0.1",), ()),
            "The checklist has another version (1.0.0 → 1.0.1); its scoring is the same.",
        ),
        (
            Versions(("1.0.0",), ("1.0.0",), ("smile",)),
            "The checklist was reworded; its scoring is the same. Worded differently: “smile”",
        ),
    ],
)
def test_other_words_alone_are_told(versions, said):
    assert notes(versions=versions) == [said]


def test_of_one_question_no_more_is_said_than_that_it_is_scored_alike():
    versions = Versions(("1.0.0",), ("1.1.0",), ())
    request = Request(measure=Measure.parse("item:smile"))
    found = change_notes(change(versions=versions), group_of(), request, naming_of())
    assert list(found) == [
        "The checklist has another version (1.0.0 → 1.1.0); this is scored as before."
    ]


def test_pooled_sites_are_told_beside_the_change_within_them():
    mix = SiteMix(("a", "b"), ("asema",), difference(value=7.3))
    assert notes(site_mix=mix) == [
        "This is the mean of the sites’ own changes.",
        (
            "All visits pooled changed by +7.3 points (95 % interval 2.3…12.3); that also moves "
            "when "
            "other sites are visited, or more often."
        ),
        "Left out, because not measured alike in both waves: Asema.",
    ]


def test_the_mix_of_sites_is_also_held_as_it_was():
    mix = SiteMix(("a", "b"), (), difference(value=7.3), 2.0)
    assert notes(site_mix=mix)[1].endswith(
        " With the visits shared among the sites as in the earlier wave it is +2.0 points."
    )


def test_an_index_that_other_checklists_moved_is_told_beside_its_change():
    assert notes(index_mix=IndexMix((), 6.04)) == []
    assert notes(index_mix=IndexMix(("puskaradio",), -13.4)) == [
        "Left out, because no change can be told by them here: puskaradio.",
        (
            "The index of all visits changed by −13.4 points; that also moves with the checklists "
            "and the sites that are measured, and how often."
        ),
    ]


def test_one_site_that_is_left_is_named():
    pooled = Difference("score", 7.3, None, None, None, None, None, Verdict.CHANGED)
    assert notes(site_mix=SiteMix(("keskusta",), (), pooled)) == [
        "This is the change of the one site that can be compared: Keskusta.",
        (
            "All visits pooled changed by +7.3 points; that also moves when other sites are "
            "visited, "
            "or more often."
        ),
    ]
    assert notes(site_mix=SiteMix(("keskusta",), ("asema",), None)) == [
        "This is the change of the one site that can be compared: Keskusta.",
        "Left out, because not measured alike in both waves: Asema.",
    ]


@pytest.mark.parametrize(
    ("people", "said"),
    [
        (
            Evaluators(("h1",), ("h2",), (), None, None),
            (
                "Nobody evaluated in both waves, so the change cannot be separated from the "
                "change of "
                "evaluators."
            ),
        ),
        (
            Evaluators(("h1", "h2"), ("h2",), ("h2",), 3.0, 3.0),
            (
                "The evaluators changed (h1, h2 → h2). With one of them left out at a time the "
                "change "
                "is +3.0 points."
            ),
        ),
        (
            Evaluators(("h1", "h2"), ("h2", "h3"), ("h2",), -1.0, 7.0),
            (
                "The evaluators changed (h1, h2 → h2, h3). With one of them left out at a time the "
                "change is from −1.0 points to +7.0 points."
            ),
        ),
        (
            Evaluators(("h1",), ("h1", "h2"), ("h1",), None, None),
            "The evaluators changed (h1 → h1, h2).",
        ),
        (
            Evaluators(("h1", "h2"), ("h2",), ("h2",), 3.0, 3.0, needed=("h2",), unnamed=True),
            (
                "The evaluators changed (h1, h2 → h2). Some visits do not say who evaluated. With "
                "one of them left out at a time the change is +3.0 points. Nothing could be "
                "compared without the visits of h2."
            ),
        ),
        (
            Evaluators(
                ("h1", "h2"),
                ("h1", "h2"),
                ("h1", "h2"),
                -1.0,
                1.0,
                visits=(("h1", 4, 1), ("h2", 1, 4)),
            ),
            (
                "The same people evaluated, but not as many of the visits each: h1 4 → 1, h2 1 → "
                "4. With one of them left out at a time the change is from −1.0 points to +1.0 "
                "points."
            ),
        ),
        (
            Evaluators(("h1",), ("h2",), (), None, None, unnamed=True),
            (
                "Nobody who is named evaluated the same site in both waves, and some visits name "
                "nobody, so the change cannot be separated from a change of evaluators."
            ),
        ),
    ],
)
def test_changed_evaluators_are_told(people, said):
    assert notes(evaluators=people) == [said]


def test_people_who_changed_places_are_no_evaluators_of_both_waves():
    mix = SiteMix(("asema", "keskusta"), (), None)
    swapped = Evaluators(("h1", "h2"), ("h1", "h2"), (), None, None)
    assert notes(site_mix=mix, evaluators=swapped)[-1] == (
        "Nobody evaluated the same site in both waves, so the change cannot be separated from the "
        "change of evaluators."
    )


def test_an_exact_test_is_told_only_where_it_says_otherwise():
    better = difference(verdict=Verdict.BETTER, p=0.01)
    assert notes(overall=better, p_permutation=0.1) == [
        (
            "With visits as few as these, an exact permutation test does not confirm it (p = "
            "0.100): "
            "take it with care."
        )
    ]
    assert notes(p_permutation=0.02) == [
        "An exact permutation test would tell it from chance (p = 0.020)."
    ]
    assert notes(overall=better, p_permutation=0.02) == notes(p_permutation=0.1) == []


SHARES = (
    Share("smile", 5.04, 5.04, 0.0),
    Share("greeted", -1.83, -0.33, -1.5),
    Share("needs", 0.02, 0.02, 0.0),
)


def told(checklist, overall, areas=(), items=(), shares=SHARES):
    contributions = Contributions((), shares)
    made = change(overall, areas=areas, items=items, contributions=contributions)
    return list(reasons(made, group_of(checklist), naming_of(checklist), REQUEST))


def test_a_clear_change_is_drawn_and_its_parts_add_up(checklist):
    overall = difference(value=3.23, verdict=Verdict.BETTER)
    area = difference("area:emotion", 8.1, Verdict.BETTER, 0.0001)
    table, chart, denominator = told(checklist, overall, (area,))
    assert isinstance(table, Table)
    assert table.rows[0].cells == ("Emotion", "+8.1", "3.1…13.1", "< 0.001", "better")
    assert isinstance(chart, Chart)
    assert chart.title == f"What the change of +3.2 points is made of, {WAVES} (points)"
    assert [(bar.label, bar.text) for bar in chart.bars] == [
        ("How natural was the smile?", "+5.0"),
        ("Did anyone greet you?", "−1.8"),
    ]
    assert denominator == Sentence(
        "−1.5 points of the change come of items that applied on more visits, or on fewer, than "
        "before: “Did anyone greet you?”. That part does not tell how these items themselves went."
    )


def test_what_is_too_small_to_draw_is_summed_up(checklist):
    shares = tuple(Share(f"i{number}", 0.04, 0.04, 0.0) for number in range(50))
    (chart,) = told(checklist, difference(value=2.0, verdict=Verdict.BETTER), shares=shares)
    assert [(bar.label, bar.text) for bar in chart.bars] == [("Everything else", "+2.0")]


def test_an_unclear_change_gets_a_sentence(checklist):
    area = difference("area:emotion", 8.1)
    areas, largest, _denominator = told(checklist, difference(value=3.23), (area,))
    assert areas == Sentence("No area stands out either: emotion +8.1.")
    assert largest == Sentence(
        f"The largest parts of the change {WAVES}: “How natural was the smile?” +5.0, “Did anyone "
        "greet you?” −1.8. They are no surer than the change."
    )


def test_no_item_is_named_where_none_of_them_can_be_seen_alone(checklist):
    shares = tuple(Share(f"i{number}", 0.04, 0.04, 0.0) for number in range(50))
    assert told(checklist, difference(value=2.0), shares=shares) == []


def test_items_that_applied_more_and_less_often_may_outweigh_each_other(checklist):
    shares = (Share("smile", 1.5, 0.0, 1.5), Share("greeted", -1.5, 0.0, -1.5))
    (said,) = told(checklist, difference(value=0.0), shares=shares)
    assert said == Sentence(
        "These items applied on more visits, or on fewer, than before, which moves the score both "
        "ways and hardly changes it in all: “How natural was the smile?”, “Did anyone greet you?”."
    )


def test_items_that_a_screening_picks_out_are_named(checklist):
    items = (
        difference("item:smile", 25.0, Verdict.BETTER),
        difference("item:needs", -10.0, Verdict.UNCLEAR),
        # Nothing varied, so that nothing was tested.
        difference("item:solution", -50.0, Verdict.UNCLEAR, None),
    )
    *_others, screened = told(checklist, difference(value=0.0), items=items, shares=())
    assert screened == Sentence(
        "Screening of 2 items (Benjamini–Hochberg, q = 0.10): worth a closer look are “How "
        "natural was the smile?” +25.0. A screening proves no single one of them."
    )


@pytest.mark.parametrize(
    ("parts", "total", "shown"),
    [
        ([0.34, 0.33, 0.33], 1.0, [0.4, 0.3, 0.3]),
        ([5.04, -1.83], 3.21, [5.0, -1.8]),
        ([-0.26, -0.26], -0.52, [-0.3, -0.2]),
        ([6.25], 6.25, [6.3]),
        ([-3.125, -3.125], -6.25, [-3.2, -3.1]),
        ([], 0.0, []),
    ],
)
def test_figures_are_rounded_so_that_they_add_up(parts, total, shown):
    found = adding_up(parts, total)
    assert sorted(found) == pytest.approx(sorted(shown))
    assert format_signed(sum(found)) == format_signed(total)


def trend_of(series):
    test = mann_kendall(series)
    waves = tuple(f"w{number}" for number in range(len(series)))
    out = test.p_value < 0.05
    return Trend(waves, tuple(series), test, theil_sen(series), out, None, ("keskusta",), ())


@pytest.mark.parametrize(
    ("series", "said"),
    [
        (
            [60.0, 65.0, 70.0, 75.0, 80.0],
            (
                f"Over 5 waves ({ALL_WAVES}) it rises, by about +5.0 points a wave (Mann–Kendall, "
                "p = 0.017)."
            ),
        ),
        (
            [80.0, 75.0, 70.0, 65.0, 60.0],
            (
                f"Over 5 waves ({ALL_WAVES}) it falls, by about −5.0 points a wave (Mann–Kendall, "
                "p = 0.017)."
            ),
        ),
        (
            [60.0, 70.0, 60.5, 70.5, 61.0],
            (
                f"Over 5 waves ({ALL_WAVES}) no direction can be told from chance (Mann–Kendall, p "
                "= 0.483); the median slope is +0.3 points a wave."
            ),
        ),
    ],
)
def test_the_direction_of_a_series(series, said):
    assert list(trend_blocks(trend_of(series), Kind.MEAN, REQUEST)) == [Sentence(said)]


def test_a_trend_over_sites_says_which_and_draws_their_own_means():
    series = [60.0, 65.0, 70.0, 75.0, 80.0]
    trend = replace(trend_of(series), sites=("asema", "keskusta"), left_out=("satama",))
    _direction, said, drawn = trend_blocks(trend, Kind.MEAN, REQUEST)
    assert said == Sentence(
        "That is told from the 2 sites with visits in all of these waves, each counting the same. "
        "1 site is missing from a wave and left out."
    )
    assert [point.value for point in drawn.points] == series


def test_groups_are_named_by_whatever_tells_them_apart(checklist):
    naming = naming_of(checklist)
    titles = {
        (("site", "keskusta"), ("method", "ask")): "Keskusta · customer interviews",
        (("area", "emotion"), ("method", "test")): "emotion · mystery shopping",
        (("group", None),): "no group",
        (("channel", None),): "channel not known",
        (("evaluator", None),): "evaluator not known",
        (("evaluator", "h1"),): "h1",
        (("site", "new"), ("checklist", checklist.id)): f"new · {checklist.title['en']}",
        (("site", "new"), ("checklist", "unread")): "new · unread",
        (("item", "greeted"),): "Did anyone greet you?",
        (("segment:chosen", "drawn"),): "by lot",
        (("segment:chosen", "other"),): "other",
        (("class:missing", "x"),): "x",
        (("classification", "missing"),): "missing",
        (): "All visits",
    }
    assert {key: naming.title(group_of(checklist, key)) for key in titles} == titles


def test_a_page_tells_what_it_left_out(wave, collection_of):
    records = [*wave([60.0, 62.0], wave="w1", day=-90), *wave([70.0, 72.0], wave="w2")]
    found = compare(records)
    changed = {"outside": 3, "too_many": True}
    page = comparison_page(
        type(found)(**{name: getattr(found, name) for name in found.__slots__} | changed),
        collection_of(records),
        Programme(),
        "en",
    )
    said = [block for block in page.blocks if isinstance(block, Sentence)]
    assert (
        Sentence("3 visits are left out: who their customers were is not known.", Tone.WARNING)
        in said
    )
    assert (
        Sentence(
            "There are many visits, so items were not looked at. Ask for them: kunto compare --why"
        )
        in said
    )


def test_the_figures_of_a_wave_are_called_what_they_are(wave, collection_of):
    records = [*wave([60.0, 62.0], wave="w1", day=-90), *wave([70.0, 72.0], wave="w2")]
    index = Request(by=(Dimension.parse("site"),), measure=Measure.parse("index"))
    heads = {}
    for request in (REQUEST, index):
        page = comparison_page(compare(records, request), collection_of(records), Programme(), "en")
        table = [block for block in page.blocks if isinstance(block, Table)][1]
        heads[request.measure.text] = [column.title for column in table.columns]
    assert heads == {
        "score": ["Wave", "Visits", "Mean", "95 % interval"],
        "index": ["Wave", "Visits", "Index", "95 % interval", "Methods"],
    }
