"""Put down who came to a shift and how long each served."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from tongxin.audit.actions import record
from tongxin.core.refusals import Refused
from tongxin.mobilisation.actions.holding import held_shift
from tongxin.mobilisation.models import Service, Shift
from tongxin.mobilisation.models.service import LONGEST
from tongxin.org.actor import Actor
from tongxin.places.models import Place


@transaction.atomic
def record_service(*, actor: Actor, now: datetime, shift: Shift, minutes: Mapping[int, int] | None = None) -> int:
    """For all who hold a place and are not put down yet: `minutes` by person's id, 0 for who did not come; who is missing in it
    served the whole shift. How many were put down.

    Refuses: `access.…`, `shift.not_begun`, `service.nothing_new`, `service.too_long`.
    """
    held = held_shift(actor, shift)
    if now < held.starts_at:
        raise Refused("shift.not_begun", _("这一班还没开始，开始以后再记谁来了。"))
    given = dict(minutes or {})
    if any(not 0 <= each <= LONGEST for each in given.values()):
        raise Refused("service.too_long", _("一班最多记24小时。"), field="minutes")
    there = set(Service.objects.filter(shift=held).values_list("person", flat=True))
    places = held.pool.places.filter(state=Place.State.HELD).exclude(person__in=there).order_by("number")
    rows = [
        Service(shift=held, person_id=place.person_id, unit_id=place.unit_id, minutes=given.get(place.person_id, held.minutes), at=now, by=actor.label)
        for place in places
    ]  # fmt: skip
    if not rows:
        raise Refused("service.nothing_new", _("名单上的人都记过了。记错了就更正。"))
    Service.objects.bulk_create(rows)
    call = held.duty.call
    record(
        actor=actor, now=now, act="mobilisation.record_service", thing=held, unit=call.unit,
        after={"came": sum(row.minutes > 0 for row in rows), "missed": sum(row.minutes == 0 for row in rows), "minutes": sum(row.minutes for row in rows)},
    )  # fmt: skip
    return len(rows)
