"""K349: a text names nobody.

A checklist is read by many, and its words stay in every report: people are asked about as
“the salesperson”. Found are common Finnish and English first names, titles with a surname, email
addresses, phone numbers and personal identity codes; numbers and addresses of a service are not.

Fails::

        items:
          - id: hymy
            text: "Hymyilikö Maija sinulle?"
            type: yes_no
            area: emotion
            measure: objective

Passes::

        items:
          - id: hymy
            text: "Hymyilikö myyjä sinulle?"
            type: yes_no
            area: emotion
            measure: objective
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from asiakaskunto_cli.checklist.rules.problem import Problem
from asiakaskunto_cli.checklist.said import Texts
from asiakaskunto_cli.language import gettext as _
from asiakaskunto_cli.personal import PATTERNS, Personal
from asiakaskunto_cli.source.finding import Severity

CODE = "K349"
SEVERITY = Severity.WARNING

# Stems of first names that are common, and no other words in the middle of a sentence.
FINNISH = (
    "Aino|Anneli|Annika|Antero|Anti|Antti|Arto|Eero|Eija|Elina|Erkki|Erki|Esko|Eveliina|Hannele|"
    "Hannu|Heikki|Heiki|Heli|Henrik|Ilkka|Ilka|Irma|Jaakko|Jaako|Jaana|Janne|Jari|Jarmo|Jenni|"
    "Johanna|Jorma|Jouni|Juha|Juhani|Jukka|Juka|Jussi|Kaarina|Kaija|Kalle|Katariina|Katja|"
    "Kirsi|Kristiina|Laura|Leena|Liisa|Maarit|Maija|Marika|Marja|Marjatta|Markku|Marku|Marko|"
    "Matti|Mati|Merja|Mika|Mikko|Miko|Minna|Niina|Niko|Olavi|Outi|Pauli|Pekka|Peka|Pentti|"
    "Pertti|Petri|Pirjo|Pirkko|Raija|Raimo|Reijo|Riikka|Riika|Riitta|Riita|Risto|Ritva|Saara|"
    "Sakari|Sami|Sanna|Sari|Seija|Seppo|Sirpa|Susanna|Tapani|Tapio|Teemu|Tero|Tiina|Tuija|"
    "Tuomas|Tuula|Ulla|Veikko|Veiko|Vesa|Ville|Virpi"
)
ENGLISH = (
    "Alice|Andrew|Barbara|Charles|Christopher|Daniel|David|Elizabeth|Emily|Emma|George|Harry|"
    "Helen|Henry|James|Jennifer|Jessica|John|Joseph|Karen|Linda|Margaret|Mary|Matthew|Michael|"
    "Michelle|Nancy|Oliver|Patricia|Peter|Richard|Robert|Sarah|Stephen|Susan|Thomas|William"
)
CASES = ("", "n", "a", "ä", "an", "in", "ksi", "lla", "llä", "lle", "lta", "ltä", "ssa", "sta")
NAMES = frozenset(
    [name + case for name in FINNISH.split("|") for case in CASES] + ENGLISH.split("|")
)
CAPITALISED = re.compile(r"[A-ZÅÄÖ][a-zåäö]{2,}")
# A capital letter in the middle of a sentence, or two words in a row that begin with one.
CAPITAL = re.compile(
    r"(?<=[\w,] )[A-ZÅÄÖ][a-zåäö]{2,}|[A-ZÅÄÖ][a-zåäö]{2,}(?= [A-ZÅÄÖ][a-zåäö]{2})"
)
SURNAMED = re.compile(
    r"\b(?:[Hh]erra|[Rr]ouva|[Nn]eiti|[Hh]ra|[Rr]va|(?:Mr|Mrs|Ms|Miss)\.?) [A-ZÅÄÖ][a-zåäö]{2,}"
)
TITLES = ("herra ", "rouva ", "neiti ", "hra ", "rva ", "mr", "ms ", "ms. ", "miss ")
# Every number and code has this in it; every address has an @.
NUMBER = re.compile(r"[0-9][0-9 ()/+-]{5}")
# Numbers that lead to a service, and mailboxes that nobody owns.
SERVICE_NUMBER = re.compile(r"\D*(?:0800|0600|0700|0200|0300|010|020|029|030|060|070|075|116)")
SERVICE_MAILBOX = re.compile(
    r"(?:asiakas\w*|palaute|info|toimisto|myynti|tuki|contact|feedback|support|help|service|sales|"
    r"hello|no-?reply)@",
    re.IGNORECASE,
)


def check(texts: Texts) -> Iterator[Problem]:
    """Yield every text that seems to name a person or to hold what leads to one."""
    named = not NAMES.isdisjoint(CAPITALISED.findall(texts.together))
    titled = any(title in texts.small for title in TITLES)
    leads = "@" in texts.together or NUMBER.search(texts.together) is not None
    for said in texts if named or titled or leads else ():
        name = (named and _name_in(said.words)) or (titled and SURNAMED.search(said.words))
        if name:
            message = _("“{name}” looks like a person's name.").format(name=name.group()[:40])
            yield Problem(said.path, message, _("Ask about the role, such as the salesperson."))
        elif leads and _leads_to_somebody(said.words):
            message = _("The text seems to hold personal data.")
            remedy = _("Remove it: a checklist is read by many, and kept in every report.")
            yield Problem(said.path, message, remedy)


def _name_in(words: str) -> re.Match[str] | None:
    return next((one for one in CAPITAL.finditer(words) if one.group() in NAMES), None)


def _leads_to_somebody(words: str) -> bool:
    phone = PATTERNS[Personal.PHONE].search(words)
    email = PATTERNS[Personal.EMAIL].search(words)
    return bool(
        (phone and not SERVICE_NUMBER.match(phone.group()))
        or (email and not SERVICE_MAILBOX.match(email.group()))
        or PATTERNS[Personal.IDENTITY_CODE].search(words)
    )
