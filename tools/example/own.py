"""The checklist of one's own: the shipped observation, made stricter, so that waves differ."""

from __future__ import annotations

from pathlib import Path

NAME = "havainnointi-perusmittaus.yaml"

STRICTER = (
    (
        "# yaml-language-server: $schema=../schemas/checklist.json\n",
        """\
# yaml-language-server: $schema=../../../schemas/checklist.json
# The shipped checklist made stricter for the department store, from 2026-Q3 on: after eight
# seconds points go faster, and it is asked whether a customer who left was said goodbye to.
""",
    ),
    ("\nversion: 1.0.0\n", "\nversion: 1.1.0\n"),
    (
        "{up_to: 15, score: 0.75}, {up_to: 30, score: 0.5}, {up_to: 60, score: 0.25}]",
        "{up_to: 15, score: 0.5}, {up_to: 30, score: 0.25}]",
    ),
    (
        "      - id: muut-havainnot\n",
        """\
      - id: hyvastely
        text:
          fi: "Hyvästelikö myyjä lähtevän asiakkaan?"
          en: "Did the salesperson say goodbye to a customer who left?"
        help:
          fi: "Sama asiakas kuin alussa. Kiitos, hei tai katse riittää."
          en: "The same customer as at the start. Thanks, goodbye or a glance is enough."
        type: yes_no
        area: emotion
        measure: objective
        touchpoint: farewell
        develop: [tervehtiminen-vahimmaistasona]
      - id: muut-havainnot
""",
    ),
)


def own_checklist(shipped: Path) -> tuple[str, str]:
    """Return the name and the text of the checklist, made from the folder of shipped ones.

    Raises ValueError where the shipped checklist no longer has what is to be changed.
    """
    text = (shipped / NAME).read_text(encoding="utf-8")
    for before, after in STRICTER:
        if text.count(before) != 1:
            raise ValueError(f"{NAME} has {text.count(before)} times: {before}")
        text = text.replace(before, after)
    return NAME, text
