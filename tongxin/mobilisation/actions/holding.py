"""What acts of mobilisation begin with: the thing locked and fresh, the right asked again under the lock."""

from __future__ import annotations

from django.db import connection
from django.utils.translation import gettext as _

from tongxin.core.database import lock
from tongxin.core.refusals import Refused
from tongxin.mobilisation.models import Call, Collection, Handed, Shift, Task
from tongxin.org.access import require_right
from tongxin.org.actor import Actor
from tongxin.org.models import Person
from tongxin.org.rules.rights import ACTIVITIES_RUN, PEOPLE_CHANGE


def held_call(actor: Actor, call: Call) -> Call:
    """The call, nobody else's until the transaction ends. Refuses: `access.…`, `call.gone` (404)."""
    held = lock(Call.objects.filter(pk=call.pk)).select_related("unit").first()
    if held is None:
        raise Refused("call.gone", _("这次招募已经不在了。"), status=404)
    require_right(actor, ACTIVITIES_RUN, held.unit)
    return held


def held_shift(actor: Actor, shift: Shift) -> Shift:
    """The shift with its call. Refuses: `access.…`, `shift.gone` (404)."""
    held = lock(Shift.objects.filter(pk=shift.pk)).select_related("duty__call__unit", "pool__unit").first()
    if held is None:
        raise Refused("shift.gone", _("这一班已经去掉了。"), status=404)
    require_right(actor, ACTIVITIES_RUN, held.duty.call.unit)
    return held


def held_task(actor: Actor, task: Task) -> Task:
    """The task, still open. Refuses: `access.…`, `task.closed`."""
    held = lock(Task.objects.filter(pk=task.pk)).select_related("unit").get()
    require_right(actor, ACTIVITIES_RUN, held.unit)
    require_open(held)
    return held


def held_part(actor: Actor, handed: Handed) -> Handed:
    """A unit's part of a task that is still open. The task's row is held too, so that closing waits. Refuses: `access.…`, `task.closed`."""
    task = lock(Task.objects.filter(pk=handed.task_id)).select_related("unit").get()
    held = lock(Handed.objects.filter(pk=handed.pk)).select_related("unit").get()
    held.task = task
    require_right(actor, ACTIVITIES_RUN, held.unit)
    require_open(task)
    return held


def require_open(task: Task) -> None:
    """Refuses: `task.closed`."""
    if task.state == Task.State.CLOSED:
        raise Refused("task.closed", _("“%(title)s”已经了结，不用再报。") % {"title": task.title})


def held_collection(pk: int) -> Collection:
    """The collection as it stands; who may is asked by the act."""
    return lock(Collection.objects.filter(pk=pk)).select_related("unit").get()


def require_collection_right(actor: Actor, collection: Collection) -> None:
    """Refuses: `access.…`."""
    require_right(actor, PEOPLE_CHANGE, collection.unit)


def hold_person(pk: int) -> None:
    """The person's row, so that two taps of one person come one after the other. It does not stand in the way of rows that
    only refer to the person: a pool that promotes people while we wait for it must not wait for us."""
    rows = Person.objects.filter(pk=pk).order_by()
    if connection.features.has_select_for_no_key_update:
        rows = rows.select_for_update(no_key=True)
    list(rows.values_list("pk"))
