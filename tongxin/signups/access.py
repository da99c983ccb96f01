"""Reaching slots: whoever may see the activity may see them, whoever runs it may change them."""

from __future__ import annotations

from django.db.models import QuerySet
from django.http import Http404

from tongxin.activities.access import OPEN_TO_MEMBERS, activities_for, get_activity_to_run
from tongxin.activities.models import Activity
from tongxin.org.actor import Actor
from tongxin.signups.models import Slot


def slots_of(activity: Activity) -> QuerySet[Slot]:
    """The slots of an activity with their pools, in order."""
    return Slot.objects.filter(activity=activity).select_related("pool__unit")


def get_slot(actor: Actor, activity_pk: int, slot_pk: int) -> Slot:
    """A slot with a pool of an activity that the actor may see: one statement for members. Refuses: 404."""
    rows = Slot.objects.select_related("activity__unit", "pool__unit")
    slot = rows.filter(pk=slot_pk, activity=activity_pk, pool__isnull=False).first()
    if slot is None or not _sees(actor, slot.activity):
        raise Http404
    return slot


def get_slot_to_run(actor: Actor, activity_pk: int, slot_pk: int) -> Slot:
    """A slot of an activity that the actor may run. Refuses: 404, and as `activities.access.require_run`."""
    activity = get_activity_to_run(actor, activity_pk)
    slot = slots_of(activity).filter(pk=slot_pk).first()
    if slot is None:
        raise Http404
    slot.activity = activity
    return slot


def _sees(actor: Actor, activity: Activity) -> bool:
    """Published in the actor's own union: known without asking. Everything else is asked of the activities."""
    ours = bool(actor.union_id) and f".{actor.union_id}." in f".{activity.unit.path}"
    if ours and activity.state in OPEN_TO_MEMBERS:
        return True
    return activities_for(actor).filter(pk=activity.pk).exists()
