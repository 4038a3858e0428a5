"""What became of checklists, in words and as data."""

import json
from pathlib import Path

import pytest

from asiakaskunto_cli.checklist.changes.earlier import EarlierFile, EarlierFiles
from asiakaskunto_cli.checklist.changes.review import review
from asiakaskunto_cli.language import speaking
from asiakaskunto_cli.pages.blocks import Entry, Heading, Page, Sentence, Tone
from asiakaskunto_cli.pages.revisions import with_revisions
from asiakaskunto_cli.render.registry import FORMATS, Surface
from asiakaskunto_cli.source.reader import read_text
from asiakaskunto_cli.words import UNSAFE

LIST = """\
kunto: 1
id: lista
version: 1.0.0
method: observe
title: {fi: Lista, en: List}
languages: [fi, en]
scales:
  arvio: {1: {fi: heikko, en: poor}, 5: {fi: hyvä, en: good}}
sections:
  - id: osa
    title: {fi: Osa, en: Part}
    items:
      - id: apu
        text: {fi: Saitko apua?, en: Did you get help?}
        type: choice
        area: skills
        measure: objective
        gate: core
        options:
          - {id: sain, label: {fi: Sain, en: I did}, score: 1}
          - {id: en, label: {fi: En, en: I did not}, score: 0}
      - id: ilme
        text: {fi: Millainen ilme oli?, en: What was the expression like?}
        type: scale
        scale: arvio
        area: emotion
        measure: subjective
      - id: aika
        text: {fi: Kauanko odotit?, en: How long did you wait?}
        type: duration
        bands: [{up_to: 8, score: 1}, {up_to: 60.5, score: 0.5}]
        area: skills
        measure: objective
"""
HERE = Path("/listat/lista.yaml")
BEFORE = Page("Checked files", (Sentence("1 file is valid."),), {"kind": "findings"})


def page_of(*replaced, earlier=None, text=LIST):
    for old, new in replaced:
        assert text.count(old) == 1
        text = text.replace(old, new)
    files = EarlierFiles()
    files.add(EarlierFile("HEAD:lista.yaml", (earlier or LIST).encode(), HERE))
    found = review({HERE: read_text("lista.yaml", text.encode())}, files, [HERE], "HEAD")
    return with_revisions(BEFORE, found)


def test_a_list_that_is_as_it_was_takes_one_line():
    page = page_of()
    assert page.blocks == (
        Sentence("1 checklist is as it was in HEAD."),
        Sentence("1 file is valid."),
    )
    assert page.data == {
        "kind": "findings",
        "against": "HEAD",
        "comparisons": [
            {
                "id": "lista",
                "file": "lista.yaml",
                "earlier": "HEAD:lista.yaml",
                "version": {"before": "1.0.0", "after": "1.0.0", "required": "1.0.0"},
                "bump": None,
                "comparable": "whole",
                "common_items": ["apu", "ilme", "aika"],
                "left_out_items": [],
                "levels_comparable": True,
                "changes": [],
            }
        ],
        "broken": [],
        "itself": [],
        "new": [],
        "gone": [],
        "unusable": [],
    }


def test_changes_are_told_by_what_they_break_item_by_item():
    page = page_of(
        ("up_to: 60.5", "up_to: 45"),
        ("gate: core", "gate: critical\n        weight: 2"),
        ("fi: Millainen ilme oli?, en", "fi: Millainen ilme myyjällä oli?, en"),
        ("en: I did}, score: 1}", "en: I did not get any}, score: 1}"),
        ("version: 1.0.0", "version: 1.4.0\nindex: false"),
    )
    assert page.blocks[:-1] == (
        Heading("List · lista 1.0.0 → 1.4.0"),
        Sentence("It owes a major version, 2.0.0 or later.", Tone.BAD),
        Sentence(
            "Waves stay comparable in part: kunto compare scores 2 common items by the new "
            "weights. It leaves out: aika.",
            Tone.WARNING,
        ),
        Sentence(
            "kunto compare goes by ids: it cannot see whether a meaning has changed.", Tone.WARNING
        ),
        Sentence("Levels do not mean the same: gates have changed.", Tone.WARNING),
        Heading("May mean something else now", level=3),
        Entry("apu: Did you get help?", ("option “sain”: “I did” → “I did not get any”",)),
        Heading("Cannot be compared with earlier visits", level=3),
        Entry(
            "aika: How long did you wait?",
            ("bands: ≤ 8 = 1; ≤ 60.5 = 0.5 → ≤ 8 = 1; ≤ 45 = 0.5",),
        ),
        Heading("New, or asked or weighed otherwise", level=3),
        Entry("The whole checklist", ("counts in the site’s index: yes → no",)),
        Entry("apu: Did you get help?", ("weight: 1 → 2", "gate: core item → critical item")),
        Heading("Written otherwise", level=3),
        Entry(
            "ilme: What was the expression like?",
            ("question: “Millainen ilme oli?” → “Millainen ilme myyjällä oli?”",),
        ),
    )
    (told,) = page.data["comparisons"]
    assert (told["bump"], told["comparable"]) == ("major", "common")
    assert told["version"] == {"before": "1.0.0", "after": "1.4.0", "required": "2.0.0"}
    assert told["changes"][1] == {
        "part": "item",
        "id": "apu",
        "key": "weight",
        "member": None,
        "kind": "changed",
        "bump": "minor",
        "line": 20,
        "column": 17,
        "before": 1.0,
        "after": 2.0,
    }


def details(*replaced, **texts):
    page = page_of(*replaced, **texts)
    return [
        f"{block.text} / {detail}"
        for block in page.blocks
        if isinstance(block, Entry)
        for detail in block.details
    ]


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("type: scale\n        scale: arvio", "type: nps", "type: scale → nps"),
        ("        area: emotion", "        area: skills", "area: emotion → skills"),
        ("measure: subjective", "measure: objective", "measure: subjective → objective"),
        ("scale: arvio", "scale: arvio\n        invert: true", "the lower the better: no → yes"),
        ("scale: arvio", "scale: arvio\n        develop: [a, b]", "practices: – → a, b"),
        ("scale: arvio", "scale: arvio\n        touchpoint: a", "touchpoint: – → a"),
        (
            "scale: arvio",
            "scale: arvio\n        help: {fi: Katso., en: Look.}",
            "help new: “Look.”",
        ),
        (
            "scale: arvio",
            "scale: arvio\n        when: {item: apu, answered: true}",
            "condition: – → {item: apu, answered: true}",
        ),
        ("scale: arvio", "scale: arvio\n        why: {below: 0.5}", "WHY: – → {below: 0.5}"),
        (
            "scale: arvio",
            "scale: arvio\n        why: never",
            "WHY written otherwise, and means the same",
        ),
    ],
)
def test_a_change_of_an_item_in_words(old, new, said):
    assert details((old, new)) == [f"ilme: What was the expression like? / {said}"]


def test_open_bands_in_words():
    assert details(("{up_to: 60.5, score: 0.5}", "{score: 0.5}")) == [
        "aika: How long did you wait? / bands: ≤ 8 = 1; ≤ 60.5 = 0.5 → ≤ 8 = 1; > 8 = 0.5"
    ]


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        (
            "{id: sain, label: {fi: Sain, en: I did}, score: 1}",
            "{id: apu, label: {fi: Apua, en: Some help}, score: 1}",
            ["option “sain” gone: worth 1", "option “apu” new: worth 1"],
        ),
        ("score: 0}", "score: 0.25}", ["option “en”: worth 0 → worth 0.25"]),
        (
            "gate: core\n",
            "evidence: optional\n",
            ["gate: core item → –", "evidence: none → optional"],
        ),
    ],
)
def test_a_change_of_options_and_gates_in_words(old, new, said):
    assert details((old, new)) == [f"apu: Did you get help? / {one}" for one in said]


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        (
            "5: {fi: hyvä, en: good}",
            "5: {fi: oikein hyvä, en: good}",
            "Scale “arvio” / point 5: “hyvä” → “oikein hyvä”",
        ),
        (
            "5: {fi: hyvä",
            "3: {fi: siltä väliltä, en: fair}, 5: {fi: hyvä",
            "Scale “arvio” / point 3 new: “fair”",
        ),
        ("fi: Osa, en", "fi: Alku, en", "Section “osa” / title: “Osa” → “Alku”"),
        (
            "method: observe",
            "method: [observe, test]",
            "The whole checklist / method new: mystery shopping",
        ),
        ("languages:", "minutes: 5\nlanguages:", "The whole checklist / minutes: – → 5"),
        (
            "languages:",
            "purpose: {fi: M, en: Why}\nlanguages:",
            "The whole checklist / purpose new: “Why”",
        ),
        (
            "languages:",
            "area_weights: {emotion: 2}\nlanguages:",
            "The whole checklist / weights of the areas: – → {emotion: 2}",
        ),
    ],
)
def test_a_change_of_other_parts_in_words(old, new, said):
    assert details((old, new)) == [said]


CLASSES = """\
classify:
  - id: portaat
    title: {fi: Portaat, en: Ladder}
    steps:
      - {id: ylin, label: {fi: Uskollinen, en: Loyal}, when: {item: apu, is: sain}}
      - {id: alin, label: {fi: Satunnainen, en: Casual}}
"""
SCALE = "  arvio: {1: {fi: heikko, en: poor}, 5: {fi: hyvä, en: good}}\n"


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("en: Loyal", "en: Loyal customer", "class “ylin”: “Loyal” → “Loyal customer”"),
        ("en: Ladder", "en: The ladder", "title: “Ladder” → “The ladder”"),
        (
            ", when: {item: apu, is: sain}}",
            ", step: 2, when: {item: apu, answered: true}}",
            (
                "rule: {steps: [{id: ylin, when: {item: apu, is: sain}}, {id: alin}]} → {steps: "
                "[{id: ylin, step: 2, when: {item: apu, answered: true}}, {id: alin}]}"
            ),
        ),
    ],
)
def test_a_change_of_classes_in_words(old, new, said):
    text = LIST + CLASSES
    assert details((old, new), text=text, earlier=text) == [f"Classification “portaat” / {said}"]


def test_a_scale_in_words_that_nobody_answers_on_or_that_is_another():
    other = SCALE.replace("arvio", "muu")
    text = LIST.replace(SCALE, SCALE + other)
    found = details(
        (other, other.replace("5:", "7:").replace("poor", "weak")), text=text, earlier=text
    )
    assert found == [
        "Scale “muu” / its points: 1, 5 → 1, 7",
        "Scale “muu” / its points: “poor · good” → “weak · good”",
    ]
    words = [
        ("fi: heikko, en: poor", "fi: harvoin, en: seldom"),
        ("fi: hyvä, en: good", "fi: usein, en: often"),
    ]
    assert details(*words)[0] == "Scale “arvio” / its points: “poor · good” → “seldom · often”"


def test_another_order_and_other_yaml_in_words():
    sain, en = (
        f"          - {{id: {line}}}\n"
        for line in (
            "sain, label: {fi: Sain, en: I did}, score: 1",
            "en, label: {fi: En, en: I did not}, score: 0",
        )
    )
    assert details((sain + en, en + sain)) == [
        "apu: Did you get help? / the options in another order"
    ]
    text = LIST.replace("        scale: arvio\n", "")
    assert details(("type: scale\n", "type: scale\n        max: 5\n"), text=text, earlier=text) == [
        "The whole checklist / written otherwise, and says the same"
    ]


def test_what_came_went_and_moved():
    whole, _, last = LIST.partition("      - id: aika")
    end = "  - id: loppu\n    title: {fi: Loppu, en: End}\n    items:\n      - id: aika"
    moved = f"{whole}{end}{last}"
    assert details(text=moved) == [
        "Section “loppu” / new",
        "aika: How long did you wait? / moved from the section “osa” to “loppu”",
    ]
    assert details(text=whole) == ["aika: How long did you wait? / gone"]
    assert details(text=LIST, earlier=whole) == ["aika: How long did you wait? / new"]


@pytest.mark.parametrize(
    ("replaced", "said", "tone"),
    [
        (
            [("minutes: 1", "minutes: 2")],
            "Waves stay comparable: kunto compare takes old and new scores as they are.",
            Tone.PLAIN,
        ),
        (
            [("method: observe", "method: test")],
            "Waves cannot be compared: visits are made by another method.",
            Tone.BAD,
        ),
        (
            [("id: apu", "id: a"), ("id: ilme", "id: b"), ("id: aika", "id: c")],
            "Waves cannot be compared: the versions share no scored item.",
            Tone.BAD,
        ),
    ],
)
def test_whether_waves_can_be_compared(replaced, said, tone):
    text = LIST.replace("languages:", "minutes: 1\nlanguages:")
    assert page_of(*replaced, text=text, earlier=text).blocks[2] == Sentence(said, tone)


def test_a_bump_that_is_enough_is_told_in_the_past():
    page = page_of(("up_to: 8", "up_to: 9"), ("version: 1.0.0", "version: 2.0.0"))
    said = "It owed a major version, 2.0.0 or later, and has it."
    assert page.blocks[1] == Sentence(said, Tone.GOOD)


def test_what_is_new_gone_or_could_not_be_read_is_named():
    page = page_of(("id: lista", "id: toinen"))
    assert page.blocks[:3] == (
        Sentence("Nothing was compared with HEAD.", Tone.WARNING),
        Sentence("New, with nothing to compare with: toinen."),
        Sentence("Gone since then: lista.", Tone.WARNING),
    )
    assert page.data["new"] == [{"file": "lista.yaml", "id": "toinen"}]
    assert page.data["gone"] == [{"file": "HEAD:lista.yaml", "id": "lista"}]
    page = page_of(earlier=LIST.replace("title: {fi: Lista, en: List}", "title: []"))
    said = "Could not be used then, so nothing can have been measured with it: lista."
    assert page.blocks[1] == Sentence(said)
    assert page.data["unusable"] == [{"file": "HEAD:lista.yaml", "id": "lista"}]


@pytest.mark.parametrize(
    ("old", "new", "name"),
    [("id: ilme", "id: apu", "lista"), ("title: {fi: Lista", 'title: {fi: "Lista', "lista.yaml")],
)
def test_what_has_errors_is_named_by_its_id_or_else_its_file(old, new, name):
    page = page_of((old, new))
    assert page.blocks[1] == Sentence(
        f"Not compared before the errors are mended: {name}.", Tone.WARNING
    )
    told = None if "." in name else name
    assert page.data["broken"] == [{"file": "lista.yaml", "id": told}]


TURNED = Sentence(
    "A meaning has turned (K382): kunto compare goes by ids, cannot see it, and would take old and "
    "new answers for the same.",
    Tone.BAD,
)
LABELS = (
    ("label: {fi: Sain, en: I did}", "label: {fi: X, en: X}"),
    ("label: {fi: En, en: I did not}", "label: {fi: Sain, en: I did}"),
    ("label: {fi: X, en: X}", "label: {fi: En, en: I did not}"),
)
POINTS = (
    ("1: {fi: heikko, en: poor}", "1: {fi: hyvä, en: good}"),
    ("5: {fi: hyvä, en: good}}", "5: {fi: heikko, en: poor}}"),
)


@pytest.mark.parametrize("replaced", [LABELS, POINTS])
def test_scores_whose_meaning_has_turned_are_never_said_to_be_comparable(replaced):
    page = page_of(*replaced)
    assert page.blocks[1:3] == (
        Sentence("It owes a major version, 2.0.0 or later.", Tone.BAD),
        TURNED,
    )
    assert "comparable" not in " ".join(
        one.text for one in page.blocks if isinstance(one, Sentence)
    )
    # By other changes only a part is compared, and what turned is in it.
    page = page_of(*replaced, ("up_to: 8", "up_to: 9"))
    assert page.blocks[2].text.startswith("Waves stay comparable in part: kunto compare scores 2")
    assert page.blocks[3] == TURNED
    # By another method nothing is compared at all.
    page = page_of(*replaced, ("method: observe", "method: test"))
    assert TURNED not in page.blocks


def test_a_meaning_that_may_have_changed_is_no_more_than_doubted():
    page = page_of(("en: Did you get help?", "en: Did you not get help?"))
    assert page.blocks[2:4] == (
        Sentence("Waves stay comparable: kunto compare takes old and new scores as they are."),
        Sentence(
            "kunto compare goes by ids: it cannot see whether a meaning has changed.", Tone.WARNING
        ),
    )


def test_a_reader_of_finnish_sees_the_finnish_texts():
    with speaking("fi"):
        page = page_of(("weight: 1", "weight: 2"), text=LIST.replace("gate: core", "weight: 1"))
    assert page.blocks[0] == Heading("Lista · lista 1.0.0 → 1.0.0")
    assert "apu: Saitko apua?" in [one.text for one in page.blocks if isinstance(one, Entry)]


@pytest.mark.parametrize("width", [34, 40, 80])
def test_the_screen_keeps_to_its_width(width):
    page = page_of(("up_to: 8", "up_to: 9"), ("gate: core", "gate: critical"))
    screen = FORMATS["terminal"](page, Surface(width=width))
    assert max(map(len, screen.splitlines())) <= width
    assert json.loads(FORMATS["json"](page, Surface())) == json.loads(json.dumps(page.data))


def test_what_people_wrote_comes_out_as_text():
    hostile = "[red]x[/] :smile: {0} %s"
    text = LIST.replace("{fi: Saitko apua?, en", '{fi: "Saitko apua?", en')
    page = page_of(("Saitko apua?", hostile), text=text)
    assert hostile in " ".join(FORMATS["terminal"](page, Surface(width=80)).split())
    files = EarlierFiles()
    files.add(EarlierFile("\x1b[2J.yaml", b'kunto: 1\nid: "\\e[31m"\n', HERE))
    found = review({}, files, [HERE], "\x1b]0;x\x07")
    screen = FORMATS["terminal"](with_revisions(BEFORE, found), Surface(width=80))
    assert "Gone since then: \\u001b[31m." in screen
    assert UNSAFE.search(screen) is None
