"""Every kind of change: what it is called, what it owes, and what can still be compared."""

import pytest

from asiakaskunto_cli.checklist.changes import item_changes, whole_changes
from asiakaskunto_cli.checklist.changes.comparable import Extent
from asiakaskunto_cli.checklist.changes.find import changes_between
from asiakaskunto_cli.checklist.digest import PLACE_KEYS, RULE_KEYS
from asiakaskunto_cli.checklist.items import ITEM_TYPES
from asiakaskunto_cli.checklist.model import Checklist

HEAD = """\
languages: [fi, en]
title: {fi: Lista, en: List}
scales:
  arvio: {1: {fi: heikko, en: poor}, 3: {fi: kelpo, en: fair}, 5: {fi: hyvä, en: good}}
"""
GREETED = """\
      - id: tervehdys
        text: {fi: Tervehtikö myyjä?, en: Did the seller greet you?}
        type: yes_no
        area: emotion
        measure: objective
        gate: core
"""
LOOK = """\
      - id: ilme
        text: {fi: Millainen myyjän ilme oli?, en: What was the seller’s expression like?}
        type: scale
        scale: arvio
        area: emotion
        measure: subjective
        weight: 2
"""
ALL_OF_IT = "          - {id: kaikki, label: {fi: Kaiken, en: All of it}, score: 1}\n"
PART_OF_IT = "          - {id: osa, label: {fi: Osan, en: Part of it}, score: 0.5}\n"
NONE_OF_IT = "          - {id: mitaan, label: {fi: En mitään, en: None}, score: 0}\n"
HELP = f"""\
      - id: apu
        text: {{fi: Mitä apua sait?, en: What help did you get?}}
        type: choice
        area: skills
        measure: objective
        touchpoint: needs
        options:
{ALL_OF_IT}{PART_OF_IT}{NONE_OF_IT}"""
WAIT = """\
      - id: odotus
        text: {fi: Kuinka kauan odotit?, en: How long did you wait?}
        help: {fi: Ovelta kassalle., en: From door to till.}
        type: duration
        bands: [{up_to: 8, score: 1}, {up_to: 60, score: 0.5}]
        area: skills
        measure: objective
        when: {item: tervehdys, is: true}
"""
ELSE = """\
      - id: muuta
        text: {fi: Mitä muuta havaitsit?, en: What else did you notice?}
        type: text
"""
START = "  - id: alku\n    title: {fi: Alku, en: Start}\n    items:\n"
END = "  - id: loppu\n    title: {fi: Loppu, en: End}\n    items:\n"
CLASSES = """\
classify:
  - id: portaat
    title: {fi: Portaat, en: Ladder}
    steps:
      - {id: ylin, step: 2, label: {fi: Ylin, en: Top}, when: {item: tervehdys, is: true}}
      - {id: alin, step: 1, label: {fi: Alin, en: Bottom}}
"""
ANOTHER_CLASS = """\
  - id: kanava
    title: {fi: Kanava, en: Channel}
    steps:
      - {id: verkko, label: {fi: Verkko, en: Web}, when: {visit: channel, is: web}}
      - {id: muu, label: {fi: Muu, en: Other}}
"""


def listed(*parts):
    return f"{HEAD}sections:\n{''.join(parts)}{CLASSES}"


LIST = listed(START, GREETED, LOOK, HELP, END, WAIT, ELSE)
SCORED = ["tervehdys", "ilme", "apu", "odotus"]


def told(changes):
    """Return every change in short."""
    return [
        " ".join(filter(None, [one.kind, *map(str, _spot(one.spot))])) for one in changes.changes
    ]


def _spot(spot):
    return spot.part, spot.id, spot.key, spot.member


def owed(changes):
    return changes.bump, str(changes.required)


def test_a_list_beside_itself_has_not_changed(changes_of):
    found = changes_of(LIST)
    assert (found.changes, *owed(found)) == ((), None, "1.0.0")
    assert found.comparability.extent is Extent.WHOLE
    assert (found.comparability.common, found.comparability.left_out) == (SCORED, [])


def test_another_version_number_alone_is_no_change(make_checklist):
    before, after = make_checklist(LIST), make_checklist(f"version: 3.0.0\n{LIST}")
    assert (changes_between(before, after).changes, changes_between(before, after).bump) == (
        (),
        None,
    )


@pytest.mark.parametrize(
    ("old", "new", "expected", "left_out"),
    [
        ("type: scale\n        scale: arvio", "type: nps", ["changed item ilme type"], ["ilme"]),
        (
            "type: yes_no",
            "type: yes_no\n        invert: true",
            ["changed item tervehdys invert"],
            ["tervehdys"],
        ),
        ("up_to: 60", "up_to: 45", ["changed item odotus bands"], ["odotus"]),
        (
            "  type: duration",
            "  type: duration\n        unit: h",
            ["changed item odotus unit"],
            ["odotus"],
        ),
        ("score: 0.5}\n", "score: 0.4}\n", ["changed item apu options osa"], ["apu"]),
        (PART_OF_IT, "", ["removed item apu options osa"], ["apu"]),
        (
            "id: osa,",
            "id: puolet,",
            ["removed item apu options osa", "added item apu options puolet"],
            ["apu"],
        ),
        (
            "        scale: arvio",
            "        max: 7",
            ["changed item ilme max", "changed item ilme scale"],
            ["ilme"],
        ),
        (HELP, "", ["removed item apu"], ["apu"]),
        (
            "id: apu",
            "id: auttaminen",
            ["removed item apu", "added item auttaminen"],
            ["auttaminen", "apu"],
        ),
        ("step: 2", "step: 3", ["changed class portaat steps"], []),
        (CLASSES, "", ["removed class portaat"], []),
        (
            "id: ylin",
            "id: paras",
            ["changed class portaat steps"],
            [],
        ),
    ],
)
def test_what_breaks_a_series_owes_a_major_version(changes_of, old, new, expected, left_out):
    found = changes_of(LIST, (old, new))
    assert told(found) == expected
    assert owed(found) == ("major", "2.0.0")
    assert found.comparability.left_out == left_out
    assert found.comparability.common == [name for name in SCORED if name not in left_out]


def test_a_method_that_is_gone_ends_a_series(make_checklist):
    both, ask = (make_checklist(f"method: {one}\n{LIST}") for one in ("[observe, test]", "ask"))
    found = changes_between(both, both.model_copy(update={"method": both.methods[:1]}))
    assert (told(found), found.bump) == (["removed checklist lista method"], "major")
    assert found.comparability.extent is Extent.WHOLE
    assert changes_between(both, ask).comparability.extent is Extent.NONE


@pytest.mark.parametrize(
    ("old", "new", "expected", "extent"),
    [
        ("weight: 2", "weight: 3", "changed item ilme weight", "common"),
        (
            "area: emotion\n        measure: obj",
            "area: skills\n        measure: obj",
            "changed item tervehdys area",
            "common",
        ),
        ("touchpoint: needs", "touchpoint: solution", "changed item apu touchpoint", "common"),
        (
            "is: true}\n      - id: m",
            "is: false}\n      - id: m",
            "changed item odotus when",
            "common",
        ),
        ("gate: core", "gate: critical", "changed item tervehdys gate", "whole"),
        (
            "gate: core",
            "gate: core\n        pass_at: 0.5",
            "changed item tervehdys pass_at",
            "whole",
        ),
        ("type: text", "type: text\n        notes: false", "changed item muuta notes", "whole"),
        ("type: text", "type: text\n        why: always", "changed item muuta why", "whole"),
        ("type: text", "type: text\n        na: never", "changed item muuta na", "whole"),
        (
            "type: text",
            "type: text\n        evidence: optional",
            "changed item muuta evidence",
            "whole",
        ),
        ("languages:", "index: false\nlanguages:", "changed checklist lista index", "whole"),
        ("languages:", "why: optional\nlanguages:", "changed checklist lista why", "whole"),
        (
            "languages:",
            "method: [observe, test]\nlanguages:",
            "added checklist lista method",
            "whole",
        ),
        (
            "languages:",
            "area_weights: {emotion: 2}\nlanguages:",
            "changed checklist lista area_weights",
            "common",
        ),
        (CLASSES, CLASSES + ANOTHER_CLASS, "added class kanava", "whole"),
        (ELSE, ELSE + ELSE.replace("muuta", "viela"), "added item viela", "common"),
        (END + WAIT, WAIT + END, "moved item odotus", "whole"),
        (END, "", "removed section loppu", "whole"),
    ],
)
def test_what_is_new_or_asked_otherwise_owes_a_minor_version(
    changes_of, old, new, expected, extent
):
    found = changes_of(LIST, (old, new))
    assert expected in told(found)
    assert owed(found) == ("minor", "1.1.0")
    assert found.comparability.extent == extent
    assert (found.comparability.common, found.comparability.left_out) == (SCORED, [])


def test_a_section_that_only_got_another_id_has_not_moved_its_items(changes_of):
    found = changes_of(LIST, ("id: loppu", "id: lopuksi"))
    assert told(found) == ["removed section loppu", "added section lopuksi"]


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("Mitä muuta havaitsit?", "Mitä muuta panit merkille?", "reworded item muuta text"),
        ("Ovelta kassalle.", "Ovelta kassan luo.", "reworded item odotus help"),
        (
            "        help: {fi: Ovelta kassalle., en: From door to till.}\n",
            "",
            "removed item odotus help",
        ),
        ("fi: Osan, en", "fi: Osan siitä, en", "reworded item apu options osa"),
        (PART_OF_IT + NONE_OF_IT, NONE_OF_IT + PART_OF_IT, "reordered item apu options"),
        ("fi: kelpo", "fi: kelvollinen", "reworded scale arvio 3"),
        ("3: {fi: kelpo, en: fair}, ", "", "removed scale arvio 3"),
        ("  arvio:", "  muu: {1: {fi: a, en: a}, 2: {fi: b, en: b}}\n  arvio:", "added scale muu"),
        ("fi: Alin, en", "fi: Alin porras, en", "reworded class portaat label alin"),
        ("fi: Portaat", "fi: Asiakasportaat", "reworded class portaat title"),
        ("title: {fi: Loppu", "title: {fi: Lopuksi", "reworded section loppu title"),
        ("title: {fi: Lista", "title: {fi: Toinen", "reworded checklist lista title"),
        (
            "languages:",
            "purpose: {fi: P, en: P}\nlanguages:",
            "added checklist lista purpose",
        ),
        ("languages:", "minutes: 5\nlanguages:", "changed checklist lista minutes"),
        ("languages:", "source: oma\nlanguages:", "changed checklist lista source"),
        ("languages:", "theme: basics\nlanguages:", "changed checklist lista theme"),
        ("[fi, en]", "[en, fi]", "changed checklist lista languages"),
        ("type: text", "type: text\n        develop: [tapa]", "changed item muuta develop"),
        ("type: text", "type: text\n        pass_at: 0.5", "rewritten item muuta pass_at"),
        ("type: text", "type: text\n        why: never", "rewritten item muuta why"),
        ("type: text", "type: text\n        na: allowed", "rewritten item muuta na"),
        (GREETED + LOOK, LOOK + GREETED, "reordered checklist lista items"),
    ],
)
def test_what_is_only_written_otherwise_owes_a_patch(changes_of, old, new, expected):
    found = changes_of(LIST, (old, new))
    assert told(found) == [expected]
    assert owed(found) == ("patch", "1.0.1")
    assert found.comparability.extent is Extent.WHOLE


def test_another_order_of_sections_is_a_patch(make_checklist):
    before = make_checklist(
        LIST.replace(", is: true}\n      - id: m", ", answered: true}\n      - id: m")
    )
    after = before.model_copy(update={"sections": before.sections[::-1]})
    after = Checklist.model_validate(
        after.model_dump(by_alias=True, mode="json", exclude_none=True)
    )
    found = changes_between(before, after)
    assert told(found) == ["reordered checklist lista items", "reordered checklist lista sections"]
    assert found.bump == "patch"


def test_what_no_change_is_found_in_is_told_all_the_same(changes_of):
    text = "items:\n  - {id: a, text: A, type: scale, weight: 0}\n"
    found = changes_of(text, ("weight: 0", "weight: 0, max: 5"))
    assert (told(found), found.bump) == (["rewritten checklist lista"], "patch")


def test_a_default_that_every_item_overrides_is_no_other_asking(changes_of):
    text = "items:\n  - {id: a, text: A, type: text, why: always}\n"
    found = changes_of(text, ("items:", "why: optional\nitems:"))
    assert (told(found), found.bump) == (["rewritten checklist lista why"], "patch")


def test_a_language_that_came_or_went_is_told_once(make_checklist):
    one = (
        "languages: [fi]\n"
        "title: L\n"
        "sections: [{id: a, title: O, items: [{id: b, text: K, type: text}]}]\n"
    )
    two = one.replace("[fi]", "[fi, en]")
    for word in ("L", "O", "K"):
        two = two.replace(f" {word}", f" {{fi: {word}, en: {word}}}")
    finnish, both = make_checklist(one), make_checklist(two)
    for found in (changes_between(finnish, both), changes_between(both, finnish)):
        assert (told(found), found.bump) == (["changed checklist lista languages"], "patch")


@pytest.mark.parametrize(
    ("replaced", "expected"),
    [
        (
            [("fi: Kaiken", "fi: X"), ("fi: Osan", "fi: Kaiken"), ("fi: X", "fi: Osan")],
            ["turned item apu options kaikki", "turned item apu options osa"],
        ),
        (
            [("fi: heikko", "fi: X"), ("fi: hyvä", "fi: heikko"), ("fi: X", "fi: hyvä")],
            ["turned scale arvio 1", "turned scale arvio 5"],
        ),
        (
            [("3: {fi: kelpo, en: fair}", "4: {fi: kelpo, en: fair}")],
            ["removed scale arvio 3", "turned scale arvio 4"],
        ),
        (
            [("fi: Ylin", "fi: X"), ("fi: Alin", "fi: Ylin"), ("fi: X", "fi: Alin")],
            ["turned class portaat label ylin", "turned class portaat label alin"],
        ),
        ([("Tervehtikö myyjä?", "Mitä apua sait?")], ["turned item tervehdys text"]),
    ],
)
def test_words_that_went_to_another_answer_are_turned(changes_of, replaced, expected):
    found = changes_of(LIST, *replaced)
    assert (told(found), found.bump) == (expected, "major")
    # The digests see no difference, and so neither would a comparison: hence an error of its own.
    assert found.comparability.extent is Extent.WHOLE


def test_options_that_changed_places_with_their_scores_are_left_out(changes_of):
    """Their item is left out of comparisons: what the labels say plays no part any more."""
    swapped = ALL_OF_IT.replace("1}", "0}"), NONE_OF_IT.replace("0}", "1}")
    found = changes_of(LIST, (ALL_OF_IT, swapped[0]), (NONE_OF_IT, swapped[1]))
    assert told(found) == ["changed item apu options kaikki", "changed item apu options mitaan"]
    assert found.comparability.left_out == ["apu"]


def test_a_question_of_another_thing_and_one_that_was_turned_round_are_suspect(changes_of):
    found = changes_of(
        LIST,
        (
            "fi: Kuinka kauan odotit?, en: How long did you wait?",
            "fi: Paljonko maksoit?, en: What did you pay?",
        ),
        ("Tervehtikö myyjä?", "Eikö myyjä tervehtinyt?"),
    )
    assert told(found) == ["reversed item tervehdys text", "reused item odotus text"]
    assert found.bump == "patch"


def test_a_scale_of_which_every_word_is_another_is_suspect(changes_of):
    text = (
        "scales: {s: {1: heikko, 5: hyvä}}\n"
        "items:\n  - {id: a, text: A, type: scale, scale: s, weight: 0}\n"
    )
    found = changes_of(text, ("1: heikko, 5: hyvä", "1: harvoin, 5: usein"))
    assert told(found) == ["reworded scale s 1", "reworded scale s 5", "reused scale s"]


def test_the_same_questions_by_another_scale_of_the_same_length_are_looked_at(changes_of):
    text = (
        "scales: {s: {1: heikko, 5: hyvä}, t: {1: hyvä, 5: heikko}}\n"
        "items:\n  - {id: a, text: A, type: scale, scale: s, weight: 0}\n"
    )
    found = changes_of(text, ("scale: s", "scale: t"))
    assert told(found) == ["changed item a scale", "turned item a scale 1", "turned item a scale 5"]


def test_nothing_in_common_owes_a_major_version_whatever_else_changed(changes_of):
    text = "items:\n  - {id: a, text: A, type: yes_no, area: skills, measure: objective}\n"
    found = changes_of(text, ("measure: objective", "measure: objective, weight: 0"))
    assert told(found) == ["changed item a weight"]
    assert (found.comparability.extent, found.bump) == (Extent.NONE, "major")


def test_an_item_that_weighed_nothing_is_common_once_it_weighs(changes_of):
    """Its old answers are there, and compare scores them anew."""
    text = LIST.replace("weight: 2", "weight: 0")
    found = changes_of(text, ("weight: 0", "weight: 2"))
    assert (found.bump, found.comparability.common) == ("minor", SCORED)
    text = text.replace("weight: 0", "weight: 1")
    found = changes_of(text, ("weight: 1", "weight: 0"))
    assert (found.bump, found.comparability.left_out) == ("minor", ["ilme"])


def test_common_items_in_areas_of_no_weight_leave_nothing_to_compare(changes_of):
    text = (
        "area_weights: {skills: 1, emotion: 0}\n"
        "items:\n"
        "  - {id: a, text: A, type: yes_no, area: skills, measure: objective}\n"
        "  - {id: b, text: B, type: yes_no, area: emotion, measure: objective}\n"
    )
    found = changes_of(text, ("id: a", "id: c"))
    assert (found.comparability.common, found.comparability.extent) == (["b"], Extent.NONE)


def test_a_list_without_scores_has_none_to_compare(changes_of):
    text = "items:\n  - {id: a, text: A, type: text}\n"
    found = changes_of(text, ("text: A", "text: B"))
    assert (found.comparability.extent, found.bump) == (Extent.UNSCORED, "patch")


def test_levels_mean_the_same_as_long_as_the_gates_do(changes_of):
    assert changes_of(LIST, ("weight: 2", "weight: 3")).comparability.levels
    assert not changes_of(LIST, ("gate: core", "gate: critical")).comparability.levels


def test_every_key_of_the_format_is_looked_at():
    of_items = {key for model in ITEM_TYPES.values() for key in model.model_fields}
    looked_at = {*RULE_KEYS, *PLACE_KEYS, *item_changes.ASKED_KEYS, *item_changes.BESIDE_KEYS}
    assert of_items == looked_at | {"id", "text", "help", "options"}
    of_the_whole = {*whole_changes.TEXT_KEYS, *whole_changes.VALUE_KEYS, "method", "why"}
    ids_and_parts = {"kunto", "kind", "id", "version", "scales", "sections", "classify"}
    assert set(Checklist.model_fields) == of_the_whole | ids_and_parts
