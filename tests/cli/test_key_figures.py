"""`kunto report` over a folder of visits: the key figures, in both languages and in JSON."""

import json
from pathlib import Path

import pytest

from asiakaskunto_cli.cli.app import run

CHECKLIST = Path(__file__).parents[1] / "pages" / "key_figures_checklist.yaml"
FIGURES = """
kunto: 1
kind: figures
languages: [fi, en]
figures:
  - {id: told-to-three, text: {fi: "Hyvä kolmelle.", en: "Good to three."}, value: 3, per: good,
     source: Oma mittaus}
  - {id: told-to-eleven, text: {fi: "Paha yhdelletoista.", en: "Bad to eleven."}, value: 11,
     per: bad, source: Oma mittaus}
"""
PULSE = """
kunto: 1
id: pulse
version: 1.0.0
method: ask
title: {en: "How are we?", fi: "Mitä meille kuuluu?"}
languages: [en, fi]
index: false
anonymous: true
sections:
  - id: all
    title: {en: All, fi: Kaikki}
    items:
      - id: coping
        text: {en: "How do you cope?", fi: "Miten jaksat?"}
        type: scale
        notes: false
        area: emotion
        measure: subjective
"""
ANSWERS = """
kunto: 1
kind: answers
checklist: {checklist}
site: {site}
visited_at: 2026-10-0{day}T12:00:00+03:00
answers: {answers}
"""
GOOD = {
    "expected": 3,
    "promised": 15,
    "noticed": 5,
    "expert": True,
    "clear": 5,
    "waited": 10,
    "experienced": 5,
    "recommend": 10,
    "heard": "good",
    "told": "some",
    "warm": {"k": 1, "n": 2},
    "story": "Fine.",
}
POOR = GOOD | {"noticed": 20, "waited": 30, "experienced": 2, "recommend": 3, "heard": "bad"}


@pytest.fixture(scope="module")
def engagement(tmp_path_factory):
    """Two visits at one site, one at another, and a pulse of one who works there."""
    folder = tmp_path_factory.mktemp("engagement")
    (folder / "checklists").mkdir()
    lists = {"everything": CHECKLIST.read_text(encoding="utf-8"), "pulse": PULSE}
    for name, text in {**lists, "reference_figures": FIGURES}.items():
        (folder / "checklists" / f"{name}.yaml").write_text(text, encoding="utf-8")
    (folder / "kunto.yaml").write_text("kunto: 1\nprogramme: P\n", encoding="utf-8")
    visits = [("everything", "a", GOOD), ("everything", "a", POOR), ("everything", "b", GOOD)]
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(folder)
        patch.setenv("KUNTO_STATE_DIR", str(folder / "state"))
        for day, (checklist, site, answers) in enumerate([*visits, ("pulse", "b", {"coping": 4})]):
            path = folder / f"{day}.yaml"
            words = {"checklist": checklist, "site": site, "day": day + 1}
            text = ANSWERS.format(**words, answers=json.dumps(answers))
            path.write_text(text, encoding="utf-8")
            assert run(["ask", "--answers", str(path)]) == 0
    return folder


@pytest.fixture
def shown(engagement, monkeypatch, capsys):
    def report(*words):
        monkeypatch.chdir(engagement)
        assert run(["report", *words]) == 0
        streams = capsys.readouterr()
        assert streams.err == ""
        return " ".join(streams.out.split())

    return report


@pytest.mark.parametrize(
    ("language", "said"),
    [
        (
            "en",
            [
                "Key figures",
                "NPS 0 (95 % interval −73…73; 2 customers)",
                "Kept: 1 of 2 promises, 50.0 % (95 % interval 9.5…90.5 %)",
                "Within 8 s: 1 of 2, 50.0 %",
                "Source’s claim: “Good to three.” – Oma mittaus",
            ],
        ),
        (
            "fi",
            [
                "Tunnusluvut",
                "NPS 0 (95 %:n luottamusväli −73…73; 2 asiakasta)",
                "Lupauksista pidettiin 1/2, 50,0 % (95 %:n luottamusväli 9,5…90,5 %)",
                "Enintään 8 s: 1/2, 50,0 %",
                "Lähteen väite: ”Hyvä kolmelle.” – Oma mittaus",
            ],
        ),
    ],
)
def test_a_site_says_its_key_figures_in_both_languages(shown, language, said):
    screen = shown("--site", "a", "--lang", language)
    assert [words for words in said if words not in screen] == []


def test_one_visit_says_its_own(shown, engagement):
    paths = sorted((engagement / "reports").glob("2026-10-02_a_ask_*.json"))
    screen = shown(str(paths[0]), "--lang", "en")
    assert "How soon were you noticed? 20 s: over 8 s" in screen
    assert "Promised 15 min, took 30 min: not kept" in screen
    assert "Before 3, after 2: worse" in screen


def test_the_json_has_the_figures_of_every_site_and_of_all_of_them(shown):
    document = json.loads(shown("--format", "json", "--lang", "en"))
    of_sites = {site["site"]: site for site in document["sites"]}
    assert {name: one["key_figures"]["nps"][0]["result"] for name, one in of_sites.items()} == {
        "a": {
            "promoters": 1,
            "passives": 0,
            "detractors": 1,
            "n": 2,
            "nps": 0.0,
            # 100 · z · √(0.7 / 5), of 1.75 promoters and 1.75 detractors in 5.
            "ci95": [-73.335137, 73.335137],
        },
        "b": {
            "promoters": 1,
            "passives": 0,
            "detractors": 0,
            "n": 1,
            "nps": 100.0,
            "ci95": None,
        },
    }
    assert document["key_figures"]["nps"][0]["result"]["n"] == 3
    (told,) = of_sites["a"]["key_figures"]["word_of_mouth"]
    assert (told["told_good"], told["told_bad"], told["break_even"]) == (3.0, 11.0, 0.214286)
    assert of_sites["a"]["claims"]["told-to-eleven"]["source"] == "Oma mittaus"


def test_an_anonymous_answer_alone_is_told_of_and_not_shown(shown):
    document = json.loads(shown("--format", "json", "--lang", "en"))
    internal = {site["site"]: site["internal"] for site in document["sites"]}
    withheld = {"checklist": "pulse", "n": 1, "withheld": True, "score": None, "areas": {}}
    assert internal == {"a": [], "b": [withheld]}
    screen = shown("--lang", "en")
    assert "1 answer: an anonymous result is shown from 5 answers on" in screen
    assert [site["visits"] for site in document["sites"]] == [2, 1]


def test_figures_that_cannot_be_used_are_told_and_the_rest_is_reported(
    engagement, tmp_path, monkeypatch, capsys
):
    broken = tmp_path / "checklists"
    broken.mkdir()
    (broken / "reference_figures.yaml").write_text(FIGURES + "  - {id: x}\n", encoding="utf-8")
    (tmp_path / "kunto.yaml").write_text("kunto: 1\n", encoding="utf-8")
    (tmp_path / "reports").symlink_to(engagement / "reports")
    monkeypatch.chdir(tmp_path)
    assert run(["report", "--site", "a", "--lang", "en"]) == 0
    streams = capsys.readouterr()
    assert "reference_figures.yaml cannot be used" in streams.err
    assert "NPS 0" in streams.out
    assert "claim" not in streams.out
