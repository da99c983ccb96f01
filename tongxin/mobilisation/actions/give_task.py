"""Give a task to units."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime

from django.db import transaction
from django.urls import reverse
from django.utils.translation import gettext as _

from tongxin.audit.actions import record
from tongxin.core.clock import today
from tongxin.core.language import ours
from tongxin.core.refusals import Refused
from tongxin.mobilisation.models import Handed, Task
from tongxin.mobilisation.queries.officers import officers_of
from tongxin.notices.actions import tell
from tongxin.notices.models import Notice
from tongxin.org.access import require_right
from tongxin.org.actor import Actor
from tongxin.org.models import Unit
from tongxin.org.rules.rights import ACTIVITIES_RUN
from tongxin.ui.words import day as day_words
from tongxin.ui.words import listed


@transaction.atomic
def give_task(
    *,
    actor: Actor,
    now: datetime,
    unit: Unit,
    title: str,
    what: str,
    due_on: date,
    units: Iterable[Unit],
    acknowledge: bool = True,
    wants: str = "",
    counts: str = "",
) -> Task:
    """A task of `unit` in the hands of `units` below it, whose officers are told.

    Refuses: `access.…`, `task.past`, `task.nobody`, `task.not_below`.
    """
    require_right(actor, ACTIVITIES_RUN, unit)
    chosen = list({each.pk: each for each in units}.values())
    if due_on < today(now):
        raise Refused("task.past", _("这一天已经过了，换一个做得到的日子。"), field="due_on")
    if not chosen:
        raise Refused("task.nobody", _("还没选交给哪些单位。"), field="units")
    stray = [each for each in chosen if not each.is_below(unit) or not each.exists_on(today(now))]
    if stray:
        words = _("%(units)s不在%(unit)s下面，布置不了。") % {
            "units": listed([each.called for each in stray]),
            "unit": unit.called,
        }
        raise Refused("task.not_below", words, field="units")
    task = Task.objects.create(
        unit=unit, title=title.strip(), what=what.strip(), due_on=due_on, acknowledge=acknowledge, wants=wants.strip(),
        counts=counts.strip(), given_at=now, by=actor.label,
    )  # fmt: skip
    Handed.objects.bulk_create(Handed(task=task, unit=each) for each in chosen)
    _tell(actor, now, task, chosen)
    record(
        actor=actor, now=now, act="mobilisation.give_task", thing=task, unit=unit,
        after={"title": task.title, "due_on": due_on, "units": [each.code for each in chosen]},
    )  # fmt: skip
    return task


def _tell(actor: Actor, now: datetime, task: Task, units: list[Unit]) -> None:
    with ours():
        tell(
            actor=actor, now=now, unit=task.unit, kind=Notice.Kind.ANNOUNCEMENT, key=f"mobilisation:task:{task.pk}",
            title=_("任务：%(title)s") % {"title": task.title}, to=officers_of(units, today(now)), thing=task,
            body="\n".join((_("%(day)s前做完") % {"day": day_words(task.due_on)}, task.what)), important=task.acknowledge,
            url=reverse("mobilisation:mine", args=[task.pk]), audience=listed([each.called for each in units]),
        )  # fmt: skip
