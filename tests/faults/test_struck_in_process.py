"""Struck at any call that touches the drafts or the reports, a visit loses nothing.

By a layer under the file functions: on every system, and at calls that strace cannot tell apart.
"""

import pytest


@pytest.mark.parametrize("state", ["new", "torn", "reported", "evidence"])
def test_dying_at_any_call_loses_nothing_acknowledged(walk, state, death):
    for scene, ran in walk(state, death):
        assert ran.code == 9
        scene.check(ran)


def test_refused_at_any_call_a_visit_says_so_and_loses_nothing(walk, state, refusal):
    for scene, ran in walk(state, refusal):
        ran.tells_clearly()
        scene.check(ran)
