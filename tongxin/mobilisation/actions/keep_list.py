"""What officers do with the list of a shift."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from tongxin.core.refusals import Refused
from tongxin.mobilisation.actions.clashing import require_free
from tongxin.mobilisation.actions.holding import held_shift, hold_person
from tongxin.mobilisation.models import Service, Shift
from tongxin.org.actor import Actor
from tongxin.org.models import Person
from tongxin.org.queries.units import union_of
from tongxin.places import actions as places
from tongxin.places.actions.take import Taken
from tongxin.places.models import Place


@transaction.atomic
def admit_volunteer(*, actor: Actor, now: datetime, shift: Shift, person: Person, reason: str) -> Taken:
    """Somebody who just came along is put on the list, before or after the shift. Refuses: `access.…`, `shift.other_union`,
    `shift.clash`, and as `places.admit`."""
    hold_person(person.pk)
    held = held_shift(actor, shift)
    if union_of(held.duty.call.unit).pk != person.union_id:
        raise Refused("shift.other_union", _("只能加本工会花名册里的人。"), field="person")
    require_free(person.pk, held)
    return places.admit(actor=actor, now=now, pool=held.pool, person_id=person.pk, reason=reason)


@transaction.atomic
def remove_volunteer(*, actor: Actor, now: datetime, shift: Shift, place_id: int, reason: str) -> Place:
    """Take somebody off the list, who is told. Refuses: `access.…`, `service.recorded`, and as `places.remove`."""
    held = held_shift(actor, shift)
    place = held.pool.places.filter(pk=place_id).first()
    if place and Service.objects.filter(shift=held, person=place.person_id).exists():
        raise Refused("service.recorded", _("这个人的时长已经记了，不能移出。记错了就更正。"))
    return places.remove(actor=actor, now=now, pool=held.pool, place_id=place_id, reason=reason)
