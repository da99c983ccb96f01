"""Take a hand-entered day out of the calendar again."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction

from tongxin.audit import actions as audit
from tongxin.org.actor import Actor
from tongxin.plan.access import require_calendar
from tongxin.plan.models import CalendarDay


@transaction.atomic
def remove_calendar_day(*, actor: Actor, now: datetime, day: CalendarDay) -> None:
    """Remove the entry; the computed calendar counts for that day again."""
    union = require_calendar(actor)
    before = {"day": day.day, "kind": day.kind, "name": day.name, "source": day.source}
    audit.record(
        actor=actor, now=now, act="plan.remove_calendar_day", thing=day, unit=union, label=day.name, before=before
    )
    day.delete()
