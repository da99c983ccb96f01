"""A member says yes to a place from the waiting list."""

from __future__ import annotations

from datetime import datetime

from django.utils.translation import gettext as _

from tongxin.core.refusals import Refused
from tongxin.org.actor import Actor
from tongxin.places import actions as places
from tongxin.places.models import Place
from tongxin.signups.models import Slot


def confirm_place(*, actor: Actor, now: datetime, slot: Slot) -> Place:
    """The offered place is the actor's. Refuses: `signup.not_open`, and as `places.confirm`."""
    if slot.pool is None:
        raise Refused("signup.not_open", _("这项活动不用报名。"))
    return places.confirm(actor=actor, now=now, pool=slot.pool)
