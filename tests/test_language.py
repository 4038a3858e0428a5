"""The language of the moment: which one, for how long, and how it writes numbers and dates."""

from datetime import UTC, datetime, timedelta, timezone

import pytest

from asiakaskunto_cli.language import (
    activate,
    active,
    available,
    format_date,
    format_date_and_time,
    format_number,
    format_plain,
    format_signed,
    gettext,
    in_language,
    locale_wishes,
    negotiate,
    ngettext,
    pgettext,
    speaking,
)


def test_kunto_speaks_at_least_english_and_finnish():
    assert {"en", "fi"} <= set(available())


@pytest.mark.parametrize(
    ("wishes", "expected"),
    [
        (["fi"], "fi"),
        (["fi_FI.UTF-8"], "fi"),
        (["fi-FI"], "fi"),
        (["FI"], "fi"),
        ([None, "", "xx", "fi", "en"], "fi"),
        (["C.UTF-8", "POSIX"], "en"),
        (["../fi"], "en"),
        ([], "en"),
    ],
)
def test_first_wish_that_kunto_speaks_wins(wishes, expected):
    assert negotiate(wishes) == expected


def test_wishes_come_from_the_environment_strongest_first():
    environment = {"LANG": "d", "LC_MESSAGES": "c", "LC_ALL": "b", "KUNTO_LANG": "a", "X": "y"}
    assert locale_wishes(environment) == ["a", "b", "c", "d"]
    assert locale_wishes({"LANG": "fi_FI.UTF-8"}) == [None, None, None, "fi_FI.UTF-8"]


def test_real_environment_is_the_default(monkeypatch):
    monkeypatch.setenv("KUNTO_LANG", "fi")
    assert locale_wishes()[0] == "fi"


def test_speaking_comes_back_to_the_language_before():
    with speaking("fi"):
        assert active() == "fi"
        with speaking("en"):
            assert active() == "en"
        assert active() == "fi"
    assert active() == "en"


def fail_in_finnish():
    with speaking("fi"):
        raise RuntimeError


def test_speaking_comes_back_after_an_error_too():
    with pytest.raises(RuntimeError):
        fail_in_finnish()
    assert active() == "en"


def test_speaking_an_unknown_language_goes_on_as_before():
    with speaking("fi"), speaking("xx"):
        assert active() == "fi"


def test_activating_an_unknown_language_is_an_error():
    with pytest.raises(LookupError):
        activate("xx")
    assert active() == "en"


def test_message_without_a_translation_is_itself():
    assert gettext("No such message.") == "No such message."
    assert [ngettext("one thing", "things", number) for number in (1, 2)] == ["one thing", "things"]
    assert pgettext("noun", "no such word") == "no such word"


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        ("Hymy", "en", "Hymy"),
        ({"fi": "Hymy", "en": "Smile"}, "en", "Smile"),
        ({"fi": "Hymy", "en": "Smile"}, "sv", "Hymy"),
        ({"fi": "Hymy", "en": ""}, "en", "Hymy"),
    ],
)
def test_text_falls_back_to_its_first_language(text, language, expected):
    assert in_language(text, language) == expected


MOMENT = datetime(2026, 11, 22, 9, 5, 59, tzinfo=timezone(timedelta(hours=2)))

WRITTEN = [
    (lambda: format_number(72.46), "72.5", "72,5"),
    (lambda: format_number(1234567.891, 2), "1,234,567.89", "1\u00a0234\u00a0567,89"),
    (lambda: format_number(0.004), "0.0", "0,0"),
    (lambda: format_plain(8), "8", "8"),
    (lambda: format_plain(7.5), "7.5", "7,5"),
    (lambda: format_plain(1 / 3), "0.333333", "0,333333"),
    (lambda: format_signed(6), "+6.0", "+6,0"),
    (lambda: format_signed(-2.5), "\u22122.5", "\u22122,5"),
    (lambda: format_signed(-0.04), "0.0", "0,0"),
    (lambda: format_signed(0), "0.0", "0,0"),
    (lambda: format_signed(1234.5, 0), "+1,235", "+1\u00a0235"),
    (lambda: format_date(MOMENT), "22 Nov 2026", "22.11.2026"),
    (lambda: format_date_and_time(MOMENT), "22 Nov 2026 09:05", "22.11.2026 9.05"),
]


@pytest.mark.parametrize(("write", "english", "finnish"), WRITTEN)
def test_numbers_and_dates_are_written_as_people_do(write, english, finnish):
    assert write() == english
    with speaking("fi"):
        assert write() == finnish


def test_time_of_day_is_the_moments_own():
    assert format_date_and_time(MOMENT.astimezone(UTC)) == "22 Nov 2026 07:05"
