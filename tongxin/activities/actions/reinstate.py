"""Take an activity back into the plan."""

from __future__ import annotations

from datetime import datetime

from django.utils.translation import gettext as _

from tongxin.activities.actions.turning import Why, turn
from tongxin.activities.models import Activity, Change
from tongxin.core.refusals import Refused
from tongxin.org.actor import Actor


def reinstate(*, actor: Actor, now: datetime, activity: Activity, words: str) -> Activity:
    """A postponed, cancelled or merged activity is planned again; members see it again once it is published.

    Refuses: `access.…`, `activity.not_possible`, `activity.words_needed`.
    """
    if not words.strip():
        raise Refused("activity.words_needed", _("写一句为什么恢复。"), field="words")
    why = Why(Change.Kind.REINSTATED, Change.Reason.OTHER, words)
    with turn("reinstate", actor=actor, now=now, activity=activity, why=why) as held:
        held.merged_into = None
    return held
