"""Two people, or one person in two windows, at the same moment: each visit is counted once."""

import subprocess
import sys

import pytest

ROUNDS = 4


@pytest.fixture
def window():
    """Return a function: kunto is started in a window of its own, and waits for lines."""
    opened = []

    def start(scene, *words):
        process = subprocess.Popen(
            [sys.executable, "-m", "asiakaskunto_cli", *words],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            cwd=scene.work,
            env=scene.environment,
        )
        opened.append(process)
        return process

    yield start
    for process in opened:
        process.kill()
        process.communicate()


def type_all_but_the_last(process, typed):
    """Type a visit up to its review, which is waited for."""
    process.stdin.write("".join(f"{line}\n" for line in typed[:-1]).encode())
    process.stdin.flush()
    said = b""
    while b"Review: " not in said:
        piece = process.stderr.read1()
        assert piece, said.decode()
        said += piece


def finish_together(processes, typed):
    """Type the last line of all at once; return exit codes and results."""
    for process in processes:
        process.stdin.write(f"{typed[-1]}\n".encode())
        process.stdin.flush()
    results = [process.communicate(timeout=20)[0].decode().strip() for process in processes]
    return [process.returncode for process in processes], results


@pytest.mark.parametrize("sites", [("asema", "tori"), ("asema", "asema")], ids=["two", "one"])
def test_two_evaluators_finish_at_once_into_one_folder(make_scene, window, sites):
    scene = make_scene("new")
    for number in range(1, ROUNDS + 1):
        visits = [window(scene, "observe", "lista.yaml", "--site", site) for site in sites]
        for visit in visits:
            type_all_but_the_last(visit, scene.typed)
        codes, results = finish_together(visits, scene.typed)
        assert codes == [0, 0]
        assert len(scene.reports()) == 2 * number
        for path in results:
            assert scene.answers_in(path) == scene.answers
    assert scene.drafts() == []
    assert scene.counted() == 2 * ROUNDS


def test_the_second_window_on_a_draft_is_told_and_changes_nothing(make_scene, window):
    scene = make_scene("torn")
    first = window(scene, *scene.words)
    type_all_but_the_last(first, scene.typed[scene.begun :])
    (draft,) = scene.drafts()
    before = draft.read_bytes()
    second = scene.run(*scene.words, typed=scene.left)
    second.tells_clearly()
    assert second.code == 3
    assert "is open in another window" in second.err
    assert draft.read_bytes() == before
    codes, (path,) = finish_together([first], scene.typed)
    assert codes == [0]
    assert scene.answers_in(path) == scene.answers
    assert (scene.counted(), scene.drafts()) == (1, [])


def test_a_window_that_waited_at_the_end_does_not_bring_a_finished_visit_back(make_scene, window):
    scene = make_scene("torn")
    first = window(scene, *scene.words)
    type_all_but_the_last(first, scene.typed[scene.begun :])
    codes, _results = finish_together([first], scene.typed)
    late = scene.run(*scene.words, typed=scene.left)
    assert (codes, late.code) == ([0], 2)
    assert (scene.counted(), scene.drafts(), len(scene.reports())) == (1, [], 1)
