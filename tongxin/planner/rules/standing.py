"""How an activity stands for the planner, now or as it stood at an earlier moment. Pure."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any, Final

FREE, FIXED, OUT = "free", "fixed", "out"
ONLINE: Final = "online"
CALLED_OFF: Final = ("cancelled", "merged")


@dataclass(frozen=True)
class Stood:
    """`part`: FREE (may be moved), FIXED (past, under way), OUT (not in the year); its days, form, and whether members know."""

    part: str
    day: date | None = None
    days: int = 1
    mode: str = "on_site"
    announced: bool = False


def stands(activity: Any, year: int, today: date) -> Stood:
    """How it stands now. What has passed without a word on it stays where it was; what was put off and has passed has no day."""
    state = activity.state
    if activity.year != year or state in ("idea", *CALLED_OFF):
        return Stood(OUT)
    day = activity.held_on or activity.starts_on
    end = activity.held_until if activity.held_on else activity.ends_on
    if day is not None and day.year != year:
        return Stood(OUT)
    known = Stood(FREE, day, _days(day, end), activity.mode, activity.published_at is not None)
    if state in ("done", "under_way"):
        return _fixed(known)
    if day is not None and day < today:
        return Stood(FREE, None, known.days, known.mode, known.announced) if state == "postponed" else _fixed(known)
    return known


def stood(activity: Any, changes: Sequence[Any], year: int, moment: Any, today: date) -> Stood:
    """How it stood at `moment`, told from its turns (in their order): each keeps the day and year before it."""
    before = [one for one in changes if one.at <= moment]
    after = [one for one in changes if one.at > moment]
    ends = [one.kind for one in before if one.kind in (*CALLED_OFF, "reinstated")]
    counted = after[0].year_before if after else activity.year
    if counted != year or (ends and ends[-1] in CALLED_OFF) or (activity.state == "idea" and not after):
        return Stood(OUT)
    if activity.state in CALLED_OFF and not any(one.kind in CALLED_OFF for one in after):
        return Stood(OUT)
    announced = activity.published_at is not None and activity.published_at <= moment
    mode = _mode_then(activity, before, after)
    if activity.held_on is not None and activity.held_on < today:
        return Stood(FIXED, activity.held_on, _days(activity.held_on, activity.held_until), mode, announced)
    day = after[0].day_before if after else activity.starts_on or activity.planned_on
    if day is not None and day.year != year:
        return Stood(OUT)
    known = Stood(FREE, day, _days(activity.starts_on, activity.ends_on), mode, announced)
    return _fixed(known) if day is not None and day < today else known


def _fixed(known: Stood) -> Stood:
    return Stood(FIXED if known.day else OUT, known.day, known.days, known.mode, known.announced)


def _days(day: date | None, end: date | None) -> int:
    return (end - day) // timedelta(days=1) + 1 if day and end and end > day else 1


def _mode_then(activity: Any, before: Sequence[Any], after: Sequence[Any]) -> str:
    if any(one.kind == ONLINE for one in after):
        return ONLINE if any(one.kind == ONLINE for one in before) else "on_site"
    return str(activity.mode)
