"""Take an idea into the plan."""

from __future__ import annotations

from datetime import datetime

from tongxin.activities.actions.turning import turn
from tongxin.activities.models import Activity
from tongxin.org.actor import Actor


def plan_activity(*, actor: Actor, now: datetime, activity: Activity) -> Activity:
    """Make an idea a planned activity. Refuses: `access.…`, `activity.not_possible`."""
    with turn("plan", actor=actor, now=now, activity=activity) as held:
        pass
    return held
