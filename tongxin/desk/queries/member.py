"""The member's home on the phone."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from django.utils.translation import gettext as _

from tongxin.activities.access import activities_for
from tongxin.activities.models import Activity
from tongxin.core import clock
from tongxin.core.calendar import festivals
from tongxin.core.todos import Todo, waiting
from tongxin.org.actor import Actor

COMING = (Activity.State.PUBLISHED, Activity.State.UNDER_WAY, Activity.State.POSTPONED)
LAST = 3


@dataclass(frozen=True)
class MemberHome:
    """What waits, what comes next, what was held last."""

    greeting: str
    todos: tuple[Todo, ...]
    coming: tuple[Activity, ...]
    more: int
    held: tuple[Activity, ...]
    festival: str
    days_to_festival: int


def member_home(actor: Actor, now: datetime) -> MemberHome:
    """The page of a member, in a fixed number of queries."""
    today = clock.today(now)
    seen = activities_for(actor).select_related("category")
    coming = list(seen.filter(state__in=COMING, starts_on__gte=today).order_by("starts_on", "id")[:LAST])
    held = list(seen.filter(state=Activity.State.DONE, category__counted=True).order_by("-held_on", "-id")[:LAST])
    more = seen.filter(state__in=COMING, starts_on__gte=today).count()
    name, days = _next_festival(today)
    todos = tuple(waiting(actor, now, office=False))
    return MemberHome(greeting(actor.name, now), todos, tuple(coming), more, tuple(held), name, days)


def greeting(name: str, now: datetime) -> str:
    """`陈老师，下午好`."""
    hour = clock.local(now).hour
    if hour < 11:
        return _("%(name)s，早上好") % {"name": name}
    if hour < 13:
        return _("%(name)s，中午好") % {"name": name}
    return (_("%(name)s，下午好") if hour < 18 else _("%(name)s，晚上好")) % {"name": name}


def _next_festival(today: date) -> tuple[str, int]:
    coming = [feast for year in (today.year, today.year + 1) for feast in festivals(year) if feast.day > today]
    nearest = min(coming, key=lambda feast: feast.day)
    return nearest.name, (nearest.day - today).days
