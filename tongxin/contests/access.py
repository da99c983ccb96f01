"""Reaching events: who runs the activity may change them; who looks after a unit's people may see what they signed up for."""

from __future__ import annotations

from django.http import Http404
from django.utils.translation import gettext as _

from tongxin.contests.models import Entry, Heat
from tongxin.core.refusals import Refused
from tongxin.org.access import require_right
from tongxin.org.actor import Actor
from tongxin.org.models import Unit
from tongxin.org.rules.rights import PEOPLE_READ
from tongxin.signups.access import get_slot, get_slot_to_run
from tongxin.signups.models import Slot


def get_event(actor: Actor, activity_pk: int, slot_pk: int) -> Slot:
    """An event that the actor may see. Refuses: 404."""
    return _event(get_slot(actor, activity_pk, slot_pk))


def get_event_to_run(actor: Actor, activity_pk: int, slot_pk: int) -> Slot:
    """An event of an activity that the actor may run. Refuses: 404, and as `activities.access.require_run`."""
    return _event(get_slot_to_run(actor, activity_pk, slot_pk))


def get_entry_to_run(actor: Actor, activity_pk: int, slot_pk: int, entry_pk: int) -> Entry:
    """An entry of such an event. Refuses as `get_event_to_run`."""
    slot = get_event_to_run(actor, activity_pk, slot_pk)
    rows = Entry.objects.select_related("place__person", "group", "heat")
    entry = rows.filter(pk=entry_pk, slot=slot).first()
    if entry is None:
        raise Http404
    entry.slot = slot
    return entry


def get_heat(slot: Slot, number: int | None) -> Heat | None:
    """A heat of an event by its number; None where none is asked for. Refuses: 404."""
    if number is None:
        return None
    heat = slot.heats.filter(number=number).first()
    if heat is None:
        raise Http404
    return heat


def may_look_after(actor: Actor) -> bool:
    """Whether the actor looks after people of any unit now."""
    return actor.has_somewhere(PEOPLE_READ)


def require_our(actor: Actor, unit: Unit) -> None:
    """Refuses unless the actor looks after the people of this unit: `access.office_mode` (403), `access.no_right` (404)."""
    require_right(actor, PEOPLE_READ, unit)


def _event(slot: Slot) -> Slot:
    if slot.kind != Slot.Kind.EVENT:
        raise Http404
    if slot.pool is None:
        raise Refused("contest.no_list", _("这个项目没有开报名，没有名单。"), status=404)
    return slot
