"""What is left out before parsing changes nothing of what is read."""

import json

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from asiakaskunto_cli.report.build import Closing, build_report
from asiakaskunto_cli.report.excerpt import without_definition, without_items_and_definition
from asiakaskunto_cli.report.partial import DetailedReport, LightReport
from asiakaskunto_cli.report.read import DetailReader, Fault, UnusableReportError, read_record
from asiakaskunto_cli.report.seal import Seal, _sealed, sealed
from asiakaskunto_cli.scoring.response import Response

# What would cut a report in two, were it found inside a text.
TRAPS = ['\n "items": [\n', "\n ],", ',\n  "definition": {\n', "\n }\n}", "\\n ],", "ä“ \\"]


@pytest.fixture
def file(tmp_path):
    return tmp_path / "x.json"


def test_the_long_parts_are_gone_and_the_rest_is_json(content):
    light = json.loads(without_items_and_definition(content))
    whole = json.loads(content)
    definition = whole["checklist"].pop("definition")
    detailed = json.loads(without_definition(content))
    del whole["sha256"]
    assert definition
    assert detailed == whole
    del whole["items"]
    assert light == whole


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    words=st.lists(st.sampled_from(TRAPS) | st.text(max_size=6), max_size=5).map("".join),
    asked=st.booleans(),
)
def test_no_text_of_a_report_is_taken_for_its_layout(visited, opening, closing, words, asked):
    responses = {"tervehdys": Response(answer=True, note=words, why=words)} if asked else {}
    closing = Closing(responses, words, closing.finished_at)
    content = sealed(build_report(visited, opening(programme=words), closing))
    for model, shortened in (
        (LightReport, without_items_and_definition),
        (DetailedReport, without_definition),
    ):
        found = model.model_validate_json(shortened(content))
        assert found == model.model_validate_json(content)


def reversed_keys(document):
    return dict(reversed(document.items()))


def definition_first(document):
    checklist = document["checklist"]
    return document | {"checklist": {"definition": checklist["definition"], **checklist}}


def no_items(document):
    return document | {"items": []}


def a_list_of_another_version(document):
    scores = {"scores": document.pop("scores"), "later": [1, 2]}
    return {**document, **scores, "checklist": document["checklist"]}


@pytest.mark.parametrize(
    "change", [reversed_keys, definition_first, no_items, a_list_of_another_version]
)
def test_a_sealed_report_of_another_layout_is_read_whole(file, content, change):
    file.write_bytes(content)
    expected = read_record(file)
    document = json.loads(content)
    del document["sha256"]
    file.write_bytes(_sealed(change(document)))
    assert read_record(file) == expected
    assert DetailReader().read(file)[1] is Seal.WHOLE


@pytest.mark.parametrize("content", [b"", b"{}", b'\n "items": [\n', b',\n  "definition": {\n'])
def test_what_is_no_report_stays_none(file, content):
    file.write_bytes(content)
    for read in (read_record, DetailReader().read):
        with pytest.raises(UnusableReportError) as refused:
            read(file)
        assert refused.value.fault in {Fault.DAMAGED, Fault.NOT_A_REPORT}
