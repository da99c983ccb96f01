"""How many people a shift takes."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from tongxin.core.refusals import Refused
from tongxin.mobilisation.actions.holding import held_shift
from tongxin.mobilisation.models import Shift
from tongxin.org.actor import Actor
from tongxin.places import actions as places


@transaction.atomic
def set_heads(*, actor: Actor, now: datetime, shift: Shift, heads: int) -> Shift:
    """More or fewer heads; more let in who waits; the engine leaves the entry. Refuses: `access.…`, `shift.no_heads`, `shift.over`,
    `places.below_taken`."""
    held = held_shift(actor, shift)
    if heads < 1:
        raise Refused("shift.no_heads", _("每班至少要1个人。"), field="heads")
    if held.is_over(now):
        raise Refused("shift.over", _("这一班已经开始，人数不能再改。"))
    held.pool = places.change_pool(actor=actor, now=now, pool=held.pool, capacity=heads)
    return held
