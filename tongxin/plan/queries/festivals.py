"""The calendar of a year as it holds here: computed festivals and days, above them the ones entered by hand."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cached_property
from itertools import groupby

from tongxin.core.calendar import DayKind, Festival, Override, day_kind, festivals
from tongxin.plan.models import CalendarDay

VACATION = 7


@dataclass(frozen=True)
class Vacation:
    """A long run of hand-entered days off under one name (寒假, 暑假)."""

    name: str
    start: date
    end: date


@dataclass(frozen=True)
class YearCalendar:
    """The days of a year: what kind each is, which festivals there are, which vacations are known."""

    year: int
    by_hand: tuple[CalendarDay, ...]

    @cached_property
    def overrides(self) -> Mapping[date, list[Override]]:
        """Hand-entered days as the calendar takes them."""
        found: dict[date, list[Override]] = {}
        for one in self.by_hand:
            found.setdefault(one.day, []).append(Override(one.day, one.kind, one.name))  # type: ignore[arg-type]
        return found

    def kind(self, day: date) -> DayKind:
        """What kind of day it is here."""
        return day_kind(day, self.overrides)

    @cached_property
    def festivals(self) -> tuple[Festival, ...]:
        """Computed festivals and days named by hand, in order."""
        named = [
            Festival(f"hand-{one.pk}", one.name, one.name, one.day, "commemorative")
            for one in self.by_hand
            if one.kind == CalendarDay.Kind.NAMED
        ]
        return tuple(sorted((*festivals(self.year), *named), key=lambda festival: festival.day))

    @cached_property
    def vacations(self) -> tuple[Vacation, ...]:
        """Runs of more than a week of hand-entered days off with the same name."""
        off = [one for one in self.by_hand if one.kind == CalendarDay.Kind.OFF]
        runs = groupby(enumerate(off), key=lambda pair: (pair[1].name, pair[1].day - timedelta(days=pair[0])))
        days = [(key[0], [one.day for _number, one in run]) for key, run in runs]
        return tuple(Vacation(name, run[0], run[-1]) for name, run in days if len(run) > VACATION)


def year_calendar(year: int) -> YearCalendar:
    """The calendar of a year: one query."""
    return YearCalendar(year, tuple(CalendarDay.objects.filter(day__year=year).order_by("day", "kind")))
