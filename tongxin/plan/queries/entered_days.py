"""Days entered by hand, a run of days as one."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from itertools import groupby

from tongxin.plan.models import CalendarDay


@dataclass(frozen=True)
class Run:
    """Days of one kind and name that follow each other."""

    days: tuple[CalendarDay, ...]

    @property
    def first(self) -> CalendarDay:
        """The day it begins with."""
        return self.days[0]

    @property
    def last_day(self) -> date:
        """The day it ends with."""
        return self.days[-1].day


def entered_days(year: int) -> list[Run]:
    """The hand-entered days of a year in runs: one query."""
    rows = CalendarDay.objects.filter(day__year=year).order_by("kind", "name", "day")
    keyed = groupby(
        enumerate(rows), key=lambda pair: (pair[1].kind, pair[1].name, pair[1].day - timedelta(days=pair[0]))
    )
    runs = [Run(tuple(day for _place, day in run)) for _key, run in keyed]
    return sorted(runs, key=lambda run: run.first.day)
