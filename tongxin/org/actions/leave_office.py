"""Take the office hat off, by hand or because it rested too long."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction

from tongxin.audit.actions import record
from tongxin.org.actor import Actor
from tongxin.org.models import Person


@transaction.atomic
def leave_office(*, actor: Actor, now: datetime, timed_out: bool = False) -> None:
    """Record that the rights of the posts are no longer in force. Nothing to refuse: a hat may always come off."""
    person = Person.objects.select_related("union").filter(pk=actor.person_id or 0).first()
    if person is not None:
        act = "org.office_timed_out" if timed_out else "org.leave_office"
        record(actor=actor, now=now, act=act, thing=person, unit=person.union)
