"""What waits: a task to acknowledge or report, hours to put down, a collection to answer."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Final

from django.db.models import Count, F, Q
from django.urls import reverse
from django.utils.translation import gettext as _

from tongxin.core.clock import today
from tongxin.core.todos import Todo, TodoSource
from tongxin.mobilisation.access import handed_to
from tongxin.mobilisation.models import Call, Handed, Shift, Task
from tongxin.mobilisation.queries.collections import to_answer
from tongxin.org.access import below, union_path
from tongxin.org.actor import Actor
from tongxin.org.models import Placement
from tongxin.org.rules.rights import ACTIVITIES_RUN
from tongxin.ui.words import day

ACKNOWLEDGE, REPORT, RECORD, ANSWER = 1, 3, 3, 1
MOST: Final = 20


def ask_member(actor: Actor, now: datetime) -> Sequence[Todo]:
    """Collections that ask the actor, and calls that look for people while the actor has no shift there. Three queries."""
    if actor.person_id is None:
        return []
    path = Placement.objects.filter(person=actor.person_id, until=None).values_list("unit__path", flat=True).first()
    asked = to_answer(actor.person_id, path or "", today(now))
    return [
        Todo(
            key=f"mobilisation.answer.{each.pk}", title=_("请填：%(title)s") % {"title": each.title},
            why=_("%(end)s前，用完就删") % {"end": day(each.ends_on)}, due=each.ends_on, minutes=ANSWER,
            url=reverse("mobilisation:answer", args=[each.pk]), act=_("去填"),
        )
        for each in asked
    ] + _calls(actor, now)  # fmt: skip


def _calls(actor: Actor, now: datetime) -> list[Todo]:
    """Calls of the own union that still have free shifts and of which the actor has none."""
    if not actor.union_id:
        return []
    live = Q(duties__shifts__pool__places__person=actor.person_id)
    rows = Call.objects.filter(
        state=Call.State.OPEN, unit__path__startswith=union_path(actor.union_id), duties__shifts__starts_at__gt=now,
        duties__shifts__pool__taken__lt=F("duties__shifts__pool__capacity"),
    )  # fmt: skip
    rows = rows.exclude(pk__in=Call.objects.filter(live).values("pk")).distinct().order_by("starts_on", "pk")
    return [
        Todo(
            key=f"mobilisation.call.{call.pk}", title=_("招募志愿者：%(title)s") % {"title": call.title},
            why=_("挑一班，点一下就报上"), due=call.ends_on, minutes=1, url=reverse("mobilisation:call", args=[call.pk]), act=_("去看看"),
        )
        for call in rows[:3]
    ]  # fmt: skip


def ask_officer(actor: Actor, now: datetime) -> Sequence[Todo]:
    """Tasks of the actor's own units, and calls whose shifts are over without hours. Two queries."""
    own = {grant.path for grant in actor.grants if grant.right == ACTIVITIES_RUN}
    waiting = Q(state__in=(Handed.State.NOT_STARTED, Handed.State.UNDER_WAY)) | Q(
        task__acknowledge=True, acknowledged_at=None
    )
    parts = (
        handed_to(actor).filter(waiting, task__state=Task.State.OPEN, unit__path__in=own).select_related("task", "unit")
    )
    return [_task(part) for part in parts.order_by("task__due_on", "pk")[:MOST]] + _hours(actor, now)


def _task(part: Handed) -> Todo:
    unread = part.task.acknowledge and part.acknowledged_at is None
    act = _("回复收到") if unread else _("报进展")
    return Todo(
        key=f"mobilisation.task.{part.pk}", title=_("任务：%(title)s") % {"title": part.task.title},
        why=_("%(unit)s，还没回复收到") % {"unit": part.unit.called} if unread else part.unit.called,
        due=part.task.due_on, minutes=ACKNOWLEDGE if unread else REPORT, url=reverse("mobilisation:part", args=[part.pk]), act=act,
    )  # fmt: skip


def _hours(actor: Actor, now: datetime) -> list[Todo]:
    paths = actor.paths(ACTIVITIES_RUN)
    over = Shift.objects.filter(
        below(paths, "duty__call__unit__path"), ends_at__lte=now, pool__taken__gt=0, services=None
    )
    rows = over.order_by().values("duty__call", "duty__call__title").annotate(n=Count("pk"))
    return [
        Todo(
            key=f"mobilisation.hours.{row['duty__call']}",
            title=_("记志愿时长：%(title)s") % {"title": row["duty__call__title"]},
            why=_("有%(n)s班结束了还没记谁来了") % {"n": row["n"]}, due=today(now), minutes=RECORD,
            url=reverse("mobilisation:call", args=[row["duty__call"]]), act=_("去记"),
        )
        for row in rows.order_by("duty__call")[:MOST]
    ]  # fmt: skip


MEMBER: Final = TodoSource("mobilisation.member", ask_member, office=False)
OFFICER: Final = TodoSource("mobilisation.officer", ask_officer)
