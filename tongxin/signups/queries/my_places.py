"""The reader's own places, what comes first at the top."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, time
from typing import Final

from tongxin.core.clock import local, today
from tongxin.org.actor import Actor
from tongxin.places.models import Place
from tongxin.places.models.place import LIVE

MOST: Final = 100
SHAPES: Final = {"held": "plan", "waiting": "todo", "offered": "moved", "entered": "draft"}


@dataclass(frozen=True)
class Own:
    """A place as a line: `day` is None while the date is open."""

    activity: int
    title: str
    part: str
    day: date | None
    hour: time | None
    where: str
    state: str
    shape: str
    label: str


@dataclass(frozen=True)
class MyPlaces:
    """Coming, and what is over."""

    coming: list[Own]
    over: list[Own]


def my_places(actor: Actor, now: datetime) -> MyPlaces:
    """One query."""
    rows = Place.objects.filter(person=actor.person_id, state__in=LIVE, pool__slot__isnull=False)
    rows = rows.select_related("pool__slot__activity").order_by("-at")[:MOST]
    found = [_own(place) for place in rows]
    day = today(now)
    coming = sorted(
        (each for each in found if each.day is None or each.day >= day), key=lambda each: each.day or date.max
    )
    over = sorted(
        (each for each in found if each.day and each.day < day), key=lambda each: each.day or day, reverse=True
    )
    return MyPlaces(coming, over)


def _own(place: Place) -> Own:
    slot = place.pool.slot
    activity = slot.activity
    begins = local(slot.starts_at) if slot.starts_at else None
    return Own(
        activity.pk, activity.title, slot.title, begins.date() if begins else activity.held_on or activity.starts_on,
        begins.time() if begins else activity.starts_at, slot.place or activity.place, place.state, SHAPES[place.state],
        str(place.get_state_display()),
    )  # fmt: skip
