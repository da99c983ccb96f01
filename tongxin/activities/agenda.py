"""A unit's published activities for calendars."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime
from typing import Final

from django.db.models import Count, Max, Q, QuerySet
from django.urls import reverse
from django.utils import timezone

from tongxin.activities.access import ENDED_IN_VIEW, OPEN_TO_MEMBERS, within
from tongxin.activities.models import Activity
from tongxin.core.agenda import Entry, Source, Whose

MOST: Final = 500


def ask(whose: Whose, first: date, last: date) -> Iterable[Entry]:
    """Activities that the unit or one below owns or organises, as far as members see them and a day is known. One query."""
    if whose.unit is None:
        return []
    seen = Q(state__in=OPEN_TO_MEMBERS) | Q(state__in=ENDED_IN_VIEW, published_at__isnull=False)
    near = Q(starts_on__range=(first, last)) | Q(ends_on__range=(first, last)) | Q(held_on__range=(first, last))
    rows = Activity.objects.filter(seen, near, within((whose.unit.path,)))
    return [entry for activity in counted(rows)[:MOST] if (entry := entry_of(activity))]


def counted(rows: QuerySet[Activity]) -> QuerySet[Activity]:
    """The rows with what an entry needs: how many turns they took, and when the last."""
    turned = rows.annotate(turns=Count("changes"), turned_at=Max("changes__at"))
    return turned.order_by("starts_on", "pk")


def entry_of(activity: Activity) -> Entry | None:
    """An activity of `counted` as an entry; None while its day is open. Over several days it stands all day long."""
    day, until = activity.day, activity.held_until or activity.ends_on
    if day is None:
        return None
    one_day = until is None or until == day
    starts = _at(day, activity) if one_day else day
    moments = [moment for moment in (activity.published_at, getattr(activity, "turned_at", None)) if moment]
    return Entry(
        uid=f"activity-{activity.pk}", title=activity.title, starts=starts, ends=None if one_day else until,
        place=activity.place, words=activity.about, url=reverse("activities:activity", args=[activity.pk]),
        cancelled=activity.state in ENDED_IN_VIEW, sequence=getattr(activity, "turns", 0), changed_at=max(moments, default=None),
    )  # fmt: skip


def _at(day: date, activity: Activity) -> date | datetime:
    if activity.starts_at is None:
        return day
    return timezone.make_aware(datetime.combine(day, activity.starts_at))


SOURCE: Final = Source("activities", ask)
