"""Let an activity be absorbed by another."""

from __future__ import annotations

from datetime import datetime

from django.utils.translation import gettext as _

from tongxin.activities.access import activities_for
from tongxin.activities.actions.turning import Why, locked, turn
from tongxin.activities.models import Activity, Change
from tongxin.core.refusals import Refused
from tongxin.org.actor import Actor
from tongxin.org.queries.units import union_of

State = Activity.State


def merge(*, actor: Actor, now: datetime, activity: Activity, into: Activity, reason: str, words: str = "") -> Activity:
    """Hold the activity as part of `into`, which the actor must be able to see; it no longer counts by itself.

    Refuses: `access.…`, `activity.not_possible`, `activity.words_needed`, `activity.merge_circle`,
    `activity.merge_other_union`, `activity.merge_into_ended` (an idea, a cancelled or a merged one).
    """
    why = Why(Change.Kind.MERGED, reason, words)
    with turn("merge", actor=actor, now=now, activity=activity, why=why) as held:
        goal = _goal(actor, into)
        _require_fit(held, goal)
        held.merged_into = goal
    return held


def _goal(actor: Actor, into: Activity) -> Activity:
    if not activities_for(actor).filter(pk=into.pk).exists():
        raise Refused("activity.merge_other_union", _("找不到要并入的活动，从列出来的里面选一项。"), field="into")
    return locked(into)


def _require_fit(held: Activity, goal: Activity) -> None:
    if _leads_back(held, goal):
        raise Refused("activity.merge_circle", _("绕了一圈又并回了自己，选另一项活动。"), field="into")
    if union_of(held.unit) != union_of(goal.unit):
        raise Refused("activity.merge_other_union", _("只能并入本工会的活动，选另一项。"), field="into")
    if goal.state in (State.IDEA, State.CANCELLED, State.MERGED):
        facts = {"title": goal.title, "state": goal.get_state_display()}
        sentence = _("“%(title)s”现在是“%(state)s”，不能并进去，选另一项活动。") % facts
        raise Refused("activity.merge_into_ended", sentence, field="into", state=goal.state)


def _leads_back(held: Activity, goal: Activity) -> bool:
    step: Activity | None = goal
    while step is not None:
        if step.pk == held.pk:
            return True
        step = step.merged_into
    return False
