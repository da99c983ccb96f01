"""Periods of time that figures are computed over."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Self


@dataclass(frozen=True)
class Period:
    """Days from `start` to `end`, both included; `year` is set when the period is a whole counting year."""

    start: date
    end: date
    year: int | None = None

    @classmethod
    def of_year(cls, year: int) -> Self:
        """The calendar year: records count by the year they are counted for, not by their day."""
        return cls(date(year, 1, 1), date(year, 12, 31), year)

    @classmethod
    def between(cls, start: date, end: date) -> Self:
        """Any stretch of days; a whole calendar year becomes that counting year."""
        if (start.month, start.day, end.month, end.day) == (1, 1, 12, 31) and start.year == end.year:
            return cls.of_year(start.year)
        return cls(start, end)

    def halves(self) -> tuple[Self, Self]:
        """First and second half of the year that the period lies in."""
        year = self.start.year
        return type(self)(date(year, 1, 1), date(year, 6, 30)), type(self)(date(year, 7, 1), date(year, 12, 31))
