"""All practices, or those that a checklist names."""

from asiakaskunto_cli.pages.blocks import Entry, Heading, Sentence, Tone
from asiakaskunto_cli.pages.practice_library import practices_page


def test_all_practices_stand_in_their_order_with_their_ids(practices):
    page = practices_page(practices, "fi")
    assert page.blocks == (
        Heading("Practices", level=1),
        Entry(
            "Tervehdi ensin",
            ("Joku katsoo ovelle.", "greet-first · Source: Ihan parasta -blogi"),
        ),
        Entry("Settle it at once", ("Whoever takes it on ends it.", "settle-at-once")),
        Entry("Never named", ("By nobody.", "never-named")),
    )
    assert page.data["checklist"] is None
    assert [one["id"] for one in page.data["practices"]] == list(practices)
    assert not any("items" in one for one in page.data["practices"])


def test_those_of_a_checklist_stand_in_the_order_of_its_items(checklist, practices):
    page = practices_page(practices, "en", checklist)
    assert page.data == {
        "schema_version": 1,
        "kind": "practices",
        "checklist": "small",
        "practices": [
            {
                "id": "greet-first",
                "title": {"en": "Greet first", "fi": "Tervehdi ensin"},
                "text": {"en": "Somebody watches the door.", "fi": "Joku katsoo ovelle."},
                "source": "Ihan parasta -blogi",
                "items": ["noticed", "greeted", "smile", "solution"],
            },
            {
                "id": "settle-at-once",
                "title": "Settle it at once",
                "text": "Whoever takes it on ends it.",
                "source": None,
                "items": ["solution", "stock"],
            },
        ],
        "unknown": ["nobody-wrote-this"],
    }
    assert page.blocks[-1] == Sentence(
        "Nobody has written the practices that it names: nobody-wrote-this.", Tone.WARNING
    )


def test_a_checklist_that_names_none_says_so(make_checklist, practices):
    checklist = make_checklist("items: [{id: a, text: A, type: text}]")
    page = practices_page(practices, "en", checklist)
    assert page.blocks[1:] == (
        Sentence("The items of this checklist name no practice.", Tone.WARNING),
    )
