"""Check-in for an activity for which nobody signs up."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction

from tongxin.activities.access import require_run
from tongxin.activities.models import Activity
from tongxin.audit.actions import record
from tongxin.core.database import lock
from tongxin.org.actor import Actor
from tongxin.signups.models import Slot


@transaction.atomic
def prepare(*, actor: Actor, now: datetime, activity: Activity) -> Slot:
    """The slot at whose door people check in; made where the activity has none yet. Refuses: `access.…`."""
    held = lock(Activity.objects.filter(pk=activity.pk)).select_related("unit").get()
    require_run(actor, held)
    slot = held.slots.first()
    if slot is None:
        slot = Slot.objects.create(activity=held, kind=Slot.Kind.WHOLE)
        record(actor=actor, now=now, act="attendance.prepare", thing=slot, unit=held.unit)
    return slot
