"""Lunar dates and solar terms, from borax (1900–2100)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from functools import lru_cache

from borax.calendars.lunardate import LunarDate, TermUtils

FIRST, LAST = 1901, 2099


@lru_cache(maxsize=512)
def lunar_day(lunar_year: int, month: int, day: int) -> date:
    """The solar day of a lunar date, in the month itself where a leap month of that number follows."""
    found: date = LunarDate(lunar_year, month, day).to_solar_date()
    return found


def new_years_eve(year: int) -> date:
    """除夕: the day before 春节 of that solar year; the twelfth month has 29 or 30 days."""
    return lunar_day(year, 1, 1) - timedelta(days=1)


@lru_cache(maxsize=512)
def term_day(year: int, name: str) -> date:
    """The day of a solar term (`清明`, `冬至`) in a solar year."""
    found: date = TermUtils.nth_term_day(year, term_name=name)
    return found


def in_solar_year(year: int, month: int, day: int) -> Iterator[date]:
    """The solar days of `year` on which that lunar date falls: one as a rule, none or two in the twelfth month."""
    for lunar_year in (year - 1, year):
        found = lunar_day(lunar_year, month, day)
        if found.year == year:
            yield found
