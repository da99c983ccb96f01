"""What all ways of coming share: is the door open, put down who came, once."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final

from django.db import connection
from django.utils.translation import gettext as _

from tongxin.activities.models import Activity
from tongxin.attendance.models import Attendance
from tongxin.attendance.queries.facts import SlotFacts, facts_of
from tongxin.attendance.queries.guarded import keeps_shut
from tongxin.audit.actions import record_many
from tongxin.audit.actions.record_many import Thing, Touched
from tongxin.core.database import lock
from tongxin.core.moments import was_open
from tongxin.core.refusals import Refused
from tongxin.org.actor import Actor
from tongxin.signups.models import Slot

State = Activity.State
ON: Final = (State.PLANNED, State.PUBLISHED, State.UNDER_WAY, State.DONE)
ONE: Final = "(%s, %s, %s, %s, %s, 0, %s, %s)"
INSERT: Final = (
    'INSERT INTO attendance_attendance ("slot_id", "person_id", "at", "kept_at", "way", "companions", "by", "walk_in") '
    "VALUES %s ON CONFLICT (slot_id, person_id) DO NOTHING RETURNING person_id, id"
)


@dataclass(frozen=True)
class Arrival:
    """Somebody who came: when, by which way; `walk_in` is why, for who is not on the list."""

    person: int
    name: str
    at: datetime
    way: str
    walk_in: str = ""


@dataclass(frozen=True)
class Came:
    """What stands in the book now; `again` where it stood there before."""

    person: int
    at: datetime
    again: bool


def get_facts(slot: int, activity: int | None = None) -> SlotFacts:
    """What the door must know. Refuses: `attendance.no_slot` (404)."""
    facts = facts_of(slot)
    if facts is None or activity not in (None, facts.activity):
        raise Refused("attendance.no_slot", _("没有这一页，或者你不能看它。"), status=404)
    return facts


def locked(slot: Slot) -> Slot:
    """The slot as it stands, held until the transaction ends. Refuses: `attendance.no_slot` (404)."""
    held = lock(Slot.objects.filter(pk=slot.pk)).select_related("activity", "activity__unit").first()
    if held is None:
        raise Refused("attendance.no_slot", _("这一场已经不在了。"), status=404)
    return held


def require_on(facts: SlotFacts) -> None:
    """Refuses `attendance.not_on` for activities that are put off, called off or only an idea."""
    if facts.state not in ON:
        state = Activity.State(facts.state).label
        words = _("“%(title)s”现在是“%(state)s”，不能签到。") % {"title": facts.title, "state": state}
        raise Refused("attendance.not_on", words)


def require_open(facts: SlotFacts, at: datetime) -> None:
    """Refuses `attendance.not_open`, `attendance.closed`, `attendance.not_on`."""
    require_on(facts)
    if facts.opened_at is None:
        raise Refused("attendance.not_open", _("签到还没开始。"))
    if not was_open(facts.opened_at, facts.closed_at, at):
        raise Refused("attendance.closed", _("签到已经结束了。要补签，找办活动的人。"))


def require_allowed(facts: SlotFacts, now: datetime, *, officer: bool) -> None:
    """Refuses `restriction.forbids` where a restriction that blocks keeps people from coming and nothing on record meets it."""
    shut = keeps_shut(facts, now)
    if shut is not None:
        raise Refused("restriction.forbids", shut.at_door(officer=officer), restriction=shut.restriction.pk)


def put_down(facts: SlotFacts, arrivals: Sequence[Arrival], *, actor: Actor, now: datetime) -> dict[int, Came]:
    """Keep each once, with one audit entry for each that is new; in a transaction. By person.

    Whoever is sent twice, in one batch or in two at the same moment, has one row: the database decides, not we.
    """
    first: dict[int, Arrival] = {}
    for arrival in sorted(arrivals, key=lambda each: each.at):
        first.setdefault(arrival.person, arrival)
    fresh = _insert(facts.slot, list(first.values()), actor, now)
    record_many(
        actor=actor, now=now, act="attendance.check_in",
        touched=[_touched(facts, pk, first[person]) for person, pk in fresh.items()],
    )  # fmt: skip
    came = {person: Came(person, first[person].at, again=False) for person in fresh}
    if known := [person for person in first if person not in fresh]:
        rows = Attendance.objects.filter(slot=facts.slot, person__in=known).order_by().values_list("person", "at")
        came |= {person: Came(person, at, again=True) for person, at in rows}
    return came


def _touched(facts: SlotFacts, pk: int, arrival: Arrival) -> Touched:
    after = {"activity": facts.activity, "slot": facts.slot, "way": arrival.way, "at": arrival.at.isoformat()}
    if arrival.walk_in:
        after["walk_in"] = arrival.walk_in
    return Touched(Thing("attendance.attendance", pk, arrival.name), facts.unit_path, after)


def _insert(slot: int, arrivals: list[Arrival], actor: Actor, now: datetime) -> dict[int, int]:
    """The rows that were not there before: person to id. One statement."""
    if not arrivals:
        return {}
    given: list[Any] = []
    for one in arrivals:
        given += [slot, one.person, _moment(one.at), _moment(now), one.way, actor.label, one.walk_in]
    with connection.cursor() as cursor:
        cursor.execute(INSERT % ", ".join([ONE] * len(arrivals)), given)
        return dict(cursor.fetchall())


def _moment(value: datetime) -> Any:
    return connection.ops.adapt_datetimefield_value(value)
