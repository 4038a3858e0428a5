"""The rules about wording: sentences of the field that they must find, and that they must not."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from asiakaskunto_cli.checklist.derive import TEMPLATES
from asiakaskunto_cli.checklist.items import YesNoItem
from asiakaskunto_cli.checklist.library import read_checklist
from asiakaskunto_cli.checklist.lint import TEXT_RULES
from asiakaskunto_cli.checklist.rules import (
    absolute_wording,
    double_barrelled,
    double_negation,
    leading_questions,
    personal_data,
    placeholders,
)
from asiakaskunto_cli.checklist.said import LONGEST_READ, Said, Texts, said_in

RATED = "area: skills, measure: objective"

DOUBLE = {
    "fi": [
        "Tervehtikö ja hymyilikö myyjä?",
        "Tervehtikö myyjä sinua ja kysyikö hän, miten voi auttaa?",
        "Tervehtikö myyjä sinua ja tarjosi apua?",
        "Oliko myyjä ystävällinen ja asiantunteva?",
        "Oliko tila siisti ja viihtyisä?",
        "Kuinka nopeaa ja ystävällistä palvelu oli?",
        "Kuinka hyvin myyjä kuunteli ja ymmärsi tarpeesi?",
        "Oliko palvelu sekä nopeaa että ystävällistä?",
        "Olivatko ohjeet selkeät sekä hyödylliset?",
        "Oliko palvelu hidasta ja töykeää?",
        "Palveltiinko sinua nopeasti ja kohteliaasti?",
        "Kuinka siisti myymälä oli, ja löysitkö tuotteet?",
        "Olitko tyytyväinen hintaan ja laatuun?",
        "Kuinka tyytyväinen olet käyntiisi ja saamaasi palveluun?",
        "Onko palvelu ja valikoima hyvää?",
        "Oliko myyjä nopea, huolellinen ja ystävällinen?",
        "Oliko palvelu ystävällistä tai nopeaa?",
        "Oliko palvelu hidasta tai töykeää?",
        "Oliko myyjä asiantunteva & ystävällinen?",
        "Oliko vessa siisti/raikas?",
        "Kuinka todennäköisesti tulet uudelleen ja suosittelet meitä?",
        "Kohdeltiinko sinua tasavertaisesti ja kunnioittavasti?",
        "Tervehtikö myyjä sinua? Hymyilikö hän?",
        "Oliko palvelu nopeaa? Entä ystävällistä?",
    ],
    "en": [
        "Did the salesperson greet you and offer help?",
        "Did the salesperson say hello and smile?",
        "Was the salesperson friendly and knowledgeable?",
        "Was the shop clean and tidy?",
        "How quick and friendly was the service?",
        "Were you greeted and thanked?",
        "Was it easy, and did the salesperson help you?",
        "Was the service both fast and friendly?",
        "Were you served promptly and politely?",
        "How well did the adviser listen and explain?",
        "How tidy was it, and could you find things?",
        "Were you happy with price and quality?",
        "Are service and selection good?",
        "How would you rate our service and our prices?",
        "How good were the food and the service?",
        "Was the salesperson both friendly and competent?",
        "Was the salesperson fast, careful and kind?",
        "Was it clean as well as tidy?",
        "Was the shop tidy and the staff friendly?",
        "Was the service friendly or quick?",
        "Was the salesperson competent & kind?",
        "Was the toilet clean/fresh?",
        "How likely are you to come again and recommend us?",
        "Did they greet you? Did they smile?",
    ],
}
SINGLE = {
    "fi": [
        "Tervehtikö myyjä sinua?",
        "Olivatko leipä ja voi pöydässä?",
        "Sovittiinko aika ja paikka?",
        "Kertoiko myyjä, mitä seuraavaksi tapahtuu ja milloin?",
        "Kysyikö asiakaspalvelija nimesi ja osoitteesi?",
        "Oliko verkko ja puhelin käytettävissä?",
        "Kumpi oli tärkeämpi, hinta vai palvelu?",
        "Erotettiinko puhtaat ja likaiset astiat toisistaan?",
        "Kuinka hyvin myyjä keskittyi sinuun eikä vain asiaan?",
        "Kävikö asiakaspalvelija läpi, mitä tehtiin ja mitä se maksoi?",
        "Ehtikö myyjä puhua sinun ja ystäväsi kanssa?",
        "Kuinka tyytyväinen olit hinnan ja laadun suhteeseen?",
        "Kertoiko myyjä selkeästi hinnan ja toimitusajan?",
        "Hymyilikö myyjä ja koko henkilökunta?",
        "Oliko palvelu hyvää tai huonoa?",
        "Oliko palvelu hyvää tai erinomaista?",
        "Kuinka helppoa tai vaikeaa oli löytää perille?",
        "Tarjottiinko kahvia tai teetä?",
        "Kysyikö myyjä: ”Miten voin auttaa?”?",
        "Näkyivätkö hinnat ja aukioloajat ikkunasta?",
        "Oliko ovi auki 24/7?",
        "Kuinka hyvää/huonoa palvelu oli?",
        "Missä oli esillä myyntikoko ja sovituskoko?",
    ],
    "en": [
        "Did the salesperson say hello?",
        "Were bread and butter on the table?",
        "Did you agree on a time and a place?",
        "Did the adviser tell you what happens next and when?",
        "Did the salesperson come and ask whether you needed help?",
        "Were your name and address asked for?",
        "Did you find the sweet and sour sauce?",
        "Were clean and dirty dishes kept apart?",
        "How well did the adviser focus on you, not just on the job?",
        "Was the salesperson as good as the one you met before?",
        "How many of the hundred and fifty customers were greeted?",
        "Was there a good balance of price and quality?",
        "Did the salesperson tell you the price and the delivery time?",
        "Was the service good or bad?",
        "Was the service good or excellent?",
        "How easy or difficult was it to find the way?",
        "Were you offered tea or coffee?",
        "Did the salesperson ask: “How may I help?”?",
        "Was the fish and chips hot?",
        "Was the service good/bad?",
        "Were the prices and opening hours on the door?",
    ],
}
LEADING = {
    "fi": [
        "Eikö palvelu ollutkin mukavaa?",
        "Etkö saanut apua?",
        "Olihan palvelu hyvää?",
        "Palvelu oli nopeaa, eikö niin?",
        "Sait apua, vai mitä?",
        "Kuinka tyytyväinen olet erinomaiseen palveluumme?",
        "Oletko samaa mieltä siitä, että palvelumme on hyvää?",
        "Kuinka paljon nautit käynnistäsi?",
        "Oletko samaa mieltä, että palvelu oli hyvää?",
        "Oletko yhtä mieltä siitä, että palvelu oli hyvää?",
    ],
    "en": [
        "Wasn’t the service pleasant?",
        "Don't you think that the shop is tidy?",
        "The service was fast, wasn't it?",
        "You got help, right?",
        "How satisfied are you with our excellent service?",
        "Would you agree that the staff are friendly?",
        "How much did you enjoy your visit?",
        "Surely you would recommend us?",
        "You will come again, won't you?",
        "You can find us easily, can’t you?",
        "You weren't kept waiting, were you?",
        "The wait was never long, was it?",
    ],
}
OPEN = {
    "fi": [
        "Millaista palvelua sait?",
        "Saitko apua vai jäitkö ilman?",
        "Kuinka hyvin valtuutesi riittävät erinomaiseen palveluun?",
        "Löytyikö ratkaisu, vaikka se ei ollut hyllyssä?",
        "Onko auto korjaamotestissä?",
        "Kuinka samaa mieltä olet: palvelu on nopeaa?",
        "Kuinka paljon pidit odotustilasta?",
        "Hymyilikö myyjä luonnollisesti?",
        "Kuinka samaa mieltä olet siitä, että palvelu on nopeaa?",
        "Missä määrin olet samaa mieltä siitä, että palvelu oli sujuvaa?",
    ],
    "en": [
        "What kind of service did you get?",
        "Did you get help, or were you left without any?",
        "How well does your authority let you give excellent service?",
        "Was there anything that you did not find?",
        "Did the adviser say that it wasn’t possible?",
        "How strongly do you agree: service is fast?",
        "How much do you agree that the service was smooth?",
        "To what extent do you agree that you were helped?",
        "Was the bill right?",
        "How much did you use the card?",
        "Did the salesperson smile naturally?",
        "If nobody came, did you?",
    ],
}
ABSOLUTE = {
    "fi": [
        "Onko palvelu aina ystävällistä?",
        "Oletko joka kerta tyytyväinen?",
        "Oletko tyytyväinen joka kerta?",
        "Tervehtiikö myyjä aina kaikkia?",
        "Oletko täysin tyytyväinen palveluun?",
        "Oliko ohje kaikin puolin selkeä?",
        "Onko henkilökunta poikkeuksetta kohteliasta?",
    ],
    "en": [
        "Is the service always friendly?",
        "Are you satisfied every time?",
        "Do the staff always greet everyone?",
        "Are you completely satisfied with the service?",
        "Were the instructions perfectly clear?",
        "Has the staff never been helpful?",
    ],
}
MEASURED = {
    "fi": [
        "Ostatko tällaiset asiat aina meiltä?",
        "Toimivatko kaikki niin kuin on sovittu?",
        "Puhuiko asiakaspalvelija niin, että ymmärsit kaiken?",
        "Kuinka usein palvelu on ystävällistä?",
        "Onko sinulla koskaan ollut asiaa meille?",
        "Tervehdittiinkö jokaista asiakasta?",
        "Kuinka tyytyväinen olet palveluun?",
        "Oliko kassa aina auki?",
        "Oliko tuote täysin loppu?",
    ],
    "en": [
        "Do you always buy this kind of thing from us?",
        "Did everyone work the way the workshop has agreed?",
        "Did the adviser speak so that you understood everything?",
        "How often is the service friendly?",
        "Have you ever been in touch with us?",
        "Was every customer greeted?",
        "How satisfied are you with the service?",
        "Was the till always open?",
        "Was the product completely sold out?",
    ],
}
NEGATED = {
    "fi": [
        "Jäikö asiakas huomaamatta?",
        "Eikö myyjä tervehtinyt?",
        "Jättikö myyjä kysymättä tarpeestasi?",
        "Jäitkö ilman apua?",
        "Etkö saanut vastausta?",
    ],
    "en": [
        "Did nobody greet you?",
        "Were you not greeted?",
        "Did the salesperson fail to greet you?",
        "Were you left without help?",
        "Was there no queue?",
    ],
}
POSITIVE = {
    "fi": [
        "Harhailiko myyjän katse muualla?",
        "Onko asiakas menetetty siksi, ettei häneen pidetty yhteyttä?",
        "Ehdottiko asiakaspalvelija ratkaisua kysymättä sinulta mitään?",
        "Oletko jättänyt meiltä jotain ostamatta huonon palvelun takia?",
        "Jäikö viime ostoksestasi jotain hampaankoloon?",
        "Väittelikö myyjä siitä, ettei vika ollut hänen?",
        "Jouduitko odottamaan ilman selitystä?",
    ],
    "en": [
        "Did the salesperson’s eyes wander?",
        "Has a customer been lost because nobody kept in touch?",
        "Did the adviser suggest something without asking you anything?",
        "Has poor service ever stopped you buying from us?",
        "Did the adviser argue that it was not their mistake?",
        "Were you kept waiting without an explanation?",
        "Were you kept waiting although there was no queue?",
    ],
}
NAMED = {
    "fi": [
        "Hymyilikö Maija sinulle?",
        "Kuinka hyvin Matin ohjeet toimivat?",
        "Palveliko sinua Pekka Esimerkki?",
        "Oliko rouva Esimerkki paikalla?",
        "Soita numeroon 040 123 4567.",
        "Kirjoita osoitteeseen maija.esimerkki@example.com.",
        "Merkitse tunnus 131052-308T.",
    ],
    "en": [
        "Did Sarah smile at you?",
        "How well did Mr Example listen?",
        "Were you served by David Example?",
        "Was Peter’s advice useful?",
        "Call +358 40 123 4567.",
        "Write to jane.example@example.com.",
    ],
}
UNNAMED = {
    "fi": [
        "Hymyilikö myyjä sinulle?",
        "Oliko Helsingin toimipiste auki?",
        "Anna arvosana asioinnille?",
        "Toivo parempaa: mitä muuttaisit?",
        "Vesaisiko piha siivousta?",
        "Soita asiakaspalveluun 0800 123 456.",
        "Kirjoita osoitteeseen palaute@example.com.",
        "Klo 10.00–18.00, 1.12.2026 saakka?",
        "Asioitko Mannerheimintien myymälässä?",
    ],
    "en": [
        "Did the salesperson smile at you?",
        "Was the Helsinki branch open?",
        "Will the mark on the bill be explained?",
        "Was the shop on King Street open?",
        "Call customer service at 0800 123 456.",
        "Write to feedback@example.com.",
        "Was the Christmas offer explained?",
    ],
}
UNFILLED = {
    "fi": [
        "TODO",
        "Mitä XXX sanoi?",
        "xxxx",
        "…",
        "...",
        "???",
        "Lorem ipsum dolor",
        "Hymyilikö <nimi>?",
        "Hymyilikö {myyja}?",
        "Mitä ____ teki?",
        "tbd",
        "todo: kysymys",
        "\u200b",
        "\u00a0",
    ],
    "en": [
        "TBD",
        "What did xxx say?",
        "-",
        "Did <who> smile?",
        "Did {{name}} smile?",
        "Your text here",
        "tba",
        "{{question}}",
        "\u2060 \u200d",
    ],
}
FILLED = {
    "fi": [
        "Mitä muuta huomasit?",
        "Kesti < 5 minuuttia",
        "Arvosana 1–5",
        "Todella hyvä",
        "Oliko koko XXL hyllyssä?",
        "Mitä sanoit… ja miksi?",
        "Uusi tarkistuslista",
        "Kirjoita tähän asiakkaan omat sanat.",
        "%",
        "€",
        "Todo está bien",
    ],
    "en": [
        "What else did you notice?",
        "Less than 5 minutes (< 5)",
        "Was size XXL on the shelf?",
        "To do something well",
        "5 > 3?",
        "%",
        "A new checklist",
        "Write here what the customer said.",
    ],
}


@pytest.fixture
def found(make_checklist):
    """From a module, a question and its keys to what the rule says of it."""

    def run(module, language, words, keys=f"type: yes_no, {RATED}"):
        quoted = words.replace("\\", "\\\\").replace('"', '\\"')
        checklist = make_checklist(
            f'languages: [{language}]\nitems:\n  - {{id: a, text: "{quoted}", {keys}}}\n'
        )
        return [problem.path[-1] for problem in module.check(said_in(checklist))]

    return run


@pytest.mark.parametrize(
    ("module", "must", "must_not"),
    [
        (double_barrelled, DOUBLE, SINGLE),
        (leading_questions, LEADING, OPEN),
        (absolute_wording, ABSOLUTE, MEASURED),
        (double_negation, NEGATED, POSITIVE),
        (personal_data, NAMED, UNNAMED),
        (placeholders, UNFILLED, FILLED),
    ],
    ids=lambda one: one.CODE if hasattr(one, "CODE") else "",
)
@pytest.mark.parametrize("language", ["fi", "en"])
def test_sentences(found, module, must, must_not, language):
    keys = f"type: yes_no, invert: true, {RATED}"
    missed = [words for words in must[language] if not found(module, language, words, keys)]
    false = [words for words in must_not[language] if found(module, language, words, keys)]
    assert (missed, false) == ([], [])


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ("TODO", "“TODO”"),
        ("Hymyilikö {{kuka}} sinulle?", "“{{kuka}}”"),
        ("\u200b", "The text is empty."),
        (
            f"Täällä <{'kuka tahansa vain ' * 2}xyz> oli",
            "“<kuka tahansa vain kuka tahansa vain…”",
        ),
        (f"Täällä <{'a' * 40}> oli", f"“<{'a' * 38}…”"),
    ],
)
def test_what_is_not_filled_in_is_told_in_whole_words(words, told):
    (found, *_others) = placeholders.check(texts_of(words))
    assert told in found.message


@pytest.mark.parametrize("path", sorted(TEMPLATES.glob("*.yaml")), ids=lambda path: path.stem)
def test_what_a_template_says_of_the_whole_list_waits_for_its_words(path):
    found = [
        problem.path for problem in placeholders.check(said_in(read_checklist(path).checklist))
    ]
    expected = [("title",), ("purpose",)]
    assert found == [*expected, *([("scenario",)] if "test" in path.stem else [])]


ITEM = YesNoItem(id="a", text="A", type="yes_no", weight=0, invert=True)
PARTS = [
    words
    for texts in (DOUBLE, LEADING, ABSOLUTE, NEGATED, NAMED, UNFILLED)
    for words in texts["fi"] + texts["en"]
]


def texts_of(*questions):
    return Texts(
        Said(("sections", 0, "items", number, "text"), "text", language, words, words, ITEM)
        for number, words in enumerate(questions)
        for language in ("fi", "en", "sv")
    )


@given(st.lists(st.text() | st.sampled_from(PARTS), min_size=1, max_size=4))
def test_any_words_can_be_looked_at(questions):
    texts = texts_of(*questions, "".join(questions))
    paths = {said.path for said in texts}
    for check in TEXT_RULES.values():
        assert all(problem.path in paths for problem in check(texts))


def test_a_question_far_too_long_is_not_read_for_its_wording():
    assert list(double_barrelled.check(texts_of("Oliko hyvä ja siisti?")))
    long = "Oliko hyvä ja siisti?".rjust(LONGEST_READ + 1)
    assert list(double_barrelled.check(texts_of(long))) == []


def test_no_words_take_long():
    """Patterns that search from every place to every other one would take minutes for these."""
    pieces = [
        "kohyväsekä ",
        "hyvä ja ",
        "mr0",
        "ko",
        "and good both ",
        "good, good and ",
        "tyytyväinen hintaan ja ",
        "oliko hinta ja ",
        "not, was ",
        "? a",
        "every always ",
        "<a{a",
        "040 ",
    ]
    words = [(piece * 2000)[:2000] for piece in pieces]
    words += [f"Mitä?{piece * 1990}" for piece in (" ", "a")]
    texts = texts_of(*(one for one in words for _ in range(20)))
    start = time.process_time()
    for check in TEXT_RULES.values():
        list(check(texts))
    assert time.process_time() - start < 10
