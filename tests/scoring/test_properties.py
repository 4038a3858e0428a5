"""What holds for every visit: bounds, order, direction, and items that only record."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from asiakaskunto_cli.checklist.items import NpsItem, ScaleItem, YesNoItem
from asiakaskunto_cli.checklist.model import Checklist, Section
from asiakaskunto_cli.scoring.policy import Policy
from asiakaskunto_cli.scoring.response import Response, VisitFacts
from asiakaskunto_cli.scoring.visit import score_visit
from asiakaskunto_cli.words import Area, Measure, Method

ANSWERS = {YesNoItem: (False, True), ScaleItem: range(1, 6), NpsItem: range(11)}
NAMES = {YesNoItem: "yes_no", ScaleItem: "scale", NpsItem: "nps"}
NOTHING = (Response(), Response(not_applicable=True), Response(not_observed=True))

weights = st.floats(0, 1000) | st.sampled_from([0, 1, 2])


@st.composite
def asked_items(draw, number):
    """Draw an item that is better the higher its answer, and what became of it."""
    kind = draw(st.sampled_from(list(ANSWERS)))
    item = kind(
        id=f"kohta-{number}",
        text="T",
        type=NAMES[kind],
        area=draw(st.sampled_from(Area)),
        measure=draw(st.sampled_from(Measure)),
        touchpoint=draw(st.sampled_from(["greeting", "payment"])),
        weight=draw(weights),
    )
    answers = st.sampled_from(ANSWERS[kind]).map(Response)
    return item, draw(answers | st.sampled_from(NOTHING))


@st.composite
def visits(draw):
    """Draw items with responses, and area weights."""
    count = draw(st.integers(1, 8))
    asked = [draw(asked_items(number)) for number in range(count)]
    return asked, draw(st.none() | st.fixed_dictionaries(dict.fromkeys(Area, weights)))


def scored(asked, area_weights):
    checklist = Checklist(
        kunto=1,
        id="lista",
        version="1.0.0",
        method=Method.OBSERVE,
        title="T",
        area_weights=area_weights,
        sections=[Section(id="osa", title="O", items=[item for item, _ in asked])],
    )
    responses = {item.id: response for item, response in asked}
    return score_visit(checklist, responses, VisitFacts(Method.OBSERVE), Policy())


def figures(result):
    """Return every score of a visit by name."""
    groups = {"area": result.areas, "section": result.sections, "measure": result.measures}
    groups["touchpoint"] = result.touchpoints
    named = {f"{kind} {key}": value for kind, one in groups.items() for key, value in one.items()}
    return named | {"score": result.score}


@given(visits())
def test_scores_stay_within_0_and_100(visit):
    values = [value for value in figures(scored(*visit)).values() if value is not None]
    # A mean of 100s may miss it by the last digit; reports round to six decimals.
    assert all(0 <= round(value, 6) <= 100 for value in values)


@given(visits(), st.randoms())
def test_order_of_items_inside_a_section_changes_no_score(visit, random):
    asked, area_weights = visit
    shuffled = random.sample(asked, len(asked))
    assert figures(scored(shuffled, area_weights)) == figures(scored(asked, area_weights))


@given(visits(), st.data())
def test_raising_one_answer_never_lowers_a_score(visit, data):
    asked, area_weights = visit
    answered = [n for n, (_, response) in enumerate(asked) if response.answered]
    if not answered:
        return
    index = data.draw(st.sampled_from(answered))
    item, response = asked[index]
    higher = [answer for answer in ANSWERS[type(item)] if answer >= response.answer]
    raised = list(asked)
    raised[index] = item, Response(data.draw(st.sampled_from(higher)))
    before, after = figures(scored(asked, area_weights)), figures(scored(raised, area_weights))
    assert {name: value is None for name, value in before.items()} == {
        name: value is None for name, value in after.items()
    }
    assert all(after[name] >= value for name, value in before.items() if value is not None)


@given(visits(), st.data())
def test_item_of_weight_0_never_changes_a_score(visit, data):
    asked, area_weights = visit
    recorded, response = data.draw(asked_items(99))
    recorded = recorded.model_copy(update={"weight": 0.0})
    before = figures(scored(asked, area_weights))
    after = figures(scored([*asked, (recorded, response)], area_weights))
    assert {name: after[name] for name in before} == before
    assert all(after[name] is None for name in after.keys() - before.keys())


@pytest.mark.parametrize("weight", [5e-324, 1e-300, 1000])
def test_extreme_weight_gives_the_plain_score(weight):
    item = YesNoItem(
        id="a", text="T", type="yes_no", area=Area.SKILLS, measure=Measure.OBJECTIVE, weight=weight
    )
    assert scored([(item, Response(answer=True))], None).score == 100.0
