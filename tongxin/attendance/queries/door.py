"""The page of one door: what it is for, how many have come, what can be done."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from tongxin.activities.models import Activity
from tongxin.attendance.models import Attendance
from tongxin.attendance.queries.counts import Tally, tallies, tally
from tongxin.attendance.queries.slots import When, called, doors_of, when_of
from tongxin.signups.models import Slot


@dataclass(frozen=True)
class Door:
    """A slot with its state and its tally."""

    slot: Slot
    called: str
    when: When
    state: str
    tally: Tally

    @property
    def has_list(self) -> bool:
        """Whether it is known who should come."""
        return self.tally.due > 0


@dataclass(frozen=True)
class Latest:
    """Who came last."""

    name: str
    at: datetime


def doors(activity: Activity) -> list[Door]:
    """All doors of an activity with their tallies. Five queries."""
    slots = doors_of(activity)
    counted = tallies(slot.pk for slot in slots) if slots else {}
    return [door_of(slot, counted[slot.pk]) for slot in slots]


def door_of(slot: Slot, counted: Tally | None = None) -> Door:
    """One door. The slot's activity must be loaded."""
    return Door(slot, called(slot), when_of(slot), state_of(slot), counted or tally(slot.pk))


def state_of(slot: Slot) -> str:
    """`before`, `open` or `closed`."""
    sheet = getattr(slot, "sheet", None)
    if sheet is None:
        return "before"
    return "closed" if sheet.closed_at else "open"


def latest(slot: Slot, most: int = 5) -> list[Latest]:
    """The last who came. One query."""
    rows = Attendance.objects.filter(slot=slot).order_by("-kept_at", "-pk").values_list("person__name", "at")[:most]
    return [Latest(*row) for row in rows]
