"""What may tell who somebody is, is pointed out; what a note is full of anyway is not."""

import time

import pytest

from asiakaskunto_cli.personal import Personal, personal_data_in

PERSONAL = {
    Personal.EMAIL: [
        "maija.meikalainen@esimerkki.fi",
        "Kirjoita: m-m+kunto@posti.esimerkki.co.uk.",
        "(äiti@esimerkki.fi)",
    ],
    Personal.PHONE: [
        "+358401234567",
        "+358 40 123 4567",
        "+358 (0)40 123 4567",
        "Soita 040 123 4567!",
        "040-1234567",
        "040/1234567",
        "050 123 4567, iltaisin",
        "045 123 4567.",
        "(09) 123 456",
        "09 1234 5678",
        "0207 123 456",
        "+46 8 123 456 78",
        "040\N{NO-BREAK SPACE}123\N{NO-BREAK SPACE}4567",
    ],
    # Dates of birth before 1900, in the 1900s and after, with every mark of 2023.
    Personal.IDENTITY_CODE: [
        *(f"010190{mark}900P" for mark in "-YXWVU"),
        *(f"010110{mark}900M" for mark in "ABCDEF"),
        "010190+9005",
        "hetu 010190-900p.",
    ],
}


@pytest.mark.parametrize(
    ("kind", "text"), [(kind, text) for kind, texts in PERSONAL.items() for text in texts]
)
def test_what_tells_who_somebody_is_is_found(kind, text):
    assert personal_data_in(text) == [kind]


def test_everything_that_a_text_holds_is_named():
    text = "Maija 010190-900P, maija@esimerkki.fi, 040 123 4567"
    assert personal_data_in(text) == [Personal.EMAIL, Personal.PHONE, Personal.IDENTITY_CODE]


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Hinta 12,50 €, ale 1 299,00 €, säästö 0,05 €.",
        "-0,50 € ja +12,5 %",
        "+5 000 000 euroa",
        "klo 09.30 ja 14:05, avoinna 08-17, 8.00–16.00, 0900-1730, 09 30 - 17 30",
        "00:04:35",
        "16.11.2026, 2026-11-16, 05.01.2026, 05-01-2026, 05 01 2026, 5/1/2026",
        "2026-11-16T09:30:00+02:00",
        "EAN 6415600540889, tuote 123-456-789, art. 7654321, malli AB-0401234, #12345678",
        "jono 0-5 min, 10-12 asiakasta, 3/10, 0/10",
        "tunnus @kauppa, 2 @ 5 €",
        "kassa 01, hylly 02 03",
        "Y-tunnus 1234567-8",
        "sarja 320190-900P ja x010190-900P",
    ],
)
def test_prices_times_dates_and_article_numbers_are_no_alarm(text):
    assert personal_data_in(text) == []


@pytest.mark.parametrize("text", ["a" * 100_000, "0 " * 50_000, "+1-" * 33_000, "a@" * 50_000])
def test_a_long_text_takes_no_long_time(text):
    begun = time.perf_counter()
    personal_data_in(text)
    assert time.perf_counter() - begun < 1
