"""Who may see, run, answer and read. A stranger gets 404."""

from __future__ import annotations

from django.db.models import Q, QuerySet
from django.http import Http404

from tongxin.mobilisation.models import Asked, Call, Collection, Handed, Shift, Task
from tongxin.org.access import below, needs_office, require_right, union_path
from tongxin.org.actor import Actor
from tongxin.org.models import Placement
from tongxin.org.rules.rights import ACTIVITIES_READ, ACTIVITIES_RUN, PEOPLE_CHANGE, PEOPLE_READ


def calls_for(actor: Actor) -> QuerySet[Call]:
    """Calls that the actor may see: what the own union published, and all of the units whose calls the actor runs."""
    seen = below(actor.paths(ACTIVITIES_RUN), "unit__path")
    if actor.union_id:
        seen |= Q(published_at__isnull=False, unit__path__startswith=union_path(actor.union_id))
    return Call.objects.filter(seen)


def get_call(actor: Actor, pk: int) -> Call:
    """A call that the actor may see. Refuses: 404, `access.office_mode` where only the hat is missing."""
    call = Call.objects.select_related("unit").filter(pk=pk).first()
    if call is None:
        raise Http404
    if not calls_for(actor).filter(pk=pk).exists():
        raise needs_office() if actor.could(ACTIVITIES_RUN, call.unit) else Http404
    return call


def get_call_to_run(actor: Actor, pk: int) -> Call:
    """A call that the actor may run. Refuses as `require_right`."""
    call = Call.objects.select_related("unit").filter(pk=pk).first()
    if call is None:
        raise Http404
    require_right(actor, ACTIVITIES_RUN, call.unit)
    return call


def get_shift(actor: Actor, pk: int) -> Shift:
    """A shift of a call that the actor may see. Refuses: 404, as `get_call`."""
    shift = _shift(pk)
    get_call(actor, shift.duty.call_id)
    return shift


def get_shift_to_run(actor: Actor, pk: int) -> Shift:
    """A shift of a call that the actor may run. Refuses as `require_right`."""
    shift = _shift(pk)
    require_right(actor, ACTIVITIES_RUN, shift.duty.call.unit)
    return shift


def _shift(pk: int) -> Shift:
    shift = Shift.objects.select_related("duty__call__unit", "pool__unit").filter(pk=pk).first()
    if shift is None:
        raise Http404
    return shift


def tasks_for(actor: Actor) -> QuerySet[Task]:
    """Tasks whose board the actor may see: given by units that the actor reads."""
    return Task.objects.filter(below(actor.paths(ACTIVITIES_READ), "unit__path"))


def handed_to(actor: Actor) -> QuerySet[Handed]:
    """Tasks in the hands of units that the actor runs."""
    return Handed.objects.filter(below(actor.paths(ACTIVITIES_RUN), "unit__path"))


def get_task(actor: Actor, pk: int, *, right: str = ACTIVITIES_READ) -> Task:
    """A task with its board. Refuses as `require_right`."""
    task = Task.objects.select_related("unit").filter(pk=pk).first()
    if task is None:
        raise Http404
    require_right(actor, right, task.unit)
    return task


def get_handed(actor: Actor, pk: int) -> Handed:
    """A unit's part of a task, for its officers and those above it. Refuses as `require_right`."""
    handed = Handed.objects.select_related("task__unit", "unit").filter(pk=pk).first()
    if handed is None:
        raise Http404
    require_right(actor, ACTIVITIES_RUN, handed.unit)
    return handed


def may_open_evidence(actor: Actor, pk: int) -> bool:
    """Whether the actor may open what a unit handed in: its own officers, and those of the unit that gave the task."""
    handed = Handed.objects.select_related("task__unit", "unit").filter(pk=pk).first()
    if handed is None:
        return False
    return actor.may(ACTIVITIES_RUN, handed.unit) or actor.may(ACTIVITIES_READ, handed.task.unit)


def collections_for(actor: Actor) -> QuerySet[Collection]:
    """Collections that the actor looks after (a unit whose people the actor may read is asked) or is a reader of."""
    paths = actor.paths(PEOPLE_READ)
    asked = Asked.objects.filter(below(paths, "unit__path")).values("collection")
    named = Q(readers=actor.person_id) if actor.person_id else Q(pk__in=())
    return Collection.objects.filter(below(paths, "unit__path") | Q(pk__in=asked) | named).distinct()


def get_collection(actor: Actor, pk: int) -> Collection:
    """A collection whose counts the actor may see. Refuses: 404, `access.office_mode` where only the hat is missing."""
    collection = Collection.objects.select_related("unit").filter(pk=pk).first()
    if collection is None:
        raise Http404
    if not collections_for(actor).filter(pk=pk).exists():
        raise needs_office() if _could_count(actor, collection) else Http404
    return collection


def get_collection_to_change(actor: Actor, pk: int) -> Collection:
    """A collection that the actor may end and erase. Refuses as `require_right`."""
    collection = Collection.objects.select_related("unit").filter(pk=pk).first()
    if collection is None:
        raise Http404
    require_right(actor, PEOPLE_CHANGE, collection.unit)
    return collection


def get_collection_to_read(actor: Actor, pk: int) -> Collection:
    """A collection whose single answers the actor reads: one of the named readers, whatever the hat. Refuses: 404."""
    collection = Collection.objects.select_related("unit").filter(pk=pk, readers=actor.person_id or 0).first()
    if collection is None:
        raise Http404
    return collection


def get_collection_to_answer(actor: Actor, pk: int) -> tuple[Collection, Asked]:
    """A collection that asks the actor, and as one of which unit. Refuses: 404."""
    collection = Collection.objects.select_related("unit").filter(pk=pk).first()
    asked = asked_as(actor, collection) if collection else None
    if collection is None or asked is None:
        raise Http404
    return collection, asked


def asked_as(actor: Actor, collection: Collection) -> Asked | None:
    """The asked unit that the actor belongs to, the nearest; None where the actor is not asked."""
    place = (
        Placement.objects.filter(person=actor.person_id or 0, until=None).values_list("unit__path", flat=True).first()
    )
    if not place:
        return None
    steps = [int(step) for step in place.split(".") if step]
    rows = collection.asked.filter(unit__in=steps).select_related("unit").order_by("-unit__path")
    return rows.first()


def _could_count(actor: Actor, collection: Collection) -> bool:
    if actor.could(PEOPLE_READ, collection.unit):
        return True
    if not actor.could_somewhere(PEOPLE_READ):
        return False
    paths = collection.asked.values_list("unit__path", flat=True)
    return any(actor.could(PEOPLE_READ, path or "") for path in paths)
