"""`kunto compare` from outside: what may be asked for, what it fails on, what it never mixes in."""

import contextlib
import io
import json
import re
import shutil
import zipfile
from pathlib import Path

import pytest

from asiakaskunto_cli.cli.app import run

EXAMPLE = Path(__file__).parents[2] / "examples" / "vasara-ja-vispila"
PROGRAMME = """
kunto: 1
target: {target}
sites: [{{id: keskusta, name: Keskusta, group: etelä}}, {{id: asema, name: Asema, group: etelä}}]
"""
CHECKLIST = """
kunto: 1
id: lista
version: {version}
method: ask
title: Lista
languages: [fi]
sections:
  - id: osa
    title: Osa
    items:
      - {{id: a, text: "Sujuiko?", type: scale, area: emotion, measure: subjective, why: never}}
      - id: b
        text: Autettiinko?
        type: yes_no
        area: skills
        measure: objective
        gate: critical
      - id: ika
        text: Ikä?
        type: choice
        segment: true
        options: [{{id: nuori, label: Alle 30}}, {{id: vanha, label: Yli 30}}]
{more}
"""


def answers(a, ika="nuori", *, b=True, **more):
    lines = [f"a: {a}", f"b: {str(b).lower()}", f"ika: {ika}"]
    lines += [f"{name}: {value}" for name, value in more.items()]
    return "\n".join(lines) + "\n"


class Engagement:
    """A folder of visits, made by the command itself."""

    def __init__(self, folder):
        self.folder = folder
        self.made = 0

    def checklist(self, version="1.0.0", more=""):
        text = CHECKLIST.format(version=version, more=more)
        path = self.folder / f"lista-{version}.yaml"
        path.write_text(text, encoding="utf-8")
        return path

    def visit(self, checklist, wave, text, *, site="keskusta", evaluator="h1"):
        self.made += 1
        month = {"2026-Q1": 2, "2026-Q2": 5, "2026-Q3": 8}[wave]
        given = self.folder / "answers.yaml"
        given.write_text(text, encoding="utf-8")
        moment = f"2026-{month:02}-{1 + self.made % 28:02}T12:00:00+02:00"
        words = ["ask", str(checklist), "--answers", str(given), "--site", site, "--wave", wave]
        assert run([*words, "--evaluator", evaluator, "--visited-at", moment]) == 0


def begun(folder):
    """Return an engagement in a folder of its own."""
    (folder / "kunto.yaml").write_text(PROGRAMME.format(target="good"), encoding="utf-8")
    return Engagement(folder)


@pytest.fixture
def engagement(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("KUNTO_STATE_DIR", str(tmp_path / "state"))
    monkeypatch.setenv("KUNTO_LANG", "en")
    return begun(tmp_path)


@pytest.fixture(scope="module")
def fallen(tmp_path_factory):
    """Two waves: at keskusta the score falls clearly, at asema it only seems to."""
    with pytest.MonkeyPatch.context() as patch, contextlib.redirect_stderr(io.StringIO()):
        folder = tmp_path_factory.mktemp("fallen")
        patch.chdir(folder)
        patch.setenv("KUNTO_STATE_DIR", str(tmp_path_factory.mktemp("state")))
        made = begun(folder)
        checklist = made.checklist()
        for wave, levels in (("2026-Q1", (5, 5, 4)), ("2026-Q2", (2, 1, 1))):
            for level in levels:
                made.visit(checklist, wave, answers(level))
        for wave, levels in (("2026-Q1", (5, 2, 4)), ("2026-Q2", (4, 1, 5))):
            for level in levels:
                made.visit(checklist, wave, answers(level, ika="vanha"), site="asema")
    return folder


@pytest.fixture
def falling(fallen, tmp_path, monkeypatch):
    """A copy of that engagement, in which a test may do what it likes."""
    folder = tmp_path / "falling"
    shutil.copytree(fallen, folder)
    monkeypatch.chdir(folder)
    monkeypatch.setenv("KUNTO_LANG", "en")
    return folder


def compared(capsys, *words):
    code = run(["compare", "--format", "json", *words])
    streams = capsys.readouterr()
    assert (code, streams.err) == (0, "")
    return json.loads(streams.out)


def whole(document):
    """Return the verdict of every group's changes of the whole, by site."""
    return {
        group["key"].get("site"): [
            change["verdict"]
            for change in group["changes"]
            if change["measure"] == document["measure"]
        ]
        for group in document["groups"]
    }


@pytest.mark.usefixtures("falling")
def test_the_default_is_the_score_by_site_and_method(capsys):
    document = compared(capsys)
    assert (document["by"], document["measure"]) == (["site", "method"], "score")
    assert whole(document) == {"keskusta": ["worse"], "asema": ["unclear"]}


@pytest.mark.parametrize(
    ("words", "keys"),
    [
        (["--by", "site", "--measure", "index"], [{"site": "asema"}, {"site": "keskusta"}]),
        (["--by", "group"], [{"group": "etelä", "method": "ask"}]),
        (["--by", "evaluator", "--site", "asema"], [{"evaluator": "h1", "method": "ask"}]),
        (["--by", "channel", "--site", "asema"], [{"channel": None, "method": "ask"}]),
        (
            ["--by", "area", "--site", "asema"],
            [{"area": "skills", "method": "ask"}, {"area": "emotion", "method": "ask"}],
        ),
        (
            ["--by", "segment:ika"],
            [{"segment:ika": "nuori", "method": "ask"}, {"segment:ika": "vanha", "method": "ask"}],
        ),
        (["--measure", "item:b", "--site", "asema"], [{"site": "asema", "method": "ask"}]),
        (
            ["--measure", "area:skills", "--method", "ask", "--site", "asema"],
            [{"site": "asema", "method": "ask"}],
        ),
    ],
)
@pytest.mark.usefixtures("falling")
def test_what_may_be_asked_for(capsys, words, keys):
    assert [group["key"] for group in compared(capsys, *words)["groups"]] == keys


@pytest.mark.usefixtures("falling")
def test_a_small_segment_is_counted_but_not_told(capsys):
    for group in compared(capsys, "--by", "segment:ika")["groups"]:
        assert [(wave["visits"], wave["mean"]) for wave in group["waves"]] == [(3, None)] * 2
        assert [change["reason"] for change in group["changes"]] == ["too_few"]


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["--by", "wave"], "segment"),
        (["--by", "segment"], "segment"),
        (["--measure", "points"], "touchpoint"),
        (["--measure", "feelings"], "index"),
        (["--measure", "area:feelings"], "area:emotion"),
        (["--by", "site,method", "--measure", "index"], "--by"),
        (["--by", "area", "--measure", "nps"], "--measure area:"),
        (["--measure", "item:ei-ole"], "kunto checklist show"),
        (["--by", "segment:ei-ole"], "segment:ei-ole"),
        (["--by", "class:ei-ole"], "class:ei-ole"),
        (["--baseline", "2026-Q9"], "2026-Q2"),
        (["--since", "2026-Q9"], "2026-Q2"),
        # Days to Python, but names of waves to people.
        (["--since", "2026-W05"], "“2026-W05”"),
        (["--since", "20260105"], "“20260105”"),
        (["--site", "keskust"], "keskusta"),
        (["--fail-on", "better"], "below-target"),
        (["--fail-on", "drop"], "drop:5"),
        (["--fail-on", "below-target", "--by", "group"], "--by"),
        (["--fail-on", "below-target", "--by", "site,area"], "--by"),
        (["--fail-on", "below-target", "--measure", "item:a"], "--by"),
        (["--by", "evaluator", "--redact"], "--redact"),
        (["--period", "week"], "month"),
        (["--method", "guess"], "observe"),
    ],
)
@pytest.mark.usefixtures("falling")
def test_what_cannot_be_is_a_usage_error_that_names_the_choices(capsys, words, said):
    assert run(["compare", *words]) == 2
    streams = capsys.readouterr()
    assert streams.out == ""
    assert said in streams.err


@pytest.mark.parametrize(
    ("words", "code", "told"),
    [
        (["--fail-on", "worse"], 1, ["worse: Keskusta · customer interviews"]),
        (["--fail-on", "drop:5"], 1, ["drop:5: Keskusta · customer interviews"]),
        (["--fail-on", "drop:90"], 0, []),
        (["--fail-on", "worse", "--site", "asema"], 0, []),
        (
            ["--fail-on", "worse", "--site", "asema", "--noise-too"],
            1,
            ["worse: Asema · customer interviews"],
        ),
        (["--fail-on", "critical"], 0, []),
        (["--fail-on", "below-target"], 1, ["below-target: Keskusta · customer interviews"]),
        (
            ["--fail-on", "worse", "--fail-on", "below-target"],
            1,
            [
                "worse: Keskusta · customer interviews",
                "below-target: Keskusta · customer interviews",
            ],
        ),
    ],
)
@pytest.mark.usefixtures("falling")
def test_a_scheduled_job_fails_on_what_can_be_told_from_chance(capsys, words, code, told):
    assert run(["compare", *words]) == code
    streams = capsys.readouterr()
    assert "Comparison of waves" in streams.out
    assert [line.rsplit(":", 1)[0] for line in streams.err.splitlines()] == told


@pytest.mark.usefixtures("falling")
def test_a_target_that_nobody_set_cannot_be_missed(capsys):
    Path("kunto.yaml").write_text("kunto: 1\n", encoding="utf-8")
    assert run(["compare", "--fail-on", "below-target"]) == 2
    assert "kunto.yaml" in capsys.readouterr().err


def test_a_critical_item_fails_the_job_whatever_the_score(engagement, capsys):
    checklist = engagement.checklist()
    engagement.visit(checklist, "2026-Q1", answers(5))
    engagement.visit(checklist, "2026-Q2", answers(5, b=False))
    capsys.readouterr()
    assert run(["compare", "--fail-on", "critical"]) == 1
    streams = capsys.readouterr()
    assert "a critical item failed, whatever the score: “Autettiinko?”" in " ".join(
        streams.out.split()
    )
    assert streams.err == (
        "critical: Keskusta · customer interviews: a critical item failed in 2026-Q2\n"
    )


def test_a_new_version_is_compared_by_what_it_shares_with_the_old_one(engagement, capsys):
    item = "      - {id: c, text: C?, type: yes_no, area: skills, measure: objective}"
    old, new = engagement.checklist(), engagement.checklist("1.1.0", item)
    for level in (2, 3):
        engagement.visit(old, "2026-Q1", answers(level))
        engagement.visit(new, "2026-Q2", answers(level + 2, c="false"))
    capsys.readouterr()
    (change, *_rest) = compared(capsys)["groups"][0]["changes"]
    # By a and b alone, two points of four in one of two areas; as measured half of b's area went.
    assert (change["difference"], change["as_measured"]) == (25.0, 0.0)
    assert change["common_items"] == ["a", "b"]
    assert change["excluded_items"] == [{"item": "c", "reason": "only_newer"}]
    assert change["coverage"] == 0.75
    assert change["checklist_versions"] == {
        "from": ["1.0.0"],
        "to": ["1.1.0"],
        "reworded_items": [],
    }


@pytest.mark.usefixtures("falling")
def test_contributions_in_the_data_add_up_to_the_change(capsys):
    document = compared(capsys)
    for group in document["groups"]:
        change = group["changes"][0]
        for kind in ("areas", "items"):
            parts = change["contributions"][kind]
            total = sum(part["points"] for part in parts)
            assert total == pytest.approx(change["difference"], abs=1e-5)


def test_what_is_no_sound_report_is_named_and_never_mixed_in(falling, capsys):
    clean = compared(capsys)
    folder = falling / "reports"
    first, second, *_rest = sorted(folder.glob("*.json"))
    (folder / "a-copy (1).json").write_bytes(first.read_bytes())
    (folder / "b-cut.json").write_bytes(second.read_bytes()[:500])
    (folder / "c-changed.json").write_bytes(second.read_bytes().replace(b'"h1"', b'"h9"', 1))
    (folder / "d-foreign.json").write_text('{"kind": "invoice"}', encoding="utf-8")
    newer = '{"kind": "report", "schema_version": 99}'
    (folder / "e-newer.json").write_text(newer, encoding="utf-8")
    document = compared(capsys)
    assert document["groups"] == clean["groups"]
    named = {Path(one["file"]).name: one["reason"] for one in document["excluded_reports"]}
    # Which of the two copies counts does not matter: they are the same visit.
    assert [reason for reason in named.values() if reason == "duplicate"] == ["duplicate"]
    rest = {name: reason for name, reason in named.items() if reason != "duplicate"}
    assert rest == {
        "b-cut.json": "damaged",
        "c-changed.json": "altered",
        "d-foreign.json": "not_a_report",
        "e-newer.json": "newer_version",
    }


def test_a_redacted_copy_names_no_evaluator_in_any_format(engagement, capsys):
    checklist = engagement.checklist()
    for number, level in enumerate((2, 3, 4)):
        engagement.visit(checklist, "2026-Q1", answers(level), evaluator=f"salainen-{number}")
        engagement.visit(checklist, "2026-Q2", answers(level), evaluator=f"salainen-{number + 1}")
    capsys.readouterr()
    for form in ("terminal", "json", "markdown", "html", "csv"):
        assert run(["compare", "--redact", "--format", form]) == 0
        out = capsys.readouterr().out
        assert "salainen" not in out
        if form == "terminal":
            assert "The evaluators changed (1, 2, 3 → 2, 3, 4)." in " ".join(out.split())
    assert run(["compare", "--redact", "--format", "xlsx", "-o", "kopio.xlsx"]) == 0
    with zipfile.ZipFile(io.BytesIO(Path("kopio.xlsx").read_bytes())) as book:
        assert not [name for name in book.namelist() if b"salainen" in book.read(name)]
    assert run(["compare"]) == 0
    assert "salainen-0" in capsys.readouterr().out


HOSTILE = "=cmd|'/c'!A1 <script>x</script> [red]y[/] \\e[31m | ` {0} %s"


def test_words_of_a_checklist_stay_words_in_every_format(engagement, capsys):
    text = CHECKLIST.format(version="1.0.0", more="").replace(
        '"Sujuiko?"', f'"{HOSTILE}"'.replace("\\e[31m", "")
    )
    checklist = engagement.folder / "paha.yaml"
    checklist.write_text(text, encoding="utf-8")
    for level in (1, 2, 1):
        engagement.visit(checklist, "2026-Q1", answers(level))
        engagement.visit(checklist, "2026-Q2", answers(level + 3))
    capsys.readouterr()
    shown = {}
    for form in ("terminal", "markdown", "html", "csv"):
        assert run(["compare", "--format", form]) == 0
        shown[form] = capsys.readouterr().out
    assert "[red]y[/]" in shown["terminal"]
    assert "<script>x" not in shown["html"]
    assert r"\<script\>x" in shown["markdown"]
    assert not re.search(r"(?m)^=|,=|\x1b", shown["csv"] + shown["terminal"])


@pytest.fixture
def example(monkeypatch):
    monkeypatch.chdir(EXAMPLE)
    monkeypatch.setenv("KUNTO_LANG", "en")


def changes_of(document, site, method, checklist=None):
    for group in document["groups"]:
        key = group["key"]
        if (key["site"], key["method"], key.get("checklist")) == (site, method, checklist):
            return [one for one in group["changes"] if one["measure"] == "score"]
    raise LookupError(site)


@pytest.mark.usefixtures("example")
def test_the_story_of_the_real_improvement(capsys):
    (step,) = [
        one
        for one in changes_of(compared(capsys), "kauppatori", "ask")
        if (one["from"], one["to"]) == ("2026-Q2", "2026-Q3")
    ]
    assert step["verdict"] == "better"
    assert step["ci95"][0] > 0
    since_the_first = changes_of(compared(capsys, "--baseline", "first"), "kauppatori", "ask")
    assert since_the_first[-1]["verdict"] == "better"


@pytest.mark.usefixtures("example")
def test_the_story_of_the_improvement_that_only_seems_so(capsys):
    for baseline in ("previous", "first"):
        changes = changes_of(compared(capsys, "--baseline", baseline), "satama", "ask")
        assert [one["verdict"] for one in changes] == ["unclear"] * 3
    assert changes[-1]["difference"] > 5


@pytest.mark.usefixtures("example")
def test_the_story_of_the_changed_version(capsys):
    (change,) = [
        one for one in changes_of(compared(capsys), "kehatie", "observe") if one["excluded_items"]
    ]
    assert (change["from"], change["to"]) == ("2026-Q2", "2026-Q3")
    assert change["checklist_versions"]["to"] == ["1.1.0"]
    assert len(change["common_items"]) == 5
    # The stricter list makes it look worse; what both lists ask did not get worse.
    assert change["as_measured"] < 0 < change["difference"]


@pytest.mark.usefixtures("example")
def test_the_story_of_the_critical_failure(capsys):
    assert run(["compare", "--fail-on", "critical"]) == 1
    assert "Myllymäen myymälä" in capsys.readouterr().err


@pytest.mark.usefixtures("example")
def test_the_story_of_the_contradiction(capsys):
    flagged = [
        group["key"]
        for group in compared(capsys)["groups"]
        if group["contradiction"] and group["contradiction"]["flagged"]
    ]
    assert flagged == [{"site": "ratapiha", "method": "observe"}]
    assert run(["compare", "--site", "ratapiha"]) == 0
    out = " ".join(capsys.readouterr().out.split())
    assert "The work was done right but did not feel so" in out


@pytest.mark.usefixtures("example")
def test_the_example_is_told_in_finnish_without_a_word_of_no_change(capsys):
    assert run(["compare", "--lang", "fi"]) == 0
    out = " ".join(capsys.readouterr().out.split())
    assert "ei erotu satunnaisvaihtelusta. Näillä käynneillä erottuisi noin" in out
    assert "ei muutosta" not in out
