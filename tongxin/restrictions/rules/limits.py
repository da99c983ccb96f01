"""What a restriction 管控 says of an event. Pure: no database, no clock."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Final

REACHES: Final = ("here", "city", "beyond")


class Demand(StrEnum):
    """What gatherings above a number of heads need; `BAN` cannot be met."""

    PLAN = "plan"
    FILE = "file"
    APPROVE = "approve"
    BAN = "ban"


@dataclass(frozen=True)
class Event:
    """What is looked at: its days (inclusive), form, people, room, way and units' paths (owner and organisers)."""

    starts_on: date
    ends_on: date
    online: bool
    people: int | None
    indoor: bool
    reach: str
    place: str
    paths: tuple[str, ...]


@dataclass(frozen=True)
class Limits:
    """One restriction: where and when it holds, and what it limits.

    `ends_on` None: until further notice. `paths` are the units it holds for (with all below). `places` narrows it to events whose
    place contains one of these words; empty: everywhere. `steps`: gatherings of more than so many heads need that;
    `farthest` is how far one may go; `notice_days`: an event announced later than so many days before is refused.
    Only `block` stops an act; else it warns.
    """

    id: int
    title: str
    starts_on: date
    ends_on: date | None
    paths: tuple[str, ...]
    places: tuple[str, ...] = ()
    steps: tuple[tuple[int, Demand], ...] = ()
    farthest: str = "beyond"
    no_indoor: bool = False
    online_only: bool = False
    notice_days: int = 0
    block: bool = True
