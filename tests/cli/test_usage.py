"""Words that no command takes: told in kunto's own words, in the user's language, with a way on."""

import pytest

REFUSED = {
    "command": (
        ["validat", "x"],
        "There is no command “validat”.\nDid you mean “validate”?",
        "Komentoa ”validat” ei ole.\nTarkoititko ”validate”?",
    ),
    "command within": (
        ["checklist", "xyz"],
        "There is no command “xyz”.\nSee: kunto checklist --help",
        "Komentoa ”xyz” ei ole.\nKatso: kunto checklist --help",
    ),
    "no command": (
        ["--color", "never"],
        "No command was named.\nSee: kunto --help",
        "Komento puuttuu.\nKatso: kunto --help",
    ),
    "option": (
        ["report", "--formt", "csv"],
        "There is no option --formt.\nDid you mean “--format”?",
        "Valitsinta --formt ei ole.\nTarkoititko ”--format”?",
    ),
    "option of nothing": (
        ["-x"],
        "There is no option -x.\nSee: kunto --help",
        "Valitsinta -x ei ole.\nKatso: kunto --help",
    ),
    "option like none": (
        ["report", "--strict=1"],
        "There is no option --strict.\nSee: kunto report --help",
        "Valitsinta --strict ei ole.\nKatso: kunto report --help",
    ),
    "value left out": (
        ["observe", "--site"],
        "--site needs a value.\nSee: kunto observe --help",
        "Valitsimelta --site puuttuu arvo.\nKatso: kunto observe --help",
    ),
    "value of a flag": (
        ["validate", "--strict=yes", "x"],
        "--strict takes no value.\nSee: kunto validate --help",
        "Valitsimelle --strict ei anneta arvoa.\nKatso: kunto validate --help",
    ),
    "value of help": (
        ["verify", "--help=yes"],
        "--help takes no value.\nSee: kunto verify --help",
        "Valitsimelle --help ei anneta arvoa.\nKatso: kunto verify --help",
    ),
    "choice": (
        ["compare", "--method", "obsrve"],
        "“obsrve” is no value of --method.\nDid you mean “observe”?",
        "--method: arvo ”obsrve” ei kelpaa.\nTarkoititko ”observe”?",
    ),
    "none of the choices": (
        ["--color", "x", "verify"],
        "“x” is no value of --color.\nUse one of: auto, always, never.",
        "--color: arvo ”x” ei kelpaa.\nVaihtoehdot: auto, always, never.",
    ),
    "number": (
        ["observe", "--count", "0"],
        "“0” is no value of --count.\nUse a whole number from 1 to 999.",
        "--count: arvo ”0” ei kelpaa.\nKäytä kokonaislukua väliltä 1–999.",
    ),
    "no number": (
        ["observe", "--count", "x"],
        "“x” is no value of --count.\nUse a whole number from 1 to 999.",
        "--count: arvo ”x” ei kelpaa.\nKäytä kokonaislukua väliltä 1–999.",
    ),
    "date": (
        ["observe", "--visited-at", "eilen"],
        "“eilen” is no value of --visited-at.\nWrite the date as 2026-10-01.",
        "--visited-at: arvo ”eilen” ei kelpaa.\nKirjoita päivä muodossa 2026-10-01.",
    ),
    "one word too many": (
        ["observe", "a", "b", "c"],
        "“b” is one word too many.\nSee: kunto observe --help",
        "”b” on ylimääräinen.\nKatso: kunto observe --help",
    ),
    "argument": (
        ["attach", "report.json"],
        "FILE is missing.\nSee: kunto attach --help",
        "TIEDOSTO puuttuu.\nKatso: kunto attach --help",
    ),
    "empty path": (
        ["validate", ""],
        "“” is no value of PATH.\nSee: kunto validate --help",
        "POLKU: arvo ”” ei kelpaa.\nKatso: kunto validate --help",
    ),
    "empty path of reports": (
        ["report", "reports", ""],
        "“” is no value of PATH.\nSee: kunto report --help",
        "POLKU: arvo ”” ei kelpaa.\nKatso: kunto report --help",
    ),
    "required option": (
        ["withdraw", "report.json"],
        "--reason is missing.\nSee: kunto withdraw --help",
        "--reason puuttuu.\nKatso: kunto withdraw --help",
    ),
}


@pytest.mark.parametrize(("words", "english", "finnish"), REFUSED.values(), ids=REFUSED)
def test_what_does_not_fit_is_told_with_a_way_on(kunto, words, english, finnish):
    ran = kunto(*words)
    assert (ran.code, ran.out, ran.err) == (2, "", f"Error: {english}\n")
    ran = kunto(*words, KUNTO_LANG="fi")
    assert (ran.code, ran.out, ran.err) == (2, "", f"Virhe: {finnish}\n")


def test_a_choice_of_a_comparison_names_its_option(kunto):
    assert kunto("compare", "--by", "site,väri").err == (
        "Error: “väri” is no value of --by.\nUse one of: site, method, area, group, channel, "
        "evaluator, segment:…, class:….\n"
    )
    assert kunto("compare", "--measure", "area:tieto", KUNTO_LANG="fi").err == (
        "Virhe: --measure: arvo ”area:tieto” ei kelpaa.\n"
        "Vaihtoehdot: area:knowledge, area:skills, area:emotion.\n"
    )


def test_a_refusal_is_in_the_language_that_the_command_is_asked_to_speak(kunto):
    assert kunto("report", "--lang", "fi", "--formt").err.startswith("Virhe: Valitsinta --formt")


def test_what_steers_a_terminal_is_not_said_again(kunto):
    for words in (["\x1b[2Jx"], ["report", "--\x1b[2Jx"], ["report", "--format", "\x1b[2Jx"]):
        ran = kunto(*words)
        assert ran.code == 2
        assert "\x1b" not in ran.err
