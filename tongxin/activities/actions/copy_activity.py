"""Hold an activity again: 照去年的办一个."""

from __future__ import annotations

from datetime import date, datetime

from django.utils.translation import gettext as _

from tongxin.activities.access import activities_for
from tongxin.activities.actions.add_activity import add_activity
from tongxin.activities.models import Activity
from tongxin.core.refusals import Refused
from tongxin.org.actor import Actor
from tongxin.org.models import Unit


def copy_activity(
    *,
    actor: Actor,
    now: datetime,
    activity: Activity,
    unit: Unit,
    year: int,
    title: str,
    planned_on: date | None = None,
    place: str = "",
    expected: int | None = None,
) -> Activity:
    """A new planned activity of `unit` for `year`, after one that the actor can see: category, group, form, room, reach,
    hour, words and organisers are taken over (where it becomes another unit's, that unit runs it).

    Refuses: `activity.gone` (404) and as `add_activity`.
    """
    if not activities_for(actor).filter(pk=activity.pk).exists():
        raise Refused("activity.gone", _("这项活动已经不在了。"), status=404)
    organisers = activity.organisers.select_related("unit").filter(unit__closed_on=None)
    same = unit.pk == activity.unit_id
    return add_activity(
        actor=actor, now=now, unit=unit, year=year, title=title, category=activity.category, group=activity.group,
        mode=activity.mode, planned_on=planned_on, starts_at=activity.starts_at, place=place, about=activity.about,
        expected=expected, indoor=activity.indoor, reach=activity.reach,
        organisers=[(each.unit, each.role) for each in organisers] if same else (),
    )  # fmt: skip
