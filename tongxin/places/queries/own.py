"""One person's places."""

from __future__ import annotations

from django.db.models import QuerySet

from tongxin.places.models import Place, Pool
from tongxin.places.models.place import LIVE


def live_place(pool: Pool, person_id: int | None) -> Place | None:
    """The person's place in the pool, in whatever live state; None where there is none."""
    return pool.places.filter(person=person_id, state__in=LIVE).first()


def latest_place(pool: Pool, person_id: int | None) -> Place | None:
    """The person's last place in the pool, live or not."""
    return pool.places.filter(person=person_id).order_by("-number").first()


def places_of(person_id: int | None) -> QuerySet[Place]:
    """All live places of a person."""
    return Place.objects.filter(person=person_id, state__in=LIVE)


def ahead_of(place: Place) -> int:
    """How many wait before this place; only for one that waits."""
    return place.pool.places.filter(state=Place.State.WAITING, number__lt=place.number).count()
