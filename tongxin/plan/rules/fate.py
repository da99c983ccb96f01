"""What became of a line of the plan. Pure."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Final

ABOUT: Final = 15
_DAY_IN_WORDS = re.compile(r"\d{1,2}\s*[日号]|[一二三四五六七八九十]+[日号]|\d{1,2}\s*[./-]\s*\d{1,2}")


class Fate(StrEnum):
    """How a planned activity ended, or that it has not ended yet."""

    HELD_AS_PLANNED = "held_as_planned"
    HELD_MOVED = "held_moved"
    HELD_ONLINE = "held_online"
    POSTPONED = "postponed"
    CANCELLED = "cancelled"
    MERGED = "merged"
    CARRIED = "carried"
    OPEN = "open"


HELD: Final = frozenset({Fate.HELD_AS_PLANNED, Fate.HELD_MOVED, Fate.HELD_ONLINE})
DROPPED: Final = frozenset({Fate.CANCELLED, Fate.MERGED, Fate.CARRIED})


@dataclass(frozen=True)
class Facts:
    """What is known of a planned activity: the plan (`plan_year`, `planned_on`, `planned_words`) and how things stand.

    `year` is the year it counts for now, `went_online` whether it left its form of the plan.
    """

    plan_year: int
    year: int
    state: str
    planned_on: date | None = None
    planned_words: str = ""
    starts_on: date | None = None
    held_on: date | None = None
    held_until: date | None = None
    went_online: bool = False


def fate_of(facts: Facts) -> Fate:
    """The fate of a planned activity in the year of its plan.

    What counts for a later year is carried there, whatever became of it. Held online counts before held on another
    day, because the form is what the summary speaks of; `shift` still tells the days.
    """
    if facts.year > facts.plan_year:
        return Fate.CARRIED
    if facts.state == "done":
        return _held(facts)
    return {"cancelled": Fate.CANCELLED, "merged": Fate.MERGED, "postponed": Fate.POSTPONED}.get(facts.state, Fate.OPEN)


def _held(facts: Facts) -> Fate:
    if facts.went_online:
        return Fate.HELD_ONLINE
    return Fate.HELD_MOVED if shift(facts) else Fate.HELD_AS_PLANNED


def shift(facts: Facts) -> int:
    """Days from the planned day to the day it was held, or stands for now; 0 where it kept its day.

    A plan that names only about when (“4月中旬”) is kept by any day within 15 days of it, a planned day by an
    activity that was under way on it.
    """
    day = facts.held_on or facts.starts_on
    if day is None or facts.planned_on is None:
        return 0
    if day <= facts.planned_on <= (facts.held_until or day):
        return 0
    days = (day - facts.planned_on).days
    return 0 if is_about(facts.planned_words) and abs(days) <= ABOUT else days


def is_about(words: str) -> bool:
    """Whether the plan's own words name no day: “4月”, “4月中旬”, “春节前”, but not “4月12日”."""
    return bool(words) and not _DAY_IN_WORDS.search(words)
