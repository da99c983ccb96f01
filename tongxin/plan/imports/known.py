"""What the year holds already of the titles in a chunk of lines, in five queries."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from typing import Any

from tongxin.activities.models import Activity
from tongxin.plan.models import AnnualPlan, BaselineItem, WorkItem


@dataclass(frozen=True)
class Known:
    """Activities and work items of a unit's year by title; `promised`: the activities that an approved plan names."""

    activities: dict[str, list[Activity]]
    work: dict[str, WorkItem]
    promised: frozenset[int]

    def activity(self, title: str, day: date | None, *, only: bool) -> Activity | None:
        """The activity that a line means: the only one of its title, else the one of that day."""
        there = self.activities.get(title, [])
        if only and len(there) == 1:
            return there[0]
        return next((activity for activity in there if activity.planned_on == day), None)


def known(unit: Any, year: int, titles: Collection[str]) -> Known:
    """What is there under these titles."""
    activities: dict[str, list[Activity]] = defaultdict(list)
    held = Activity.objects.filter(unit=unit, year=year, title__in=titles).select_related("category", "group", "unit")
    for activity in held.prefetch_related("organisers__unit"):
        activities[activity.title].append(activity)
    ids = [activity.pk for several in activities.values() for activity in several]
    promised = BaselineItem.objects.filter(activity__in=ids).values_list("activity_id", flat=True)
    work = {item.title: item for item in WorkItem.objects.filter(unit=unit, year=year, title__in=titles)}
    return Known(dict(activities), work, frozenset(pk for pk in promised if pk is not None))


def is_approved(unit: Any, year: int) -> bool:
    """Whether the unit's plan of the year is approved, so that a new line is an addition to it."""
    return AnnualPlan.objects.filter(unit=unit, year=year, state=AnnualPlan.State.APPROVED).exists()
