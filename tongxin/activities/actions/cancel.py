"""Call an activity off."""

from __future__ import annotations

from datetime import datetime

from tongxin.activities.actions.turning import Why, turn
from tongxin.activities.models import Activity, Change
from tongxin.org.actor import Actor


def cancel(*, actor: Actor, now: datetime, activity: Activity, reason: str, words: str = "") -> Activity:
    """Call the activity off. Refuses: `access.…`, `activity.not_possible`, `activity.words_needed`."""
    why = Why(Change.Kind.CANCELLED, reason, words)
    with turn("cancel", actor=actor, now=now, activity=activity, why=why) as held:
        pass
    return held
