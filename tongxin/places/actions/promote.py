"""Let in who waits, as far as there are seats: part of every act that frees one."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from tongxin.places.actions.holding import count, count_quotas, leave_entries, seats_of, tell, to_confirm
from tongxin.places.models import Place, Pool
from tongxin.places.queries.line import line_of, members_of
from tongxin.places.rules.filling import Entry, Seating, fill


def promote(pool: Pool, *, actor: Any, now: datetime) -> int:
    """Promote from the waiting list of a held pool, strictly in order; how many people got in. A frozen list promotes nobody."""
    if not pool.queued or pool.frozen_at is not None:
        return 0
    seats, quotas = seats_of(pool, now)
    if seats.none:
        return 0
    line = line_of(pool, quotas)
    seated = fill(seats, line)
    return let_in(pool, [entry for entry in line if entry.key in seated], seated, "promote", actor=actor, now=now)


def let_in(pool: Pool, entries: list[Entry], seated: dict[int, Seating], act: str, *, actor: Any, now: datetime) -> int:
    """Give these entries of the line their seats; how many people that are."""
    members = members_of(pool, [entry.key for entry in entries])
    places: list[Place] = []
    before: list[str] = []
    for entry in entries:
        for place, quota in zip(members[entry.key], seated[entry.key], strict=True):
            before.append(place.state)
            place.quota_id, place.changed_at = quota, now
            for name, value in to_confirm(pool, now).items():
                setattr(place, name, value)
            places.append(place)
    if places:
        Place.objects.bulk_update(places, ["state", "quota", "confirm_by", "changed_at"], batch_size=200)
        waited = before.count(Place.State.WAITING)
        count(pool, taken=len(places), queued=-waited)
        count_quotas([place.quota_id for place in places], 1)
        leave_entries(act, pool, places, before, actor, now)
        what = "offered" if pool.confirm_hours else "promoted" if act == "promote" else "held"
        tell(pool, what, [place.person_id for place in places], now)
    return len(places)
