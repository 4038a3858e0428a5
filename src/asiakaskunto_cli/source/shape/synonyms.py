"""Other words for the keys and values of kunto's files: what people write who know what they mean.

English and Finnish, each in the form without capitals, with hyphens for spaces and underscores.
Where a word stands for several keys, the first of them that can stand in its place is meant.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping, Sequence

_WORDS: Mapping[str, str] = {
    "text": "question kysymys teksti title otsikko label",
    "title": "name nimi otsikko heading text teksti",
    "label": "name nimi otsikko title text teksti",
    "name": "nimi title otsikko label",
    "id": "name nimi key tunnus tunniste",
    "item": "id kohta question kysymys",
    "items": "item kohta kohdat question questions kysymys kysymykset",
    "sections": "section osio osiot",
    "options": "option vaihtoehto vaihtoehdot choices alternatives answers vastaukset",
    "type": "tyyppi kind",
    "help": "ohje ohjeet apu hint guidance description kuvaus",
    "source": "lähde",
    "area": "osa-alue osaalue alue",
    "measure": "mittari metric",
    "touchpoint": "kosketuspiste",
    "weight": "paino painoarvo kerroin importance",
    "area-weights": "painot weights",
    "when": "if jos kun ehto condition show-if",
    "gate": "ehto kynnys",
    "pass-at": "kynnys threshold",
    "why": "miksi perustelu reason",
    "notes": "huomio huomiot comments",
    "note": "huomio kommentti comment",
    "evidence": "liite liitteet todiste",
    "develop": "käytäntö käytännöt practices",
    "figures": "luvut tunnusluvut",
    "invert": "käänteinen reverse reversed inverse",
    "scale": "asteikko",
    "scales": "asteikko asteikot",
    "min": "minimum minimi alin",
    "max": "maximum maksimi ylin",
    "bands": "rajat luokat",
    "up-to": "max enintään",
    "score": "pisteet pistemäärä points",
    "points": "pisteet pistemäärä score",
    "unit": "yksikkö",
    "target": "tavoite",
    "limit": "raja",
    "against": "vertailu odotus",
    "all": "and ja kaikki",
    "any": "or tai jokin",
    "visit": "käynti",
    "is": "equals equal eq on value arvo",
    "is-not": "not not-equal ne ei",
    "any-of": "in one-of jokin",
    "at-least": "min gte vähintään",
    "at-most": "max lte enintään",
    "below": "under lt alle",
    "answered": "vastattu",
    "version": "versio",
    "method": "menetelmä methods",
    "purpose": "tarkoitus description kuvaus",
    "scenario": "skenaario tehtävä",
    "minutes": "minuutit kesto duration",
    "languages": "kielet kieli language",
    "language": "kieli languages",
    "theme": "teema",
    "anonymous": "nimetön anonyymi",
    "classify": "luokittelu luokitus classes",
    "steps": "portaat luokat classes",
    "contradictory": "ristiriita",
    "practices": "käytännöt",
    "programme": "ohjelma program",
    "organisation": "organization organisaatio yritys company",
    "levels": "tasot",
    "reports": "raportit",
    "checklists": "tarkistuslistat",
    "checklist": "tarkistuslista",
    "site": "toimipiste store location",
    "sites": "toimipisteet stores locations",
    "group": "ryhmä alue",
    "wave": "mittauskierros kierros round",
    "waves": "mittauskierrokset kierrokset rounds",
    "from": "alku alkaa start",
    "to": "loppu päättyy end",
    "evaluator": "havainnoija",
    "channel": "kanava",
    "answers": "vastaukset",
    "value": "vastaus arvo answer",
}


def keys_meant(word: str) -> Sequence[str]:
    """Return the keys that a word may stand for, the likelier first; most words for none."""
    plain = _plain(word)
    keys = (key for key, words in _WORDS.items() if plain in words.split())
    return [key.replace("-", "_") for key in keys]


# By the values of several keys: those that can stand in a place are handed in.
_VALUES: Mapping[str, str] = {
    "knowledge": "tiedot tieto osaaminen",
    "skills": "taidot taito skill",
    "emotion": "tunne tunteet emotions feeling",
    "objective": "objektiivinen",
    "subjective": "subjektiivinen",
    "observe": "havainnointi havainnoi observation",
    "test": "testaus testi mystery-shopping",
    "ask": "kysely kysy asiakaskysely haastattelu interview survey",
    "yes_no": "kyllä-ei kyllä/ei yes/no boolean bool",
    "scale": "skaala asteikko rating likert",
    "choice": "valinta yksivalinta single select radio",
    "multi": "monivalinta multiple multiple-choice checkbox checkboxes",
    "duration": "kesto aika time seconds",
    "tally": "laskuri count counter",
    "number": "luku numero integer int float",
    "text": "teksti vapaa-teksti string open",
    "critical": "kriittinen",
    "core": "ydin ydinkohta",
    "never": "ei-koskaan",
    "always": "aina",
    "optional": "valinnainen vapaaehtoinen",
    "required": "pakollinen",
    "good": "hyvä",
    "excellent": "erinomainen",
    "best": "ihan-paras paras",
}


def value_meant(word: str, known: Sequence[str]) -> str | None:
    """Return the known value that a word stands for, None for most words."""
    plain = _plain(word)
    return next((one for one in known if plain in _VALUES.get(one, "").split()), None)


def _plain(word: str) -> str:
    return re.sub("[ _]", "-", unicodedata.normalize("NFC", word).casefold())
