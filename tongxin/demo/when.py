"""Moments and actors of the demonstration."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date, datetime
from zoneinfo import ZoneInfo

from tongxin.org.actor import OFFICE, Actor
from tongxin.org.models import Person
from tongxin.org.queries.actor import actor_of

SHANGHAI = ZoneInfo("Asia/Shanghai")
EVENING = 20

Act = Callable[[Actor, datetime], object]
Diary = Iterable[tuple[datetime, Act]]


def moment(year: int, month: int, day: int, hour: int = 9) -> datetime:
    """A moment in Shanghai."""
    return datetime(year, month, day, hour, tzinfo=SHANGHAI)


def at(day: date, hour: int = 9, minute: int = 0) -> datetime:
    """An hour of a day."""
    return datetime(day.year, day.month, day.day, hour, minute, tzinfo=SHANGHAI)


def morning(day: date) -> datetime:
    """Nine o'clock on a day."""
    return moment(day.year, day.month, day.day)


def officer(staff_no: str, now: datetime) -> Actor:
    """A demonstration officer at the desk, with the posts held at that moment."""
    person = Person.objects.select_related("user").get(staff_no=staff_no)
    if person.user is None:
        raise LookupError(f"{staff_no} cannot sign in")
    actor = actor_of(person.user, today=now.date(), office=True)
    if actor.hat != OFFICE:
        raise LookupError(f"{staff_no} holds no post on {now:%Y-%m-%d}")
    return actor
