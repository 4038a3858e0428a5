"""Checklists are found again by their ids; what is wrong with their changes is told in place."""

from pathlib import Path

import pytest

from asiakaskunto_cli.checklist.changes.earlier import EarlierFile, EarlierFiles
from asiakaskunto_cli.checklist.changes.review import Named, review
from asiakaskunto_cli.source.finding import Severity
from asiakaskunto_cli.source.reader import read_text

LIST = """\
kunto: 1
id: lista
version: 1.0.0
method: observe
title: Lista
sections:
  - id: osa
    title: Osa
    items:
      - id: apu
        text: Saitko apua?
        type: choice
        area: skills
        measure: objective
        options:
          - {id: sain, label: Sain, score: 1}
          - {id: en, label: En, score: 0}
      - {id: jono, text: Oliko jonoa?, type: text}
"""
HERE = Path("/listat/lista.yaml")


def earlier(*files):
    """Return earlier files, given by place and text."""
    found = EarlierFiles()
    for place, text in files:
        shown_as = f"HEAD:{place.name}" if place else "vanha.yaml"
        found.add(EarlierFile(shown_as, text.encode(), place))
    return found


def reviewed(text, *files, scope=(HERE.parent,), place=HERE):
    current = {place: read_text("lista.yaml", text.encode())}
    return review(current, earlier(*files), list(scope), "HEAD")


def told(found):
    return [
        (one.position.line, one.position.column, one.code, one.severity.value)
        for one in found.findings
    ]


def test_a_checklist_is_compared_with_the_one_of_its_id_wherever_that_lay():
    for place in (HERE, Path("/listat/muualla/toinen.yml"), None):
        (compared,) = reviewed(LIST, (place, LIST)).compared
        assert compared.changes.bump is None
    assert reviewed(LIST, (HERE, LIST.replace("id: lista", "id: toinen"))).compared == []


def test_of_several_with_one_id_the_one_that_lay_here_is_taken():
    other = LIST.replace("Saitko apua?", "Löysitkö perille?")
    files = [(Path("/listat/a.yaml"), other), (HERE, LIST), (Path("/listat/z.yaml"), other)]
    (compared,) = reviewed(LIST, *files).compared
    assert (compared.earlier, compared.changes.bump) == ("HEAD:lista.yaml", None)
    broken = (Path("/listat/a.yaml"), LIST.replace("title: Lista", "title: []"))
    (compared,) = reviewed(LIST, broken, (Path("/listat/b.yaml"), LIST)).compared
    assert compared.earlier == "HEAD:b.yaml"


@pytest.mark.parametrize(
    ("version", "code"),
    [
        ("1.0.0", "K380"),
        ("1.0.1", "K380"),
        ("1.1.0", "K380"),
        ("0.9.0", "K381"),
        ("2.0.0", None),
        ("2.0.1", None),
        ("3.1.0", None),
    ],
)
def test_too_small_a_bump_is_an_error_at_the_version(version, code):
    text = LIST.replace("score: 1", "score: 0.9").replace("1.0.0", version)
    found = reviewed(text, (HERE, LIST))
    assert told(found) == ([(3, 10, code, "error")] if code else [])
    assert [one.remedy for one in found.findings] == (["Write version: 2.0.0"] if code else [])


def test_a_version_may_be_raised_for_nothing_but_not_lowered():
    assert told(reviewed(LIST.replace("1.0.0", "4.0.0"), (HERE, LIST))) == []
    found = reviewed(LIST, (HERE, LIST.replace("1.0.0", "1.0.1")))
    assert told(found) == [(3, 10, "K381", "error")]
    assert found.findings[0].message == "The version went down, from 1.0.1 to 1.0.0."
    assert found.findings[0].remedy == "Write version: 1.0.1"


def test_words_that_changed_places_are_an_error_that_no_version_mends():
    text = LIST.replace("Sain,", "X,").replace("En,", "Sain,").replace("X,", "En,")
    for version in ("2.0.0", "9.0.0"):
        found = reviewed(text.replace("1.0.0", version), (HERE, LIST))
        assert told(found) == [(16, 31, "K382", "error"), (17, 29, "K382", "error")]
    assert found.findings[0].message == (
        "The answer “sain” of “apu” now has the words of another answer."
    )


def test_a_question_that_is_another_or_the_opposite_is_a_warning():
    text = LIST.replace("Saitko apua?", "Etkö saanut apua?").replace("Oliko jonoa", "Mitä maksoit")
    found = reviewed(text.replace("1.0.0", "1.0.1"), (HERE, LIST))
    assert told(found) == [(11, 15, "K384", "warning"), (18, 26, "K383", "warning")]
    assert [one.message for one in found.findings] == [
        "“apu” may now ask the opposite of what it asked.",
        "“jono” seems to be another question now.",
    ]


def test_a_new_id_in_the_same_file_is_a_warning():
    text = LIST.replace("id: lista", "id: toinen")
    found = reviewed(text, (HERE, LIST))
    assert told(found) == [(2, 5, "K386", "warning")]
    assert (found.new, found.gone) == (
        [Named("lista.yaml", "toinen")],
        [Named("HEAD:lista.yaml", "lista")],
    )


def test_a_list_in_a_new_file_is_new_and_says_nothing_of_others():
    other = LIST.replace("id: lista", "id: toinen")
    found = reviewed(LIST, (Path("/listat/toinen.yaml"), other), scope=[HERE])
    assert (told(found), found.new, found.gone) == ([], [Named("lista.yaml", "lista")], [])


def test_what_lay_under_the_named_folders_and_is_no_more_is_gone():
    other = LIST.replace("id: lista", "id: toinen")
    inside, outside = Path("/listat/osa/toinen.yaml"), Path("/muualla/toinen.yaml")
    assert reviewed(LIST, (HERE, LIST), (inside, other)).gone == [
        Named("HEAD:toinen.yaml", "toinen")
    ]
    assert reviewed(LIST, (HERE, LIST), (outside, other)).gone == []
    assert reviewed(LIST, (HERE, LIST), (None, other)).gone == []
    assert reviewed(LIST, (HERE, LIST), (inside, other), scope=[HERE]).gone == []


def test_a_checklist_is_not_gone_while_its_file_is_broken():
    found = reviewed(LIST.replace("title: Lista", "title: []"), (HERE, LIST))
    assert (found.compared, found.new, found.gone, told(found)) == ([], [], [], [])


def test_ids_that_are_doubled_are_told_before_anything_is_owed():
    doubled = LIST.replace("id: jono", "id: apu")
    found = reviewed(doubled, (HERE, LIST))
    assert (found.compared, told(found)) == ([], [])
    assert found.broken == [Named("lista.yaml", "lista")]
    found = reviewed(LIST, (HERE, doubled))
    assert (found.compared, told(found)) == ([], [])
    assert found.unusable == [Named("HEAD:lista.yaml", "lista")]
    assert [one.changes.bump for one in reviewed(doubled, (HERE, doubled)).compared] == [None]


def test_an_earlier_list_that_named_a_method_twice_was_measured_with():
    before = LIST.replace("method: observe", "method: [observe, observe]")
    found = reviewed(LIST.replace("score: 1", "score: 0.9"), (HERE, before))
    assert told(found) == [(3, 10, "K380", "error")]


def test_errors_by_which_changes_can_be_told_all_the_same_hold_nothing_up():
    found = reviewed(LIST.replace("type: text", "type: text, gate: core"), (HERE, LIST))
    assert told(found) == [(3, 10, "K380", "error")]


def test_an_earlier_list_that_cannot_be_read_is_named():
    for wrong in ("title: []", "title: a: b"):
        found = reviewed(LIST, (HERE, LIST.replace("title: Lista", wrong)))
        assert found.compared == []
        assert found.unusable == ([Named("HEAD:lista.yaml", "lista")] if "[]" in wrong else [])


def test_an_earlier_list_that_newer_rules_would_refuse_is_compared_all_the_same():
    before = LIST.replace("type: text", "type: text, gate: core")
    (compared,) = reviewed(LIST, (HERE, before)).compared
    assert compared.changes.bump == "minor"


def test_other_yaml_in_a_repository_is_passed_over():
    found = earlier(
        (Path("/listat/ci.yml"), "on: push\njobs: {}\n"),
        (Path("/listat/broken.yaml"), "kunto: 1\nid: [\n"),
        (Path("/listat/kunto.yaml"), "kunto: 1\nprogramme: A\n"),
    )
    assert not found.usable
    assert earlier((HERE, LIST)).usable


def test_warnings_do_not_make_a_list_unusable():
    found = reviewed(LIST.replace("type: text", "type: text, develop: [ei-ole]"), (HERE, LIST))
    assert [one.severity for one in found.findings] == [Severity.ERROR]
    assert found.compared[0].changes.bump == "patch"


SCALES = """\
kunto: 1
id: lista
version: 1.0.0
method: observe
title: Lista
scales: {arvio: {1: heikko, 3: kelpo, 5: hyvä}}
sections:
  - id: osa
    title: Osa
    items:
      - {id: ilme, text: Millainen ilme?, type: scale, scale: arvio, weight: 0}
      - {id: osti, text: Ostiko asiakas?, type: yes_no, weight: 0}
classify:
  - id: portaat
    title: Portaat
    steps:
      - {id: ylin, label: Uskollinen, when: {item: osti, is: true}}
      - {id: alin, label: Satunnainen}
"""


@pytest.mark.parametrize(
    ("replaced", "message", "remedy"),
    [
        (
            [("1: heikko", "1: hyvä"), ("5: hyvä", "5: heikko")],
            "The answer “1” of “arvio” now has the words of another answer.",
            "If its meaning changed, give the items on this scale new ids.",
        ),
        (
            [("1: heikko", "1: harvoin"), ("3: kelpo", "3: joskus"), ("5: hyvä", "5: usein")],
            "The scale “arvio” seems to measure something else now.",
            "If its meaning changed, give the items on this scale new ids.",
        ),
        (
            [("5: hyvä", "5: ei hyvä")],
            "The answer “5” of “arvio” may now mean the opposite.",
            "If its meaning changed, give the items on this scale new ids.",
        ),
        (
            [("Ostiko asiakas?", "Millainen ilme?")],
            "“osti” now has the words of another question.",
            "If its meaning changed, give the item a new id.",
        ),
        (
            [("Uskollinen", "Satunnainen")],
            "The answer “ylin” of “portaat” now has the words of another answer.",
            "If its meaning changed, give the class a new id.",
        ),
        (
            [("Uskollinen", "Kalliista ostava")],
            "The answer “ylin” of “portaat” seems to mean something else now.",
            "If its meaning changed, give the class a new id.",
        ),
    ],
)
def test_what_stayed_with_its_id_and_means_another_thing_is_named(replaced, message, remedy):
    text = SCALES.replace("1.0.0", "9.0.0")
    for old, new in replaced:
        text = text.replace(old, new)
    finding = reviewed(text, (HERE, SCALES)).findings[0]
    assert (finding.message, finding.remedy) == (message, remedy)
    assert text.splitlines()[finding.position.line - 1] == finding.line


def test_an_option_that_is_another_answer_is_a_warning():
    text = LIST.replace("Sain,", "Kassalla,").replace("1.0.0", "1.0.1")
    (finding,) = reviewed(text, (HERE, LIST)).findings
    assert finding.message == "The answer “sain” of “apu” seems to mean something else now."
    assert finding.remedy == "If its meaning changed, give the option a new id."
