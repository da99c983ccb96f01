"""Years for tests: activities as rows, a restriction, a proposal made by the real solver."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from typing import Any

from tests.cast import NOW, Cast
from tongxin.activities.models import Activity
from tongxin.activities.tests.making import category, row
from tongxin.planner import actions
from tongxin.planner.models import Proposal
from tongxin.restrictions.models import Restriction, Step

NOVEMBER = date(2020, 11, 18)  # a Wednesday
SECONDS = 2


def planned(
    cast: Cast, title: str = "教学沙龙", *, unit: str = "union", day: date | None = NOVEMBER, **more: Any
) -> Activity:
    """A planned lecture of the union, on 18 November 2020."""
    code = more.pop("category", "wen")
    values = {"state": "planned", "starts_on": day, "planned_on": day, "expected": 60, "place": "礼堂", **more}
    return row(cast.units[unit], title, category=category(code), **values)


def restrict(
    cast: Cast,
    *,
    first: date = date(2020, 11, 1),
    last: date | None = date(2020, 11, 30),
    over: int | None = 50,
    **more: Any,
) -> Restriction:
    """In force in November: nothing of more than fifty heads."""
    values = {"title": "减少聚集", "declared_at": NOW, "declared_by": "周敏", **more}
    made = Restriction.objects.create(unit=cast.union, starts_on=first, ends_on=last, **values)
    if over is not None:
        Step.objects.create(restriction=made, over=over, demand="ban")
    return made


def proposed(cast: Cast, *, now: datetime = NOW, unit: str = "union", as_of: date | None = None) -> Proposal:
    """A proposal asked for by the office, and worked out."""
    asked = actions.propose(
        actor=cast.actor("office"), now=now, unit=cast.units[unit], year=2020, as_of=as_of, seconds=SECONDS
    )
    made = actions.compute(now=now, proposal=asked)
    assert made is not None and made.state == Proposal.State.OPEN
    return made


def later(minutes: int = 10) -> datetime:
    """Some minutes later."""
    return NOW + timedelta(minutes=minutes)
