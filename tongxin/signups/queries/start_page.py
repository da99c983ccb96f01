"""What an activity can be started from."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import Final

from tongxin.activities.access import activities_to_run
from tongxin.activities.models import Activity
from tongxin.core.clock import today
from tongxin.org.actor import Actor

MOST: Final = 8


@dataclass(frozen=True)
class From:
    """One thing to start from."""

    pk: int
    title: str
    seal: str
    tone: str
    day: date | None


@dataclass(frozen=True)
class Sources:
    """Last year's around this time of the year, and what the plan still waits for."""

    last_year: list[From]
    planned: list[From]


def sources(actor: Actor, now: datetime) -> Sources:
    """Two queries."""
    day = today(now)
    ours = activities_to_run(actor).select_related("category")
    held = ours.filter(state=Activity.State.DONE, held_on__lte=day).order_by("-held_on")[:60]
    planned = ours.filter(state=Activity.State.PLANNED, year__gte=day.year).order_by("starts_on", "id")[:MOST]
    near = sorted(held, key=lambda activity: _distance(activity.held_on, day))[:MOST]
    return Sources([_from(each) for each in near], [_from(each) for each in planned])


def _distance(held_on: date | None, day: date) -> tuple[int, int]:
    """How far the time of the year lies ahead; the newest year first among equals."""
    assert held_on
    ahead = (held_on.timetuple().tm_yday - day.timetuple().tm_yday) % 366
    return min(ahead, 366 - ahead + 30) // 14, -held_on.year


def _from(activity: Activity) -> From:
    return From(activity.pk, activity.title, activity.category.seal, activity.category.tone, activity.day)
