"""What check-in shows on an activity's page, and what follows when the activity is recorded as held."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from tongxin.activities.access import may_run
from tongxin.activities.hooks import Turned
from tongxin.activities.models import Activity
from tongxin.attendance.actions.sheets import close
from tongxin.attendance.models import Sheet
from tongxin.attendance.queries.door import Door, doors
from tongxin.attendance.queries.passes import Passes, passes_of
from tongxin.core.clock import today
from tongxin.org.actor import Actor

HIDDEN = (Activity.State.IDEA, Activity.State.CANCELLED, Activity.State.MERGED, Activity.State.POSTPONED)


@dataclass(frozen=True)
class DeskPanel:
    """The doors of an activity, for who runs it."""

    activity: Activity
    doors: list[Door]


def own_pass(actor: Actor, activity: Activity, now: datetime) -> Passes | None:
    """The member's own pass; None where there is none."""
    return passes_of(actor, activity, now)


def at_the_desk(actor: Actor, activity: Activity, now: datetime) -> DeskPanel | None:
    """Doors with their counts; None before members know of it, and for who does not run it."""
    if activity.state in HIDDEN or not may_run(actor, activity):
        return None
    found = doors(activity)
    near = activity.day is not None and activity.day <= today(now)
    return DeskPanel(activity, found) if found or near else None


def end_with_the_activity(turned: Turned) -> None:
    """Once it is recorded what came of an activity, its check-ins are over."""
    if turned.act != "finish":
        return
    for sheet in Sheet.objects.select_related("slot").filter(slot__activity=turned.activity, closed_at=None):
        close(sheet, turned.activity, actor=turned.actor, now=turned.now)
