"""What time alone brings about: offers that nobody took, places no longer kept for units."""

from __future__ import annotations

from datetime import datetime
from typing import Any, Final

from django.db import transaction
from django.db.models import F

from tongxin.core.database import lock
from tongxin.org.actor import Actor
from tongxin.places.actions.giving_back import give_back
from tongxin.places.actions.holding import held
from tongxin.places.actions.promote import promote
from tongxin.places.models import Place, Pool

CLOCK: Final = Actor(name="时钟", label="时钟", hat="shell")


def settle(*, now: datetime, actor: Any = CLOCK) -> int:
    """Let offers lapse whose deadline has passed, and promote where places are kept for units no longer; how many lapsed.

    Called by the background process; each pool in its own transaction, so that a fault in one stops no other.
    """
    due = Place.objects.filter(state=Place.State.OFFERED, confirm_by__lte=now).order_by()
    lapsed = sum(_lapse(pool, now, actor) for pool in due.values_list("pool", flat=True).distinct())
    released = Pool.objects.filter(
        has_quotas=True, quotas_until__lte=now, queued__gt=0, taken__lt=F("capacity"), frozen_at=None
    )
    for pool_id in released.values_list("pk", flat=True):
        with transaction.atomic():
            promote(held(pool_id), actor=actor, now=now)
    return lapsed


def _lapse(pool_id: int, now: datetime, actor: Any) -> int:
    with transaction.atomic():
        pool = held(pool_id)
        late = list(lock(pool.places.filter(state=Place.State.OFFERED, confirm_by__lte=now)).order_by("number"))
        for place in late:
            give_back(pool, place, Place.State.EXPIRED, "expire", actor=actor, now=now, what="expired")
    return len(late)
