"""A visit that is ended, hung up or stopped in the middle by a signal has lost nothing."""

import os
import signal
import sys
import time

import pexpect
import pytest

SECONDS = 60


@pytest.fixture
def visit():
    """Return a function: a visit of a scene has begun, and waits where this many lines led."""
    begun = []

    def begin(scene, count):
        process = scene.start(*scene.words, process_group=0)
        begun.append(process)
        return process, scene.type(process, *scene.typed[:count], prompts=count + 1)

    yield begin
    for process in begun:
        process.kill()
        process.communicate()


@pytest.mark.parametrize("count", range(5))
@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP])
def test_after_a_signal_at_any_prompt_every_answer_is_in_the_draft(
    make_scene, visit, number, count
):
    scene = make_scene("new")
    process, said = visit(scene, count)
    process.send_signal(number)
    ran = scene.ended(process, said=said)
    assert (ran.code, ran.acknowledged) == (-number, count)
    assert len(scene.drafts()) == 1
    scene.check(ran)


@pytest.mark.parametrize("count", [0, 2, 4])
def test_a_visit_that_was_stopped_goes_on_where_it_was(make_scene, visit, count):
    scene = make_scene("new")
    process, said = visit(scene, count)
    process.send_signal(signal.SIGTSTP)
    assert os.WIFSTOPPED(os.waitpid(process.pid, os.WUNTRACED)[1])
    (draft,) = scene.drafts()
    before = draft.read_bytes()
    said += scene.type(process, *scene.typed[count:], prompts=0)
    time.sleep(0.05)
    assert draft.read_bytes() == before
    process.send_signal(signal.SIGCONT)
    ran = scene.ended(process, said=said)
    assert ran.code == 0
    scene.check(ran)


def test_ctrl_z_at_a_terminal_and_fg_go_on_where_it_was(make_scene):
    scene = make_scene("new")
    kunto = f"{sys.executable} -m asiakaskunto_cli {' '.join(scene.words)}"
    script = f"set -m; {kunto}; echo STOPPED; fg; exit $?"
    environment = dict(scene.environment)
    shell = pexpect.spawn(
        "bash", ["-c", script], cwd=str(scene.work), env=environment, timeout=SECONDS
    )
    shell.delaybeforesend = None
    for line in scene.typed[:2]:
        shell.expect("Answer: ")
        shell.sendline(line)
    shell.expect(r"WHY\? ")
    shell.sendcontrol("z")
    shell.expect("STOPPED")
    shell.sendline(scene.typed[2])
    shell.expect("Answer: ")
    shell.sendline(scene.typed[3])
    shell.expect("Review: ")
    shell.sendline(scene.typed[4])
    shell.expect(pexpect.EOF)
    shell.close()
    assert shell.exitstatus == 0
    (path,) = scene.reports()
    assert scene.answers_in(path) == scene.answers
    assert (scene.counted(), scene.drafts()) == (1, [])
