"""Outings for tests."""

from __future__ import annotations

from datetime import date
from typing import Any

from tests.cast import NOW, Cast
from tongxin.outings import actions
from tongxin.outings.models import Outing

DAY = date(2020, 10, 31)


def started(cast: Cast, *, by: str = "branch", unit: str = "ee", year: int = 2020, day: date | None = DAY) -> Outing:
    """A draft of the branch."""
    return actions.start(actor=cast.actor(by), now=NOW, unit=cast.units[unit], year=year, day=day, destination="丫山")


def complete(cast: Cast, **more: Any) -> dict[str, Any]:
    """Everything an application must say."""
    said: dict[str, Any] = {
        "region": "CN-34-02", "headcount": 40, "vehicle_kind": "coach", "vehicles": 1, "vehicle_company": "芜湖长途客运",
        "insurer": "人保财险", "insured": 40, "safety_owner": cast.people["branch"], "safety_phone": "13800000000",
        "plan": "走散了回停车场；受伤送南陵县医院。", "shares": {"union": 12000, "self": 3000}, "route": "7:30 北门上车\n9:00 丫山",
    }  # fmt: skip
    return {**said, **more}


def filled(cast: Cast, **more: Any) -> Outing:
    """A draft that can be handed in."""
    said = complete(cast, **more)
    return actions.edit(actor=cast.actor("branch"), now=NOW, outing=started(cast), **said)


def applied(cast: Cast, **more: Any) -> Outing:
    """An application of the branch's chair."""
    return actions.apply(actor=cast.actor("branch"), now=NOW, outing=filled(cast, **more))


def approved(cast: Cast, **more: Any) -> Outing:
    """An application that the office has approved."""
    return actions.approve(actor=cast.actor("office"), now=NOW, outing=applied(cast, **more))
