"""Hang activities and work items on goals, several at once."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from tongxin.activities.models import Activity
from tongxin.audit import actions as audit
from tongxin.core.refusals import Refused
from tongxin.goals.access import CHANGE, activities_to_hang, chosen_goals, work_to_hang
from tongxin.goals.actions.common import ids
from tongxin.goals.models import Goal, Serves
from tongxin.org.access import require_right
from tongxin.org.actor import Actor
from tongxin.plan.models import WorkItem


@transaction.atomic
def set_serving(
    *, actor: Actor, now: datetime, goal: Goal, activities: Sequence[Activity], work: Sequence[WorkItem]
) -> None:
    """Exactly these are hung on the goal by hand; those of its activity group serve it besides.

    Refuses: `goals.cannot_serve` (of another year, or out of the actor's sight).
    """
    require_right(actor, CHANGE, goal.unit)
    seen = set(
        activities_to_hang(actor, goal.unit, goal.year).filter(pk__in=ids(activities)).values_list("pk", flat=True)
    )
    there = set(work_to_hang(goal.unit, goal.year).filter(pk__in=ids(work)).values_list("pk", flat=True))
    if {one.pk for one in activities} - seen or {one.pk for one in work} - there:
        raise Refused("goals.cannot_serve", _("有一项不在这一年里，刷新一下再选。"))
    before = _hung(goal)
    _set(goal, seen, there)
    audit.record(
        actor=actor, now=now, act="goals.set_serving", thing=goal, unit=goal.unit, before=before, after=_hung(goal)
    )  # fmt: skip


@transaction.atomic
def set_goals_of(*, actor: Actor, now: datetime, thing: Activity | WorkItem, goals: Sequence[Goal]) -> None:
    """Exactly these goals of its year are served by the activity, or the work item.

    Goals of units that the actor may not change stay as they are. Refuses: `goals.other_year` (not of the thing's unit
    and those above it, or of another year).
    """
    possible = set(chosen_goals(thing.unit, thing.year).values_list("pk", flat=True))
    if {goal.pk for goal in goals} - possible:
        raise Refused("goals.other_year", _("有的目标不在这一年里，刷新一下再选。"), field="goals")
    mine = [
        goal for goal in chosen_goals(thing.unit, thing.year).select_related("unit") if actor.may(CHANGE, goal.unit)
    ]
    if not mine:
        require_right(actor, CHANGE, thing.unit)
    field = "activity" if isinstance(thing, Activity) else "work_item"
    old = Serves.objects.filter(**{field: thing}, goal__in=mine)
    before = {"goals": sorted(old.values_list("goal", flat=True))}
    wanted = {goal.pk for goal in goals} & {goal.pk for goal in mine}
    old.exclude(goal__in=wanted).delete()
    missing = wanted - set(before["goals"])
    Serves.objects.bulk_create(Serves(**{field: thing}, goal_id=pk) for pk in sorted(missing))
    audit.record(
        actor=actor, now=now, act="goals.set_goals_of", thing=thing, unit=thing.unit, before=before,
        after={"goals": sorted(wanted)},
    )  # fmt: skip


def _set(goal: Goal, activities: Collection[int], work: Collection[int]) -> None:
    served = Serves.objects.filter(goal=goal)
    served.filter(activity__isnull=False).exclude(activity__in=activities).delete()
    served.filter(work_item__isnull=False).exclude(work_item__in=work).delete()
    before = _hung(goal)
    Serves.objects.bulk_create(
        [Serves(goal=goal, activity_id=pk) for pk in sorted(set(activities) - set(before["activities"]))]
        + [Serves(goal=goal, work_item_id=pk) for pk in sorted(set(work) - set(before["work"]))]
    )


def _hung(goal: Goal) -> dict[str, list[int]]:
    rows = list(Serves.objects.filter(goal=goal).values_list("activity", "work_item"))
    return {
        "activities": sorted(activity for activity, _work in rows if activity),
        "work": sorted(work for _activity, work in rows if work),
    }
