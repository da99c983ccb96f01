"""Rounds for the tests of this floor and those above."""

from __future__ import annotations

from datetime import date
from typing import Any, Final

from tests.cast import Cast
from tongxin.welfare.models import Entitled, Round

GIVES_ON: Final = date(2020, 11, 20)


def make_round(cast: Cast, state: str = "draft", *, unit: str = "union", **fields: Any) -> Round:
    """A round written as it is, no act asked."""
    given = {"title": "中秋福利", "year": 2020, "festival": "中秋", "gives_on": GIVES_ON, **fields}
    return Round.objects.create(unit=cast.units[unit], state=state, **given)


def entitle(cast: Cast, round: Round, *names: str, unit: str = "ee") -> list[Entitled]:
    """These people of the cast are in the round's snapshot."""
    return [
        Entitled.objects.create(round=round, person=cast.people[name], unit=cast.units[unit], member=True)
        for name in names
    ]
