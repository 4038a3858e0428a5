"""Whatever happens on a visit, its journal replayed leads to the same place."""

import json
from datetime import datetime

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from asiakaskunto_cli.checklist.answer import legal_answer
from asiakaskunto_cli.checklist.items import (
    ChoiceItem,
    DurationItem,
    MultiItem,
    NpsItem,
    NumberItem,
    ScaleItem,
    TallyItem,
    YesNoItem,
)
from asiakaskunto_cli.report.read import read_report
from asiakaskunto_cli.scoring.response import VisitFacts
from asiakaskunto_cli.visit.draft import DraftWriter, read_draft
from asiakaskunto_cli.visit.events import (
    EVENTS,
    Answered,
    Closed,
    Declined,
    Explained,
    Finished,
    Moved,
    NotApplicable,
    Noted,
    NotObserved,
    Reasoned,
)
from asiakaskunto_cli.visit.finish import publish_report, report_of
from asiakaskunto_cli.visit.interview import Asking, Interview
from asiakaskunto_cli.words import Method

MOMENT = "2026-11-16T14:10:00+02:00"
WORDS = st.text(st.characters(exclude_categories=["Cs", "Cc"]), max_size=12)


def an_answer(checklist, item):
    """Return a strategy of legal answers to an item."""
    match item:
        case YesNoItem():
            return st.booleans()
        case ScaleItem():
            return st.integers(*checklist.bounds_of(item))
        case NpsItem():
            return st.integers(0, 10)
        case ChoiceItem():
            return st.sampled_from(item.option_ids)
        case MultiItem():
            return st.lists(st.sampled_from(item.option_ids), unique=True)
        case DurationItem():
            amounts = st.integers(0, 100) | st.floats(0, 100)
            return amounts | st.just("never") if item.never else amounts
        case TallyItem():
            pairs = st.tuples(st.integers(0, 9), st.integers(0, 9))
            return pairs.map(lambda pair: {"k": min(pair), "n": max(pair)})
        case NumberItem():
            return st.floats(0, item.max or 100)
    return WORDS


@st.composite
def an_event(draw, interview):
    """Draw something that may happen now, whatever an asker would offer."""
    name = draw(st.sampled_from(interview.visible))
    item = interview.checklist.items[name]
    kind = draw(st.sampled_from(["answer", "answer", "answer", "mark", "words", "note", "move"]))
    match kind:
        case "answer":
            answer = draw(an_answer(interview.checklist, item))
            return Answered(item=name, answer=legal_answer(interview.checklist, item, answer))
        case "mark" if interview.checklist.na_of(item) != "never":
            return draw(st.sampled_from([NotApplicable(item=name), NotObserved(item=name)]))
        case "mark":
            return NotObserved(item=name)
        case "words":
            said = [Explained(item=name, text=draw(WORDS)), Declined(item=name)]
            return draw(st.sampled_from([*said, Reasoned(item=name, text=draw(WORDS))]))
        case "note":
            text = draw(WORDS)
            return draw(st.sampled_from([Noted(item=name, text=text), Closed(text=text)]))
    return Moved(item=draw(st.sampled_from([None, name])))


def state(interview):
    """Return everything that can be seen of an interview."""
    at_item = interview.asking in {Asking.ANSWER, Asking.WHY, Asking.REASON}
    return {
        "responses": interview.responses,
        "closing_note": interview.closing_note,
        "asking": interview.asking,
        "item": interview.item.id if at_item else None,
        "visible": interview.visible,
        "progress": interview.progress,
        "unanswered": interview.unanswered(),
        "owed_reasons": interview.owed_reasons(),
        "owed_whys": interview.owed_whys(),
        "may_finish": interview.may_finish,
        "complete": interview.complete,
    }


def happen(data, interview, most):
    """Let a drawn number of drawn events happen; return them."""
    events = []
    for _ in range(data.draw(st.integers(0, most))):
        events.append(data.draw(an_event(interview)))
        interview.apply(events[-1], MOMENT)
        assert not interview.finished
    return events


@settings(max_examples=2 * settings.default.max_examples, deadline=None)
@given(data=st.data())
def test_any_events_read_back_from_json_lead_to_the_same_state(everything, data):
    interview = Interview(everything, VisitFacts(Method.OBSERVE))
    events = happen(data, interview, 30)
    again = Interview(everything, VisitFacts(Method.OBSERVE))
    for event in events:
        read_back = EVENTS.validate_python(json.loads(event.model_dump_json()))
        assert read_back == event
        again.apply(read_back, MOMENT)
    assert state(again) == state(interview)


@settings(
    max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(data=st.data())
def test_any_visit_comes_back_from_its_draft_and_its_report_can_be_read(
    tmp_path_factory, everything, opening, data
):
    folder = tmp_path_factory.mktemp("visit")
    writer = DraftWriter.create(folder / "drafts", opening, everything, folder / "reports")
    interview = Interview(everything, opening.facts())
    for event in [*happen(data, interview, 12), Finished()]:
        writer.record(event, MOMENT)
    interview.apply(Finished(), MOMENT)
    draft = read_draft(writer.path)
    assert draft.last_moment == datetime.fromisoformat(MOMENT)
    assert state(draft.replay()) == state(interview)
    report = report_of(draft.checklist, draft.opening, draft.replay(), MOMENT)
    assert report == report_of(everything, opening, interview, MOMENT)
    assert read_report(publish_report(report, draft.reports)) == report
    writer.retire()
