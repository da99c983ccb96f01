"""An activity begins."""

from __future__ import annotations

from datetime import datetime

from tongxin.activities.actions.turning import turn
from tongxin.activities.models import Activity
from tongxin.org.actor import Actor


def begin(*, actor: Actor, now: datetime, activity: Activity) -> Activity:
    """A published activity is under way. Refuses: `access.…`, `activity.not_possible`."""
    with turn("begin", actor=actor, now=now, activity=activity) as held:
        pass
    return held
