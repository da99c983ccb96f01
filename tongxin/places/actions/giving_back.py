"""A place ends: its seat is free, and who waits moves up. Shared by withdrawing, expiring and removing."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from tongxin.places.actions.holding import count, count_quotas, leave_entries, tell
from tongxin.places.actions.promote import promote
from tongxin.places.models import Place, Pool
from tongxin.places.models.place import SEATED


def give_back(
    pool: Pool, place: Place, state: str, act: str, *, actor: Any, now: datetime, reason: str = "", what: str = ""
) -> None:
    """End `place` of a held pool as `state`; `what` is the standing notice the person gets."""
    before = place.state
    place.state, place.changed_at, place.confirm_by, freed = state, now, None, place.quota_id
    place.quota_id = None
    place.save(update_fields=["state", "changed_at", "confirm_by", "quota"])
    seated = before in SEATED
    count(
        pool, taken=-1 if seated else 0, queued=-1 if before == Place.State.WAITING else 0, companions=-place.companions
    )
    if seated:
        count_quotas([freed], -1)
    leave_entries(act, pool, [place], [before], actor, now, reason)
    if what:
        tell(pool, what, [place.person_id], now)
    if seated or before == Place.State.WAITING:
        promote(pool, actor=actor, now=now)
