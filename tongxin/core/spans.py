"""Spans of the day as people write them (`8:00-12:00 14:00-18:00`), and the days of a range."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Final

EVERY, WORKDAYS, WEEKENDS = "every", "workdays", "weekends"
_TIME: Final = re.compile(r"(\d{1,2})[:：.](\d{2})\s*[-–—~～至到]+\s*(\d{1,2})[:：.](\d{2})")
_BETWEEN: Final = re.compile(r"[\s,，、;；和]*")


class Unreadable(ValueError):
    """Times that are no times."""


@dataclass(frozen=True)
class Span:
    """From one hour of the day to another; to an earlier one it goes on into the next day."""

    starts: time
    ends: time

    def on(self, day: date) -> tuple[datetime, datetime]:
        """The naive beginning and end on that day."""
        begins = datetime.combine(day, self.starts)
        ends = datetime.combine(day, self.ends)
        return begins, ends if ends > begins else ends + timedelta(days=1)


def read_times(words: str) -> list[Span]:
    """`8:00-12:00、14:00-18:00` as spans in order, each once; 24:00 is midnight. Raises `Unreadable`."""
    spans: list[Span] = []
    at = _BETWEEN.match(words)
    place = at.end() if at else 0
    while place < len(words):
        found = _TIME.match(words, place)
        if found is None:
            raise Unreadable(words[place:])
        span = Span(_time(found[1], found[2]), _time(found[3], found[4]))
        if span not in spans:
            spans.append(span)
        between = _BETWEEN.match(words, found.end())
        place = between.end() if between else found.end()
    if not spans:
        raise Unreadable(words)
    return sorted(spans, key=lambda span: (span.starts, span.ends))


def _time(hour: str, minute: str) -> time:
    if (int(hour), int(minute)) == (24, 0):
        return time(0)
    try:
        return time(int(hour), int(minute))
    except ValueError as fault:
        raise Unreadable(f"{hour}:{minute}") from fault


def write_times(spans: list[Span]) -> str:
    """As it would be typed."""
    return " ".join(f"{span.starts:%-H:%M}-{span.ends:%-H:%M}" for span in spans)


def days_between(first: date, last: date, which: str = EVERY) -> Iterator[date]:
    """Every day from the first to the last, only Monday to Friday, or only the others."""
    for number in range((last - first).days + 1):
        day = first + timedelta(days=number)
        weekend = day.weekday() > 4
        if which == EVERY or weekend == (which == WEEKENDS):
            yield day
