"""A whole visit at a terminal, as a consultant beside the counter makes it."""

import pytest

from asiakaskunto_cli.report.read import read_report

SIZES = [(24, 80), (20, 40)]
FIRST = {
    80: """\
Which site is this? Keskusta
Observation: the basics
Keskusta · {wave} · about 10 min

Every answer is saved at once. Leave whenever you need to: :q

[1/7] Arrival · 0 % done
How soon did the salesperson notice the customer coming in?
  seconds, or minutes as 1:30; e or n = never
! or Space: start the clock  - not applicable  . not observed  + note
< back  > later  = review  ? help  :q save and leave
Answer:""",
    40: """\
Which site is this? Keskusta
Observation: the basics
Keskusta · {wave} · about 10 min

Every answer is saved at once. Leave
whenever you need to: :q

[1/7] Arrival · 0 % done
How soon did the salesperson notice the
customer coming in?
  seconds, or minutes as 1:30; e or n =
  never
! or Space: start the clock
- not applicable  . not observed
+ note  < back  > later  = review
? help  :q save and leave
Answer:""",
}
LAST_QUESTION = {
    80: """\
[7/7] The whole session · 67 % done
What else did you notice?
  in your own words; Enter = nothing to add
- not applicable  . not observed  + note  ! stopwatch
< back  > later  = review  ? help  :q save and leave
Answer:""",
    40: """\
[7/7] The whole session · 67 % done
What else did you notice?
  in your own words; Enter = nothing to
  add
- not applicable  . not observed
+ note  ! stopwatch  < back  > later
= review  ? help  :q save and leave
Answer:""",
}
END_OF_REVIEW = {
    80: """\
  7 What else did you notice? – <5 min jonossa

Everything is answered. Enter = finish and write the report.
number = go to it  + note on the visit  :v facts of the visit
< back  :q save and leave
Review:""",
    40: """\
  7 What else did you notice? – <5 min
    jonossa

Everything is answered. Enter = finish
and write the report.
number = go to it  + note on the visit
:v facts of the visit  < back
:q save and leave
Review:""",
}


@pytest.mark.parametrize(("rows", "columns"), SIZES, ids=["80x24", "40x20"])
def test_a_whole_visit(at_terminal, drafts, rows, columns):
    terminal = at_terminal("observe", rows=rows, columns=columns)
    assert terminal.read_to_prompt() == "Which site is this?"
    assert terminal.type("Keskusta") == "Answer:"
    facts = terminal.lines[2].split(" · ")
    assert terminal.shown == FIRST[columns].format(wave=facts[1])
    assert terminal.type("1:05") == "Answer:"  # ensihuomio
    assert "[2/7] Encounter · 17 % done" in terminal.lines
    assert terminal.type("<") == "Answer:"
    assert "  Now: 65 s (Enter keeps it)" in terminal.lines
    terminal.type("8", "+", "Hymy vasta lopuksi.")
    assert "  Note: Hymy vasta lopuksi." in terminal.lines
    terminal.type("k")  # hymyili
    terminal.type(">")  # hymy: later
    terminal.type("x")
    assert terminal.lines[-2:] == ["Type: 1 to 5.", "Answer:"]
    terminal.type(".")  # valmius: not observed
    terminal.type("-")  # vire: not applicable
    assert terminal.type("-") == "Why does it not apply?"  # huomioidut: a core item
    assert terminal.type("Ei muita asiakkaita.") == "Answer:"
    last_question = LAST_QUESTION[columns].split("\n")
    assert terminal.lines[-len(last_question) :] == last_question
    assert terminal.type("<5 min jonossa") == "Review:"
    assert any("1 question has no answer: 3. Enter = go" in line for line in terminal.lines)
    terminal.type("2")
    assert "  Now: yes (Enter keeps it)" in terminal.lines
    terminal.type("e")
    assert "[3/7] Encounter · 67 % done" in terminal.lines
    assert terminal.type("5") == "Review:"
    review = END_OF_REVIEW[columns].split("\n")
    assert terminal.lines[-len(review) :] == review
    terminal.type("+", "Hiljainen aamu.")
    assert "Note: Hiljainen aamu." in terminal.lines
    assert terminal.last_line("") == 0
    report = read_report(terminal.said.strip().rsplit("\r\n", 1)[1])
    assert (report.site.name, report.visit.note, report.entry) == (
        "Keskusta",
        "Hiljainen aamu.",
        "live",
    )
    items = {item.id: (item.state, item.answer, item.note, item.na_reason) for item in report.items}
    assert items == {
        "ensihuomio": ("scored", 8, "", ""),
        "hymyili": ("scored", False, "Hymy vasta lopuksi.", ""),
        "hymy": ("scored", 5, "", ""),
        "valmius": ("not_observed", None, "", ""),
        "vire": ("not_applicable", None, "", ""),
        "huomioidut": ("not_applicable", None, "", "Ei muita asiakkaita."),
        "muut-havainnot": ("informational", "<5 min jonossa", "", ""),
    }
    assert drafts() == []


def test_the_site_of_a_programme_is_picked_by_number(at_terminal, work):
    (work / "kunto.yaml").write_text("sites: [{id: asema, name: Aseman myymälä}, {id: tori}]\n")
    terminal = at_terminal("observe")
    assert terminal.read_to_prompt() == "Site (number):"
    assert terminal.lines == ["  1 Aseman myymälä", "  2 tori", "Site (number):"]
    assert terminal.type("troi") == "Site (number):"
    assert terminal.lines[-3:] == [
        "The programme has no site “troi”.",
        "Did you mean “tori”?",
        "Site (number):",
    ]
    assert terminal.type("1") == "Answer:"
    assert any(line.startswith("Aseman myymälä · ") for line in terminal.lines)


def test_arrow_keys_and_a_line_too_long_for_the_terminal_do_no_harm(at_terminal, drafts):
    terminal = at_terminal("observe", "--site", "a")
    terminal.read_to_prompt()
    terminal.type("\x1b[A8\x1b[D", ">", ">", ">", ">", ">")
    assert terminal.type("a" * 5000) == "Review:"
    assert "The terminal may have cut that line at its end." in terminal.said
    (draft,) = drafts()
    content = draft.read_text(encoding="utf-8")
    assert '"answer": 8}' in content
    assert f'"answer": "{"a" * 4095}"' in content
