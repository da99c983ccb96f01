"""Let members see an activity."""

from __future__ import annotations

from datetime import datetime

from django.utils.translation import gettext as _

from tongxin.activities.actions.turning import turn
from tongxin.activities.models import Activity
from tongxin.core.refusals import Refused
from tongxin.org.actor import Actor


def publish(*, actor: Actor, now: datetime, activity: Activity) -> Activity:
    """Publish an activity that has a day; what was planned first stays as `planned_on` from now on.

    Refuses: `access.…`, `activity.not_possible`, `activity.no_day`.
    """
    with turn("publish", actor=actor, now=now, activity=activity) as held:
        if held.starts_on is None:
            raise Refused("activity.no_day", _("还没有日期，定下哪一天再发布。"), field="starts_on")
        held.published_at = held.published_at or now
    return held
