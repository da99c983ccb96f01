"""Take somebody off the list, with a reason."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from tongxin.core.refusals import Refused
from tongxin.places.actions.giving_back import give_back
from tongxin.places.actions.holding import held
from tongxin.places.models import Place, Pool
from tongxin.places.models.place import LIVE


@transaction.atomic
def remove(*, actor: Any, now: datetime, pool: Pool, place_id: int, reason: str) -> Place:
    """End another's place; the person is told, who waits moves up. Refuses: `places.no_reason`, `places.none`."""
    if not reason.strip():
        raise Refused("places.no_reason", _("写一句为什么移出，本人看得到。"), field="reason")
    kept = held(pool.pk)
    place = kept.places.filter(pk=place_id, state__in=LIVE).first()
    if place is None:
        raise Refused("places.none", _("名单里已经没有这个人了。"))
    give_back(kept, place, Place.State.REMOVED, "remove", actor=actor, now=now, reason=reason.strip(), what="removed")
    return place
