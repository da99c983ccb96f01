"""The days of a weekly class."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date, timedelta

MOST = 60


def weekly(first: date, times: int, every: int = 1, but: Collection[date] = ()) -> list[date]:
    """`times` days from `first`, `every` so many weeks; days in `but` are passed over, not counted. At most 60."""
    days: list[date] = []
    day = first
    while len(days) < min(times, MOST):
        if day not in but:
            days.append(day)
        day += timedelta(weeks=max(every, 1))
    return days
