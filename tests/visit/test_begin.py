"""Before the first question: which word counts where several were said."""

from datetime import UTC, datetime

import pytest

from asiakaskunto_cli import __version__
from asiakaskunto_cli.errors import UsageError
from asiakaskunto_cli.programme.model import Programme
from asiakaskunto_cli.report.model import Site
from asiakaskunto_cli.report.opening import Opening, Rules
from asiakaskunto_cli.scoring.response import VisitFacts
from asiakaskunto_cli.visit.begin import (
    Given,
    Start,
    language_of_visit,
    opening_of,
    require_method,
    site_named,
)
from asiakaskunto_cli.visit.places import drafts_folder
from asiakaskunto_cli.words import Entry, Level, Method, Status

NOW = datetime(2026, 11, 16, 14, 10, tzinfo=UTC)
EARLIER = datetime(2026, 3, 31, 9, 0, tzinfo=UTC)
START = Start("01a20107-c604-775a-a37e-ac39b21a13b7", NOW, "fi", Entry.LIVE)
KESKUSTA = Site(id="keskusta", name="Keskustan myymälä")
NAMES = ("site", "wave", "evaluator", "scenario", "channel")


@pytest.fixture
def begin(programme):
    """Return a function that opens a visit."""

    def opened(given=Given(), around=programme, site=KESKUSTA):  # noqa: B008 frozen
        return opening_of(given, site, Method.TEST, around, START)

    return opened


def refused(work):
    """Return what a person is told when they are refused."""
    with pytest.raises(UsageError) as caught:
        work()
    return caught.value.message, caught.value.remedy


def test_an_option_counts_before_the_file_and_the_file_before_nothing():
    option = Given(**{name: f"option-{name}" for name in NAMES}, visited_at=NOW)
    file = Given(**{name: f"file-{name}" for name in NAMES}, visited_at=EARLIER)
    assert option.or_else(file) == option
    assert Given().or_else(file) == file
    assert Given(site="a", wave="").or_else(Given(wave="b", channel="c")) == Given(
        site="a", wave="b", channel="c"
    )


def test_an_opening_holds_what_was_said_and_what_follows_from_it(begin, programme):
    given = Given("x", "2026-Q1", "h1", "Osta kengät.", "store", EARLIER)
    opening = begin(given)
    assert opening == Opening(
        kunto_version=__version__,
        report_id=START.report_id,
        status=Status.FINAL,
        programme="Ihan paras",
        wave="2026-Q1",
        language="fi",
        entry=Entry.LIVE,
        site=KESKUSTA,
        method=Method.TEST,
        scenario="Osta kengät.",
        channel="store",
        evaluator="h1",
        visited_at=EARLIER,
        started_at=NOW,
        target=Level.BEST,
        rules=Rules.of(programme.policy()),
    )
    assert opening.facts() == VisitFacts(Method.TEST, "store", "Osta kengät.")


def test_the_wave_is_the_option_then_the_programmes_then_the_quarter(begin):
    assert begin(Given(wave="Kevät-1".replace("ä", "a"))).wave == "Kevat-1"
    assert begin().wave == "syksy"
    assert begin(Given(visited_at=EARLIER)).wave == "2026-Q1"
    assert begin(around=Programme()).wave == "2026-Q4"


@pytest.mark.parametrize("wave", ["kevät", "2026 Q4", "../x", "-q", "a" * 65, "2026/Q4", "a\n"])
def test_a_wave_that_is_no_name_is_refused(begin, wave):
    message, remedy = refused(lambda: begin(Given(wave=wave)))
    assert message.endswith("is no name for a wave.")
    assert remedy == "Use letters, digits and hyphens, such as 2026-Q4."


def test_the_target_is_the_sites_then_the_programmes_then_none(begin):
    asema = Site(id="asema", name="asema")
    assert [begin().target, begin(site=asema).target, begin(around=Programme()).target] == [
        Level.BEST,
        Level.EXCELLENT,
        None,
    ]


def test_words_from_the_command_line_are_cleaned(begin):
    given = Given(evaluator="h\udce9\x1b[31m", scenario=" ", channel="\tstore ")
    opening = begin(given)
    assert (opening.evaluator, opening.scenario, opening.channel) == (
        "h\\udce9\\u001b[31m",
        None,
        "store",
    )
    assert opening.model_dump_json().encode()


@pytest.mark.parametrize("name", ["keskusta", "KESKUSTA", " Keskustan MYYMÄLÄ "])
def test_a_site_of_the_programme_is_known_by_id_and_by_name(programme, name):
    assert site_named(name, programme) == KESKUSTA


def test_a_mistyped_site_is_refused_with_the_nearest_one(programme):
    message = "The programme has no site “Keskutsa”."
    assert refused(lambda: site_named("Keskutsa", programme)) == (
        message,
        "Did you mean “keskusta”?",
    )
    assert refused(lambda: site_named("x\x1b", programme)) == (
        "The programme has no site “x\\u001b”.",
        "The programme has: keskusta, asema.",
    )


@pytest.mark.parametrize(
    ("name", "site"),
    [
        ("Keskusta", Site(id="keskusta", name="Keskusta")),
        (" Itäkeskus 2! ", Site(id="itakeskus-2", name="Itäkeskus 2!")),
        ("../../etc", Site(id="etc", name="../../etc")),
        ("a" * 300, Site(id="a" * 64, name="a" * 300)),
        ("a\x1bb", Site(id="a-b", name="a\\u001bb")),
    ],
)
def test_without_a_programme_any_name_makes_a_site(name, site):
    assert site_named(name, Programme()) == site


@pytest.mark.parametrize("name", ["", "!!!", "日本"])
def test_a_name_that_makes_no_id_is_refused(name):
    assert refused(lambda: site_named(name, Programme())) == (
        f"“{name}” cannot name a site.",
        "Use a name with letters or digits.",
    )


def test_a_checklist_for_another_method_is_refused_with_the_commands_that_run_it(everything):
    require_method(everything, Method.OBSERVE)
    require_method(everything, Method.TEST)
    assert refused(lambda: require_method(everything, Method.ASK)) == (
        "“kaikki” is not made for “kunto ask”.",
        "Run: kunto observe kaikki / kunto test kaikki",
    )


def test_the_language_is_the_wish_then_the_others_then_the_checklists_first(everything, plain):
    assert language_of_visit(everything, "en", ["fi"]) == "en"
    assert language_of_visit(everything, None, [None, "sv", "en_GB.UTF-8", "fi"]) == "en"
    assert language_of_visit(everything, None, ["EN-gb"]) == "en"
    assert language_of_visit(everything, None, [None, "C.UTF-8", ""]) == "fi"
    assert language_of_visit(plain, None, ["en"]) == "fi"


def test_a_language_that_the_checklist_does_not_speak_is_refused(everything):
    assert refused(lambda: language_of_visit(everything, "sv", ["fi"])) == (
        "“kaikki” does not speak “sv”.",
        "Use one of: fi, en.",
    )


def test_drafts_live_where_the_state_does(monkeypatch, tmp_path):
    monkeypatch.setenv("KUNTO_STATE_DIR", str(tmp_path))
    assert drafts_folder() == tmp_path / "drafts"
    monkeypatch.delenv("KUNTO_STATE_DIR")
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.delenv("XDG_STATE_HOME", raising=False)
    folder = drafts_folder()
    assert (folder.name, folder.parent.name) == ("drafts", "kunto")
    assert folder.is_relative_to(tmp_path)
