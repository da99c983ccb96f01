"""A member gives a place back."""

from __future__ import annotations

from datetime import datetime

from django.utils.translation import gettext as _

from tongxin.core.refusals import Refused
from tongxin.org.actor import Actor
from tongxin.places import actions as places
from tongxin.places.models import Place
from tongxin.signups.models import Slot


def leave(*, actor: Actor, now: datetime, slot: Slot, reason: str = "") -> Place:
    """The actor's place in `slot` is free again. Refuses: `signup.not_open`, and as `places.withdraw`."""
    if slot.pool is None:
        raise Refused("signup.not_open", _("这项活动不用报名。"))
    return places.withdraw(actor=actor, now=now, pool=slot.pool, reason=reason)
