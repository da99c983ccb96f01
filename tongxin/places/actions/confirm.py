"""Say yes to a place that was offered from the waiting list."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from tongxin.core.refusals import Refused
from tongxin.places.actions.giving_back import give_back
from tongxin.places.actions.holding import held, leave_entries
from tongxin.places.models import Place, Pool
from tongxin.places.queries.own import live_place


def confirm(*, actor: Any, now: datetime, pool: Pool) -> Place:
    """The offered place is the actor's; said twice it is said once.

    Refuses: `places.none`, `places.not_offered`, `places.expired` where the deadline has passed (the place then goes on).
    """
    with transaction.atomic():
        kept = held(pool.pk)
        place = live_place(kept, actor.person_id)
        if place is None:
            raise Refused("places.none", _("你没有在候补里，或者名额已经给了下一位。"))
        if place.state == Place.State.HELD:
            return place
        if place.state != Place.State.OFFERED:
            raise Refused("places.not_offered", _("还没轮到你，轮到了会通知你。"))
        if place.confirm_by is None or now < place.confirm_by:
            place.state, place.changed_at, place.confirm_by = Place.State.HELD, now, None
            place.save(update_fields=["state", "changed_at", "confirm_by"])
            leave_entries("confirm", kept, [place], [Place.State.OFFERED], actor, now)
            return place
        give_back(kept, place, Place.State.EXPIRED, "expire", actor=actor, now=now, what="expired")
    raise Refused("places.expired", _("过了确认的时间，名额已经给了下一位。"))
