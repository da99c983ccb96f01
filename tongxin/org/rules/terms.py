"""How long a committee's term may last and when its end is near (工会法 2021, Art. 16: three or five years)."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Final

LONGEST_YEARS: Final = 5
REMINDER_DAYS: Final = 60


def is_too_long(starts_on: date, ends_on: date) -> bool:
    """Whether a term lasts more than five years; its last day may be the day of the month it began on."""
    return (ends_on.year - starts_on.year, ends_on.month, ends_on.day) > (LONGEST_YEARS, starts_on.month, starts_on.day)


def overlap(first: tuple[date, date], second: tuple[date, date]) -> bool:
    """Whether two terms share more than the day on which one hands over to the next."""
    return first[0] < second[1] and second[0] < first[1]


def ends_soon(ends_on: date, today: date) -> bool:
    """Whether a term ends within 60 days, or has ended without a new election."""
    return ends_on <= today + timedelta(days=REMINDER_DAYS)
