"""observe, test and ask from outside: exit codes, the path on stdout, the talk on stderr."""

import json
import signal
import subprocess
from pathlib import Path

import pytest

import forked
from asiakaskunto_cli.report.read import read_report

EXAMPLE = Path(__file__).parents[2] / "examples" / "ensikaynti.yaml"
PROGRAMME = """\
programme: Ihan paras
language: en
target: best
reports: raportit
sites: [{id: keskusta, name: Keskustan myymälä}, {id: asema}]
waves: [{id: syksy, from: 2026-11-01, to: 2026-11-30}]
"""
SHORT = """\
kunto: 1
id: lyhyt
version: 1.0.0
method: [observe, test, ask]
title: {fi: Lyhyt, en: Short}
languages: [fi, en]
sections:
  - id: osio
    title: {fi: Osio, en: Part}
    items:
      - {id: eka, text: {fi: Eka?, en: First?}, type: yes_no, area: skills, measure: objective}
      - {id: toka, text: {fi: Toka?, en: Second?}, type: yes_no, area: emotion,
         measure: subjective, why: {below: 1}}
"""

# Each checklist that comes with kunto: what is typed, and the same as a file.
VISITS = {
    "observe": (
        "+|Katse ensin.|11|k|4|.|-|-|Ei ketään muita.|-5 astetta|+|Hiljaista.|",
        {
            "ensihuomio": {"value": 11, "note": "Katse ensin."},
            "hymyili": True,
            "hymy": 4,
            "valmius": {"not_observed": True},
            "vire": {"na": True},
            "huomioidut": {"na": "Ei ketään muita."},
            "muut-havainnot": "-5 astetta",
        },
        "Hiljaista.",
    ),
    "test": (
        "-|4|5|k|Nopeutti.|e|2|Arvaili.|3|e|Koko oli loppu.|Kysyin kenkiä, <5 min.|",
        {
            "asiakastiedot": {"na": True},
            "ymmarrys": 4,
            "halukkuus": 5,
            "tilanteen-huomiointi": {"value": True, "why": "Nopeutti."},
            "oikea-vastaus": False,
            "tuotetuntemus": {"value": 2, "why": "Arvaili."},
            "ratkaisukyky": 3,
            "tarve-ratkesi": {"value": False, "why": "Koko oli loppu."},
            "kaynnin-kulku": "Kysyin kenkiä, <5 min.",
        },
        "",
    ),
    "ask": (
        "1|2|Osa puuttui.|ehka|-|8|Mukavaa väkeä.|4|Apua saa aina.",
        {
            "valintatapa": "arvottu",
            "sai-mita-haki": {"value": "osittain", "why": "Osa puuttui."},
            "aikoo-palata": {"value": "ehka", "why_declined": True},
            "suosittelu": {"value": 8, "why": "Mukavaa väkeä."},
            "tyytyvaisyys": {"value": 4, "why": "Apua saa aina."},
        },
        "",
    ),
}


@pytest.fixture
def programme(work):
    """Make the working folder a programme with two sites."""
    (work / "kunto.yaml").write_text(PROGRAMME, encoding="utf-8")
    return work


@pytest.fixture
def short(work):
    """Return the file of a checklist of two questions."""
    path = work / "lyhyt.yaml"
    path.write_text(SHORT, encoding="utf-8")
    return path


def what_was_measured(path):
    """Return a report without its ids and times, and without how the answers came."""
    report = json.loads(path.read_text(encoding="utf-8"))
    for name in ("report_id", "entry", "sha256"):
        assert report.pop(name)
    for name in ("started_at", "finished_at"):
        assert report["visit"].pop(name)
    for item in report["items"]:
        assert item.pop("answered_at")
    return report


@pytest.mark.parametrize("language", ["fi", "en"])
@pytest.mark.parametrize(("method", "visit"), VISITS.items(), ids=VISITS)
def test_a_pipe_makes_the_same_report_as_a_file_of_answers(kunto, work, method, visit, language):
    typed, answers, note = visit
    file = work / "vastaukset.json"
    file.write_text(json.dumps({"answers": answers, "note": note}), encoding="utf-8")
    facts = ["--site", "Keskusta", "--evaluator", "h1", "--visited-at", "2026-11-16T14:10"]
    piped = kunto(method, *facts, "--lang", language, typed=typed.replace("|", "\n"))
    filed = kunto(method, *facts, "--lang", language, "--answers", file)
    assert (piped.code, filed.code) == (0, 0)
    assert [read_report(one.path).entry for one in (piped, filed)] == ["live", "answers"]
    report = what_was_measured(piped.path)
    assert report == what_was_measured(filed.path)
    assert report["language"] == language
    assert len(report["items"]) == len(answers)


@pytest.mark.parametrize("method", ["observe", "test", "ask"])
def test_a_finished_visit_prints_its_path_and_nothing_else(kunto, short, drafts, method):
    ran = kunto(method, short, "--site", "Itäkeskus", typed="k\nk\n\n")
    assert (ran.code, ran.path.is_absolute(), ran.path.parent) == (
        0,
        True,
        short.parent / "reports",
    )
    report = read_report(ran.path)
    assert (report.site.id, report.visit.method, report.scores.score) == (
        "itakeskus",
        method,
        100,
    )
    assert "Second?" in ran.err
    assert ran.err.endswith(
        f"The report is written. Score 100.0, level THE BEST.\n"
        f"Look at it: kunto report reports/{ran.path.name}\n"
    )
    assert drafts() == []
    assert ran.path.stat().st_mode & 0o777 == 0o600


def test_a_file_of_answers_is_enough_and_says_nothing_on_the_way(kunto, drafts):
    ran = kunto("observe", "--answers", EXAMPLE, "--lang", "en")
    assert (ran.code, ran.path.name[:29]) == (0, "2026-11-16_malliliike_observe")
    assert ran.err.count("\n") == 2
    assert ran.err.startswith("The report is written. Score ")
    assert drafts() == []


def test_an_option_goes_before_the_file_and_answers_not_asked_are_named(kunto, short):
    file = short.with_name("vastaukset.yaml")
    file.write_text(
        "checklist: lyhyt.yaml\nsite: Asema\nwave: kevat\nevaluator: h1\nlanguage: fi\n"
        "answers: {eka: true, toka: true}\n",
        encoding="utf-8",
    )
    report = read_report(kunto("ask", "--answers", file, "--site", "Tori").path)
    assert (report.site.id, report.wave, report.visit.evaluator, report.language) == (
        "tori",
        "kevat",
        "h1",
        "fi",
    )
    conditional = SHORT + (
        "      - {id: kolmas, text: {fi: K, en: T}, type: yes_no, area: skills,\n"
        "         measure: objective, when: {item: eka, is: false}}\n"
    )
    short.write_text(conditional, encoding="utf-8")
    file.write_text("{eka: true, toka: true, kolmas: true}", encoding="utf-8")
    ran = kunto("ask", short, "--answers", file, "--site", "Tori")
    assert ran.code == 0
    assert ran.err.startswith("Answered in the file but not asked on this visit: kolmas.\n")


def test_the_site_is_picked_by_number_or_name_and_asked_again_when_mistyped(kunto, programme):
    ran = kunto("observe", typed="keskutsa\n9\n1\n:q\n")
    assert ran.code == 4
    assert ran.err.startswith(
        "  1 Keskustan myymälä\n  2 asema\nSite (number): \n"
        "The programme has no site “keskutsa”.\nDid you mean “keskusta”?\n"
        "Site (number): \nThe programme has no site “9”.\nThe programme has: keskusta, asema.\n"
        "Site (number): \nObservation: the basics\nKeskustan myymälä · "
    )
    assert not (programme / "raportit").exists()


def test_the_programme_says_where_when_and_what_for(kunto, programme):
    ran = kunto("observe", "--site", "KESKUSTA", "--answers", EXAMPLE)
    report = read_report(ran.path)
    assert ran.path.parent == programme / "raportit"
    assert (report.programme, report.wave, report.target, report.site.name) == (
        "Ihan paras",
        "syksy",
        "best",
        "Keskustan myymälä",
    )


def test_a_visit_keeps_the_offset_it_was_given(kunto, short):
    visited = "2026-11-16T00:30:00+05:00"
    ran = kunto("ask", short, "--site", "a", "--visited-at", visited, typed="k\nk\n", TZ="UTC")
    assert ran.path.name.startswith("2026-11-16_a_ask_")
    assert read_report(ran.path).visit.visited_at.isoformat() == visited


USAGE = {
    "site": (["observe", "--site", "keskutsa"], "Did you mean “keskusta”?"),
    "checklist": (["observe", "havainnointi-perusmitaus"], "“havainnointi-perusmittaus”?"),
    "checklist-unlike": (
        ["observe", "zzz"],
        "List them with: kunto checklist list; look for a word with --find WORD.",
    ),
    "method": (
        ["observe", "kysy-suoraan-asiakkaalta"],
        "Run: kunto ask kysy-suoraan-asiakkaalta",
    ),
    "language": (["observe", "--lang", "sv"], "Use one of: fi, en."),
    "wave": (["observe", "--site", "asema", "--wave", "../x"], "such as 2026-Q4."),
    "date": (["observe", "--visited-at", "eilen"], "Write the date as 2026-10-01."),
    "first-year": (["observe", "--visited-at", "0001-01-01"], "Write the date as 2026-10-01."),
    "option": (["observe", "--sote", "asema"], "Did you mean “--site”?"),
    "arguments": (["observe", "a", "b"], "See: kunto observe --help"),
}


@pytest.mark.parametrize(("words", "remedy"), USAGE.values(), ids=USAGE)
def test_words_that_do_not_fit_are_refused_before_anything_is_begun(
    kunto, programme, drafts, words, remedy
):
    del programme
    ran = kunto(*words)
    assert (ran.code, ran.out, drafts()) == (2, "", [])
    assert ran.err.startswith("Error: ")
    assert ran.err.rstrip().endswith(remedy)


@pytest.mark.parametrize(
    ("words", "content", "said"),
    [
        (["observe", "rikki.yaml"], b"kunto: 1\n", "rikki.yaml:1:1: K202 "),
        (["observe", "rikki.yaml"], b"\xff\xfe\x00", "rikki.yaml:1:1: "),
        (["observe", "puuttuu.yaml"], b"", "Error: "),
        (["observe", "--answers", "puuttuu.yaml"], b"", "Error: "),
        (["observe", "--answers", "rikki.yaml"], b"hymi: 1\n", "rikki.yaml:1:1: K401 "),
        (["observe", "--answers", "rikki.yaml"], b"[", "rikki.yaml:1:"),
        (["observe", "--answers", "."], b"", "Error: "),
    ],
)
def test_files_that_cannot_be_used_are_refused_before_anything_is_begun(
    kunto, work, drafts, words, content, said
):
    (work / "rikki.yaml").write_bytes(content)
    ran = kunto(*words, "--site", "asema", typed="k\n")
    assert (ran.code, ran.out, drafts()) == (3, "", [])
    assert ran.err.startswith(said)


KIND = "kunto: 1\nkind: answers\n"
AGAIN = "Mend it, and run the command again."
CHECK = "Mend it, and check it with: kunto validate rikki.yaml"


@pytest.mark.parametrize(
    ("words", "content", "remedy"),
    [
        (["rikki.yaml"], "kunto: 1\n", CHECK),
        (["--answers", "rikki.yaml"], "[", CHECK),
        (["--answers", "rikki.yaml"], f"{KIND}answers: 1\n", CHECK),
        (
            ["--answers", "rikki.yaml"],
            f"{KIND}checklist: havainnointi-perusmittaus\nanswers: {{hymi: 1}}\n",
            CHECK,
        ),
        # Alone, validate would not know what these are, or by which checklist they are wrong.
        (["--answers", "rikki.yaml"], "hymi: 1\n", AGAIN),
        (["--answers", "rikki.yaml"], "answers: 1\n", AGAIN),
        (["--answers", "rikki.yaml"], f"{KIND}answers: {{hymi: 1}}\n", AGAIN),
        (
            ["kysy-suoraan-asiakkaalta", "--answers", "rikki.yaml"],
            f"{KIND}checklist: havainnointi-perusmittaus\nanswers: {{hymy: 1}}\n",
            AGAIN,
        ),
    ],
)
def test_a_file_with_findings_is_named_where_it_can_be_checked(kunto, work, words, content, remedy):
    (work / "rikki.yaml").write_text(content, encoding="utf-8")
    method = "ask" if "kysy-suoraan-asiakkaalta" in words else "observe"
    ran = kunto(method, *words, "--site", "asema")
    assert ran.code == 3
    assert ran.err.endswith(f"in rikki.yaml.\n{remedy}\n")


def test_files_are_named_as_they_are_seen_from_here(kunto, work):
    (work / "checklists").mkdir()
    for name in ("a", "b"):
        (work / "checklists" / f"{name}.yaml").write_text("kunto: 1\nkind: practices\n")
    ran = kunto("checklist", "practices")
    assert ran.err.startswith("checklists/a.yaml:1:1: K202 ")
    assert ran.err.endswith(
        "Error: 2 findings in checklists/a.yaml, checklists/b.yaml.\n"
        "Mend it, and check it with: kunto validate checklists/a.yaml checklists/b.yaml\n"
    )


def test_a_broken_programme_is_refused(kunto, work, drafts):
    (work / "kunto.yaml").write_text("sotes: []\n")
    ran = kunto("observe", "--site", "asema")
    assert (ran.code, ran.out, drafts()) == (3, "", [])
    assert "kunto.yaml:1:1: K201 The key “sotes” is not known.\n" in ran.err


def test_a_state_folder_that_is_a_file_begins_no_visit(kunto, environment):
    Path(environment["KUNTO_STATE_DIR"]).touch()
    ran = kunto("observe", "--site", "asema", typed="8\n")
    assert (ran.code, ran.out) == (3, "")
    assert ran.err.startswith("Error: ")
    assert "Answer" not in ran.err


def test_a_reports_folder_that_is_a_file_keeps_the_draft_and_says_how_to_go_on(
    kunto, short, drafts
):
    blocked = short.with_name("varattu")
    blocked.touch()
    ran = kunto("observe", short, "--site", "a", "--reports", blocked, typed="k\nk\n")
    assert (ran.code, ran.out, len(drafts())) == (3, "", 1)
    name = drafts()[0].stem[-8:]
    assert ran.err.endswith(f"The draft is kept. Go on with: kunto resume {name}\n")
    assert "\nError: " in ran.err
    blocked.unlink()
    again = kunto("resume")
    assert (again.code, drafts()) == (0, [])
    assert again.path.parent == blocked
    assert "Answer" not in again.err
    assert read_report(again.path).scores.score == 100


LEFT = {
    "pipe-ended": ([], "k\n", "The answers ended before the visit was finished.\n"),
    "left": ([], "k\n:q\n", "The visit is not finished.\n"),
    "why-owed": ([], "k\ne\n", "The answers ended before the visit was finished.\n"),
    "file": (
        ["--answers", "osa.yaml"],
        "",
        "The answers are not complete: no answer: eka; no WHY: toka.\n",
    ),
}


@pytest.mark.parametrize("method", ["observe", "test", "ask"])
@pytest.mark.parametrize(("words", "typed", "said"), LEFT.values(), ids=LEFT)
def test_an_incomplete_visit_keeps_its_draft_and_says_how_to_go_on(
    kunto, short, drafts, method, words, typed, said
):
    short.with_name("osa.yaml").write_text("toka: false\n")
    ran = kunto(method, short, "--site", "a", *words, typed=typed)
    assert (ran.code, ran.out, len(drafts())) == (4, "", 1)
    name = drafts()[0].stem[-8:]
    assert ran.err.endswith(f"{said}The draft is kept. Go on with: kunto resume {name}\n")
    assert "Error" not in ran.err
    assert not (short.parent / "reports").exists()


def test_without_a_site_nothing_is_begun(kunto, short, drafts):
    ran = kunto("observe", short)
    assert (ran.code, ran.out, drafts()) == (4, "", [])
    assert ran.err == (
        "Which site is this? \nError: The visit has not begun: its site is missing.\n"
        "Name it with --site.\n"
    )


def test_where_a_file_answers_no_line_of_the_pipe_becomes_the_site(kunto, short, drafts):
    file = short.with_name("vastaukset.yaml")
    file.write_text("{eka: true, toka: true}")
    ran = kunto("observe", short, "--answers", file, typed="seuraava-tiedosto.yaml\n")
    assert (ran.code, ran.out, drafts()) == (4, "", [])
    assert ran.err.endswith("Name it in the answers file, or with --site.\n")


def test_a_closed_stdin_is_the_end_of_the_answers(environment, work, command, short):
    words = [*command, "observe", str(short), "--site", "a"]
    ended = subprocess.run(
        ["/bin/sh", "-c", 'exec "$@" <&-', "sh", *words],
        capture_output=True,
        cwd=work,
        env=environment,
        timeout=forked.PATIENCE_SECONDS,
        check=False,
    )
    assert (ended.returncode, ended.stdout) == (4, b"")


def test_bytes_that_are_no_text_on_the_command_line_do_no_harm(environment, work, command, short):
    ended = subprocess.run(
        [*command, "observe", short, "--site", b"a\xe9", "--evaluator", b"h\xe9"],
        input=b"k\nk\n",
        capture_output=True,
        cwd=work,
        env=environment,
        timeout=forked.PATIENCE_SECONDS,
        check=True,
    )
    report = read_report(Path(ended.stdout.decode().strip()))
    assert (report.site.id, report.visit.evaluator) == ("a", "h\\udce9")


@pytest.mark.parametrize("sent", [signal.SIGINT, signal.SIGTERM])
def test_an_interrupted_visit_keeps_its_draft(unmeasured, work, command, short, drafts, sent):
    process = subprocess.Popen(
        [*command, "observe", str(short), "--site", "a"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        cwd=work,
        env=unmeasured,
    )
    process.stdin.write(b"k\n")
    process.stdin.flush()
    forked.read_to(process, "Second?")
    process.send_signal(sent)
    code, out, err = forked.finish(process)
    assert (code, out, len(drafts())) == (130 if sent is signal.SIGINT else -sent, "", 1)
    if sent is signal.SIGINT:
        name = drafts()[0].stem[-8:]
        assert err.endswith(f"The draft is kept. Go on with: kunto resume {name}\n")


def test_too_little_for_a_level_is_said(kunto, short):
    ran = kunto("observe", short, "--site", "a", typed="k\n.\n\n")
    assert ran.code == 0
    assert "The report is written. Too little was answered for a level.\n" in ran.err
    assert read_report(ran.path).outcome == "incomplete"


def test_nothing_of_this_computers_user_is_in_a_report(kunto, short, tmp_path):
    ran = kunto("observe", short, "--site", "a", typed="k\nk\n", USER="tunnus", LOGNAME="tunnus")
    report = ran.path.read_text(encoding="utf-8")
    assert "tunnus" not in report
    assert str(tmp_path) not in report
