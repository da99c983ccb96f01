"""Remind the units whose part of a task is outstanding."""

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
from tongxin.mobilisation.models import Handed, Task
from tongxin.mobilisation.queries.officers import officers_of
from tongxin.notices.actions import tell
from tongxin.notices.models import Notice
from tongxin.org.actor import Actor
from tongxin.ui.words import day as day_words
from tongxin.ui.words import listed


@transaction.atomic
def remind_units(*, actor: Actor, now: datetime, task: Task) -> int:
    """Tell the officers of units that are not done (and did not say that they cannot); how many units. Once a day at most.

    Refuses: `access.…`, `task.closed`, `task.nothing_outstanding`, `task.reminded_today`.
    """
    held = held_task(actor, task)
    waiting = (Handed.State.NOT_STARTED, Handed.State.UNDER_WAY)
    units = [handed.unit for handed in held.handed.filter(state__in=waiting).select_related("unit")]
    if not units:
        raise Refused("task.nothing_outstanding", _("没有要催的单位了。"))
    if held.reminded_at is not None and today(held.reminded_at) == today(now):
        raise Refused("task.reminded_today", _("今天已经提醒过了，明天再提醒。"))
    held.reminded_at = now
    held.save(update_fields=["reminded_at"])
    with ours():
        tell(
            actor=actor, now=now, unit=held.unit, kind=Notice.Kind.REMINDER,
            key=f"mobilisation:task:{held.pk}:remind:{today(now).isoformat()}",
            title=_("等你们单位：%(title)s") % {"title": held.title}, to=officers_of(units, today(now)), thing=held,
            body=_("%(day)s前做完，做不了也报一下") % {"day": day_words(held.due_on)},
            url=reverse("mobilisation:mine", args=[held.pk]), audience=listed([unit.called for unit in units]),
        )  # fmt: skip
    record(
        actor=actor, now=now, act="mobilisation.remind_units", thing=held, unit=held.unit, after={"units": [unit.code for unit in units]}
    )  # fmt: skip
    return len(units)
