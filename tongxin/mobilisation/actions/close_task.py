"""A task is closed with a note."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction
from django.urls import reverse
from django.utils.translation import gettext as _

from tongxin.audit.actions import record
from tongxin.core.clock import today
from tongxin.core.language import ours
from tongxin.core.refusals import Refused
from tongxin.mobilisation.actions.holding import held_task
from tongxin.mobilisation.models import Task
from tongxin.mobilisation.queries.officers import officers_of
from tongxin.notices.actions import tell
from tongxin.notices.models import Notice
from tongxin.org.actor import Actor
from tongxin.org.models import Unit
from tongxin.ui.words import listed


@transaction.atomic
def close_task(*, actor: Actor, now: datetime, task: Task, words: str) -> Task:
    """Nothing is reported any more; the units' officers are told. Refuses: `access.…`, `task.closed`, `task.no_closing`."""
    held = held_task(actor, task)
    if not words.strip():
        raise Refused("task.no_closing", _("写一句结果怎样，各单位看得到。"), field="words")
    held.state, held.closed_at, held.closing = Task.State.CLOSED, now, words.strip()
    held.save(update_fields=["state", "closed_at", "closing"])
    units = list(Unit.objects.filter(tasks__task=held))
    with ours():
        tell(
            actor=actor, now=now, unit=held.unit, kind=Notice.Kind.CHANGE, key=f"mobilisation:task:{held.pk}:close",
            title=_("了结了：%(title)s") % {"title": held.title}, body=held.closing, to=officers_of(units, today(now)), thing=held,
            url=reverse("mobilisation:mine", args=[held.pk]), audience=listed([unit.called for unit in units]),
        )  # fmt: skip
    record(
        actor=actor, now=now, act="mobilisation.close_task", thing=held, unit=held.unit, before={"state": Task.State.OPEN},
        after={"state": held.state, "closing": held.closing},
    )  # fmt: skip
    return held
