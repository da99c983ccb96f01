"""Somebody came."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from tongxin.attendance.access import require_door
from tongxin.attendance.actions.door import Arrival, get_facts, put_down, require_allowed, require_open
from tongxin.attendance.models import Attendance
from tongxin.attendance.queries.absent import why_not_listed
from tongxin.attendance.queries.facts import SlotFacts
from tongxin.attendance.queries.listed import Listed, everybody, listed
from tongxin.core.moments import moment_of
from tongxin.core.refusals import Refused
from tongxin.org.actor import Actor

Way = Attendance.Way


@dataclass(frozen=True)
class CheckedIn:
    """Who came and when; `again` where that person had come before, and `at` is the first time."""

    person: int
    name: str
    unit: str
    at: datetime
    again: bool


@transaction.atomic
def check_in(
    *,
    actor: Actor,
    now: datetime,
    slot: int,
    person: int,
    way: str,
    at: datetime | None = None,
    walk_in: str = "",
) -> CheckedIn:
    """Put down that a person came to a slot, once: the second time answers with the first.

    An officer puts down anybody on the list, and others with a reason in `walk_in`; a member only oneself, by the screen.
    Refuses: `access.…`, `attendance.no_slot` (404), `attendance.not_open`, `attendance.closed`, `attendance.not_on`,
    `attendance.not_listed`, `attendance.not_ours`, `restriction.forbids`.
    """
    facts = get_facts(slot)
    if way != Way.SCREEN or actor.person_id != person:
        require_door(actor, facts.activity, facts.unit_path)
    when = moment_of(at, facts.opened_at, now) if facts.opened_at else now
    require_open(facts, when)
    require_allowed(facts, when, officer=way != Way.SCREEN)
    found = _found(facts, person, walk_in.strip())
    arrival = Arrival(person, found.name, when, way, walk_in.strip() if found.number is None else "")
    came = put_down(facts, [arrival], actor=actor, now=now)[person]
    return CheckedIn(person, found.name, found.unit, came.at, came.again)


def _found(facts: SlotFacts, person: int, walk_in: str) -> Listed:
    """The person on the list, or one of the union where a reason is given."""
    for found in listed(facts, [person]):
        return found
    others = everybody(facts, [person])
    if not others:
        raise Refused("attendance.not_ours", _("花名册里没有这个人，或者已经离开了。"), field="person")
    if not walk_in:
        words = why_not_listed(facts, [person]).get(person) or _("名单里没有。")
        raise Refused("attendance.not_listed", words, field="person", name=others[0].name)
    return others[0]
