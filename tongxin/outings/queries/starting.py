"""Beginning an outing: what stands already, what last year's was."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from tongxin.activities.models import Activity
from tongxin.activities.queries.again import day_of
from tongxin.activities.queries.outings import OUTING
from tongxin.org.models import Unit
from tongxin.org.queries.heads import heads
from tongxin.outings.models import Outing
from tongxin.outings.queries.checked import GONE

COPIED = (
    "destination", "region", "route", "nights", "back_at", "vehicle_kind", "vehicles", "vehicle_company", "insurer",
    "safety_owner_id", "safety_phone", "plan",
)  # fmt: skip


@dataclass(frozen=True)
class Beginning:
    """`planned` is an activity that waits for its application; `open` an outing that is under way already.

    `last` is the latest earlier outing; `day` the same weekday of the same week, where it had one and that is still to come.
    """

    planned: Activity | None
    open: Outing | None
    last: Outing | None
    day: date | None
    people: int


def beginning(unit: Unit, year: int, today: date) -> Beginning:
    """What an outing of `unit` in `year` would begin with. Five queries."""
    ours = Activity.objects.filter(unit=unit, category__code=OUTING).exclude(state__in=GONE)
    living = list(
        ours.filter(year=year).exclude(state=Activity.State.DONE).select_related("outing").order_by("starts_on", "pk")
    )
    planned = next((each for each in living if not hasattr(each, "outing")), None)
    started = next((each.outing for each in living if hasattr(each, "outing")), None)
    last = last_of(unit, year)
    day = planned.starts_on if planned else None
    if day is None and last is not None and last.activity.day:
        again = day_of(last.activity.day, year)
        day = again if again and again >= today else None
    staff = heads([unit]).staff.get(unit.pk, 0)
    return Beginning(planned, started, last, day, staff)


def last_of(unit: Unit, year: int) -> Outing | None:
    """The unit's outing of the latest year before `year` that was not called off."""
    rows = Outing.objects.filter(activity__unit=unit, activity__year__lt=year).exclude(activity__state__in=GONE)
    return rows.select_related("activity").prefetch_related("shares").order_by("-activity__year", "-pk").first()
