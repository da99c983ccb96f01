"""Correct what was recorded of an activity."""

from __future__ import annotations

from datetime import datetime

from tongxin.activities.actions.turning import turn
from tongxin.activities.models import Activity
from tongxin.org.actor import Actor


def reopen(*, actor: Actor, now: datetime, activity: Activity) -> Activity:
    """A done activity is under way again, to be finished anew; heads and words stay as they were until then.

    Refuses: `access.…`, `activity.not_possible`.
    """
    with turn("reopen", actor=actor, now=now, activity=activity) as held:
        held.held_on = held.held_until = None
    return held
