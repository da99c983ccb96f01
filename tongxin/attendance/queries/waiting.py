"""Check-ins that wait for an officer: today's, and those nobody ended. One query."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from itertools import groupby
from typing import Final

from django.db.models import Exists, OuterRef, Q
from django.utils import timezone

from tongxin.activities.access import activities_to_run
from tongxin.activities.models import Activity
from tongxin.attendance.models import Expected
from tongxin.attendance.queries.slots import doors_among, when_of
from tongxin.core.clock import today
from tongxin.org.actor import Actor
from tongxin.org.rules.rights import ACTIVITIES_RUN
from tongxin.signups.models import Slot

LIVE: Final = (Activity.State.PUBLISHED, Activity.State.UNDER_WAY, Activity.State.DONE)
LOOK_BACK: Final = timedelta(days=60)
MOST: Final = 300


@dataclass(frozen=True)
class Waiting:
    """A door and the act that waits: `open` or, once it is open, `go_on` today; `close` after the day."""

    slot: Slot
    act: str
    day: date


def waiting_for(actor: Actor, now: datetime) -> list[Waiting]:
    """Doors of today that people are due at, and doors of earlier days that still stand open."""
    if not actor.has_somewhere(ACTIVITIES_RUN):
        return []
    day = today(now)
    near = Q(activity__starts_on__range=(day - LOOK_BACK, day)) | Q(starts_at__gte=_morning(day - LOOK_BACK))
    rows = (
        Slot.objects.filter(near, activity__in=activities_to_run(actor).filter(state__in=LIVE).values("pk"))
        .select_related("activity", "activity__category", "sheet", "pool")
        .annotate(
            whole=Exists(Slot.objects.filter(activity=OuterRef("activity"), kind=Slot.Kind.WHOLE, pool__isnull=False)),
            expects=Exists(Expected.objects.filter(slot=OuterRef("pk"))),
        )
        .order_by("activity", "order", "starts_at", "pk")[:MOST]
    )
    found = (
        _waits(slot, day)
        for _pk, group in groupby(rows, key=lambda slot: slot.activity_id)
        for slot in doors_among(group)
    )
    return [each for each in found if each]


def _waits(slot: Slot, day: date) -> Waiting | None:
    its, sheet = when_of(slot).day, getattr(slot, "sheet", None)
    if its is None:
        return None
    if sheet is None:
        due = slot.pool_id or slot.whole or slot.expects  # type: ignore[attr-defined]
        open_today = its == day and slot.activity.state != Activity.State.DONE
        return Waiting(slot, "open", its) if due and open_today else None
    if sheet.closed_at is None and its < day:
        return Waiting(slot, "close", its)
    return Waiting(slot, "go_on", its) if sheet.closed_at is None else None


def _morning(day: date) -> datetime:
    return datetime.combine(day, time.min, timezone.get_current_timezone())
