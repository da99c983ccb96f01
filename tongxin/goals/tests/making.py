"""Goals, directives and aims for tests: made by the acts."""

from __future__ import annotations

from datetime import date
from typing import Any

from tests.cast import NOW, Cast
from tongxin.goals import actions
from tongxin.goals.models import Aim, Directive, Goal


def start(cast: Cast, year: int = 2020) -> dict[str, Goal]:
    """The usual framework by title."""
    made = actions.start_goals(actor=cast.actor("office"), now=NOW, unit=cast.union, year=year)
    return {goal.title: goal for goal in made}


def goal(cast: Cast, title: str = "党建+工会", **more: Any) -> Goal:
    """One goal of the union's 2020."""
    given = {"unit": cast.union, "year": 2020, **more}
    return actions.add_goal(actor=cast.actor("office"), now=NOW, title=title, **given)


def directive(cast: Cast, title: str = "落实疫情防控", **more: Any) -> Directive:
    """A task of the party committee, due at the end of October."""
    given = {"year": 2020, "given_by": "校党委", "given_on": date(2020, 2, 1), "due_on": date(2020, 10, 31), **more}
    return actions.add_directive(actor=cast.actor("office"), now=NOW, unit=cast.union, title=title, **given)


def aim(cast: Cast, **more: Any) -> Aim:
    """An aim of 2021 to 2025."""
    given = {"title": "十四五", "first": 2021, "last": 2025, **more}
    return actions.add_aim(actor=cast.actor("office"), now=NOW, unit=cast.union, **given)
