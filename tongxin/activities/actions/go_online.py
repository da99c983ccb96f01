"""Move an activity online, wholly or in part."""

from __future__ import annotations

from datetime import datetime

from django.utils.translation import gettext as _

from tongxin.activities.actions.turning import Why, turn
from tongxin.activities.models import Activity, Change
from tongxin.core.refusals import Refused
from tongxin.org.actor import Actor


def go_online(
    *, actor: Actor, now: datetime, activity: Activity, mode: str = Activity.Mode.ONLINE, reason: str, words: str = ""
) -> Activity:
    """Hold the activity online, or on site and online at once (`mixed`).

    Refuses: `access.…`, `activity.not_possible`, `activity.words_needed`, `activity.same_mode`.
    """
    if mode not in (Activity.Mode.ONLINE, Activity.Mode.MIXED):
        raise ValueError(f"an activity goes online or mixed, not {mode}")
    why = Why(Change.Kind.ONLINE, reason, words)
    with turn("go_online", actor=actor, now=now, activity=activity, why=why) as held:
        if held.mode == mode:
            sentence = _("这项活动本来就是“%(mode)s”，没有什么要改。") % {"mode": held.get_mode_display()}
            raise Refused("activity.same_mode", sentence, field="mode")
        held.mode = mode
    return held
