"""Activities that people can sign up for."""

from __future__ import annotations

from typing import Any

from tests.cast import NOW, Cast
from tongxin.activities.models import Activity
from tongxin.activities.tests.making import add
from tongxin.signups import actions
from tongxin.signups.models import Slot


def offered(cast: Cast, capacity: int | None = 2, *, activity: Activity | None = None, **terms: Any) -> Slot:
    """A published activity of the union on 25 October 2020, open to all."""
    activity = activity or add(cast, published=True)
    return actions.offer(actor=cast.actor("office"), now=NOW, activity=activity, capacity=capacity, **terms)


def sign_up(cast: Cast, slot: Slot, name: str, **more: Any) -> Any:
    """`name` taps."""
    fresh = Slot.objects.select_related("activity__unit", "pool__unit").get(pk=slot.pk)
    return actions.sign_up(actor=cast.actor(name, in_office=False), now=NOW, slot=fresh, **more)
