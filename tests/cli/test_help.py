"""The help of every command: all of it, in the user's language, as wide as the screen."""

import pytest
from typer.core import TyperGroup, TyperOption

from asiakaskunto_cli.cli.app import COMMANDS, commands
from asiakaskunto_cli.cli.help import messages_of
from asiakaskunto_cli.language import gettext, speaking

PATHS = [[], *([name] for name in COMMANDS), ["checklist", "new"], ["drafts", "discard"]]
FRAME = {
    "en": ("Usage: ", "Options:", "Show this help."),
    "fi": ("Käyttö: ", "Valitsimet:", "Näytä tämä ohje."),
}


def called(path):
    """Return the command that a path of words calls."""
    root, *others = commands()
    if not path:
        return root
    command = next(one for one in others if one.name == path[0])
    return command.commands[path[1]] if path[1:] else command


@pytest.mark.parametrize("width", [80, 40])
@pytest.mark.parametrize("language", FRAME)
@pytest.mark.parametrize("path", PATHS, ids=" ".join)
def test_help_tells_of_every_word_and_fits_the_screen(kunto, path, language, width):
    ran = kunto(*path, "--help", KUNTO_LANG=language, COLUMNS=str(width))
    assert (ran.code, ran.err) == (0, "")
    assert all(words in ran.out for words in FRAME[language])
    command, lines = called(path), ran.out.splitlines()
    options = [one for one in command.params if isinstance(one, TyperOption)]
    words = set(ran.out.replace(",", " ").split())
    assert {name for one in options for name in one.opts} <= words
    within = command.commands if isinstance(command, TyperGroup) else ()
    assert set(within) <= {line.split()[0] for line in lines if line[:3].strip()}
    assert [line for line in lines if len(line) > width and " " in line.strip()] == []
    assert all(line == line.rstrip() for line in lines)


def test_everything_that_help_says_is_there_in_finnish():
    messages = {message for command in commands() for message in messages_of(command)}
    with speaking("fi"):
        assert [one for one in messages if gettext(one) == one] == []


def test_help_is_in_the_language_that_the_command_is_asked_to_speak(kunto):
    assert kunto("report", "--lang", "fi", "--help").out.startswith("Käyttö: kunto report ")
    assert kunto("report", "--help", "--lang=fi").out.startswith("Käyttö: kunto report ")
    assert kunto("report", "--lang", "xx", "--help").out.startswith("Usage: kunto report ")


def test_an_argument_is_written_as_it_may_be_given(kunto):
    assert "kunto observe [OPTIONS] [CHECKLIST]\n" in kunto("observe", "--help").out
    assert "kunto validate [OPTIONS] [PATH…]\n" in kunto("validate", "--help").out
    assert "kunto attach [OPTIONS] REPORT FILE\n" in kunto("attach", "--help").out


def test_an_option_says_what_it_may_be_and_what_it_is_without_it(kunto):
    said = " ".join(kunto("--help").out.split())
    assert "--color WHEN Colour the result. One of: auto, always, never. Default: auto." in said
    said = " ".join(kunto("withdraw", "--help").out.split())
    assert "--reason TEXT Why; it is kept in the report. Required." in said
    said = " ".join(kunto("validate", "--help").out.split())
    assert "Default: text; in GitHub Actions github." in said
    assert "--strict Let warnings fail the check too. --select" in said


def test_a_word_too_long_for_its_column_has_its_line(kunto):
    lines = kunto("validate", "--help", COLUMNS="40").out.splitlines()
    place = lines.index("  --ignore CODES")
    assert lines[place + 1] == "      All codes but these."


@pytest.mark.parametrize("words", [[], ["checklist"]])
def test_whoever_names_no_command_reads_the_help(kunto, words):
    ran = kunto(*words)
    assert (ran.code, ran.out) == (2, "")
    assert ran.err == kunto(*words, "--help").out
