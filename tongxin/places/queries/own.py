"""One person's places."""

from __future__ import annotations

from collections.abc import Collection
from typing import Any

from django.db import connection
from django.db.models import QuerySet

from tongxin.core.prepared import Prepared
from tongxin.places.models import Place, Pool
from tongxin.places.models.place import LIVE


def live_place(pool: Pool, person_id: int | None) -> Place | None:
    """The person's place in the pool, in whatever live state; None where there is none."""
    return pool.places.filter(person=person_id, state__in=LIVE).first()


def _live(pool: int, person: int) -> QuerySet[Place, Any]:
    return Place.objects.filter(pool=pool, person=person, state__in=LIVE).order_by().values_list("pk")


_LIVE = Prepared(_live, 2)


def has_live_place(pool: Pool, person_id: int | None) -> bool:
    """Whether the person is in the pool already: asked at every tap that comes too late."""
    return _LIVE.first(pool.pk, person_id) is not None


def live_states(pool: Pool, people: Collection[int]) -> dict[int, str]:
    """The states of these people's live places in the pool; one statement, written by hand for the rush."""
    if not people:
        return {}
    marks = ", ".join(["%s"] * len(people))
    with connection.cursor() as cursor:
        cursor.execute(f"{_STATES} ({marks})", [pool.pk, *LIVE, *people])
        return dict(cursor.fetchall())


_STATES = f"""SELECT person_id, state FROM places_place
WHERE pool_id = %s AND state IN ({", ".join(["%s"] * len(LIVE))}) AND person_id IN"""


def live_elsewhere(pool: Pool, people: Collection[int]) -> set[int]:
    """Who of these has a live place in another pool of this one's bundle. One statement, none where the pool is in no bundle."""
    if not (pool.bundle and people):
        return set()
    return set(_others(pool).filter(person__in=people).values_list("person", flat=True))


def place_elsewhere(pool: Pool, person_id: int | None) -> Place | None:
    """The person's live place in another pool of the bundle, with that pool; None where there is none."""
    return _others(pool).filter(person=person_id).select_related("pool").first() if pool.bundle else None


def _others(pool: Pool) -> QuerySet[Place]:
    return Place.objects.filter(bundle=pool.bundle, state__in=LIVE).exclude(pool=pool).order_by()


def places_of(person_id: int | None) -> QuerySet[Place]:
    """All live places of a person."""
    return Place.objects.filter(person=person_id, state__in=LIVE)
