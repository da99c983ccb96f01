"""What stands in calendars: each app says what it has for a person, or what a unit shows to its members."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from tongxin.core.registry import Registry


@dataclass(frozen=True)
class Entry:
    """One thing in a calendar.

    `uid` is stable and unique within the installation. `starts` is a day (all day long) or a moment with its time zone;
    `ends` is of the same kind, the last day itself or the moment it ends, None where it is one day or nobody knows.
    `url` is a path of this site. `sequence` grows with each change that matters, `changed_at` is when the last one was.
    """

    uid: str
    title: str
    starts: date | datetime
    ends: date | datetime | None = None
    place: str = ""
    words: str = ""
    url: str = ""
    cancelled: bool = False
    sequence: int = 0
    changed_at: datetime | None = None


@dataclass(frozen=True)
class Whose:
    """Whose calendar: one person's (`person_id`), or what one unit (with all below it) shows to its members."""

    person_id: int | None = None
    unit: Any = None


@dataclass(frozen=True)
class Source:
    """An app's answer, from the first day to the last, in a fixed number of queries; nothing where it has nothing."""

    key: str
    ask: Callable[[Whose, date, date], Iterable[Entry]]


agenda: Registry[Source] = Registry("source of calendars")


def entries(whose: Whose, first: date, last: date) -> list[Entry]:
    """All that stands in a calendar between two days, by day; each uid once, the first source's."""
    found: dict[str, Entry] = {}
    for source in agenda:
        for entry in source.ask(whose, first, last):
            found.setdefault(entry.uid, entry)
    return sorted(found.values(), key=lambda entry: (_day(entry.starts), entry.uid))


def _day(value: date | datetime) -> str:
    return value.isoformat()[:10]
