"""An old activity held again: what it is called and which day that would be."""

from __future__ import annotations

from datetime import date

from tongxin.activities.models import Activity
from tongxin.activities.rules.copying import day_again, title_again


def again(activity: Activity, year: int) -> tuple[str, date | None]:
    """The title with its year or number moved on to `year`, and the same weekday of the same week; None where it had no day."""
    return title_again(activity.title, activity.year, year), day_of(activity.planned_on or activity.day, year)


def day_of(day: date | None, year: int) -> date | None:
    """The same weekday of the same week in another year."""
    return day_again(day, year - day.year) if day else None
