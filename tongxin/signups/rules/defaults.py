"""Sensible terms for an activity nobody gave any: what stays out of sight when one is started."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta, tzinfo

CLOSING_HOUR = time(17)


def closing(day: date | None, zone: tzinfo, now: datetime) -> datetime | None:
    """Signing up ends at 17:00 on the day before; where that has passed, when the day itself begins to end: None is never."""
    if day is None:
        return None
    evening = datetime.combine(day - timedelta(days=1), CLOSING_HOUR, zone)
    if evening > now:
        return evening
    end = datetime.combine(day + timedelta(days=1), time(), zone)
    return end if end > now else None


def shifted(moment: datetime | None, by: timedelta, now: datetime) -> datetime | None:
    """A moment of last year's terms moved along; None where even so it has passed."""
    if moment is None:
        return None
    moved = moment + by
    return moved if moved > now else None
