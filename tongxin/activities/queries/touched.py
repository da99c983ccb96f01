"""Which activities a restriction touches, for its page, for those it concerns, for to-dos."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Final

from django.db.models import QuerySet
from django.db.models.functions import Coalesce
from django.urls import reverse

from tongxin.activities.access import activities_for, within
from tongxin.activities.models import Activity
from tongxin.activities.queries.restricted import ANNOUNCED, Said, join, weigh
from tongxin.core.clock import today
from tongxin.org.actor import Actor
from tongxin.restrictions.hooks import Touched
from tongxin.restrictions.rules.findings import Code
from tongxin.restrictions.rules.in_force import InForce
from tongxin.ui.words import listed

State = Activity.State
LIVE: Final = (State.PLANNED, State.PUBLISHED, State.UNDER_WAY, State.POSTPONED)
MOST: Final = 2000


@dataclass(frozen=True)
class TouchedActivity:
    """An activity with all that is said of it."""

    activity: Activity
    said: tuple[Said, ...]

    @property
    def stopped(self) -> bool:
        """Whether something said is still in its way."""
        return any(each.stops for each in self.said)


def touched_by(found: Sequence[InForce], rows: QuerySet[Activity], day: date) -> list[TouchedActivity]:
    """Those of `rows` that one of `found` says something of, by day; from `day` on. Three queries."""
    near = rows.filter(state__in=LIVE, starts_on__isnull=False).annotate(last=Coalesce("ends_on", "starts_on"))
    near = near.filter(last__gte=day).exclude(mode=Activity.Mode.ONLINE)
    near = near.select_related("unit", "category").prefetch_related("organisers__unit", "clearances")
    weighed = (TouchedActivity(each, _said(each, found, day)) for each in near.order_by("starts_on", "pk")[:MOST])
    return [each for each in weighed if each.said]


def of_restriction(restriction: InForce, now: datetime) -> list[TouchedActivity]:
    """The activities a restriction touches from today on (or from its first day). Four queries."""
    limits = restriction.limits
    rows = Activity.objects.filter(within(limits.paths))
    if limits.ends_on is not None:
        rows = rows.filter(starts_on__lte=limits.ends_on)
    return touched_by([restriction], rows, max(today(now), limits.starts_on))


def on_its_page(actor: Actor, restriction: InForce, now: datetime) -> list[Touched]:
    """As the restriction's page lists them; those the reader may not open have no address. Five queries."""
    found = of_restriction(restriction, now)
    ids = [each.activity.pk for each in found]
    seen = set(activities_for(actor).filter(pk__in=ids).values_list("pk", flat=True)) if ids else set()
    return [_line(each, each.activity.pk in seen) for each in found]


def ids_touched(restriction: InForce, now: datetime) -> list[int]:
    """The ids of the activities it touches."""
    return [each.activity.pk for each in of_restriction(restriction, now)]


def _said(activity: Activity, found: Sequence[InForce], day: date) -> tuple[Said, ...]:
    assert activity.starts_on is not None
    paths = [activity.unit.path or "", *(each.unit.path or "" for each in activity.organisers.all())]
    last = activity.ends_on or activity.starts_on
    told = weigh(activity, paths, found, activity.starts_on, last, day)
    counted = [each for each in told if each.code is not Code.NOTICE or activity.state not in ANNOUNCED]
    return join(counted, found, list(activity.clearances.all()))


def _line(touched: TouchedActivity, seen: bool) -> Touched:
    activity = touched.activity
    units = listed(dict.fromkeys(each.unit.called for each in activity.organisers.all() if each.counts))
    return Touched(
        label=activity.title, day=activity.starts_on, whys=tuple(each.words for each in touched.said if each.met is None), blocked=touched.stopped,
        url=reverse("activities:activity", args=[activity.pk]) if seen else "", detail=units or activity.unit.called,
        seal=activity.category.seal, tone=activity.category.tone,
    )  # fmt: skip
