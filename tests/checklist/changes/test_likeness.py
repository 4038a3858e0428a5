"""When a new wording is taken for another question, and when for its opposite."""

import pytest

from asiakaskunto_cli.checklist.changes.likeness import is_another, is_reversed

SAME = [
    ("Hymyilikö myyjä asiakkaalle kerran?", "Näitkö myyjän hymyilevän edes kerran asiakkaalle?"),
    ("Tervehtikö myyjä?", "Tervehdittiinkö sinua?"),
    ("Kuinka pian myyjä huomasi asiakkaan?", "Kuinka nopeasti asiakas huomattiin?"),
    ("Oliko jono pitkä?", "Jouduitko jonottamaan?"),
    ("Kysyikö myyjä tarpeistasi?", "Selvittikö myyjä tarpeesi kysymällä?"),
    ("Kiitettiinkö sinua?", "Kiittikö myyjä sinua lopuksi?"),
    ("How ready was the salesperson to help?", "How willing was the seller to help?"),
    ("Did the seller smile?", "Did the salesperson smile naturally?"),
    ("What else did you notice?", "Did you notice anything else?"),
    ("Would you recommend us?", "How likely are you to recommend us to a friend?"),
    ("1–50 seuraajaa", "1–50 ihmistä"),
    ("Ei", "Ei lainkaan"),
    ("no", "No."),
]
ANOTHER = [
    ("Tervehtikö myyjä?", "Hymyilikö myyjä?"),
    ("Kuinka valmis myyjä oli auttamaan?", "Kuinka hyvin myyjä tunsi tuotteet?"),
    ("Oliko jono pitkä?", "Oliko hinta näkyvissä?"),
    ("Kiitettiinkö sinua?", "Tarjottiinko sinulle kassia?"),
    ("Did the salesperson say hello?", "Did the salesperson say goodbye?"),
    ("Was the queue long?", "Was the price visible?"),
    ("Would you recommend us to a friend?", "How satisfied were you with the price?"),
    ("Kassalla", "Tiskillä"),
    ("yes", "no"),
]


@pytest.mark.parametrize(("old", "new"), SAME)
def test_a_question_worded_otherwise_is_the_same_question(old, new):
    assert not is_another({"fi": old}, {"fi": new})
    assert not is_another({"fi": new}, {"fi": old})


@pytest.mark.parametrize(("old", "new"), ANOTHER)
def test_another_question_is_told_though_its_frame_is_the_same(old, new):
    assert is_another({"fi": old}, {"fi": new})
    assert is_another({"fi": new}, {"fi": old})


def test_a_question_that_is_left_in_one_language_is_the_same():
    old = {"fi": "Tervehtikö myyjä?", "en": "Did the seller greet you?"}
    assert not is_another(old, old | {"en": "Was the price visible?"})
    assert is_another(old, {"fi": "Oliko hinta näkyvissä?", "en": "Was the price visible?"})
    assert not is_another({"fi": "Tervehtikö myyjä?"}, {"en": "Was the price visible?"})


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("Tervehtikö myyjä?", "Eikö myyjä tervehtinyt?"),
        ("Sait apua", "Et saanut apua"),
        ("Oliko myyjä ystävällinen?", "Oliko myyjä epäystävällinen?"),
        ("Olitko tyytyväinen?", "Olitko tyytymätön?"),
        ("Sujuiko asiointi niin, että odotit?", "Sujuiko asiointi niin, ettet odottanut?"),
        ("Did the seller greet you?", "Didn’t the seller greet you?"),
        ("Was the seller friendly?", "Was the seller unfriendly?"),
        ("It was solved", "It was not solved"),
        ("Were you served with help?", "Were you served without help?"),
    ],
)
def test_a_negation_that_came_or_went_is_told(old, new):
    assert is_reversed({"fi": old}, {"fi": new})
    assert is_reversed({"fi": new}, {"fi": old})


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (
            "Ratkesiko asia ilman vaivaa?",
            "Ratkesiko asia niin, ettei sinun tarvinnut nähdä vaivaa?",
        ),
        ("Did you go to the till?", "Did you go into the shop?"),
        ("Näkyikö välinpitämättömyyttä?", "Kohdeltiinko sinua välinpitämättömästi?"),
        ("Huollettiinko auto?", "Kävikö auton huolto?"),
        ("Did you notice?", "Did you really notice?"),
        ("Not here", "Here not"),
        ("siltä väliltä", "en tyytyväinen enkä tyytymätön"),
        ("in between", "neither satisfied nor dissatisfied"),
    ],
)
def test_other_words_do_not_turn_a_question(old, new):
    assert not is_reversed({"fi": old}, {"fi": new})
    assert not is_reversed({"fi": new}, {"fi": old})


def test_a_negation_in_one_language_is_enough():
    old = {"fi": "Tervehtikö myyjä?", "en": "Did the seller greet you?"}
    assert is_reversed(old, old | {"en": "Did the seller not greet you?"})
