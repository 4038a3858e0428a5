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
from collections.abc import Iterator, Sequence

from asiakaskunto_cli.checklist.rules.problem import Problem
from asiakaskunto_cli.checklist.said import Said
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
    "Matti|Mati|Merja|Mika|Mikko|Miko|Minna|Niina|Niko|Olavi|Outi|Pasi|Pauli|Pekka|Peka|Pentti|"
    "Pertti|Petri|Pirjo|Pirkko|Raija|Raimo|Reijo|Riikka|Riika|Riitta|Riita|Risto|Ritva|Saara|"
    "Sakari|Sami|Sanna|Sari|Seija|Seppo|Sirpa|Susanna|Tapani|Tapio|Teemu|Tero|Tiina|Timo|Tuija|"
    "Tuomas|Tuula|Ulla|Veikko|Veiko|Vesa|Ville|Virpi"
)
ENGLISH = (
    "Alice|Andrew|Barbara|Charles|Christopher|Daniel|David|Elizabeth|Emily|Emma|George|Harry|"
    "Helen|Henry|James|Jennifer|Jessica|John|Joseph|Karen|Linda|Margaret|Mary|Matthew|Michael|"
    "Michelle|Nancy|Oliver|Patricia|Peter|Richard|Robert|Sarah|Stephen|Susan|Thomas|William"
)
CASES = r"(?:n|a|ä|lla|llä|lle|lta|ltä|ssa|ssä|sta|stä|an|in|ksi)?"
LATER = r"(?<=[\w,] )"
SURNAME = r"[A-ZÅÄÖ][a-zåäö]{2,}"
NAME = re.compile(
    rf"{LATER}(?:{FINNISH}){CASES}\b|{LATER}(?:{ENGLISH})(?:[’']s)?\b"
    rf"|\b(?:{FINNISH}|{ENGLISH}) {SURNAME}\b"
    rf"|\b(?:[Hh]erra|[Rr]ouva|[Nn]eiti|[Hh]ra|[Rr]va) {SURNAME}\b"
    rf"|\b(?:Mr|Mrs|Ms|Miss)\.? {SURNAME}\b"
)
# Numbers that lead to a service, and mailboxes that nobody owns.
SERVICE_NUMBER = re.compile(r"\D*(?:0800|0600|0700|0200|0300|010|020|029|030|060|070|075|116)")
SERVICE_MAILBOX = re.compile(
    r"(?:asiakas\w*|palaute|info|toimisto|myynti|tuki|contact|feedback|support|help|service|sales|"
    r"hello|no-?reply)@",
    re.IGNORECASE,
)


def check(texts: Sequence[Said]) -> Iterator[Problem]:
    """Yield every text that seems to name a person or to hold what leads to one."""
    for said in texts:
        found = NAME.search(said.words)
        if found:
            message = _("“{name}” looks like a person's name.").format(name=found.group()[:40])
            yield Problem(said.path, message, _("Ask about the role, such as the salesperson."))
        elif _leads_to_somebody(said.words):
            message = _("The text seems to hold personal data.")
            remedy = _("Remove it: a checklist is read by many, and kept in every report.")
            yield Problem(said.path, message, remedy)


def _leads_to_somebody(words: str) -> bool:
    phone = PATTERNS[Personal.PHONE].search(words)
    email = PATTERNS[Personal.EMAIL].search(words)
    return bool(
        (phone and not SERVICE_NUMBER.match(phone.group()))
        or (email and not SERVICE_MAILBOX.match(email.group()))
        or PATTERNS[Personal.IDENTITY_CODE].search(words)
    )
