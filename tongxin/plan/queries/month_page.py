"""A month as a table of weeks, and as a list of days for the phone."""

from __future__ import annotations

import calendar
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from django.db.models.functions import Coalesce

from tongxin.activities.access import activities_for
from tongxin.activities.models import Activity
from tongxin.activities.queries.scope import of_unit
from tongxin.core.calendar import DayKind, Festival, is_announced
from tongxin.org.actor import Actor
from tongxin.org.models import Unit
from tongxin.plan.access import reads_desk
from tongxin.plan.queries.festivals import YearCalendar, year_calendar
from tongxin.ui.words import listed

SHOWN_A_DAY = 4
LONGEST = timedelta(days=62)


@dataclass(frozen=True)
class Day:
    """A day with what falls on it; `out` where it belongs to the month before or after."""

    day: date
    kind: DayKind
    out: bool
    today: bool
    festivals: tuple[Festival, ...]
    activities: tuple[Activity, ...]

    @property
    def rest(self) -> bool:
        """Whether people rest."""
        return not self.kind.is_workday

    @property
    def names(self) -> str:
        """What is printed beside the number: festivals, else what makes the day off."""
        named = [festival.brief for festival in self.festivals]
        return listed(named) or (self.kind.name if self.kind.kind == "adjusted" or not named else "")

    @property
    def shown(self) -> tuple[Activity, ...]:
        """The first few."""
        return self.activities[:SHOWN_A_DAY]

    @property
    def more(self) -> int:
        """How many are not shown in the table."""
        return len(self.activities) - len(self.shown)


@dataclass(frozen=True)
class MonthPage:
    """A month: its weeks from Monday, the days that have anything in them, the months before and after."""

    year: int
    month: int
    weeks: tuple[tuple[Day, ...], ...]
    provisional: bool

    @property
    def agenda(self) -> list[tuple[Day, date]]:
        """Days of the month with a festival, an activity, or a change of work, each with the last day it stands for:
        days off that follow without anything of their own are told once."""
        found: list[tuple[Day, date]] = []
        for day in (day for week in self.weeks for day in week if not day.out):
            if found and _goes_on(*found[-1], day):
                found[-1] = (found[-1][0], day.day)
            elif day.activities or day.festivals or day.kind.mark:
                found.append((day, day.day))
        return found

    @property
    def before(self) -> tuple[int, int]:
        """Year and month before."""
        return (self.year, self.month - 1) if self.month > 1 else (self.year - 1, 12)

    @property
    def after(self) -> tuple[int, int]:
        """Year and month after."""
        return (self.year, self.month + 1) if self.month < 12 else (self.year + 1, 1)


def _goes_on(first: Day, until: date, day: Day) -> bool:
    """Whether a day only prolongs the days off before it."""
    bare = not day.activities and not day.festivals and not first.activities
    same = first.kind.kind == day.kind.kind == "off" and first.kind.name == day.kind.name
    return bare and same and (day.day - until).days == 1


def month_page(actor: Actor, unit: Unit, year: int, month: int, today: date) -> MonthPage:
    """The month of a unit: what the actor may see of its activities; four queries."""
    grid = calendar.Calendar(firstweekday=0).monthdatescalendar(year, month)
    first, last = grid[0][0], grid[-1][-1]
    calendars = {one: year_calendar(one) for one in {first.year, year, last.year}}
    happening = _by_day(_activities(actor, unit, first, last), first, last)
    weeks = tuple(
        tuple(_day(day, calendars[day.year], happening.get(day, []), month, today) for day in week) for week in grid
    )
    return MonthPage(year, month, weeks, provisional=not is_announced(year))


def _activities(actor: Actor, unit: Unit, first: date, last: date) -> Iterable[Activity]:
    ended = (Activity.State.CANCELLED, Activity.State.MERGED, Activity.State.IDEA)
    rows = of_unit(unit) if reads_desk(actor, unit) else of_unit(unit) & activities_for(actor)
    return (
        rows.annotate(first_day=Coalesce("held_on", "starts_on"))
        .filter(first_day__lte=last, first_day__gte=first - LONGEST)
        .exclude(state__in=ended)
        .select_related("category")
        .order_by("first_day", "starts_at", "id")
    )


def _by_day(activities: Iterable[Activity], first: date, last: date) -> dict[date, list[Activity]]:
    """Each activity on its first day here; what lasts longer stands on its last day, too."""
    found: dict[date, list[Activity]] = {}
    for activity in activities:
        start = activity.held_on or activity.starts_on
        end = activity.held_until if activity.held_on else activity.ends_on
        for day in sorted({day for day in (start, end) if day and first <= day <= last}):
            found.setdefault(day, []).append(activity)
    return found


def _day(day: date, year: YearCalendar, activities: list[Activity], month: int, today: date) -> Day:
    festivals = tuple(one for one in year.festivals if one.day == day)
    return Day(day, year.kind(day), day.month != month, day == today, festivals, tuple(activities))
