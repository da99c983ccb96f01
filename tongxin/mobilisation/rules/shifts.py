"""Shifts from days, times and posts; and which of them cannot be done by one person."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Final

MOST: Final = 200
EVERY, WORKDAYS, WEEKENDS = "every", "workdays", "weekends"
_TIME = re.compile(r"(\d{1,2})[:：.](\d{2})\s*[-–—~～至到]+\s*(\d{1,2})[:：.](\d{2})")
_BETWEEN = re.compile(r"[\s,，、;；和]*")


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


@dataclass(frozen=True)
class DutyLine:
    """A post as it was typed: its name, what one does, what it takes."""

    name: str
    does: str = ""
    needs: str = ""


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


def read_duties(words: str) -> list[DutyLine]:
    """A post a line: `测温：给进门的人测体温；要求：能站两小时`. A name that comes twice counts once."""
    found: dict[str, DutyLine] = {}
    for line in words.splitlines():
        name, _mark, rest = line.strip().replace(":", "：", 1).partition("：")
        does, _mark, needs = rest.partition("要求")
        if name.strip():
            made = DutyLine(name.strip()[:40], does.strip(" ；;，,。（(")[:200], needs.strip(" ：:；;，,。)）")[:200])
            found.setdefault(made.name, made)
    return list(found.values())


def write_duties(duties: list[DutyLine]) -> str:
    """As it would be typed."""
    return "\n".join(
        duty.name
        + (f"：{duty.does}" if duty.does or duty.needs else "")
        + (f"；要求：{duty.needs}" if duty.needs else "")
        for duty in duties
    )


def days_between(first: date, last: date, which: str = EVERY) -> Iterator[date]:
    """Every day from the first to the last, only Monday to Friday, or only the others."""
    for number in range((last - first).days + 1):
        day = first + timedelta(days=number)
        weekend = day.weekday() > 4
        if which == EVERY or weekend == (which == WEEKENDS):
            yield day


def overlap(one: tuple[datetime, datetime], other: tuple[datetime, datetime]) -> bool:
    """Whether nobody can be at both; one may begin when the other ends."""
    return one[0] < other[1] and other[0] < one[1]
