"""One checklist with every type of item, for what is asked of each."""

import pytest

EVERY_TYPE = """
languages: [fi, en]
scales:
  arvio: {1: {fi: heikko, en: poor}, 4: {fi: hyvä, en: good}}
items:
  - {id: kylla-ei, text: {fi: K, en: K}, type: yes_no, weight: 0}
  - {id: asteikko, text: {fi: A, en: A}, type: scale, scale: arvio, weight: 0}
  - {id: miinus, text: {fi: M, en: M}, type: scale, min: -2, max: 2, weight: 0}
  - {id: suositus, text: {fi: S, en: S}, type: nps, weight: 0}
  - id: valinta
    text: {fi: V, en: V}
    type: choice
    options:
      - {id: kassa, label: {fi: Kassa, en: Till}}
      - {id: tiski, label: {fi: Tiski, en: Counter}}
  - id: monta
    text: {fi: M, en: M}
    type: multi
    weight: 0
    options:
      - {id: hymy, label: {fi: Hymy, en: A smile}}
      - {id: kiitos, label: {fi: Kiitos, en: Thanks}}
  - {id: kesto, text: {fi: K, en: K}, type: duration, unit: min}
  - {id: ikuinen, text: {fi: I, en: I}, type: duration, never: true}
  - {id: osuus, text: {fi: O, en: O}, type: tally, weight: 0}
  - {id: maara, text: {fi: M, en: M}, type: number}
  - {id: rajattu, text: {fi: R, en: R}, type: number, min: 0.5, max: 2.5, unit: kpl}
  - {id: sanat, text: {fi: S, en: S}, type: text}
"""


@pytest.fixture(scope="session")
def every_type(make_checklist):
    return make_checklist(EVERY_TYPE)
