"""resume: which draft, from where, with which checklist."""

import pytest

import forked
from asiakaskunto_cli.report.read import read_report

SHORT = """\
kunto: 1
id: lyhyt
version: 1.0.0
method: [observe, ask]
title: {fi: Lyhyt, en: Short}
languages: [fi, en]
sections:
  - id: osio
    title: {fi: Osio, en: Part}
    items:
      - {id: eka, text: {fi: Eka?, en: First?}, type: yes_no, area: skills, measure: objective,
         why: {below: 1}}
      - {id: toka, text: {fi: Toka?, en: Second?}, type: yes_no, area: emotion,
         measure: subjective}
"""


@pytest.fixture
def begun(kunto, work, drafts):
    """Return a function: a visit is begun, these lines are typed, and its draft comes back."""
    (work / "lyhyt.yaml").write_text(SHORT, encoding="utf-8")

    def begin(typed="k\n", *words):
        known = drafts()
        assert kunto("observe", "lyhyt.yaml", "--site", "a", *words, typed=typed).code == 4
        (new,) = set(drafts()) - set(known)
        return new

    return begin


def test_nothing_to_resume_is_fine(kunto):
    ran = kunto("resume")
    assert (ran.code, ran.out, ran.err) == (0, "", "There is no unfinished visit.\n")


def test_a_draft_goes_on_at_the_same_question_with_every_answer(kunto, begun, drafts):
    draft = begun("e\nKiire.\n")
    ran = kunto("resume", typed="k\n")
    first, *rest = ran.err.split("\n")
    assert first.startswith(f"{draft.stem[-8:]}  Short · a · ")
    assert first.endswith(" · 50 % done")
    assert "[2/2] Part · 50 % done" in rest
    assert "First?" not in rest
    assert (ran.code, drafts()) == (0, [])
    items = {item.id: (item.answer, item.why) for item in read_report(ran.path).items}
    assert items == {"eka": (False, "Kiire."), "toka": (True, "")}
    assert ran.path.name.endswith(f"{draft.stem[-8:]}.json")


def test_a_draft_goes_on_at_the_why_and_shows_what_it_is_about(kunto, begun):
    begun("e\n")
    ran = kunto("resume", typed="Kiire.\nk\n")
    assert "\nFirst?\n  no (its reason is missing)\n" in ran.err
    assert {item.id: item.why for item in read_report(ran.path).items} == {
        "eka": "Kiire.",
        "toka": "",
    }


def test_several_drafts_are_listed_and_one_is_named_by_the_end_of_its_id(kunto, begun, drafts):
    older, newer = begun(), begun()
    ran = kunto("resume")
    assert (ran.code, ran.out) == (2, "")
    lines = ran.err.split("\n")
    assert [line[:8] for line in lines[:2]] == [older.stem[-8:], newer.stem[-8:]]
    assert lines[2:] == [
        "Error: There are several unfinished visits.",
        "Run: kunto resume DRAFT",
        "",
    ]
    named = kunto("resume", newer.stem[-8:], typed="k\n")
    assert (named.code, drafts()) == (0, [older])


@pytest.mark.parametrize("name", ["zzzzzzzz", "../x"])
def test_a_name_that_fits_no_draft_is_refused_and_the_drafts_listed(kunto, begun, name):
    draft = begun()
    ran = kunto("resume", name)
    assert (ran.code, ran.out) == (2, "")
    assert ran.err.startswith(f"{draft.stem[-8:]}  Short · a · ")
    assert f"\nError: No single draft ends in “{name}”.\n" in ran.err


def test_leaving_again_keeps_the_draft(kunto, begun, drafts):
    draft = begun()
    ran = kunto("resume", typed=":q\n")
    assert (ran.code, ran.out, drafts()) == (4, "", [draft])
    assert ran.err.endswith(f"Go on with: kunto resume {draft.stem[-8:]}\n")


def test_a_damaged_draft_is_named_kept_and_does_not_hide_the_others(kunto, begun, drafts):
    broken, whole = begun(), begun()
    content = broken.read_bytes()
    broken.write_bytes(content[: len(content) // 3] + b"\n")
    before = broken.read_bytes()
    listed = kunto("resume")
    assert listed.code == 2
    assert f"The draft {broken} is damaged, or from a newer kunto.\n" in listed.err
    assert f"\n{whole.stem[-8:]}  Short · a · " in listed.err
    ran = kunto("resume", broken.stem[-8:])
    assert (ran.code, ran.out, broken.read_bytes()) == (3, "", before)
    assert "is damaged, or from a newer kunto." in ran.err
    assert kunto("resume", whole.stem[-8:], typed="k\n").code == 0
    assert drafts() == [broken]


def test_a_draft_that_is_open_in_another_window_is_refused(kunto, begun, environment, work):
    begun()
    first = forked.start(["resume"], folder=work, environment=environment)
    forked.read_to(first, "Answer: ")
    second = kunto("resume", typed="e\n")
    assert (second.code, second.out) == (3, "")
    assert "is open in another window" in second.err
    code, out, _err = forked.finish(first, b"k\n")
    assert (code, out.endswith(".json\n")) == (0, True)


def test_a_draft_goes_on_with_its_checklist_and_language_whatever_became_of_the_file(
    kunto, begun, work
):
    begun("k\n", "--lang", "fi")
    (work / "lyhyt.yaml").write_text(SHORT.replace("Toka", "Uusi"), encoding="utf-8")
    ran = kunto("resume", typed="k\n")
    assert "Toka?" in ran.err
    assert "Uusi?" not in ran.err
    report = read_report(ran.path)
    assert (report.language, [item.text for item in report.items]) == ("fi", ["Eka?", "Toka?"])


@pytest.mark.parametrize("change", ["broken", "moved"])
def test_a_draft_goes_on_whatever_became_of_the_programme(kunto, begun, work, change):
    begun()
    if change == "broken":
        (work / "kunto.yaml").write_text("sotes: [\n")
    else:
        (work / "kunto.yaml").write_text("reports: muualla\nsites: [{id: toinen}]\n")
    ran = kunto("resume", typed="k\n")
    assert (ran.code, ran.path.parent) == (0, work / "reports")
    assert read_report(ran.path).site.id == "a"
