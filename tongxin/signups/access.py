"""Reaching slots: whoever may see the activity may see them, whoever runs it may change them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Final

from django.db.models import Model, QuerySet
from django.http import Http404

from tongxin.activities.access import OPEN_TO_MEMBERS, activities_for, get_activity_to_run
from tongxin.activities.models import Activity
from tongxin.core.prepared import Prepared
from tongxin.org.actor import Actor
from tongxin.org.models import Unit
from tongxin.places.models import Pool
from tongxin.signups.models import Slot


def _in_order(model: type[Model], *names: str) -> tuple[str, ...]:
    """Names of columns in the order of the model, as `from_db` wants them."""
    return tuple(field.attname for field in model._meta.concrete_fields if field.attname in names)


# What every tap needs of a slot, its activity and its pool; anything else is read when it is asked for.
_OF_SLOT: Final = _in_order(
    Slot, "id", "kind", "title", "asks", "team_min", "team_max", "per_unit", "activity_id", "pool_id"
)
_OF_ACTIVITY: Final = _in_order(Activity, "id", "state", "title", "unit_id")
_OF_UNIT: Final = _in_order(Unit, "id", "path")
_OF_POOL: Final = _in_order(
    Pool,
    "id",
    "way",
    "capacity",
    "taken",
    "queued",
    "waiting",
    "waiting_max",
    "companions_each",
    "group_max",
    "unit_id",
)


def _rows(slot: int, activity: int) -> QuerySet[Slot, Any]:
    names = [
        *_OF_SLOT, *(f"activity__{name}" for name in _OF_ACTIVITY), *(f"activity__unit__{name}" for name in _OF_UNIT),
        *(f"pool__{name}" for name in _OF_POOL),
    ]  # fmt: skip
    return Slot.objects.filter(pk=slot, activity=activity, pool__isnull=False).order_by().values_list(*names)


_SLOT: Final = Prepared(_rows, 2)


def _slot(row: Sequence[Any]) -> Slot:
    """The slot with its activity, its unit and its pool, from one row."""
    parts, start = [], 0
    for names in (_OF_SLOT, _OF_ACTIVITY, _OF_UNIT, _OF_POOL):
        parts.append(row[start : start + len(names)])
        start += len(names)
    slot = Slot.from_db("default", _OF_SLOT, parts[0])
    activity = Activity.from_db("default", _OF_ACTIVITY, parts[1])
    activity.unit = Unit.from_db("default", _OF_UNIT, parts[2])
    slot.activity, slot.pool = activity, Pool.from_db("default", _OF_POOL, parts[3])
    return slot


def slots_of(activity: Activity) -> QuerySet[Slot]:
    """The slots of an activity with their pools, in order."""
    return Slot.objects.filter(activity=activity).select_related("pool__unit")


def get_slot(actor: Actor, activity_pk: int, slot_pk: int) -> Slot:
    """A slot with a pool of an activity that the actor may see: one statement for members. Refuses: 404."""
    row = _SLOT.first(slot_pk, activity_pk)
    slot = _slot(row) if row else None
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
