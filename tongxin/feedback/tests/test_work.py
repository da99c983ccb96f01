"""The worker closes boxes among its other chores; a fault in one stops no other."""

from __future__ import annotations

from argparse import Namespace

import pytest

from tongxin.config.cli import work
from tongxin.feedback.actions import close_feedback


def test_closing_is_one_of_the_chores():
    assert close_feedback in work.CHORES


def test_a_chore_that_fails_does_not_stop_the_others(monkeypatch):
    done: list[str] = []

    def broken(*, now: object) -> None:
        raise ValueError("broken")

    def sound(*, now: object) -> None:
        done.append("sound")

    monkeypatch.setattr(work, "CHORES", (broken, sound))
    monkeypatch.setattr(work, "close_old_connections", lambda: None)
    with pytest.raises(ValueError, match="broken"):
        work.run(Namespace(once=True, parent=None))
    assert done == ["sound"]
