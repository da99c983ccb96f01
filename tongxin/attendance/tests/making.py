"""Doors for tests: an activity of today, places held in its pool, check-in open or not."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from tests.cast import NOW, TODAY, Cast, make_person
from tongxin.activities.models import Activity
from tongxin.activities.tests.making import row
from tongxin.attendance.actions import open_check_in
from tongxin.attendance.queries.secret import secret_of
from tongxin.attendance.rules import codes
from tongxin.core import passes
from tongxin.org.models import Person
from tongxin.places.models import Place, Pool
from tongxin.signups.models import Slot

LATER = NOW + timedelta(minutes=5)


def make_slot(
    cast: Cast, *holders: str, unit: str = "ee", title: str = "重阳节登高", pool: bool = True, **more: Any
) -> Slot:
    """The whole of a published activity of today; the named people of the cast hold places, in that order."""
    values = {"state": "published", "starts_on": TODAY, "published_at": NOW, **more}
    activity = row(cast.units[unit], title, **values)
    slot = Slot.objects.create(activity=activity, kind=Slot.Kind.WHOLE)
    if pool:
        slot.pool = make_pool(cast, unit, title)
        slot.save()
    for name in holders:
        hold(slot, cast.people[name])
    return slot


def make_pool(cast: Cast, unit: str = "ee", label: str = "重阳节登高") -> Pool:
    """A pool as many as come may hold places in."""
    return Pool.objects.create(unit=cast.units[unit], label=label)


def hold(slot: Slot, person: Person, state: str = Place.State.HELD) -> Place:
    """A place of the person in the slot's pool."""
    assert slot.pool is not None
    slot.pool.last_number += 1
    slot.pool.save()
    placement = person.placements.filter(until=None).first()
    return Place.objects.create(
        pool=slot.pool, person=person, unit=placement.unit if placement else None, state=state,
        number=slot.pool.last_number, at=NOW, changed_at=NOW,
    )  # fmt: skip


def opened(cast: Cast, *holders: str, **more: Any) -> Slot:
    """A slot whose check-in is open."""
    slot = make_slot(cast, *holders, **more)
    open_check_in(actor=cast.actor("branch"), now=NOW, slot=slot)
    return slot


def session(activity: Activity, title: str = "第一批", **more: Any) -> Slot:
    """A session of an activity, without a pool of its own unless told."""
    return Slot.objects.create(activity=activity, kind=Slot.Kind.SESSION, title=title, **more)


def code(slot: Slot, person: Person) -> str:
    """The person's pass to the slot."""
    return codes.pass_code(secret_of(slot.pk), slot.pk, person.pk)


def digits(slot: Slot, number: int) -> str:
    """The digits of a place."""
    return passes.digits_of(secret_of(slot.pk), number)


def people(cast: Cast, count: int) -> list[Person]:
    """Many people of one branch, without sign-ins."""
    return [
        make_person(f"7{number:05d}", f"人{number}", cast.units["ee"], cast.union, user=False)
        for number in range(count)
    ]
