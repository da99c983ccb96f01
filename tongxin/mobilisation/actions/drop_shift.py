"""Take a shift away."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from tongxin.audit.actions import record
from tongxin.core.refusals import Refused
from tongxin.mobilisation.actions.holding import held_shift
from tongxin.mobilisation.models import Shift
from tongxin.org.actor import Actor
from tongxin.places.actions.holding import held as held_pool


@transaction.atomic
def drop_shift(*, actor: Actor, now: datetime, shift: Shift) -> None:
    """A shift that nobody ever took goes. Refuses: `access.…`, `shift.taken`."""
    held = held_shift(actor, shift)
    pool = held_pool(held.pool_id)
    if pool.last_number:
        raise Refused("shift.taken", _("这一班已经有人报过，不能去掉。不办了就把人移出，写明原因。"))
    call = held.duty.call
    before = {"shift": held.pk, "label": pool.label}
    held.delete()
    pool.delete()
    record(actor=actor, now=now, act="mobilisation.drop_shift", thing=call, unit=call.unit, before=before)
