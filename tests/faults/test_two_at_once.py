"""Two people, or one person in two windows, at the same moment: each visit is counted once."""

import json

import pytest

ROUNDS = 4


@pytest.fixture
def window():
    """Return a function: kunto is started in a window of its own, and waits for lines."""
    opened = []

    def start(scene, *words):
        process = scene.start(*words)
        opened.append(process)
        return process

    yield start
    for process in opened:
        process.kill()
        process.communicate()


def type_all_but_the_last(scene, process):
    """Type a visit up to its review, which is waited for."""
    typed = scene.typed[scene.begun : -1]
    scene.type(process, *typed, prompts=len(typed) + 1)


def finish_together(scene, processes):
    """Type the last line of all at once; return exit codes and results."""
    for process in processes:
        scene.type(process, scene.typed[-1], prompts=0)
    ends = [scene.ended(process) for process in processes]
    return [ran.code for ran in ends], [ran.out.strip() for ran in ends]


@pytest.mark.parametrize("sites", [("asema", "tori"), ("asema", "asema")], ids=["two", "one"])
def test_two_evaluators_finish_at_once_into_one_folder(make_scene, window, sites):
    scene = make_scene("new")
    for number in range(1, ROUNDS + 1):
        visits = [window(scene, "observe", "lista.yaml", "--site", site) for site in sites]
        for visit in visits:
            type_all_but_the_last(scene, visit)
        codes, results = finish_together(scene, visits)
        assert codes == [0, 0]
        assert len(scene.reports()) == 2 * number
        for path in results:
            assert scene.answers_in(path) == scene.answers
    assert scene.drafts() == []
    assert scene.counted() == 2 * ROUNDS
    told = json.loads(scene.run("report", "reports", "--format", "json").out)
    assert (sum(site["visits"] for site in told["sites"]), told["excluded_reports"]) == (
        2 * ROUNDS,
        [],
    )


def test_the_second_window_on_a_draft_is_told_and_changes_nothing(make_scene, window):
    scene = make_scene("torn")
    first = window(scene, *scene.words)
    type_all_but_the_last(scene, first)
    (draft,) = scene.drafts()
    before = draft.read_bytes()
    second = scene.run(*scene.words, typed=scene.left)
    second.tells_clearly()
    assert second.code == 3
    assert "is open in another window" in second.err
    assert draft.read_bytes() == before
    codes, (path,) = finish_together(scene, [first])
    assert codes == [0]
    assert scene.answers_in(path) == scene.answers
    assert (scene.counted(), scene.drafts()) == (1, [])


def test_a_window_that_waited_at_the_end_does_not_bring_a_finished_visit_back(make_scene, window):
    scene = make_scene("torn")
    first = window(scene, *scene.words)
    type_all_but_the_last(scene, first)
    codes, _results = finish_together(scene, [first])
    late = scene.run(*scene.words, typed=scene.left)
    assert (codes, late.code) == ([0], 2)
    assert (scene.counted(), scene.drafts(), len(scene.reports())) == (1, [], 1)
