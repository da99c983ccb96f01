"""Who may stand at the door of a slot: who may run its activity."""

from __future__ import annotations

from django.http import Http404

from tongxin.activities.access import get_activity_to_run, require_run
from tongxin.activities.models import Activity
from tongxin.attendance.models import Attendance, Expected
from tongxin.org.actor import Actor
from tongxin.org.rules.rights import ACTIVITIES_RUN
from tongxin.signups.models import Slot


def require_door(actor: Actor, activity: int, unit_path: str) -> None:
    """Refuses unless the actor may run the activity. Asks the database only where the owner's unit does not decide it.

    Refuses: as `activities.access.require_run`.
    """
    if actor.may(ACTIVITIES_RUN, unit_path):
        return
    require_run(actor, Activity.objects.select_related("unit").get(pk=activity))


def get_slot_to_run(actor: Actor, activity: int, pk: int) -> Slot:
    """A slot of an activity that the actor may run. Refuses: 404, and as `require_run`."""
    held = get_activity_to_run(actor, activity)
    slot = Slot.objects.select_related("pool", "sheet").filter(pk=pk, activity=held).first()
    if slot is None:
        raise Http404
    slot.activity = held
    return slot


def get_attendance(actor: Actor, activity: int, slot: int, pk: int) -> Attendance:
    """An attendance at a slot that the actor may run. Refuses as `get_slot_to_run`."""
    there = get_slot_to_run(actor, activity, slot)
    found = Attendance.objects.select_related("person").filter(pk=pk, slot=there).first()
    if found is None:
        raise Http404
    found.slot = there
    return found


def get_expected(actor: Actor, activity: int, slot: int, pk: int) -> Expected:
    """A line of the list of who should come. Refuses as `get_slot_to_run`."""
    there = get_slot_to_run(actor, activity, slot)
    found = Expected.objects.select_related("person").filter(pk=pk, slot=there).first()
    if found is None:
        raise Http404
    found.slot = there
    return found
