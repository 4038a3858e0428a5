"""Texts that a number sign cuts short, and what only looks like one."""

import pytest

from asiakaskunto_cli.source.cut_texts import cut_texts
from asiakaskunto_cli.source.reader import read_text


def columns(text):
    source = read_text("lista.yaml", text.encode())
    assert source.findings == ()
    found = list(cut_texts(source))
    assert {one.code for one in found} <= {"K352"}
    return [(one.position.line, one.position.column) for one in found]


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("a: Oliko kassa #2 auki?\n", (1, 16)),
        ("a: Kassa #kaksi\n", (1, 10)),
        ("a: pöytä #kaksi\n", (1, 10)),
        ("a: kassa #2\n", (1, 10)),
        ("a:\n  fi: kassa #kaksi\n", (2, 13)),
        ("a: {fi: kassa #kaksi\n}\n", (1, 15)),
        ("- Kassa #2\n", (1, 9)),
        ("- text: kassa #2\n", (1, 15)),
        ("- a: 1. kassa #2\r\n  b: c\r\n", (1, 15)),
        ("a: kaksi\n  riviä #ja\n", (2, 9)),
        ('a: Hän sanoi "hei" #ei muuta\n', (1, 20)),
    ],
)
def test_a_text_that_ends_at_a_number_sign_is_told_at_the_sign(text, place):
    assert columns(text) == [place]


@pytest.mark.parametrize(
    "text",
    [
        "a: Oliko kassa auki? # kysytään aina\n",
        "a: Oliko kassa auki?  #kysytään aina\n",
        "a: Oliko kassa auki? #\n",
        "a: Oliko kassa auki? #---\n",
        "a: Oliko C#4 auki?\n",
        "a: Oliko kassa#2 auki?\n",
        "a: 'Oliko kassa' #2\n",
        'a: "Oliko kassa #2 auki?" #jos\n',
        "a: |\n  Oliko kassa #2 auki?\n",
        "#Oliko kassa #2 auki?\na: b\n",
        "a: scale #vai ei\n",
        "a: {id: kassa #kaksi\n}\n",
        "is: kassa #kaksi\n",
        "- id: tervehdys #1 kohta\n  type: yes_no #1\n",
        "{id: a, area: emotion #1\n}\n",
        "develop:\n  - perehdytys #1\n",
        "version: v1 #2\n",
        "a: 12 #2\n",
        "a: true #2\n",
        "a: 1.0.0 #2\n",
        "a: 2026-10-01 12:30 #klo\n",
        "a: #2\n",
    ],
)
def test_comments_and_what_is_no_text_for_people_are_left_alone(text):
    assert columns(text) == []


def test_the_warning_says_how_to_mend_it_and_how_to_mean_it():
    (found,) = cut_texts(read_text("f", b"a: Till #2\n"))
    assert "quotes" in found.remedy
    assert "comment" in found.remedy
    assert found.severity == "warning"
