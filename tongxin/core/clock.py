"""The clock, read once at the edge (a view, a command) and passed down as `now`."""

from __future__ import annotations

from datetime import date, datetime

from django.utils import timezone


def now() -> datetime:
    """This moment, with its time zone."""
    return timezone.now()


def today(moment: datetime) -> date:
    """The day of `moment` in the installation's time zone."""
    return timezone.localdate(moment)


def local(moment: datetime) -> datetime:
    """`moment` on the clock of the installation's time zone."""
    return timezone.localtime(moment)
