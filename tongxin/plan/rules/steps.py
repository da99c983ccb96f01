"""How far a piece of work has come by its steps, and where they go when it goes over into the next year. Pure."""

from __future__ import annotations

from calendar import isleap
from datetime import date


def share_of(done: int, total: int) -> int | None:
    """Whole percent of the steps that are done, rounded down; None where there are no steps."""
    return 100 * done // total if total else None


def a_year_later(day: date | None, last: date | None) -> date | None:
    """The same day of the next year (28 February for the 29th), never after `last`."""
    if day is None:
        return None
    leap = (day.month, day.day) == (2, 29) and not isleap(day.year + 1)
    later = day.replace(year=day.year + 1, day=28 if leap else day.day)
    return min(later, last) if last else later
