"""Say who organises an activity."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction

from tongxin.activities.access import require_run
from tongxin.activities.actions.organising import Organisers, told, write_organisers
from tongxin.activities.actions.turning import locked
from tongxin.activities.models import Activity
from tongxin.audit.actions import record
from tongxin.org.actor import Actor


@transaction.atomic
def set_organisers(*, actor: Actor, now: datetime, activity: Activity, organisers: Organisers) -> Activity:
    """Replace the organisers (unit and role, in order); the owner runs it where none is named.

    Possible in every state, for a record is corrected after the fact as well.
    Refuses: `access.…`, `organiser.twice`, `organiser.other_union`, `organiser.closed`.
    """
    held = locked(activity)
    require_run(actor, held)
    before = list(held.organisers.all())
    held.organisers.all().delete()
    after = write_organisers(held, organisers)
    record(
        actor=actor, now=now, act="activities.set_organisers", thing=held, unit=held.unit,
        before={"organisers": told(before)}, after={"organisers": told(after)},
    )  # fmt: skip
    return held
