"""The reader's own shifts, and what was served."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Final

from tongxin.core.clock import today
from tongxin.mobilisation.models import Service
from tongxin.mobilisation.words import PLACE_SHAPES, hours, span
from tongxin.org.actor import Actor
from tongxin.places.models import Place
from tongxin.places.models.place import LIVE

MOST: Final = 100


@dataclass(frozen=True)
class Own:
    """A shift as a line."""

    pk: int
    call: int
    title: str
    duty: str
    day: datetime
    span: str
    where: str
    shape: str
    label: str
    may_leave: bool
    hours: str


@dataclass(frozen=True)
class MyShifts:
    """Coming, over, and how much was served in all."""

    coming: list[Own]
    over: list[Own]
    hours: str


def my_shifts(actor: Actor, now: datetime) -> MyShifts:
    """Two queries."""
    rows = Place.objects.filter(person=actor.person_id or 0, state__in=LIVE, pool__shift__isnull=False)
    places = list(rows.select_related("pool__shift__duty__call").order_by("-pool__shift__starts_at")[:MOST])
    served = dict(Service.objects.filter(person=actor.person_id or 0, replaced_by=None).values_list("shift", "minutes"))
    found = [(_own(place, served, now), place) for place in places]
    coming = [own for own, place in found if today(place.pool.shift.starts_at) >= today(now)]
    over = [own for own, place in found if today(place.pool.shift.starts_at) < today(now)]
    total = sum(served.values())
    return MyShifts(coming[::-1], over, hours(total) if total else "")


def _own(place: Place, served: dict[int, int], now: datetime) -> Own:
    shift = place.pool.shift
    call = shift.duty.call
    return Own(
        shift.pk, call.pk, call.title, shift.duty.name, shift.starts_at, span(shift.starts_at, shift.ends_at), call.place,
        PLACE_SHAPES[place.state], str(place.get_state_display()), not shift.is_over(now),
        hours(served[shift.pk]) if shift.pk in served else "",
    )  # fmt: skip
