"""Sets of days as whole numbers: bit `d` is the day `year.first + d`. A question over a whole year is one operation.

Months are counted from the month of the first day (a calendar year: 0 January … 11 December), quarters are three of
them, the second half begins with the seventh.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property

from tongxin.planner.problem import DayKind, Year

Days = int


def each(days: Days) -> Iterator[int]:
    """The days of a set, earliest first."""
    while days:
        low = days & -days
        yield low.bit_length() - 1
        days ^= low


def touching(days: Days, length: int) -> Days:
    """The starts from which something of `length` days touches one of `days`."""
    starts, reach = days, 1
    while reach < length:
        step = min(reach, length - reach)
        starts |= starts >> step
        reach += step
    return starts


@dataclass(eq=False)
class Calendar:
    """The days of one year: kinds, months, working days."""

    year: Year
    _work: dict[tuple[int, int], tuple[tuple[int, int], ...]] = field(default_factory=dict)
    _heavy: dict[tuple[int, int, int], Days] = field(default_factory=dict)

    @cached_property
    def length(self) -> int:
        """How many days the year has."""
        return self.year.last - self.year.first + 1

    @cached_property
    def now(self) -> int:
        """Today, counted from the first day; may lie outside."""
        return self.year.now - self.year.first

    @cached_property
    def all(self) -> Days:
        """Every day."""
        return (1 << self.length) - 1

    def between(self, first: int, last: int) -> Days:
        """The days from `first` to `last`, both counted from the year's first and both included, as far as they exist."""
        first, last = max(first, 0), min(last, self.length - 1)
        return ((1 << (last - first + 1)) - 1) << first if first <= last else 0

    def dated(self, first: int, last: int | None) -> Days:
        """The same for two ordinals; `last` None: until the year ends."""
        return self.between(first - self.year.first, (self.year.last if last is None else last) - self.year.first)

    def cover(self, start: int, length: int) -> Days:
        """The days something of `length` days takes from `start`."""
        return self.between(start, start + length - 1)

    @cached_property
    def months(self) -> tuple[int, ...]:
        """The month of each day."""
        begin = date.fromordinal(self.year.first)
        days = map(date.fromordinal, range(self.year.first, self.year.last + 1))
        return tuple((day.year - begin.year) * 12 + day.month - begin.month for day in days)

    @cached_property
    def month_days(self) -> tuple[Days, ...]:
        """The days of each month."""
        found = [0] * (self.months[-1] + 1)
        for day, month in enumerate(self.months):
            found[month] |= 1 << day
        return tuple(found)

    @cached_property
    def quarter_days(self) -> tuple[Days, ...]:
        """The days of each quarter."""
        found = [0] * (self.months[-1] // 3 + 1)
        for month, days in enumerate(self.month_days):
            found[month // 3] |= days
        return tuple(found)

    @cached_property
    def second_half(self) -> Days:
        """The days from the seventh month on."""
        return sum(self.month_days[6:])

    @cached_property
    def weekdays(self) -> tuple[Days, ...]:
        """The days of each day of the week, Monday first (ordinal 1 was a Monday)."""
        found = [0] * 7
        for day in range(self.length):
            found[(self.year.first + day - 1) % 7] |= 1 << day
        return tuple(found)

    @cached_property
    def kinds(self) -> dict[DayKind, Days]:
        """The days of each kind."""
        found = dict.fromkeys(DayKind, 0)
        for day, kind in enumerate(self.year.kinds[: self.length]):
            found[kind] |= 1 << day
        return found

    def spans(self, spans: tuple[tuple[int, int], ...]) -> Days:
        """The days of several spans of ordinals."""
        days = 0
        for first, last in spans:
            days |= self.dated(first, last)
        return days

    def work(self, start: int, length: int) -> tuple[tuple[int, int], ...]:
        """(month, working days in it) of something that starts then; months without working days are left out."""
        known = self._work.get((start, length))
        if known is None:
            busy = self.cover(start, length) & self.kinds[DayKind.WORKDAY]
            counted = ((month, (busy & days).bit_count()) for month, days in enumerate(self.month_days) if busy & days)
            known = self._work[start, length] = tuple(counted)
        return known

    def heavy(self, length: int, month: int, spare: int) -> Days:
        """The starts from which something of `length` days takes more than `spare` working days of that month."""
        known = self._heavy.get((length, month, spare))
        if known is None:
            near = touching(self.month_days[month] & self.kinds[DayKind.WORKDAY], length)
            full = (day for day in each(near) if dict(self.work(day, length)).get(month, 0) > spare)
            known = self._heavy[length, month, spare] = sum(1 << day for day in full)
        return known
