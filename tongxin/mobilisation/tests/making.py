"""Calls, tasks and collections for tests."""

from __future__ import annotations

from datetime import date, time, timedelta
from typing import Any

from tests.cast import NOW, Cast
from tongxin.core.spans import Span
from tongxin.mobilisation import actions
from tongxin.mobilisation.access import get_shift
from tongxin.mobilisation.models import Call, Collection, Handed, Shift, Task
from tongxin.mobilisation.rules.shifts import DutyLine

MORNING, AFTERNOON = Span(time(8), time(12)), Span(time(14), time(18))
TOMORROW = date(2020, 10, 21)
LATER = NOW + timedelta(days=3)


def call(cast: Cast, *, published: bool = True, **more: Any) -> Call:
    """A call of the union: one post at the gate, tomorrow, in the morning and the afternoon, two people a shift."""
    values: dict[str, Any] = {
        "unit": cast.union, "title": "校门值守", "starts_on": TOMORROW, "ends_on": TOMORROW, "duties": [DutyLine("测温", "给进门的人测体温")],
        "times": [MORNING, AFTERNOON], "heads": 2, "place": "南门", **more,
    }  # fmt: skip
    made = actions.add_call(actor=cast.actor("office"), now=NOW, **values)
    return actions.publish_call(actor=cast.actor("office"), now=NOW, call=made) if published else made


def shifts(call: Call) -> list[Shift]:
    """Its shifts in order, as they are now."""
    rows = Shift.objects.filter(duty__call=call).select_related("duty__call__unit", "pool__unit")
    return list(rows.order_by("starts_at", "pk"))


def take(cast: Cast, shift: Shift, name: str, now: Any = NOW) -> str:
    """`name` taps; the state of the place."""
    actor = cast.actor(name, in_office=False)
    return actions.take_shift(actor=actor, now=now, shift=get_shift(actor, shift.pk)).state


def served(cast: Cast, shift: Shift, **minutes: int) -> None:
    """Those with a place are put down after the shift, whole unless told by name."""
    given = {cast.people[name].pk: each for name, each in minutes.items()}
    actions.record_service(actor=cast.actor("office"), now=LATER, shift=shift, minutes=given)


def task(cast: Cast, **more: Any) -> Task:
    """The return to campus, in the hands of two branches."""
    values: dict[str, Any] = {
        "unit": cast.union, "title": "教职工返校", "what": "问清每个人", "due_on": date(2020, 10, 25),
        "units": [cast.units["ee"], cast.units["lib"]], **more,
    }  # fmt: skip
    return actions.give_task(actor=cast.actor("office"), now=NOW, **values)


def part(cast: Cast, task: Task, unit: str = "ee") -> Handed:
    """One unit's part of it."""
    return Handed.objects.select_related("task__unit", "unit").get(task=task, unit=cast.units[unit])


def collection(cast: Cast, **more: Any) -> Collection:
    """Everything is asked of one branch, for a week; the office and the partner read."""
    values: dict[str, Any] = {
        "unit": cast.union, "title": "返校前登记", "purpose": "安排返校", "ground": "学校防控方案", "asks": ["well", "temperature", "away", "note"],
        "units": [cast.units["ee"]], "ends_on": date(2020, 10, 27), "erase_on": date(2020, 11, 20),
        "readers": [cast.people["office"], cast.people["hr"]], **more,
    }  # fmt: skip
    return actions.begin_collection(actor=cast.actor("office"), now=NOW, **values)
