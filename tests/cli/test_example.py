"""The example engagement, as somebody who tries kunto meets it."""

from pathlib import Path

EXAMPLES = Path(__file__).parents[2] / "examples"
EXAMPLE = EXAMPLES / "vasara-ja-vispila"


def test_every_example_is_valid_without_a_warning(kunto):
    ran = kunto("validate", "--strict", EXAMPLES)
    assert ran.code == 0, ran.out


def test_every_report_of_the_example_is_whole(kunto):
    ran = kunto("verify", EXAMPLE / "reports")
    assert ran.code == 0, ran.out


def test_example_is_reported_and_compared(kunto):
    for command in ("report", "compare"):
        ran = kunto(command, EXAMPLE / "reports", "--lang", "fi")
        assert ran.code == 0, ran.err
        assert "kauppatori" in ran.out.casefold()
