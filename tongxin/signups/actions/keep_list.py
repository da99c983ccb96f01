"""What officers do with the list: let somebody in late, take somebody off, settle it, draw lots."""

from __future__ import annotations

from datetime import datetime

from django.utils.translation import gettext as _

from tongxin.activities.access import require_run
from tongxin.core.refusals import Refused
from tongxin.org.actor import Actor
from tongxin.org.models import Person
from tongxin.places import actions as places
from tongxin.places.actions.take import Taken
from tongxin.places.models import Draw, Place, Pool
from tongxin.signups.models import Slot


def admit_person(*, actor: Actor, now: datetime, slot: Slot, person: Person, reason: str) -> Taken:
    """A late exception, with a reason. Refuses: `access.…`, `signup.not_open`, `signup.other_union`, and as `places.admit`."""
    pool = _pool(actor, slot)
    if f".{person.union_id}." not in f".{slot.activity.unit.path}":
        raise Refused("signup.other_union", _("只能加本工会花名册里的人。"), field="person")
    return places.admit(actor=actor, now=now, pool=pool, person_id=person.pk, reason=reason)


def remove_person(*, actor: Actor, now: datetime, slot: Slot, place_id: int, reason: str) -> Place:
    """Take somebody off the list, who is told. Refuses: `access.…`, `signup.not_open`, and as `places.remove`."""
    return places.remove(actor=actor, now=now, pool=_pool(actor, slot), place_id=place_id, reason=reason)


def close_list(*, actor: Actor, now: datetime, slot: Slot) -> Pool:
    """The list stands: nobody signs up, leaves or moves up. Refuses: `access.…`, `signup.not_open`."""
    return places.freeze(actor=actor, now=now, pool=_pool(actor, slot))


def reopen_list(*, actor: Actor, now: datetime, slot: Slot, reason: str = "") -> Pool:
    """The list is open again. Refuses: `access.…`, `signup.not_open`."""
    return places.unfreeze(actor=actor, now=now, pool=_pool(actor, slot), reason=reason)


def draw_lots(*, actor: Actor, now: datetime, slot: Slot, word: str = "") -> Draw:
    """Hold the draw. Refuses: `access.…`, `signup.not_open`, and as `places.hold_draw`."""
    return places.hold_draw(actor=actor, now=now, pool=_pool(actor, slot), word=word)


def _pool(actor: Actor, slot: Slot) -> Pool:
    require_run(actor, slot.activity)
    if slot.pool is None:
        raise Refused("signup.not_open", _("这里没有开报名。"))
    return slot.pool
