"""Give a place back."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from tongxin.core.refusals import Refused
from tongxin.places.actions.giving_back import give_back
from tongxin.places.actions.holding import held
from tongxin.places.models import Place, Pool
from tongxin.places.queries.own import live_place
from tongxin.ui.words import moment


@transaction.atomic
def withdraw(*, actor: Any, now: datetime, pool: Pool, reason: str = "") -> Place:
    """The actor's own place is free again, and whoever waits first gets it.

    Refuses: `places.none`, `places.too_late` after the deadline or once the list is frozen, `places.gone`.
    """
    kept = held(pool.pk)
    place = live_place(kept, actor.person_id)
    if place is None:
        raise Refused("places.none", _("你没有报名，不用退。"))
    require_time(kept, place, now)
    give_back(kept, place, Place.State.WITHDRAWN, "withdraw", actor=actor, now=now, reason=reason)
    return place


def require_time(pool: Pool, place: Place, now: datetime) -> None:
    """Who waits or is in a draw may leave at any time; who has a place, until the deadline. Refuses: `places.too_late`."""
    if place.state in (Place.State.WAITING, Place.State.OFFERED) or (
        place.state == Place.State.ENTERED and not pool.frozen_at
    ):
        return
    if pool.frozen_at is not None:
        raise Refused("places.too_late", _("名单已经定了，来不了就告诉办的人，空出来的名额由他们安排。"))
    if pool.withdraw_until is not None and now >= pool.withdraw_until:
        sentence = _("%(until)s以后不能自己退了，来不了就告诉办的人。") % {"until": moment(pool.withdraw_until)}
        raise Refused("places.too_late", sentence)
