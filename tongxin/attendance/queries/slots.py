"""The slots of an activity at which people check in, and when and where they are."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, time

from django.utils.translation import gettext as _

from tongxin.activities.models import Activity
from tongxin.core.clock import local
from tongxin.signups.models import Slot


@dataclass(frozen=True)
class When:
    """Day, time and place of a slot: its own, else the activity's."""

    day: date | None
    at: time | None
    place: str


def when_of(slot: Slot) -> When:
    """When and where a slot is. Reads `slot.activity`, which must be loaded."""
    activity = slot.activity
    if slot.starts_at is None:
        return When(activity.day, activity.starts_at, slot.place or activity.place)
    begins = local(slot.starts_at)
    return When(begins.date(), begins.time(), slot.place or activity.place)


def doors_of(activity: Activity) -> list[Slot]:
    """Where people check in: at the sessions and events where there are any, else at the whole. One query."""
    slots = list(activity.slots.select_related("sheet"))
    for slot in slots:
        slot.activity = activity
    return doors_among(slots)


def doors_among(slots: Iterable[Slot]) -> list[Slot]:
    """The same among slots at hand, all of one activity."""
    known = list(slots)
    parts = [slot for slot in known if slot.kind != Slot.Kind.WHOLE]
    opened = [slot for slot in known if slot.kind == Slot.Kind.WHOLE and hasattr(slot, "sheet")]
    return [*opened, *parts] if parts else known


def called(slot: Slot) -> str:
    """What a slot is called beside its activity: its title; nothing for the whole."""
    if slot.kind == Slot.Kind.WHOLE:
        return slot.title
    return slot.title or _("没有名字的场次")
