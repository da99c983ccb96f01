"""A person's own places for calendars."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime
from typing import Final

from django.db.models import Q
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from tongxin.activities.access import ENDED_IN_VIEW
from tongxin.core.agenda import Entry, Source, Whose
from tongxin.places.models import Place
from tongxin.signups.models import Slot

MOST: Final = 300
LIVE: Final = (Place.State.HELD, Place.State.OFFERED, Place.State.WAITING)


def ask(whose: Whose, first: date, last: date) -> Iterable[Entry]:
    """Everything the person holds a place in or waits for, each meeting of a class by itself. Two queries."""
    if whose.person_id is None:
        return []
    near = Q(pool__slot__activity__starts_on__range=(first, last)) | Q(pool__slot__starts_at__date__range=(first, last))
    rows = Place.objects.filter(near, person=whose.person_id, state__in=LIVE).select_related("pool__slot__activity")
    places = list(rows.order_by("pk")[:MOST])
    held = {place.pool.slot.activity_id for place in places if place.state == Place.State.HELD}
    meetings = Slot.objects.filter(
        activity__in=held, pool=None, kind=Slot.Kind.SESSION, starts_at__date__range=(first, last)
    )
    entries = [entry for place in places if (entry := _entry(place.pool.slot, place.state))]
    return entries + [
        entry for slot in meetings.select_related("activity") if (entry := _entry(slot, Place.State.HELD))
    ]


def _entry(slot: Slot, state: str) -> Entry | None:
    activity = slot.activity
    starts = slot.starts_at or _day(slot)
    if starts is None:
        return None
    title = f"{activity.title} {slot.title}".strip()
    if state != Place.State.HELD:
        title = _("%(title)s（候补）") % {"title": title}
    return Entry(
        uid=f"slot-{slot.pk}", title=title, starts=starts, ends=slot.ends_at if slot.starts_at else None,
        place=slot.place or activity.place, url=reverse("activities:activity", args=[activity.pk]),
        cancelled=activity.state in ENDED_IN_VIEW, changed_at=activity.published_at,
    )  # fmt: skip


def _day(slot: Slot) -> date | datetime | None:
    activity = slot.activity
    if activity.day is None or activity.starts_at is None:
        return activity.day
    return timezone.make_aware(datetime.combine(activity.day, activity.starts_at))


SOURCE: Final = Source("signups", ask)
