"""A member's own passes to an activity."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, time
from typing import Any

import segno

from tongxin.activities.models import Activity
from tongxin.attendance.models import Attendance, Expected
from tongxin.attendance.queries.facts import SlotFacts, Source, facts
from tongxin.attendance.queries.listed import everybody
from tongxin.attendance.queries.slots import called, doors_of, when_of
from tongxin.attendance.rules import codes
from tongxin.core import passes as core_passes
from tongxin.core.clock import today
from tongxin.org.actor import Actor
from tongxin.places.models import Place
from tongxin.signups.models import Slot

SHOWN = (Activity.State.PUBLISHED, Activity.State.UNDER_WAY, Activity.State.PLANNED)


@dataclass(frozen=True)
class Pass:
    """One pass: when and where first, then the code and the digits (none where there is no list). `at`: has come."""

    slot: int
    called: str
    day: date | None
    hour: time | None
    place: str
    code: str
    digits: str
    at: datetime | None

    @property
    def picture(self) -> str:
        """The code as the inside of an SVG."""
        return segno.make_qr(self.code, error="m").svg_inline(border=2, scale=1, omitsize=True, svgclass="qr")


@dataclass(frozen=True)
class Passes:
    """The pass to show now, and those for other parts of the activity."""

    activity: Activity
    first: Pass
    others: list[Pass]


def passes_of(actor: Actor, activity: Activity, now: datetime, slot: int | None = None) -> Passes | None:
    """The person's passes for today and later, the asked one or the next first; None where there is none.

    Whoever is welcome without a list gets a pass on the day itself. Five queries at most.
    """
    if actor.person_id is None or activity.state not in SHOWN:
        return None
    day = today(now)
    doors = {door.pk: door for door in doors_of(activity)}
    coming = [pk for pk, door in doors.items() if (when_of(door).day or day) >= day]
    known = {each.slot: each for each in facts(Slot.objects.filter(pk__in=coming))} if coming else {}
    numbers = _numbers(actor.person_id, known, {pk for pk in coming if when_of(doors[pk]).day == day})
    if not numbers:
        return None
    came = dict(Attendance.objects.filter(slot__in=numbers, person=actor.person_id).values_list("slot", "at"))
    mine = [_pass(doors[pk], known[pk], actor.person_id, number, came.get(pk)) for pk, number in numbers.items()]
    ordered = sorted(
        mine, key=lambda each: (each.slot != slot, each.at is not None, each.day or date.max, each.hour or time.max)
    )
    return Passes(activity, ordered[0], ordered[1:])


def _numbers(person: int, known: dict[int, SlotFacts], now_on: set[int]) -> dict[int, int | None]:
    """The slots the person may come to, with the number on the list."""
    pools = {each.pool for each in known.values() if each.pool}
    held = dict(_held(person, pools)) if pools else {}
    expecting = [pk for pk, each in known.items() if each.source is Source.EXPECTED]
    expected = dict(Expected.objects.filter(slot__in=expecting, person=person, excuse="").values_list("slot", "number"))
    found: dict[int, int | None] = {}
    for pk, each in known.items():
        if each.pool in held:
            found[pk] = held[each.pool]
        elif pk in expected:
            found[pk] = expected[pk]
        elif each.source is Source.OPEN and pk in now_on and everybody(each, [person]):
            found[pk] = None
    return found


def _held(person: int, pools: set[int]) -> Any:
    return Place.objects.filter(pool__in=pools, person=person, state=Place.State.HELD).values_list("pool", "number")


def _pass(door: Slot, facts: SlotFacts, person: int, number: int | None, at: datetime | None) -> Pass:
    when = when_of(door)
    digits = core_passes.digits_of(facts.secret, number) if number is not None else ""
    code = codes.pass_code(facts.secret, door.pk, person)
    return Pass(door.pk, called(door), when.day, when.at, when.place, code, digits, at)
