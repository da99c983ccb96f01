"""A volunteer takes a shift, or gives it back."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from tongxin.core.refusals import Refused
from tongxin.mobilisation.actions.clashing import require_free
from tongxin.mobilisation.actions.holding import hold_person
from tongxin.mobilisation.models import Call, Shift
from tongxin.org.actor import Actor
from tongxin.places import actions as places
from tongxin.places.actions.take import Taken
from tongxin.places.models import Place


@transaction.atomic
def take_shift(*, actor: Actor, now: datetime, shift: Shift) -> Taken:
    """A place for the actor in the shift, or on its waiting list; the engine leaves the entry.

    Refuses: `shift.nobody` (no person behind the account), `call.not_open`, `shift.clash`, and all of `places.take`.
    """
    if actor.person_id is None:
        raise Refused("shift.nobody", _("这个账号没有对应的职工，报不了。"))
    hold_person(actor.person_id)
    state = Call.objects.values_list("state", flat=True).get(pk=shift.duty.call_id)
    if state != Call.State.OPEN:
        raise Refused("call.not_open", _("这次招募现在不接受报名。"))
    require_free(actor.person_id, shift)
    return places.take(actor=actor, now=now, pool=shift.pool)


def leave_shift(*, actor: Actor, now: datetime, shift: Shift) -> Place:
    """The actor's place is free again, until the shift begins. Refuses: as `places.withdraw`."""
    return places.withdraw(actor=actor, now=now, pool=shift.pool)
