"""Put down that what is sealed got the newest key."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction

from tongxin.audit.actions import record
from tongxin.org.actor import Actor
from tongxin.org.models import Unit


@transaction.atomic
def record_resealing(*, actor: Actor, now: datetime, count: int, new_key: bool) -> None:
    """An entry for each unit at the top, so that whoever reads the trail of any unit's whole can see it."""
    for unit in Unit.objects.filter(parent=None):
        after = {"count": count, "new_key": new_key}
        record(actor=actor, now=now, act="system.reseal", thing=unit, unit=unit, after=after)
