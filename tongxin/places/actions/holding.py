"""What every act on a pool does: hold it, see what is free, move people between states, keep its counters."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from datetime import datetime, timedelta
from typing import Any

from django.db import connection
from django.db.models import F
from django.utils.translation import gettext as _

from tongxin.audit.actions.record_many import Thing, Touched, record_many
from tongxin.core.prepared import Prepared
from tongxin.core.refusals import Refused
from tongxin.notices.actions import hand
from tongxin.org.models import Unit
from tongxin.places.models import Place, Pool, Quota
from tongxin.places.rules.filling import Seats

_FIELDS = tuple(field.attname for field in Pool._meta.concrete_fields)
_HELD = Prepared(
    lambda pk: Pool.objects.filter(pk=pk).order_by().values_list(*_FIELDS, "unit__id", "unit__path"), locks=True
)
_COUNT = "UPDATE places_pool SET taken = %s, queued = %s, companions_taken = %s, last_number = %s WHERE id = %s"


def held(pool_id: int) -> Pool:
    """The pool as it is now, nobody else's until the transaction ends. Refuses: `places.gone` (404)."""
    row = _HELD.first(pool_id)
    if row is None:
        raise Refused("places.gone", _("这里的名额已经撤了。"), status=404)
    pool = Pool.from_db("default", _FIELDS, row[: len(_FIELDS)])
    pool.unit = Unit.from_db("default", ("id", "path"), row[len(_FIELDS) :])
    return pool


def seats_of(pool: Pool, now: datetime) -> tuple[Seats, dict[int, str]]:
    """What is free, and the paths of the units places are still kept for. One query, none where nothing is kept."""
    if pool.capacity is None:
        return Seats(None), {}
    if not pool.has_quotas or (pool.quotas_until and pool.quotas_until <= now):
        return Seats(pool.capacity - pool.taken), {}
    quotas = list(Quota.objects.filter(pool=pool).values_list("pk", "unit__path", "seats", "taken"))
    kept = {pk: seats - taken for pk, _path, seats, taken in quotas}
    return Seats(max(pool.capacity - pool.taken - sum(kept.values()), 0), kept), {
        pk: path or "" for pk, path, *_rest in quotas
    }


def count(pool: Pool, *, taken: int = 0, queued: int = 0, companions: int = 0, numbers: int = 0) -> None:
    """Move the counters of a held pool; the database refuses more than its capacity."""
    pool.taken += taken
    pool.queued += queued
    pool.companions_taken += companions
    pool.last_number += numbers
    with connection.cursor() as cursor:
        cursor.execute(_COUNT, [pool.taken, pool.queued, pool.companions_taken, pool.last_number, pool.pk])


def count_quotas(quotas: Iterable[int | None], step: int) -> None:
    """Move the counters of the quotas, one `step` for each time a quota is named."""
    named = [quota for quota in quotas if quota]
    for quota in set(named):
        Quota.objects.filter(pk=quota).update(taken=F("taken") + step * named.count(quota))


def to_confirm(pool: Pool, now: datetime) -> dict[str, Any]:
    """The state of who is let in from the waiting list or by the draw: to be confirmed where the pool says so."""
    if not pool.confirm_hours:
        return {"state": Place.State.HELD, "confirm_by": None}
    return {"state": Place.State.OFFERED, "confirm_by": now + timedelta(hours=pool.confirm_hours)}


def tell(pool: Pool, what: str, people: Collection[int], now: datetime, seen: Collection[int] = ()) -> None:
    """Hand these people the pool's standing notice `what` (see `open_pool`)."""
    if people and what in pool.told:
        hand(notice_id=pool.told[what], people=people, now=now, seen=seen)


def leave_entries(
    act: str, pool: Pool, places: Sequence[Place], before: Sequence[str], actor: Any, now: datetime, reason: str = ""
) -> None:
    """An entry for each place that changed its state."""
    touched = [
        Touched(
            thing_of(pool), pool.unit.path or "", after_of(place.person_id, place.state, place.number), {"state": was}
        )
        for place, was in zip(places, before, strict=True)
    ]
    record_many(actor=actor, now=now, act=f"places.{act}", touched=touched, reason=reason)


def thing_of(pool: Pool) -> Thing:
    """The pool as the trail names it."""
    return Thing("places.pool", pool.pk, pool.label)


def after_of(person: int, state: str, number: int) -> dict[str, Any]:
    """What the trail keeps of a place: whose, which state, which number."""
    return {"person": person, "state": str(state), "number": number}
