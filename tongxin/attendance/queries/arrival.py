"""What a member is told who has scanned the code on the screen."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from django.core import signing
from django.utils.translation import gettext as _

from tongxin.attendance.models import Attendance
from tongxin.attendance.queries.absent import why_not_listed
from tongxin.attendance.queries.facts import SlotFacts
from tongxin.attendance.queries.guarded import keeps_shut
from tongxin.attendance.queries.listed import listed
from tongxin.attendance.rules import codes
from tongxin.org.actor import Actor

SALT = "tongxin.attendance.arrival"
TICKET_SECONDS = 120


@dataclass(frozen=True)
class Arriving:
    """`ticket` is there where one tap checks in; else `why` says why not, or `at` when it was done."""

    ticket: str = ""
    why: str = ""
    at: datetime | None = None


def arriving(actor: Actor, facts: SlotFacts, code: str, now: datetime) -> Arriving:
    """Whether the person may check in with this code of the screen now. Three queries at most."""
    person = actor.person_id
    if person is None:
        return Arriving(why=_("这个号不在花名册里，签不了到。"))
    at = Attendance.objects.filter(slot=facts.slot, person=person).values_list("at", flat=True).first()
    if at:
        return Arriving(at=at)
    if not facts.is_open:
        return Arriving(why=_("签到已经结束了。") if facts.closed_at else _("签到还没开始。"))
    if (shut := keeps_shut(facts, now)) is not None:
        return Arriving(why=shut.at_door(officer=False))
    if not listed(facts, [person]):
        return Arriving(why=why_not_listed(facts, [person])[person])
    if not codes.is_on_screen(facts.secret, code, now):
        return Arriving(why=_("码过期了，再扫一次屏幕。"))
    return Arriving(ticket=ticket_for(facts.slot, person))


def ticket_for(slot: int, person: int) -> str:
    """Two minutes to tap, for this person alone."""
    return signing.dumps([slot, person], salt=SALT)


def is_ticket(ticket: str, slot: int, person: int | None) -> bool:
    """Whether this ticket was given to the person for the slot, at most two minutes ago."""
    try:
        found = signing.loads(ticket, salt=SALT, max_age=TICKET_SECONDS)
    except signing.BadSignature:
        return False
    return bool(found == [slot, person])
